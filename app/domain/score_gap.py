"""差分: when reviewers of one application differ too much, each rule a small function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from app.domain.dimensions import Dimension, DimensionId, ScoringScale, maximum_score, weight_of
from app.domain.plan import ReviewPlan
from app.domain.rounding import round_half_up
from app.domain.scores import Review, ReviewState, review_state, reviewer_total

Number = Decimal | Fraction


class GapRule(StrEnum):
    """高低差, 標準差, 離均差, 等第差."""

    RANGE = "range_gap"
    SD = "sd_gap"
    MEAN = "mean_gap"
    LEVEL = "level_gap"


@dataclass(frozen=True)
class GapLimits:
    """The limit of each rule, in percent of the maximum; levels are counted. None switches a rule off."""

    range_gap: Decimal | None = None
    sd_gap: Decimal | None = None
    mean_gap: Decimal | None = None
    level_gap: int | None = None


@dataclass(frozen=True)
class GapFlag:
    """A rule that was broken; ``dimension_id`` None means the total. ``measured`` is rounded to be shown."""

    rule: GapRule
    dimension_id: DimensionId | None
    measured: Decimal
    limit: Decimal


def range_gap(values: Sequence[Number]) -> Fraction:
    """Highest minus lowest."""
    exact = [Fraction(value) for value in values]
    return max(exact) - min(exact)


def variance(values: Sequence[Number]) -> Fraction:
    """The population variance, exactly."""
    centre = _mean(values)
    return sum(((Fraction(value) - centre) ** 2 for value in values), Fraction(0)) / len(values)


def sd_gap(values: Sequence[Number]) -> Decimal:
    """The population standard deviation, to 28 digits: to be shown; ``has_sd_gap`` decides without the root."""
    exact = variance(values)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).sqrt()


def mean_gap(values: Sequence[Number]) -> Fraction:
    """The largest distance of any value from the mean of all."""
    centre = _mean(values)
    return max(abs(Fraction(value) - centre) for value in values)


def level_gap(dimension: Dimension, values: Sequence[Number]) -> int:
    """How many levels lie between the best and the worst value, after rounding to whole scores; 0 without levels."""
    ordered = sorted(dimension.rubric_levels, key=lambda level: level.low)
    places = [
        place
        for value in (round_half_up(value, 0) for value in values)
        for place, level in enumerate(ordered)
        if level.low <= value <= level.high
    ]
    return max(places) - min(places) if places else 0


def has_range_gap(values: Sequence[Number], limit: Decimal) -> bool:
    """高低差: max − min ≥ limit."""
    return len(values) > 1 and range_gap(values) >= Fraction(limit)


def has_sd_gap(values: Sequence[Number], limit: Decimal) -> bool:
    """標準差: population SD ≥ limit, compared as squares so that no root is rounded."""
    return len(values) > 1 and variance(values) >= Fraction(limit) ** 2


def has_mean_gap(values: Sequence[Number], limit: Decimal) -> bool:
    """離均差: any reviewer ≥ mean + limit or ≤ mean − limit."""
    return len(values) > 1 and mean_gap(values) >= Fraction(limit)


def has_level_gap(dimension: Dimension, values: Sequence[Number], limit: int = 2) -> bool:
    """等第差: at least ``limit`` levels apart."""
    return len(values) > 1 and level_gap(dimension, values) >= limit


def plan_limits(plan: ReviewPlan) -> GapLimits:
    """The limits a plan states."""
    return GapLimits(range_gap=plan.rules.range_gap)


def gap_flags(
    plan: ReviewPlan, reviews: Iterable[Review], *, limits: GapLimits | None = None
) -> tuple[GapFlag, ...]:
    """Every broken rule among the finished reviews of one application: dimensions in plan order, then the total.

    On the points scale a score is compared as percent of its maximum, so that one limit serves every dimension.
    """
    finished = [review for review in reviews if review_state(plan, review) is ReviewState.SCORED]
    limits = limits or plan_limits(plan)
    flags = [
        flag
        for dimension in plan.dimensions
        for flag in _dimension_flags(dimension, plan.scale, finished, limits)
    ]
    return (*flags, *_value_flags(_total_percents(plan, finished), None, limits))


def _dimension_flags(
    dimension: Dimension, scale: ScoringScale, reviews: Sequence[Review], limits: GapLimits
) -> list[GapFlag]:
    scores = [review.scores[dimension.dimension_id] for review in reviews]
    percents = [_percent(score, maximum_score(dimension, scale)) for score in scores]
    flags = _value_flags(percents, dimension.dimension_id, limits)
    if limits.level_gap is not None and has_level_gap(dimension, scores, limits.level_gap):
        measured = Decimal(level_gap(dimension, scores))
        flags.append(GapFlag(GapRule.LEVEL, dimension.dimension_id, measured, Decimal(limits.level_gap)))
    return flags


ValueRule = tuple[
    Callable[[Sequence[Number], Decimal], bool], Callable[[Sequence[Number]], Decimal | Fraction]
]
VALUE_RULES: Mapping[GapRule, ValueRule] = {
    GapRule.RANGE: (has_range_gap, range_gap),
    GapRule.SD: (has_sd_gap, sd_gap),
    GapRule.MEAN: (has_mean_gap, mean_gap),
}


def _value_flags(
    values: Sequence[Number], dimension_id: DimensionId | None, limits: GapLimits
) -> list[GapFlag]:
    by_rule = {GapRule.RANGE: limits.range_gap, GapRule.SD: limits.sd_gap, GapRule.MEAN: limits.mean_gap}
    return [
        GapFlag(rule, dimension_id, round_half_up(measure(values)), limit)
        for rule, (is_broken, measure) in VALUE_RULES.items()
        if (limit := by_rule[rule]) is not None and is_broken(values, limit)
    ]


def _total_percents(plan: ReviewPlan, reviews: Sequence[Review]) -> list[Fraction]:
    full = sum((weight_of(dimension, plan.scale) for dimension in plan.dimensions), Decimal(0))
    totals = [total for review in reviews if (total := reviewer_total(plan, review)) is not None]
    return [_percent(total, full) for total in totals]


def _percent(value: Decimal, maximum: Decimal) -> Fraction:
    # A dimension of no points cannot differ: every score in it is 0.
    return Fraction(value) * 100 / Fraction(maximum or 1)


def _mean(values: Sequence[Number]) -> Fraction:
    return sum((Fraction(value) for value in values), Fraction(0)) / len(values)
