"""What a review entered under an earlier revision of the plan still says under the newest one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from app.domain.dimensions import Dimension, DimensionId, ScoringScale, maximum_score
from app.domain.plan import ReviewPlan
from app.domain.scores import Review, ReviewState, review_state

Measure = tuple[ScoringScale, Decimal]
"""What a number means: 45 of 100 and 45 of 50 are not the same judgement."""


def carried_over(review: Review, *, entered_under: ReviewPlan | None, plan: ReviewPlan) -> Review:
    """The review as it counts under ``plan``: a score stays where its dimension keeps scale and maximum.

    The others count as not scored and are named in ``old_scale``; scores of dimensions that are gone go with
    them. ``entered_under`` None is a revision nobody knows any more: what its numbers meant cannot be told.
    """
    if entered_under is plan and not review.old_scale and _has_only_own(review, plan):
        return review
    before = _measures(entered_under) if entered_under is not None else {}
    now = _measures(plan)
    kept = {key: value for key, value in review.scores.items() if _is_same(before, now, key)}
    lost = frozenset(key for key in review.scores if key in now and key not in kept)
    return replace(review, scores=kept, old_scale=lost)


def carried_from_history(
    reviews: Iterable[Review], *, history: Iterable[ReviewPlan], plan: ReviewPlan
) -> tuple[Review, ...]:
    """Every review as it counts under ``plan``, each read by the revision of ``history`` it was entered under."""
    by_revision = {each.revision: each for each in history}
    return tuple(
        carried_over(review, entered_under=by_revision.get(review.plan_revision), plan=plan)
        for review in reviews
    )


def stops_counting(review: Review, *, now: ReviewPlan, then: ReviewPlan, entered_under: ReviewPlan) -> bool:
    """Whether a review would lose a score, or no longer be finished, when ``then`` takes the place of ``now``."""
    current = carried_over(review, entered_under=entered_under, plan=now)
    future = carried_over(review, entered_under=entered_under, plan=then)
    if review.abstained:
        return False
    unfinished = review_state(then, future) is not ReviewState.SCORED
    was_finished = review_state(now, current) is ReviewState.SCORED
    return bool(future.old_scale - current.old_scale) or (was_finished and unfinished)


def _has_only_own(review: Review, plan: ReviewPlan) -> bool:
    return review.scores.keys() <= {each.dimension_id for each in plan.dimensions}


def _measures(plan: ReviewPlan) -> dict[DimensionId, Measure]:
    return {each.dimension_id: _measure(each, plan.scale) for each in plan.dimensions}


def _measure(dimension: Dimension, scale: ScoringScale) -> Measure:
    return scale, maximum_score(dimension, scale)


def _is_same(
    before: Mapping[DimensionId, Measure], now: Mapping[DimensionId, Measure], key: DimensionId
) -> bool:
    return key in before and before[key] == now.get(key)
