"""What one-point bins tell: mean, spread, and how many stand above, beside and below a grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.evidence import GradeDistribution
from app.domain.grade_bars import bin_of
from app.domain.rounding import round_half_up

SMALL_POPULATION = 10
"""Below this many people single students may be recognised, and a percent moves in great steps."""
HALF = Decimal("0.5")


@dataclass(frozen=True)
class Spread:
    """Mean and standard deviation as far as bins tell them: everyone in a bin counts as its middle."""

    mean: Decimal
    deviation: Decimal


@dataclass(frozen=True)
class Neighbours:
    """People above the grade's one-point bin, in it, and below it; ``unscored`` have no grade in any bin."""

    above: int
    beside: int
    below: int
    unscored: int | None
    """None where the population is unknown or smaller than its bins."""


def spread_of(bins: Sequence[int]) -> Spread | None:
    """Mean and standard deviation of the whole population, one decimal; None without anybody in the bins."""
    total = sum(bins)
    if total == 0:
        return None
    # Whole numbers only: twice the middle of bin i is 2i + 1.
    first = sum((2 * place + 1) * count for place, count in enumerate(bins))
    second = sum((2 * place + 1) ** 2 * count for place, count in enumerate(bins))
    mean = Decimal(first) / (2 * total)
    variance = Decimal(second * total - first * first) / (4 * total * total)
    return Spread(round_half_up(mean, 1), round_half_up(variance.sqrt(), 1))


def neighbours_of(distribution: GradeDistribution, grade: Decimal | None) -> Neighbours | None:
    """Counts around a grade; None without a grade between 0 and 100."""
    place = None if grade is None else bin_of(grade)
    if place is None:
        return None
    bins = distribution.grade_bins
    return Neighbours(
        above=sum(bins[place + 1 :]),
        beside=bins[place],
        below=sum(bins[:place]),
        unscored=unscored_of(distribution),
    )


def unscored_of(distribution: GradeDistribution) -> int | None:
    """People of the population in no bin; None where the numbers contradict each other or are unknown."""
    if distribution.population is None:
        return None
    rest = distribution.population - sum(distribution.grade_bins)
    return rest if rest >= 0 else None


def is_small(distribution: GradeDistribution | None) -> bool:
    """Whether the group is so small that it is marked; an unknown population is told from its bins."""
    if distribution is None:
        return False
    population = distribution.population
    known = sum(distribution.grade_bins) if population is None else population
    return known < SMALL_POPULATION
