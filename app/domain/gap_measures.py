"""How far the reviewers of one application lie apart, exactly: measured once, compared with any number of limits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from app.domain.dimensions import DimensionId, maximum_score, weight_of
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.rounding import EXACT
from app.domain.score_gap import (
    GapFlag,
    GapRule,
    finished_gap_flags,
    level_gap,
)
from app.domain.scores import Review, total_of_scores
from app.domain.whole_gaps import whole_range, whole_variance, widest_from_mean

ORDER = (GapRule.RANGE, GapRule.SD, GapRule.MEAN, GapRule.LEVEL)

PREVIEWED: Mapping[GapRule, tuple[Decimal, ...]] = {
    GapRule.RANGE: tuple(Decimal(value) for value in (5, 10, 15, 20, 25, 30, 40)),
    GapRule.SD: tuple(Decimal(value) for value in (2, 4, 6, 8, 10, 12, 15)),
    GapRule.MEAN: tuple(Decimal(value) for value in (2, 4, 6, 8, 10, 12, 15)),
    GapRule.LEVEL: tuple(Decimal(value) for value in (1, 2, 3, 4)),
}
"""The limits a preview shows, in percent of the maximum; of levels, their number."""

AdjustedScores = Mapping[tuple[ApplicationId, PersonId], Mapping[DimensionId, Decimal]]
"""What a review's scores are after severity was taken out; a review that is missing cannot be adjusted."""

Measures = Mapping[GapRule, Fraction]
"""The largest gap by each rule over dimensions and total; of the standard deviation its square, which is exact."""


@dataclass(frozen=True)
class LimitCount:
    """How many applications a limit would raise."""

    limit: Decimal
    count: int
    is_of_plan: bool


def measure(plan: ReviewPlan, finished: Sequence[Review]) -> Measures:
    """The largest gaps among finished reviews; nothing with fewer than two. Agrees with ``finished_gap_flags``."""
    if len(finished) < 2:
        return {}
    largest = {rule: Fraction(-1) for rule in ORDER}
    for dimension in plan.dimensions:
        values = [review.scores[dimension.dimension_id] for review in finished]
        _raise(largest, values, maximum_score(dimension, plan.scale))
        largest[GapRule.LEVEL] = max(largest[GapRule.LEVEL], Fraction(level_gap(dimension, values)))
    full = sum((weight_of(dimension, plan.scale) for dimension in plan.dimensions), Decimal(0))
    _raise(largest, [total_of_scores(plan, review.scores) for review in finished], full)
    return {rule: value for rule, value in largest.items() if value >= 0}


def preview(
    measured: Iterable[Measures], limits: Iterable[Decimal], rule: GapRule, *, planned: Decimal | None
) -> tuple[LimitCount, ...]:
    """How many applications each limit would raise by this rule; the plan's own limit is always among them."""
    values = sorted(each[rule] for each in measured if rule in each)
    asked = sorted({*limits, *(() if planned is None else (planned,))})
    return tuple(
        LimitCount(limit, len(values) - bisect_left(values, as_measured(rule, limit)), limit == planned)
        for limit in asked
    )


def adjusted_flags(
    plan: ReviewPlan, finished: Sequence[Review], adjusted: AdjustedScores
) -> tuple[GapFlag, ...]:
    """The rules broken on severity-adjusted scores; nothing unless every review could be adjusted."""
    return finished_gap_flags(plan, adjusted_reviews(finished, adjusted))


def adjusted_reviews(finished: Sequence[Review], adjusted: AdjustedScores) -> list[Review]:
    """The reviews with adjusted scores, or none at all when one of them has none."""
    keys = [(review.application_id, review.reviewer_id) for review in finished]
    if not all(key in adjusted for key in keys):
        return []
    return [replace(review, scores=adjusted[key]) for key, review in zip(keys, finished, strict=True)]


def as_measured(rule: GapRule, limit: Decimal) -> Fraction:
    """A limit in the unit of ``Measures``."""
    return Fraction(limit) ** 2 if rule is GapRule.SD else Fraction(limit)


def _raise(largest: dict[GapRule, Fraction], values: Sequence[Decimal], maximum: Decimal) -> None:
    if maximum <= 0:
        return
    percent = Fraction(100) / Fraction(maximum)
    # In whole numbers of the smallest decimal place: as exact as fractions at a quarter of the time.
    places = max(0, *(-int(value.as_tuple().exponent) for value in values))
    wholes = sorted(int(value.scaleb(places, EXACT)) for value in values)
    unit = len(wholes) * 10**places
    found = {
        GapRule.RANGE: Fraction(whole_range(wholes), 10**places) * percent,
        GapRule.SD: Fraction(whole_variance(wholes), unit**2) * percent**2,
        GapRule.MEAN: Fraction(widest_from_mean(wholes), unit) * percent,
    }
    for rule, value in found.items():
        largest[rule] = max(largest[rule], value)
