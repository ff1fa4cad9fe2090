"""Two-by-two tables: exact tests, intervals and what stays of a difference once strata are compared like with like."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, erfc, exp, log, sqrt
from statistics import NormalDist

Z_95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True)
class TwoByTwo:
    """Counts of one stratum: of the group ``hits`` and ``misses``, of all others the same."""

    hits: int
    misses: int
    other_hits: int
    other_misses: int

    def __post_init__(self) -> None:
        if min(self.hits, self.misses, self.other_hits, self.other_misses) < 0:
            raise ValueError("counts must not be below zero")

    @property
    def total(self) -> int:
        """Everybody counted."""
        return self.hits + self.misses + self.other_hits + self.other_misses


@dataclass(frozen=True)
class CommonOdds:
    """Mantel–Haenszel over strata. ``odds_ratio`` is exact; None where it is not defined (nobody to compare with).

    ``low`` and ``high`` are the 95 % interval of Robins, Breslow and Greenland; ``p_value`` is of the test
    without continuity correction. ``strata`` counts those in which anything could be compared.
    """

    odds_ratio: Fraction | None
    low: float | None
    high: float | None
    p_value: float | None
    strata: int


def fisher_exact(table: TwoByTwo) -> Fraction:
    """Two-sided p, exactly: the probability of all tables with these margins that are no more likely than this one.

    Fisher 1935; with fixed margins the first cell is hypergeometric.
    """
    group, hits = table.hits + table.misses, table.hits + table.other_hits
    others = table.total - group
    ways = [
        comb(group, first) * comb(others, hits - first)
        for first in range(max(0, hits - others), min(group, hits) + 1)
    ]
    seen = comb(group, table.hits) * comb(others, hits - table.hits)
    return Fraction(sum(way for way in ways if way <= seen), sum(ways))


def wilson_interval(hits: int, total: int) -> tuple[float, float] | None:
    """The 95 % score interval of a share (Wilson 1927); None when nobody is counted."""
    if total == 0:
        return None
    share, square = hits / total, Z_95**2
    centre = (share + square / (2 * total)) / (1 + square / total)
    reach = Z_95 * sqrt(share * (1 - share) / total + square / (4 * total**2)) / (1 + square / total)
    return max(0.0, centre - reach), min(1.0, centre + reach)


def common_odds(tables: Iterable[TwoByTwo]) -> CommonOdds:
    """The odds of the group beside those of all others, common to the strata.

    Σ ad/n ÷ Σ bc/n (Mantel and Haenszel 1959). Strata with one side or one outcome only say nothing and count
    neither here nor in the test.
    """
    telling = [table for table in tables if _tells(table)]
    ups = [Fraction(table.hits * table.other_misses, table.total) for table in telling]
    downs = [Fraction(table.misses * table.other_hits, table.total) for table in telling]
    ratio = Fraction(sum(ups), sum(downs)) if sum(downs) else None
    low, high = _odds_interval(telling, ups, downs) if ratio else (None, None)
    return CommonOdds(ratio, low, high, _association(telling), len(telling))


def _tells(table: TwoByTwo) -> bool:
    sides = (table.hits + table.misses, table.other_hits + table.other_misses)
    outcomes = (table.hits + table.other_hits, table.misses + table.other_misses)
    return min(*sides, *outcomes) > 0


def _odds_interval(
    tables: Sequence[TwoByTwo], ups: Sequence[Fraction], downs: Sequence[Fraction]
) -> tuple[float, float]:
    """exp(log OR ± z · SE), the variance of Robins, Breslow and Greenland 1986."""
    up, down = sum(ups, Fraction(0)), sum(downs, Fraction(0))
    same = [Fraction(table.hits + table.other_misses, table.total) for table in tables]
    cross = [Fraction(table.misses + table.other_hits, table.total) for table in tables]
    parts = list(zip(ups, downs, same, cross, strict=True))
    variance = (
        sum(r * p for r, _, p, _ in parts) / (2 * up**2)
        + sum(p * s + q * r for r, s, p, q in parts) / (2 * up * down)
        + sum(s * q for _, s, _, q in parts) / (2 * down**2)
    )
    centre, reach = log(up / down), Z_95 * sqrt(variance)
    return exp(centre - reach), exp(centre + reach)


def _association(tables: Sequence[TwoByTwo]) -> float | None:
    """p of the Mantel–Haenszel chi-square with one degree of freedom, without continuity correction."""
    difference, variance = Fraction(0), Fraction(0)
    for table in tables:
        group, hits = table.hits + table.misses, table.hits + table.other_hits
        others, misses = table.total - group, table.total - hits
        difference += table.hits - Fraction(group * hits, table.total)
        variance += Fraction(group * others * hits * misses, table.total**2 * (table.total - 1))
    return erfc(sqrt(difference**2 / variance / 2)) if variance else None
