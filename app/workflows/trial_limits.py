"""What a trial cannot count, said before its numbers: values that are not imported, reviews a real revision sets aside.

A score is never converted: by ``carried_over`` it counts where its dimension keeps scale and maximum, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.carried_scores import stops_counting
from app.domain.component_values import ComponentImport
from app.domain.dimensions import maximum_score
from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import ComponentValues
from app.domain.scores import Review
from app.domain.total_component import ComponentId, TotalComponent

Imports = Mapping[ComponentId, ComponentImport]
"""The newest import of each component."""


@dataclass(frozen=True)
class MissingComponent:
    """A component of the draft without a value for ``missing`` of all ``applications``.

    ``other_maximum`` is what its values were imported out of, where that is not the draft's maximum. ``is_locked``:
    the locked plan of the scores knows the component, so that it can be imported now.
    """

    component: TotalComponent
    missing: int
    applications: int
    other_maximum: Decimal | None
    is_locked: bool

    @property
    def is_whole(self) -> bool:
        """Whether nobody has a value, and so nobody a total."""
        return self.missing == self.applications


@dataclass(frozen=True)
class ChangedMaximum:
    """A dimension whose scores ran to ``before``."""

    name: str
    before: Decimal
    after: Decimal


@dataclass(frozen=True)
class StoppedReviews:
    """What locking the draft would do to standing reviews: ``reviews`` stop counting, and until they are made again
    ``without_total`` applications lose their total. The rest says why."""

    reviews: int
    without_total: int
    changed: tuple[ChangedMaximum, ...]
    added: tuple[str, ...]
    is_other_scale: bool


def values_under(plan: ReviewPlan, draft: ReviewPlan, imports: Imports) -> ComponentValues:
    """The values that count under a draft: as once it is locked, or of another plan those of the same name."""
    partners = _partners(plan, draft)
    return {
        each.component_id: found.values
        for each in draft.rules.components
        if (found := imports.get(partners[each.component_id])) is not None and found.maximum == each.maximum
    }


def missing_components(
    plan: ReviewPlan, draft: ReviewPlan, imports: Imports, entered: Collection[ApplicationId]
) -> tuple[MissingComponent, ...]:
    """The components of the draft of which somebody lacks the value, in plan order."""
    partners, values = _partners(plan, draft), values_under(plan, draft, imports)
    locked = {each.component_id for each in plan.rules.components}
    found = []
    for each in draft.rules.components:
        partner = partners[each.component_id]
        missing = len(set(entered) - set(values.get(each.component_id, {})))
        newest = imports.get(partner)
        if missing:
            other = None if newest is None or newest.maximum == each.maximum else newest.maximum
            found.append(MissingComponent(each, missing, len(entered), other, partner in locked))
    return tuple(found)


def is_set_aside(plan: ReviewPlan, draft: ReviewPlan) -> bool:
    """Whether locking the draft would set scores of its plan aside, or leave dimensions without any."""
    if plan.plan_id != draft.plan_id:
        return False
    return plan.scale is not draft.scale or bool(_changed(plan, draft) or _added(plan, draft))


def stopped_reviews(
    plan: ReviewPlan, draft: ReviewPlan, reviews: Sequence[Review], *, without_total: int
) -> StoppedReviews:
    """What the lock says of ``reviews``, which count under ``plan``, with the reasons."""
    return StoppedReviews(
        reviews=sum(stops_counting(each, now=plan, then=draft, entered_under=plan) for each in reviews),
        without_total=without_total,
        changed=_changed(plan, draft),
        added=_added(plan, draft),
        is_other_scale=plan.scale is not draft.scale,
    )


def _changed(plan: ReviewPlan, draft: ReviewPlan) -> tuple[ChangedMaximum, ...]:
    """On one scale."""
    if plan.scale is not draft.scale:
        return ()
    before = {each.dimension_id: maximum_score(each, plan.scale) for each in plan.dimensions}
    return tuple(
        ChangedMaximum(each.name, old, new)
        for each in draft.dimensions
        if (old := before.get(each.dimension_id)) is not None
        and (new := maximum_score(each, draft.scale)) != old
    )


def _added(plan: ReviewPlan, draft: ReviewPlan) -> tuple[str, ...]:
    known = {each.dimension_id for each in plan.dimensions}
    return tuple(each.name for each in draft.dimensions if each.dimension_id not in known)


def _partners(plan: ReviewPlan, draft: ReviewPlan) -> Mapping[ComponentId, ComponentId]:
    """From the draft's components to those the imports belong to: within one plan itself, else the one of its name."""
    if plan.plan_id == draft.plan_id:
        return {each.component_id: each.component_id for each in draft.rules.components}
    named = {each.name.strip(): each.component_id for each in plan.rules.components}
    return {
        each.component_id: named.get(each.name.strip(), each.component_id) for each in draft.rules.components
    }
