"""差分 for a whole round: the flags of ``score_gap``, decided in whole numbers.

The range of some values bounds what the other rules can find (SD ≤ range / 2, distance from the mean < range),
so most applications are settled by one subtraction a dimension. A property test holds both to the same flags.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from app.domain.dimensions import DimensionId, maximum_score
from app.domain.plan import FULL_TOTAL, ReviewPlan, weight_shortfall
from app.domain.rounding import round_half_up
from app.domain.score_gap import GapFlag, GapLimits, GapRule, plan_limits, sd_gap
from app.domain.whole_scores import WholeScale

Units = Sequence[int]
Places = dict[int, tuple[int, ...]]


@dataclass(frozen=True)
class _Meter:
    """The limits of one dimension, or of the totals, in its own units; ``unit`` of them make one point."""

    dimension_id: DimensionId | None
    maximum: Decimal
    unit: int
    rules: tuple[tuple[GapRule, Decimal, Fraction], ...]
    screen: int | None
    """The smallest range at which any rule of values can be broken; None when there is none."""


class GapMeter:
    """The gap flags of one application after another, under one plan."""

    def __init__(self, plan: ReviewPlan, scale: WholeScale) -> None:
        limits = plan_limits(plan)
        self._levels = limits.level_gap
        self._dimensions = plan.dimensions
        self._places: tuple[Places, ...] = tuple({} for _ in plan.dimensions)
        self._unit = scale.unit
        self._meters = tuple(
            _meter(limits, each.dimension_id, maximum_score(each, plan.scale), scale.unit)
            for each in plan.dimensions
        )
        self._total = _meter(limits, None, FULL_TOTAL - weight_shortfall(plan), scale.full)
        self._measured: dict[tuple[GapRule, int, Decimal, tuple[int, ...]], Decimal] = {}

    def flags(self, columns: Sequence[Units], totals: Units) -> tuple[GapFlag, ...]:
        """The broken rules: ``columns`` hold the values of each dimension in plan order, ``totals`` those of the
        reviewers, all of finished reviews."""
        if len(totals) < 2:
            return ()
        found: list[GapFlag] = []
        for place, (meter, values) in enumerate(zip(self._meters, columns, strict=True)):
            spread = max(values) - min(values)
            if meter.screen is not None and spread >= meter.screen:
                found += self._value_flags(meter, values)
            if self._levels is not None:
                found += self._level_flags(place, values, self._levels)
        if self._total.screen is not None and max(totals) - min(totals) >= self._total.screen:
            found += self._value_flags(self._total, totals)
        return tuple(found)

    def _value_flags(self, meter: _Meter, values: Units) -> list[GapFlag]:
        return [
            GapFlag(rule, meter.dimension_id, self._percent(rule, meter, values), limit)
            for rule, limit, in_units in meter.rules
            if _BROKEN[rule](values, in_units)
        ]

    def _percent(self, rule: GapRule, meter: _Meter, values: Units) -> Decimal:
        """What was measured, in percent of the maximum: to be shown."""
        key = (rule, meter.unit, meter.maximum, tuple(sorted(values)))
        known = self._measured.get(key)
        if known is None:
            points = _measure(rule, key[3], meter.unit)
            known = self._measured[key] = round_half_up(points * 100 / Fraction(meter.maximum))
        return known

    def _level_flags(self, place: int, values: Units, limit: int) -> list[GapFlag]:
        dimension, places = self._dimensions[place], self._places[place]
        found = [
            level
            for value in values
            for level in (places[value] if value in places else self._levels_of(place, value))
        ]
        apart = max(found) - min(found) if found else 0
        if apart < limit:
            return []
        return [GapFlag(GapRule.LEVEL, dimension.dimension_id, Decimal(apart), Decimal(limit))]

    def _levels_of(self, place: int, value: int) -> tuple[int, ...]:
        """The places of the levels that hold a value, after rounding to a whole score."""
        score = round_half_up(Fraction(value, self._unit), 0)
        ordered = sorted(self._dimensions[place].rubric_levels, key=lambda level: level.low)
        found = tuple(at for at, level in enumerate(ordered) if level.low <= score <= level.high)
        self._places[place][value] = found
        return found


def _meter(limits: GapLimits, dimension_id: DimensionId | None, maximum: Decimal, unit: int) -> _Meter:
    by_rule = {GapRule.RANGE: limits.range_gap, GapRule.SD: limits.sd_gap, GapRule.MEAN: limits.mean_gap}
    rules = tuple(
        (rule, limit, Fraction(limit) * Fraction(maximum) * unit / 100)
        for rule, limit in by_rule.items()
        if limit is not None and maximum > 0
    )
    least = [2 * in_units if rule is GapRule.SD else in_units for rule, _, in_units in rules]
    return _Meter(dimension_id, maximum, unit, rules, ceil(min(least)) if least else None)


def _has_range(values: Units, limit: Fraction) -> bool:
    return max(values) - min(values) >= limit


def _has_sd(values: Units, limit: Fraction) -> bool:
    number, total = len(values), sum(values)
    squares = number * sum(value * value for value in values) - total * total
    return squares * limit.denominator**2 >= (number * limit.numerator) ** 2


def _has_mean(values: Units, limit: Fraction) -> bool:
    number, total = len(values), sum(values)
    widest = max(number * max(values) - total, total - number * min(values))
    return widest * limit.denominator >= number * limit.numerator


_BROKEN: dict[GapRule, Callable[[Units, Fraction], bool]] = {
    GapRule.RANGE: _has_range,
    GapRule.SD: _has_sd,
    GapRule.MEAN: _has_mean,
}


def _measure(rule: GapRule, values: Units, unit: int) -> Fraction:
    if rule is GapRule.RANGE:
        return Fraction(max(values) - min(values), unit)
    if rule is GapRule.SD:
        return Fraction(sd_gap([Decimal(value) for value in values])) / unit
    centre = Fraction(sum(values), len(values))
    return max(abs(value - centre) for value in values) / unit
