"""Weighted kappa: how far two reviewers place applications in the same rubric level, beyond chance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy import stats

from app.domain.dimensions import Dimension
from app.domain.level_counts import level_place
from app.domain.people import PersonId
from app.psychometrics.bands import KappaBand, kappa_band
from app.psychometrics.rating_table import Floats, reviewer_pairs, table_of
from app.psychometrics.ratings import Rating

Z95 = float(stats.norm.ppf(0.975))
OUTSIDE = -1


class KappaWeights(StrEnum):
    """What a distance of d levels counts: 1 whatever d (Cohen 1960), d (Cicchetti & Allison 1971) or d²."""

    EQUAL = "equal"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


@dataclass(frozen=True)
class Kappa:
    """``estimate`` is None when chance alone leaves no disagreement (both use one and the same level, or nothing
    is shared). The interval is estimate ± 1.96 SE, None where the SE is 0: large-sample, poor below about 30."""

    shared: int
    estimate: float | None
    standard_error: float | None
    low: float | None
    high: float | None

    @property
    def band(self) -> KappaBand | None:
        """The band of the estimate."""
        return None if self.estimate is None else kappa_band(self.estimate)


@dataclass(frozen=True)
class PairKappa:
    """Two reviewers over the applications both rated; ``outside`` were left out, one score lay between the bands."""

    first: PersonId
    second: PersonId
    outside: int
    kappa: Kappa


def kappa_of_table(counts: Sequence[Sequence[float]] | Floats, disagreement: Floats) -> Kappa:
    """κ = 1 − Σ v p / Σ v e of a table first × second reviewer with costs ``v``, 0 on the diagonal (Cohen 1968).

    Standard error: Fleiss, Cohen & Everitt (1969), formula 13, with agreement weights 1 − v / max v.
    """
    table = np.asarray(counts, dtype=float)
    n = float(table.sum())
    if n == 0 or not disagreement.any():
        return Kappa(int(n), None, None, None, None)
    shares = table / n
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    agreement = 1 - disagreement / disagreement.max()
    expected = float(rows @ agreement @ columns)
    if expected >= 1:
        return Kappa(int(n), None, None, None, None)
    estimate = 1 - float((disagreement * shares).sum()) / float(rows @ disagreement @ columns)
    means = (agreement @ columns)[:, None] + (agreement.T @ rows)[None, :]
    spread = float((shares * (agreement - means * (1 - estimate)) ** 2).sum())
    variance = (spread - (estimate - expected * (1 - estimate)) ** 2) / (n * (1 - expected) ** 2)
    error = float(np.sqrt(variance)) if variance > 1e-15 else 0.0
    half = Z95 * error
    low, high = (estimate - half, min(1.0, estimate + half)) if error else (None, None)
    return Kappa(int(n), estimate, error, low, high)


def disagreement_weights(levels: int, weights: KappaWeights) -> Floats:
    """Costs of each pair of levels."""
    distance = np.abs(np.subtract.outer(np.arange(levels), np.arange(levels))).astype(float)
    if weights is KappaWeights.EQUAL:
        return np.asarray(distance > 0, dtype=np.float64)
    return distance if weights is KappaWeights.LINEAR else distance**2


def weighted_kappa(
    first: Sequence[int], second: Sequence[int], levels: int, weights: KappaWeights = KappaWeights.QUADRATIC
) -> Kappa:
    """Kappa of two reviewers' places among ``levels`` ordered levels, 0 the lowest or the highest."""
    table = np.zeros((levels, levels))
    np.add.at(table, (np.asarray(first, dtype=np.intp), np.asarray(second, dtype=np.intp)), 1)
    return kappa_of_table(table, disagreement_weights(levels, weights))


def pair_kappas(
    ratings: Iterable[Rating], dimension: Dimension, weights: KappaWeights = KappaWeights.QUADRATIC
) -> tuple[PairKappa, ...]:
    """Every pair with an application in common, over the levels of the dimension; () without levels."""
    if not dimension.rubric_levels:
        return ()
    ordered = sorted(ratings, key=lambda rating: (rating.application_id, rating.reviewer_id))
    table, rank = table_of(ordered), _ranks(dimension)
    places = [level_place(dimension, rating.value) for rating in ordered]
    level = np.asarray([OUTSIDE if place is None else rank[place] for place in places], dtype=np.intp)
    pairs, count = reviewer_pairs(table), len(rank)
    first, second = level[pairs.first], level[pairs.second]
    placed = (first != OUTSIDE) & (second != OUTSIDE)
    cells = (pairs.pair * count + first) * count + second
    size = len(pairs.starts) * count**2
    tables = np.bincount(cells[placed], minlength=size).reshape(len(pairs.starts), count, count)
    outside = np.bincount(pairs.pair[~placed], minlength=len(pairs.starts))
    costs = disagreement_weights(count, weights)
    return tuple(
        PairKappa(
            table.reviewer_ids[pairs.one[at]],
            table.reviewer_ids[pairs.two[at]],
            outside=int(outside[at]),
            kappa=kappa_of_table(tables[at], costs),
        )
        for at in range(len(pairs.starts))
    )


def _ranks(dimension: Dimension) -> Mapping[int, int]:
    """The place of each level from the worst, whatever order the plan names them in."""
    order = sorted(range(len(dimension.rubric_levels)), key=lambda at: dimension.rubric_levels[at].low)
    return {place: rank for rank, place in enumerate(order)}
