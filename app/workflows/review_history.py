"""The own earlier versions of a review, the undo of the last save, and scores an earlier scale left behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from app.domain.carried_scores import carried_from_history
from app.domain.dimensions import DimensionId, ScoringScale, maximum_score
from app.domain.evidence import ApplicationId
from app.domain.plan import PlanId, ReviewPlan
from app.domain.scores import Review, ReviewState, review_state, reviewer_total
from app.domain.visibility import Action
from app.errors import NotFound, PlanLocked
from app.reviews.store import Saved, Stale
from app.workflows.access import Access
from app.workflows.evidence_review import require_application, require_view
from app.workflows.review_entry import PlanMoved


@dataclass(frozen=True)
class ReviewChange:
    """One difference between two versions; ``field`` is ``score``, ``comment``, ``overall``, ``flag``, ``abstain``
    or ``reason``. An empty text is nothing, ``1`` is yes."""

    field: str
    dimension_id: DimensionId | None
    before: str
    after: str


@dataclass(frozen=True)
class ReviewVersion:
    """One saved version as it counts under the plan, and what it changed of the one before."""

    review: Review
    state: ReviewState
    total: Decimal | None
    changes: tuple[ReviewChange, ...]

    @property
    def revision(self) -> int:
        """The number of the version."""
        return self.review.revision

    @property
    def saved_at(self) -> datetime | None:
        """When it was saved."""
        return self.review.saved_at


@dataclass(frozen=True)
class OldScore:
    """A score entered on a scale the plan no longer counts with."""

    value: Decimal
    scale: ScoringScale
    maximum: Decimal


@dataclass(frozen=True)
class UndoRequest:
    """Take back ``revision``, the newest version when it was asked."""

    plan_id: PlanId
    plan_revision: int
    application_id: ApplicationId
    revision: int

    def event_id(self, reviewer_id: str) -> str:
        """The same request is the same event: pressed twice it is written once."""
        names = (self.plan_id, self.plan_revision, self.application_id, reviewer_id, self.revision)
        return str(uuid5(NAMESPACE_URL, "undo:" + ":".join(map(str, names))))


UndoOutcome = Saved[Review] | Stale[Review] | PlanMoved


def load_own_versions(
    access: Access, plan: ReviewPlan, application_id: ApplicationId
) -> tuple[ReviewVersion, ...]:
    """Every version the person saved of an application still to be seen, newest first; of nobody else."""
    require_view(access, plan, application_id)
    reviews = _own_history(access, plan, application_id)
    before = (_blank(access, plan, application_id), *reviews)
    versions = [_version(plan, old, new) for old, new in zip(before, reviews, strict=False)]
    return tuple(reversed(versions))


def undo_save(access: Access, request: UndoRequest) -> UndoOutcome:
    """Save the version before ``request.revision`` once more, as a new event; nothing is ever taken away.

    ``Stale`` when another version was saved in between: then there is something nobody meant to undo.
    """
    plan = _newest_plan(access, request.plan_id)
    application_id = request.application_id
    access.require(Action.SCORE, programme_code=plan.programme_code, application_id=application_id)
    require_application(access.workbench.snapshot(plan.snapshot_id), plan, application_id)
    if request.plan_revision != plan.revision:
        return PlanMoved(request.plan_revision, plan.revision)
    history = _own_history(access, plan, application_id)
    if not 1 <= request.revision <= len(history):
        raise NotFound("review version", str(request.revision))
    before = (_blank(access, plan, application_id), *history)[request.revision - 1]
    restored = replace(
        before, plan_revision=plan.revision, revision=request.revision, saved_at=None, old_scale=frozenset()
    )
    try:
        return access.workbench.store.save_review(
            restored,
            seen_revision=request.revision,
            event_id=request.event_id(access.person.person_id),
        )
    except PlanLocked as locked:
        return PlanMoved(request.plan_revision, locked.revision)


def load_old_scores(access: Access, plan: ReviewPlan, review: Review) -> Mapping[DimensionId, OldScore]:
    """What the own scores set aside by ``old_scale`` were, and on which scale; nothing where none was."""
    if not review.old_scale or review.reviewer_id != access.person.person_id:
        return {}
    require_view(access, plan, review.application_id)
    store = access.workbench.store
    stored = store.find_review(plan.plan_id, review.application_id, review.reviewer_id)
    entered_under = store.find_locked(plan.plan_id, review.plan_revision)
    if stored is None or entered_under is None:
        return {}
    then = entered_under.plan
    return {
        each.dimension_id: OldScore(
            stored.scores[each.dimension_id], then.scale, maximum_score(each, then.scale)
        )
        for each in then.dimensions
        if each.dimension_id in review.old_scale and each.dimension_id in stored.scores
    }


def _newest_plan(access: Access, plan_id: PlanId) -> ReviewPlan:
    stored = access.workbench.store.find_locked(plan_id)
    if stored is None:
        raise NotFound("plan", plan_id)
    return stored.plan


def _own_history(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> tuple[Review, ...]:
    store = access.workbench.store
    reviews = store.load_review_history(plan.plan_id, application_id, access.person.person_id)
    is_one_plan = all(each.plan_revision == plan.revision for each in reviews)
    plans = [plan] if is_one_plan else [each.plan for each in store.load_plan_history(plan.plan_id)]
    return carried_from_history(reviews, history=plans, plan=plan)


def _blank(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> Review:
    return Review(plan.plan_id, plan.revision, application_id, access.person.person_id)


def _version(plan: ReviewPlan, before: Review, review: Review) -> ReviewVersion:
    return ReviewVersion(
        review=review,
        state=review_state(plan, review),
        total=reviewer_total(plan, review),
        changes=tuple(_changes(plan, before, review)),
    )


def _changes(plan: ReviewPlan, before: Review, after: Review) -> Sequence[ReviewChange]:
    pairs: list[tuple[str, DimensionId | None, object, object]] = []
    for each in plan.dimensions:
        key = each.dimension_id
        pairs.append(("score", key, before.scores.get(key), after.scores.get(key)))
        pairs.append(("comment", key, before.comments.get(key), after.comments.get(key)))
    pairs += [
        ("overall", None, before.comment, after.comment),
        ("flag", None, before.flagged, after.flagged),
        ("abstain", None, before.abstained, after.abstained),
        ("reason", None, before.abstain_reason, after.abstain_reason),
    ]
    return [ReviewChange(field, key, _text(old), _text(new)) for field, key, old, new in pairs if old != new]


def _text(value: object) -> str:
    """A value in plain text: a number without idle zeros, nothing for what is not there."""
    if value is None or value is False:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "1" if value is True else str(value)
