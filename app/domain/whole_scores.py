"""Scores as whole numbers of one small unit, so that sixty thousand exact totals take no longer than rounded ones.

Every finite decimal is a whole number of some power of ten: sums, products and comparisons of whole numbers are
those of the decimals, and the one rounding is made as in ``rounding``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.domain.dimensions import DimensionId, ScoringScale, maximum_score, weight_of
from app.domain.plan import ReviewPlan
from app.domain.rounding import nearest
from app.domain.scores import Review


@dataclass(frozen=True)
class WholeScale:
    """How the scores of a plan become whole numbers.

    ``units`` leads, for each dimension in plan order, from every usable score to its number of units, of which
    there are ``unit`` in one point. ``weights`` are whole numbers; Σ units × weight / ``full`` is a total.
    """

    dimension_ids: tuple[DimensionId, ...]
    units: tuple[Mapping[Decimal, int], ...]
    unit: int
    weights: tuple[int, ...]
    full: int


def whole_scale(plan: ReviewPlan, reviews: Iterable[Review]) -> WholeScale:
    """The scale that holds every score of ``reviews`` that lies within its dimension's range."""
    found: dict[DimensionId, set[Decimal]] = {each.dimension_id: set() for each in plan.dimensions}
    for review in reviews:
        for key, value in review.scores.items():
            if key in found:
                found[key].add(value)
    usable = [
        [value for value in found[each.dimension_id] if _is_usable(value, maximum_score(each, plan.scale))]
        for each in plan.dimensions
    ]
    unit = 10 ** max((decimals(value) for values in usable for value in values), default=0)
    weights = [
        weight_of(each, plan.scale) if plan.scale is ScoringScale.PERCENT else Decimal(100)
        for each in plan.dimensions
    ]
    weight_unit = 10 ** max((decimals(weight) for weight in weights), default=0)
    return WholeScale(
        dimension_ids=tuple(each.dimension_id for each in plan.dimensions),
        units=tuple({value: whole(value, unit) for value in values} for values in usable),
        unit=unit,
        weights=tuple(whole(weight, weight_unit) for weight in weights),
        full=unit * weight_unit * 100,
    )


def decimals(value: Decimal) -> int:
    """How many places after the point the value needs, at least 0."""
    _, denominator = value.as_integer_ratio()
    places = 0
    while 10**places % denominator:
        places += 1
    return places


def whole(value: Decimal, unit: int) -> int:
    """How many units the value is; a value that is no whole number of units raises ValueError."""
    numerator, denominator = value.as_integer_ratio()
    units, rest = divmod(numerator * unit, denominator)
    if rest:
        raise ValueError(f"{value} is no whole number of 1/{unit}")
    return units


class RoundedBy(dict[int, Decimal]):
    """Whole numbers divided by one denominator and rounded half up to two decimals, each worked out once."""

    def __init__(self, denominator: int) -> None:
        super().__init__()
        self._denominator = denominator

    def __missing__(self, numerator: int) -> Decimal:
        rounded = self[numerator] = nearest(numerator, self._denominator, 2)
        return rounded


class Rounding(dict[int, RoundedBy]):
    """``rounding[denominator][numerator]`` is the rounded quotient; denominators are positive."""

    def __missing__(self, denominator: int) -> RoundedBy:
        rounded = self[denominator] = RoundedBy(denominator)
        return rounded


def _is_usable(value: Decimal, high: Decimal) -> bool:
    return value.is_finite() and 0 <= value <= high
