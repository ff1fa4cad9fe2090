"""Everything about one reviewer's habits on one page, for all reviewers of a round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.dimensions import Dimension, ScoringScale, maximum_score
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.drift import (
    Drift,
    drifts,
    positions_in_days,
    positions_in_order,
    positions_in_queue,
)
from app.psychometrics.level_use import LevelUse, RangeUse, level_uses, range_uses
from app.psychometrics.ratings import Rating
from app.psychometrics.response_patterns import Halo, StraightLining, halo, straight_lining
from app.psychometrics.scored_reviews import ScoredReview, ratings_by_dimension, reviews_by_reviewer

LEAST_DAYS = 1.0
"""Reviews saved within one day have no change by the day: points a day would be a multiple of noise."""


@dataclass(frozen=True)
class RaterBehaviour:
    """One reviewer. Level and range use in the order of the dimensions, those never scored left out; straight-lining
    and halo None under a plan of one dimension; drift of the totals by order of saving, by day, and by queue."""

    reviewer_id: PersonId
    reviews: int
    level_use: tuple[LevelUse, ...]
    range_use: tuple[RangeUse, ...]
    straight_lining: StraightLining | None
    halo: Halo | None
    drift_in_order: Drift
    drift_in_days: Drift
    drift_in_queue: Drift


def rater_behaviour(
    reviews: Sequence[ScoredReview],
    totals: Sequence[Rating],
    dimensions: Sequence[Dimension],
    *,
    scale: ScoringScale,
    estimates: Mapping[ApplicationId, float] | None = None,
) -> tuple[RaterBehaviour, ...]:
    """A page per reviewer in the order of their ids, of those with a review.

    ``totals`` are the totals of finished reviews; ``estimates``, where given, take the place of the co-reviewers' mean.
    """
    by_reviewer = reviews_by_reviewer(reviews)
    rated = ratings_by_dimension(reviews)
    scored = [dimension for dimension in dimensions if dimension.dimension_id in rated]
    levels = [use for each in scored for use in level_uses(each, rated[each.dimension_id])]
    ranges = [use for each in scored for use in range_uses(each.dimension_id, rated[each.dimension_id])]
    maxima = {each.dimension_id: maximum_score(each, scale) for each in dimensions}
    several = len(maxima) > 1
    straight = {each.reviewer_id: each for each in straight_lining(reviews, maxima)} if several else {}
    halos = {each.reviewer_id: each for each in halo(reviews, tuple(maxima))} if several else {}
    order, days, queue = (
        {each.reviewer_id: each for each in drifts(totals, places, estimates=estimates, least_span=least)}
        for places, least in (
            (positions_in_order(reviews), 0.0),
            (positions_in_days(reviews), LEAST_DAYS),
            (positions_in_queue(reviews), 0.0),
        )
    )
    return tuple(
        RaterBehaviour(
            reviewer_id=reviewer_id,
            reviews=len(own),
            level_use=tuple(use for use in levels if use.reviewer_id == reviewer_id),
            range_use=tuple(use for use in ranges if use.reviewer_id == reviewer_id),
            straight_lining=straight.get(reviewer_id),
            halo=halos.get(reviewer_id),
            drift_in_order=order.get(reviewer_id, Drift(reviewer_id, 0)),
            drift_in_days=days.get(reviewer_id, Drift(reviewer_id, 0)),
            drift_in_queue=queue.get(reviewer_id, Drift(reviewer_id, 0)),
        )
        for reviewer_id, own in by_reviewer.items()
    )
