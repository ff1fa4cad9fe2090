"""試算: what a draft would do to scores that stand already. It reads, ranks by the one ranking there is, saves nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from app.domain.carried_scores import carried_from_history, carried_over
from app.domain.component_values import newest_imports
from app.domain.dimensions import Dimension, DimensionId, ScoringScale, weight_of
from app.domain.evidence import ApplicationId, ApplicationSummary, CategoryCode
from app.domain.plan import ReviewPlan
from app.domain.rank_changes import RankChanges, rank_changes
from app.domain.ranked_row import RankedList, RankingEntry, RoundFacts
from app.domain.ranking import rank
from app.domain.round_event import RoundEventKind
from app.domain.rounding import EXACT
from app.domain.scores import Review
from app.domain.scoring_method import ThirdReading
from app.domain.visibility import Action
from app.evidence.questions import load_applications, load_programme_tree
from app.reviews.store import StoredPlan
from app.workflows.access import Access
from app.workflows.adjusted_totals import adjusted_totals
from app.workflows.plan_sources import PlanSource
from app.workflows.round_facts import load_round_facts
from app.workflows.trial_limits import (
    Imports,
    MissingComponent,
    StoppedReviews,
    is_set_aside,
    missing_components,
    stopped_reviews,
    values_under,
)


@dataclass(frozen=True, eq=False)
class Ground:
    """What does not depend on the change: applications, reviews and facts under a locked plan, and its list."""

    plan: ReviewPlan
    summaries: Mapping[ApplicationId, ApplicationSummary]
    entries: tuple[RankingEntry, ...]
    reviews: tuple[Review, ...]
    facts: RoundFacts
    imports: Imports
    category_counts: Mapping[CategoryCode, int]

    @cached_property
    def ranked(self) -> RankedList:
        """The list as it stands."""
        return _ranked(self.plan, self, self.reviews)


@dataclass(frozen=True)
class Trial:
    """A draft laid on a ground: the plan that is ranked, and what of the draft has no scores there.

    ``unscored`` are dimensions the ground does not know: they count nothing, and ``counted_weight`` is what the
    others make of a full total. ``is_on_ground_scale`` says that points or scale of the draft are not tried: the
    scores of the ground were given on its own.
    """

    plan: ReviewPlan
    unscored: tuple[str, ...]
    matched_by_name: tuple[str, ...]
    counted_weight: Decimal
    is_on_ground_scale: bool


@dataclass(frozen=True)
class LostEvidence:
    """A category that would come into core data or leave it, and how many applicants have it."""

    category_code: CategoryCode
    is_added: bool
    applicants: int


@dataclass(frozen=True)
class WhatIf:
    """The new list beside the standing one, and what it cannot count: ``missing`` component values, and the reviews
    that would be ``stopped`` if the draft took the place of the plan they were made under. ``is_own``: the draft is a
    revision of that plan."""

    trial: Trial
    is_own: bool
    missing: tuple[MissingComponent, ...]
    stopped: StoppedReviews | None
    ranked: RankedList
    changes: RankChanges

    @property
    def has_totals(self) -> bool:
        """Whether any total can be counted: no component lacks the values of everyone."""
        return not any(each.is_whole for each in self.missing)


class NothingToRank(ValueError):
    """No dimension of the draft has scores on this ground, or none of them has weight."""


def load_ground(access: Access, source: PlanSource) -> Ground | None:
    """The scores under a locked plan the person may see ranked; None where that plan has none."""
    stored: StoredPlan = source.stored
    plan = stored.plan
    access.require(Action.VIEW_RANKING, programme_code=plan.programme_code)
    store = access.workbench.store
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    found = load_applications(snapshot, plan.programme_code)
    entered = {each.application_id for each in found}
    history = [each.plan for each in store.load_plan_history(plan.plan_id)]
    reviews = carried_from_history(
        (each for each in store.load_reviews(plan.plan_id) if each.application_id in entered),
        history=history,
        plan=plan,
    )
    if not reviews:
        return None
    return Ground(
        plan=plan,
        summaries={each.application_id: each for each in found},
        entries=tuple(
            RankingEntry(each.application_id, each.submission_mode, each.applicant_status) for each in found
        ),
        reviews=reviews,
        # Third reviewers too where the plan asks for none: a draft may.
        facts=load_round_facts(store, _with_third_alone(plan)),
        imports=newest_imports(store.load_round_events(plan.plan_id, RoundEventKind.COMPONENT_VALUES)),
        category_counts={
            node.category_code: node.count for node in load_programme_tree(snapshot, plan.programme_code)
        },
    )


def lay_on(ground: Ground, draft: ReviewPlan) -> Trial:
    """The draft's rules, weights, levels and minimums for the dimensions that the ground has scores of.

    Within one plan dimensions are matched by id, what remains, and other plans, by name. Raises NothingToRank.
    """
    partners = _partners(ground.plan, draft)
    known = {each.dimension_id: each for each in ground.plan.dimensions}
    kept = [each for each in draft.dimensions if each.dimension_id in partners]
    dimensions = tuple(
        _tried(each, draft.scale, known[partners[each.dimension_id]], ground.plan.scale) for each in kept
    )
    scale = ground.plan.scale
    counted = Decimal(0)
    for each in dimensions:
        counted = EXACT.add(counted, weight_of(each, scale))
    if counted <= 0:
        raise NothingToRank
    ties = tuple(partners.get(DimensionId(key), DimensionId(key)) for key in draft.rules.tie_breaks)
    plan = replace(
        ground.plan,
        dimensions=dimensions,
        rules=replace(draft.rules, tie_breaks=_known_ties(ties, draft, partners)),
    )
    return Trial(
        plan=plan,
        unscored=tuple(each.name for each in draft.dimensions if each.dimension_id not in partners),
        matched_by_name=tuple(each.name for each in kept if partners[each.dimension_id] != each.dimension_id),
        counted_weight=counted,
        is_on_ground_scale=scale is not draft.scale or _has_other_points(ground.plan, draft, partners),
    )


def try_out(ground: Ground, draft: ReviewPlan) -> WhatIf:
    """Who would move, whose outcome would change, which gap cases would come and go."""
    trial = lay_on(ground, draft)
    ranked = _ranked(trial.plan, ground, ground.reviews, draft)
    return WhatIf(
        trial=trial,
        is_own=ground.plan.plan_id == draft.plan_id,
        missing=missing_components(ground.plan, draft, ground.imports, ground.summaries),
        stopped=_stopped(ground, draft) if is_set_aside(ground.plan, draft) else None,
        ranked=ranked,
        changes=rank_changes(ground.ranked, ranked),
    )


def changed_evidence(ground: Ground, draft: ReviewPlan) -> Sequence[LostEvidence]:
    """Categories that would leave core data or come into it, those most applicants have first."""
    before, after = ground.plan.core_data.categories(), draft.core_data.categories()
    changed = [
        LostEvidence(code, code in after, ground.category_counts.get(code, 0)) for code in before ^ after
    ]
    return sorted(changed, key=lambda each: (each.is_added, -each.applicants, each.category_code))


def _ranked(
    plan: ReviewPlan, ground: Ground, reviews: Sequence[Review], draft: ReviewPlan | None = None
) -> RankedList:
    facts = ground.facts
    if draft is not None:
        facts = replace(facts, component_values=values_under(ground.plan, draft, ground.imports))
    adjusted = adjusted_totals(plan, reviews, facts)
    if adjusted is not None:
        facts = replace(facts, adjusted_totals=adjusted.totals)
    return rank(plan, ground.entries, reviews, facts)


def _stopped(ground: Ground, draft: ReviewPlan) -> StoppedReviews:
    """Counted as the list would be once the draft is locked."""
    kept = [carried_over(each, entered_under=ground.plan, plan=draft) for each in ground.reviews]
    with_total = {row.application_id for row in ground.ranked.rows if row.total is not None}
    rows = _ranked(draft, ground, kept, draft).rows
    lost = sum(row.total is None and row.application_id in with_total for row in rows)
    return stopped_reviews(ground.plan, draft, ground.reviews, without_total=lost)


def _with_third_alone(plan: ReviewPlan) -> ReviewPlan:
    return replace(plan, rules=replace(plan.rules, third_reading=ThirdReading.DECIDES))


def _partners(base: ReviewPlan, draft: ReviewPlan) -> Mapping[DimensionId, DimensionId]:
    """From the draft's dimensions to those of the ground."""
    known = {each.dimension_id for each in base.dimensions} if base.plan_id == draft.plan_id else set()
    partners = {
        each.dimension_id: each.dimension_id for each in draft.dimensions if each.dimension_id in known
    }
    taken = set(partners.values())
    free = {
        each.name.strip(): each.dimension_id for each in base.dimensions if each.dimension_id not in taken
    }
    for each in draft.dimensions:
        if each.dimension_id not in partners and each.name.strip() in free:
            partners[each.dimension_id] = free.pop(each.name.strip())
    return partners


def _tried(new: Dimension, new_scale: ScoringScale, old: Dimension, old_scale: ScoringScale) -> Dimension:
    """The new dimension under the id of the old one, on the scale its scores were given on."""
    if old_scale is ScoringScale.POINTS:
        same = new_scale is old_scale and new.points == old.points
        return replace(new, dimension_id=old.dimension_id) if same else old
    if new_scale is ScoringScale.PERCENT:
        return replace(new, dimension_id=old.dimension_id)
    # Bands and a minimum in points say nothing on a scale of 0 to 100; the share of the total does.
    return replace(old, weight_percent=new.points)


def _has_other_points(
    base: ReviewPlan, draft: ReviewPlan, partners: Mapping[DimensionId, DimensionId]
) -> bool:
    known = {each.dimension_id: each.points for each in base.dimensions}
    return base.scale is ScoringScale.POINTS and any(
        each.points != known[partners[each.dimension_id]]
        for each in draft.dimensions
        if each.dimension_id in partners
    )


def _known_ties(
    ties: Sequence[str], draft: ReviewPlan, partners: Mapping[DimensionId, DimensionId]
) -> tuple[str, ...]:
    """Without dimensions that have no scores here."""
    missing = {each.dimension_id for each in draft.dimensions} - set(partners)
    return tuple(key for key in ties if key not in missing)
