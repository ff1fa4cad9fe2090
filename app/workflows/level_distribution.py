"""The own scores by level beside the plan's intent and, where the plan allows, beside the panel's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.dimensions import Dimension
from app.domain.level_counts import LevelCounts, Withheld, count_levels, panel_counts, scores_of
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.scores import Review
from app.domain.visibility import Action
from app.workflows.access import Access
from app.workflows.carried_reviews import load_carried_reviews


@dataclass(frozen=True)
class DimensionLevels:
    """One dimension: own counts, and the panel's, why they are withheld, or None where the plan shows none."""

    dimension: Dimension
    own: LevelCounts
    panel: LevelCounts | Withheld | None


def load_level_distribution(access: Access, plan: ReviewPlan) -> tuple[DimensionLevels, ...]:
    """Every dimension, counted over what the person scored and, of the others, over applicants the person sees.

    The others' reviews are read only under a plan that shows their levels; their comments never leave here.
    """
    access.require(Action.VIEW_PLAN, programme_code=plan.programme_code)
    own_id = access.person.person_id
    own = load_carried_reviews(access.workbench.store, plan, reviewer_id=own_id)
    others = _others(access, plan) if plan.rules.shows_panel_levels else None
    return tuple(
        DimensionLevels(
            each,
            count_levels(each, scores_of(plan, each, own)),
            None if others is None else panel_counts(plan, each, others),
        )
        for each in plan.dimensions
    )


def _others(access: Access, plan: ReviewPlan) -> Mapping[PersonId, Sequence[Review]]:
    visible = access.visible_applications(plan.programme_code)
    others: dict[PersonId, list[Review]] = defaultdict(list)
    for review in load_carried_reviews(access.workbench.store, plan):
        is_seen = visible is None or review.application_id in visible
        if is_seen and review.reviewer_id != access.person.person_id:
            others[review.reviewer_id].append(review)
    return others
