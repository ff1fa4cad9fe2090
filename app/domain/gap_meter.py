"""差分 for a whole round: the flags of ``score_gap``, decided in whole numbers.

The range of some values bounds what the other rules can find (SD ≤ range / 2, distance from the mean < range),
so most applications are settled by one subtraction a dimension. A property test holds both to the same flags.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from app.domain.dimensions import Dimension, DimensionId, RubricLevel, maximum_score
from app.domain.plan import FULL_TOTAL, ReviewPlan, weight_shortfall
from app.domain.rounding import nearest, round_half_up
from app.domain.score_gap import GapFlag, GapLimits, GapRule, plan_limits, sd_gap
from app.domain.whole_gaps import whole_range, whole_variance, widest_from_mean
from app.domain.whole_scores import WholeScale

Units = tuple[int, ...]
Batch = Sequence[Sequence[Units]]
"""For each dimension in plan order the scores of one application after another."""
Flags = tuple[GapFlag, ...]
Limits = tuple[tuple[GapRule, Decimal, int, int], ...]
"""Rule, limit in percent of the maximum, and the same in units as numerator and denominator."""


class GapMeter:
    """The gap flags of one batch of applications after another, under one plan."""

    def __init__(self, plan: ReviewPlan, scale: WholeScale) -> None:
        limits = plan_limits(plan)
        full = FULL_TOTAL - weight_shortfall(plan)
        self._scale = scale
        self._widths = replace(scale, weights=tuple(map(abs, scale.weights)))
        self._dimensions = tuple(_DimensionMeter(plan, each, scale.unit) for each in plan.dimensions)
        self._total = _Meter(None, full, scale.full, _in_units(limits, full, scale.full))

    def flags(self, number: int, batch: Batch) -> list[Flags]:
        """The broken rules of ``number`` applications, all with as many finished reviews."""
        found: list[Flags] = [()] * number
        if not batch or len(batch[0][0]) < 2:
            return found
        ranges = []
        for meter, scores in zip(self._dimensions, batch, strict=True):
            ordered = list(map(sorted, scores))
            ranges.append([each[-1] - each[0] for each in ordered])
            for at in _wide(ranges[-1], meter.screen):
                found[at] += meter[tuple(ordered[at])]
        # Sums of weighted scores lie no farther apart than the weighted ranges come to.
        for at in _wide(self._widths.weighted(ranges), self._total.screen):
            totals = self._scale.weighted([scores[at] for scores in batch])
            found[at] += self._total[tuple(sorted(totals))]
        return found


def _wide(ranges: Iterable[int], screen: int | None) -> list[int]:
    """The places of the ranges at which a rule can be broken."""
    return [] if screen is None else [at for at, each in enumerate(ranges) if each >= screen]


class _Meter(dict[Units, tuple[GapFlag, ...]]):
    """The flags of one dimension, or of the totals, by the values in order, each worked out once.

    ``unit`` units make one point. ``screen`` is the smallest range at which a rule can be broken; None when there
    is no rule.
    """

    def __init__(self, dimension_id: DimensionId | None, maximum: Decimal, unit: int, limits: Limits) -> None:
        super().__init__()
        self._dimension_id = dimension_id
        # What makes units percent of the maximum, as numerator and denominator.
        percent = Fraction(100) / Fraction(maximum) / unit if limits else Fraction(0)
        self._percent = percent.numerator, percent.denominator
        self._limits = limits
        least = [
            Fraction((2 if rule is GapRule.SD else 1) * numerator, denominator)
            for rule, _, numerator, denominator in limits
        ]
        self.screen = ceil(min(least)) if least else None

    def __missing__(self, values: Units) -> tuple[GapFlag, ...]:
        found = self[values] = self._found(values)
        return found

    def _found(self, values: Units) -> tuple[GapFlag, ...]:
        return tuple(
            GapFlag(rule, self._dimension_id, _SHOWN[rule](values, self._percent), limit)
            for rule, limit, numerator, denominator in self._limits
            if _BROKEN[rule](values, numerator, denominator)
        )


class _DimensionMeter(_Meter):
    """The meter of a dimension, which also knows levels."""

    def __init__(self, plan: ReviewPlan, dimension: Dimension, unit: int) -> None:
        limits, maximum = plan_limits(plan), maximum_score(dimension, plan.scale)
        super().__init__(dimension.dimension_id, maximum, unit, _in_units(limits, maximum, unit))
        self._unit = unit
        self._ordered = sorted(dimension.rubric_levels, key=lambda level: level.low)
        self._apart = limits.level_gap
        self._places: dict[int, tuple[int, ...]] = {}
        screens = (self.screen, _level_screen(self._ordered, limits.level_gap, unit))
        self.screen = min((each for each in screens if each is not None), default=None)

    def _found(self, values: Units) -> tuple[GapFlag, ...]:
        broken = super()._found(values)
        places = [place for value in values for place in self._places_of(value)]
        apart = max(places) - min(places) if places else 0
        if self._apart is None or apart < self._apart:
            return broken
        return (*broken, GapFlag(GapRule.LEVEL, self._dimension_id, Decimal(apart), Decimal(self._apart)))

    def _places_of(self, value: int) -> tuple[int, ...]:
        """The places of the levels that hold a value, after rounding to a whole score."""
        if value not in self._places:
            score = round_half_up(Fraction(value, self._unit), 0)
            self._places[value] = tuple(
                at for at, level in enumerate(self._ordered) if level.low <= score <= level.high
            )
        return self._places[value]


def _in_units(limits: GapLimits, maximum: Decimal, unit: int) -> Limits:
    by_rule = {GapRule.RANGE: limits.range_gap, GapRule.SD: limits.sd_gap, GapRule.MEAN: limits.mean_gap}
    return tuple(
        (rule, limit, *(Fraction(limit) * Fraction(maximum) * unit / 100).as_integer_ratio())
        for rule, limit in by_rule.items()
        if limit is not None and maximum > 0
    )


def _level_screen(ordered: Sequence[RubricLevel], limit: int | None, unit: int) -> int | None:
    """The smallest range of levels far enough apart; rounding to whole scores may add less than one."""
    if limit is None:
        return None
    if limit <= 0:
        return 0
    apart = [
        ordered[higher].low - lower.high - 1
        for at, lower in enumerate(ordered)
        for higher in range(at + limit, len(ordered))
    ]
    return floor(min(apart) * unit) if apart else None


def _has_range(values: Units, numerator: int, denominator: int) -> bool:
    return whole_range(values) * denominator >= numerator


def _has_sd(values: Units, numerator: int, denominator: int) -> bool:
    limit = len(values) * numerator
    return whole_variance(values) * denominator * denominator >= limit * limit


def _has_mean(values: Units, numerator: int, denominator: int) -> bool:
    return widest_from_mean(values) * denominator >= len(values) * numerator


def _range_shown(values: Units, percent: tuple[int, int]) -> Decimal:
    return nearest(whole_range(values) * percent[0], percent[1], 2)


def _sd_shown(values: Units, percent: tuple[int, int]) -> Decimal:
    return round_half_up(Fraction(sd_gap([Decimal(value) for value in values])) * Fraction(*percent))


def _mean_shown(values: Units, percent: tuple[int, int]) -> Decimal:
    return nearest(widest_from_mean(values) * percent[0], len(values) * percent[1], 2)


_BROKEN: Mapping[GapRule, Callable[[Units, int, int], bool]] = {
    GapRule.RANGE: _has_range,
    GapRule.SD: _has_sd,
    GapRule.MEAN: _has_mean,
}
_SHOWN: Mapping[GapRule, Callable[[Units, tuple[int, int]], Decimal]] = {
    GapRule.RANGE: _range_shown,
    GapRule.SD: _sd_shown,
    GapRule.MEAN: _mean_shown,
}
