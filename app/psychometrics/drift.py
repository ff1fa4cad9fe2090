"""Whether a reviewer grows stricter or milder as the reviewing goes on, or along the queue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import stats

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.connection import ReviewPair
from app.psychometrics.ratings import Rating, by_application
from app.psychometrics.scored_reviews import ScoredReview, in_order, reviews_by_reviewer

LEAST_POINTS = 3
DAY = 86_400.0


@dataclass(frozen=True)
class Drift:
    """Slope of a reviewer's residuals over ``reviews`` positions: points per position, negative grows stricter.

    ``standard_error`` and the two-sided t ``p_value`` (n − 2 degrees of freedom) are those of the least-squares line;
    ``p_adjusted`` is corrected for looking at every reviewer (Benjamini & Hochberg 1995). ``change`` is the slope over
    the whole ``span`` of positions. None below three positions, where all are the same or where they span too little;
    p None on a perfect line.
    """

    reviewer_id: PersonId
    reviews: int
    slope: float | None = None
    standard_error: float | None = None
    p_value: float | None = None
    p_adjusted: float | None = None
    span: float | None = None
    change: float | None = None


def drifts(
    ratings: Iterable[Rating],
    positions: Mapping[ReviewPair, float],
    *,
    estimates: Mapping[ApplicationId, float] | None = None,
    least_span: float = 0.0,
) -> tuple[Drift, ...]:
    """A line per reviewer who rated anything, in the order of their ids.

    The residual is the score minus the mean of the co-reviewers, or minus the application's estimate where
    ``estimates`` are given. Reviews without a position, or without co-reviewer or estimate, take no part. Where all
    reviewers drift alike co-reviewers hide it, unless each went through the applications in another order.
    Who covers less than ``least_span`` positions has no line: a slope by the day says nothing of a single hour.
    """
    points: defaultdict[PersonId, list[tuple[float, float]]] = defaultdict(list)
    table = by_application(ratings)
    reviewers = sorted({reviewer_id for rated in table.values() for reviewer_id in rated})
    for application_id in sorted(table):
        own = {reviewer_id: float(value) for reviewer_id, value in table[application_id].items()}
        for reviewer_id in sorted(own):
            position = positions.get((application_id, reviewer_id))
            known = _reference(own, reviewer_id, None if estimates is None else (estimates, application_id))
            if position is not None and known is not None:
                points[reviewer_id].append((position, own[reviewer_id] - known))
    return _adjusted([_line(reviewer_id, points[reviewer_id], least_span) for reviewer_id in reviewers])


def positions_in_order(reviews: Iterable[ScoredReview]) -> dict[ReviewPair, float]:
    """The first saved review of each reviewer is 1, the next 2; without a time, none."""
    return {
        (review.application_id, reviewer_id): float(place)
        for reviewer_id, own in reviews_by_reviewer(reviews).items()
        for place, review in enumerate(in_order(own), 1)
    }


def positions_in_days(reviews: Iterable[ScoredReview]) -> dict[ReviewPair, float]:
    """Days since the first save of all."""
    timed = in_order(reviews)
    stamps = {
        (each.application_id, each.reviewer_id): each.saved_at.timestamp() for each in timed if each.saved_at
    }
    first = min(stamps.values(), default=0.0)
    return {pair: (stamp - first) / DAY for pair, stamp in stamps.items()}


def positions_in_queue(reviews: Iterable[ScoredReview]) -> dict[ReviewPair, float]:
    """Where in the reviewer's list the form was drawn; without a place, none."""
    return {
        (review.application_id, review.reviewer_id): float(review.queue_position)
        for review in reviews
        if review.queue_position is not None
    }


def _reference(
    own: Mapping[PersonId, float],
    reviewer_id: PersonId,
    estimate: tuple[Mapping[ApplicationId, float], ApplicationId] | None,
) -> float | None:
    if estimate is not None:
        estimates, application_id = estimate
        return estimates.get(application_id)
    others = [own[other] for other in sorted(own) if other != reviewer_id]
    return sum(others) / len(others) if others else None


def _line(reviewer_id: PersonId, points: Sequence[tuple[float, float]], least_span: float) -> Drift:
    n = len(points)
    if n < LEAST_POINTS:
        return Drift(reviewer_id, n)
    x, y = np.asarray(points, dtype=np.float64).T
    span = float(np.ptp(x))
    if span == 0 or span < least_span:
        return Drift(reviewer_id, n)
    x, y = x - x.mean(), y - y.mean()
    squares = float((x**2).sum())
    slope = float((x * y).sum()) / squares
    rest = float(((y - slope * x) ** 2).sum())
    error = float(np.sqrt(rest / (n - 2) / squares))
    # What floats leave of a perfect line is no error to test against.
    is_perfect = rest <= 1e-20 * max(1.0, float((y**2).sum()))
    p_value = None if is_perfect else float(2 * stats.t.sf(abs(slope / error), n - 2))
    return Drift(reviewer_id, n, slope, error, p_value, None, span, slope * span)


def _adjusted(lines: Sequence[Drift]) -> tuple[Drift, ...]:
    known = [line.p_value for line in lines if line.p_value is not None]
    if not known:
        return tuple(lines)
    adjusted = iter(np.asarray(stats.false_discovery_control(known)).tolist())
    return tuple(line if line.p_value is None else replace(line, p_adjusted=next(adjusted)) for line in lines)
