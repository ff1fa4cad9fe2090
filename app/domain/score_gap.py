"""差分: when reviewers of one application differ too much, each rule a small function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from app.domain.dimensions import Dimension, DimensionId, maximum_score, weight_of
from app.domain.plan import ReviewPlan
from app.domain.rounding import EXACT, round_half_up
from app.domain.scores import Review, ReviewState, review_state, total_of_scores


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


@dataclass(frozen=True, slots=True)
class GapFlag:
    """A rule that was broken; ``dimension_id`` None means the total. ``measured`` is rounded to be shown."""

    rule: GapRule
    dimension_id: DimensionId | None
    measured: Decimal
    limit: Decimal


def range_gap(values: Sequence[Decimal]) -> Decimal:
    """Highest minus lowest."""
    return EXACT.subtract(max(values), min(values))


def variance(values: Sequence[Decimal]) -> Fraction:
    """The population variance, exactly."""
    centre = _mean(values)
    return sum(((Fraction(value) - centre) ** 2 for value in values), Fraction(0)) / len(values)


def sd_gap(values: Sequence[Decimal]) -> Decimal:
    """The population standard deviation, to 28 digits: to be shown; ``has_sd_gap`` decides without the root."""
    exact = variance(values)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).sqrt()


def mean_gap(values: Sequence[Decimal]) -> Fraction:
    """The largest distance of any value from the mean of all."""
    centre = _mean(values)
    return max(abs(Fraction(value) - centre) for value in values)


def level_gap(dimension: Dimension, values: Sequence[Decimal]) -> int:
    """How many levels lie between the best and the worst value, after rounding to whole scores; 0 without levels."""
    ordered = sorted(dimension.rubric_levels, key=lambda level: level.low)
    places = [
        place
        for value in (round_half_up(value, 0) for value in values)
        for place, level in enumerate(ordered)
        if level.low <= value <= level.high
    ]
    return max(places) - min(places) if places else 0


def has_range_gap(values: Sequence[Decimal], limit: Decimal) -> bool:
    """高低差: max − min ≥ limit."""
    return len(values) > 1 and range_gap(values) >= limit


def has_sd_gap(values: Sequence[Decimal], limit: Decimal) -> bool:
    """標準差: population SD ≥ limit, compared as squares so that no root is rounded."""
    return len(values) > 1 and variance(values) >= Fraction(limit) ** 2


def has_mean_gap(values: Sequence[Decimal], limit: Decimal) -> bool:
    """離均差: any reviewer ≥ mean + limit or ≤ mean − limit."""
    return len(values) > 1 and mean_gap(values) >= Fraction(limit)


def has_level_gap(dimension: Dimension, values: Sequence[Decimal], limit: int = 2) -> bool:
    """等第差: at least ``limit`` levels apart."""
    return len(values) > 1 and level_gap(dimension, values) >= limit


def plan_limits(plan: ReviewPlan) -> GapLimits:
    """The limits a plan states."""
    rules = plan.rules
    return GapLimits(rules.range_gap, rules.sd_gap, rules.mean_gap, rules.level_gap)


def gap_flags(
    plan: ReviewPlan, reviews: Iterable[Review], *, limits: GapLimits | None = None
) -> tuple[GapFlag, ...]:
    """Every broken rule among the finished reviews of one application: dimensions in plan order, then the total.

    On the points scale differences count in percent of the maximum, so that one limit serves every dimension.
    """
    finished = [review for review in reviews if review_state(plan, review) is ReviewState.SCORED]
    return finished_gap_flags(plan, finished, limits=limits)


def finished_gap_flags(
    plan: ReviewPlan, finished: Sequence[Review], *, limits: GapLimits | None = None
) -> tuple[GapFlag, ...]:
    """The same for reviews already known to be finished."""
    limits = limits or plan_limits(plan)
    flags = [
        flag for dimension in plan.dimensions for flag in _dimension_flags(plan, dimension, finished, limits)
    ]
    full = sum((weight_of(dimension, plan.scale) for dimension in plan.dimensions), Decimal(0))
    totals = _Compared(None, [total_of_scores(plan, review.scores) for review in finished], full)
    return (*flags, *_value_flags(totals, limits))


@dataclass(frozen=True)
class _Compared:
    """Values of one dimension, or the totals, with the most they can be."""

    dimension_id: DimensionId | None
    values: Sequence[Decimal]
    maximum: Decimal


def _dimension_flags(
    plan: ReviewPlan, dimension: Dimension, finished: Sequence[Review], limits: GapLimits
) -> list[GapFlag]:
    scores = [review.scores[dimension.dimension_id] for review in finished]
    compared = _Compared(dimension.dimension_id, scores, maximum_score(dimension, plan.scale))
    flags = _value_flags(compared, limits)
    if limits.level_gap is not None and has_level_gap(dimension, scores, limits.level_gap):
        measured = Decimal(level_gap(dimension, scores))
        flags.append(GapFlag(GapRule.LEVEL, dimension.dimension_id, measured, Decimal(limits.level_gap)))
    return flags


ValueRule = tuple[
    Callable[[Sequence[Decimal], Decimal], bool], Callable[[Sequence[Decimal]], Decimal | Fraction]
]
VALUE_RULES: Mapping[GapRule, ValueRule] = {
    GapRule.RANGE: (has_range_gap, range_gap),
    GapRule.SD: (has_sd_gap, sd_gap),
    GapRule.MEAN: (has_mean_gap, mean_gap),
}


def _value_flags(compared: _Compared, limits: GapLimits) -> list[GapFlag]:
    if compared.maximum <= 0:
        return []
    by_rule = {GapRule.RANGE: limits.range_gap, GapRule.SD: limits.sd_gap, GapRule.MEAN: limits.mean_gap}
    # The limit is brought to the scale, not the values to percent: a product is exact, a quotient may not be.
    return [
        GapFlag(rule, compared.dimension_id, _in_percent(measure(compared.values), compared.maximum), limit)
        for rule, (is_broken, measure) in VALUE_RULES.items()
        if (limit := by_rule[rule]) is not None
        and is_broken(compared.values, EXACT.multiply(limit, compared.maximum).scaleb(-2, EXACT))
    ]


def _in_percent(measured: Decimal | Fraction, maximum: Decimal) -> Decimal:
    return round_half_up(Fraction(measured) * 100 / Fraction(maximum))


def _mean(values: Sequence[Decimal]) -> Fraction:
    return sum((Fraction(value) for value in values), Fraction(0)) / len(values)
