"""Scores as whole numbers of one small unit, so that sixty thousand exact totals take no longer than rounded ones.

Every finite decimal is a whole number of some power of ten: sums, products and comparisons of whole numbers are
those of the decimals, and the one rounding is made as in ``rounding``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import mul
from typing import NamedTuple

from app.domain.dimensions import DimensionId, ScoringScale, maximum_score, weight_of
from app.domain.plan import ReviewPlan
from app.domain.rounding import EXACT, nearest_whole
from app.domain.scores import Review


@dataclass(frozen=True)
class WholeScale:
    """How the scores of a plan become whole numbers: ``unit`` units make one point.

    ``weights`` are whole numbers; Σ units × weight / ``full`` is a total.
    """

    dimension_ids: tuple[DimensionId, ...]
    unit: int
    weights: tuple[int, ...]
    full: int

    def weighted(self, columns: Sequence[Iterable[int]]) -> Iterator[int]:
        """Σ value × weight, of values given in a column for each dimension."""
        weights = self.weights
        return (sum(map(mul, each, weights)) for each in zip(*columns, strict=True))


class WholeScores(NamedTuple):
    """Scores on their scale, in a column for each dimension in plan order, with a line for each review.

    None stands where there is no score, and where there is one outside the range of its dimension.
    """

    scale: WholeScale
    columns: tuple[Sequence[int | None], ...]


def whole_scores(plan: ReviewPlan, reviews: Iterable[Review]) -> WholeScores:
    """The scores of ``reviews``, on the scale that holds every one of them."""
    keys = [each.dimension_id for each in plan.dimensions]
    numbers = _Numbers()
    # Every decimal is looked at once: there are more of them than a processor holds close, and few different ones.
    numbered = [numbers[review.scores.get(key)] for review in reviews for key in keys]
    values = list(numbers)
    usable = [_usable(values, maximum_score(each, plan.scale)) for each in plan.dimensions]
    unit = 10 ** max(
        (decimals(value) for of_one in usable for value in of_one if value is not None), default=0
    )
    columns = []
    for at, of_one in enumerate(usable):
        units = [None if value is None else whole(value, unit) for value in of_one]
        columns.append(list(map(units.__getitem__, numbered[at :: len(keys)])))
    return WholeScores(_scale(plan, unit), tuple(columns))


class _Numbers(dict[Decimal | None, int]):
    """Numbers the values in the order in which they come up."""

    def __missing__(self, value: Decimal | None) -> int:
        number = self[value] = len(self)
        return number


def _scale(plan: ReviewPlan, unit: int) -> WholeScale:
    weights = [
        weight_of(each, plan.scale) if plan.scale is ScoringScale.PERCENT else Decimal(100)
        for each in plan.dimensions
    ]
    weight_unit = 10 ** max((decimals(weight) for weight in weights), default=0)
    return WholeScale(
        dimension_ids=tuple(each.dimension_id for each in plan.dimensions),
        unit=unit,
        weights=tuple(whole(weight, weight_unit) for weight in weights),
        full=unit * weight_unit * 100,
    )


def _usable(values: Iterable[Decimal | None], high: Decimal) -> list[Decimal | None]:
    """The values, with None for those outside the range."""
    return [
        value if value is not None and value.is_finite() and 0 <= value <= high else None for value in values
    ]


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


class Hundredths(dict[int, Decimal]):
    """Whole numbers of hundredths as decimals, each written once."""

    def __missing__(self, number: int) -> Decimal:
        written = self[number] = Decimal(number).scaleb(-2, EXACT)
        return written


class RoundedBy(dict[int, Decimal]):
    """Whole numbers divided by one denominator and rounded half up to two decimals, each worked out once."""

    def __init__(self, denominator: int, hundredths: Hundredths) -> None:
        super().__init__()
        self._denominator = denominator
        self._hundredths = hundredths

    def __missing__(self, numerator: int) -> Decimal:
        rounded = self._hundredths[nearest_whole(100 * numerator, self._denominator)]
        self[numerator] = rounded
        return rounded


class Rounding(dict[int, RoundedBy]):
    """``rounding[denominator][numerator]`` is the rounded quotient; denominators are positive."""

    def __init__(self) -> None:
        super().__init__()
        self._hundredths = Hundredths()

    def __missing__(self, denominator: int) -> RoundedBy:
        rounded = self[denominator] = RoundedBy(denominator, self._hundredths)
        return rounded
