"""Variance components of ratings, complete or not: applications, reviewers and what is left."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from app.psychometrics.rating_table import Floats, Places

ROUNDING = 1e-12
"""A component smaller than this share of the variance is what floats leave of 0."""


@dataclass(frozen=True)
class VarianceComponent:
    """``solved`` is what the equations give; a negative variance is no variance, so ``estimate`` is then 0.

    Negative components are set to 0 only after all are solved, or the others would be biased (Brennan 2001, 3.4.6).
    """

    effect: str
    solved: float

    @property
    def estimate(self) -> float:
        """The variance to work with, never negative."""
        return max(0.0, self.solved)

    @property
    def was_negative(self) -> bool:
        """Whether 0 stands for a negative solution."""
        return self.solved < 0


def nested_components(values: Floats, rows: Places) -> tuple[float, float] | None:
    """σ²(p), σ²(r:p) of ratings by application; None with one application or no application rated twice.

    σ²(p) = (MSB − MSW) / k0, k0 = (N − Σ k² / N) / (n − 1): the analysis of variance, unbalanced.
    """
    counts = np.bincount(rows)
    n, total = len(counts), len(values)
    if n < 2 or total == n:
        return None
    centred = _centred(values[:, None])[:, 0]
    means = np.bincount(rows, weights=centred) / counts
    within = float(((centred - means[rows]) ** 2).sum()) / (total - n)
    between = float((counts * means**2).sum()) / (n - 1)
    k0 = (total - float((counts**2).sum()) / total) / (n - 1)
    person, rest = _without_rounding(np.asarray([(between - within) / k0, within]), centred)
    return float(person), float(rest)


def crossed_components(values: Floats, rows: Places, columns: Places) -> Floats | None:
    """σ²(p), σ²(r), σ²(pr) of each column of ``values``, one row a rating; None where they cannot be told apart.

    Henderson's method III, fitting constants (Searle, Casella & McCulloch 1992, section 5.5), for any pattern of who
    rated whom: with R(a | b) the reduction in squares by a after b, c connected groups, N ratings, P and R,
    E SSE = (N − P − R + c) σ²(pr), E R(r | p) = (N − P) σ²(r) + (R − c) σ²(pr), E R(p | r) = (N − R) σ²(p) + (P − c) σ²(pr).
    Complete tables give the analysis of variance. Unlike method I, who was given which applicants does not enter the
    reviewers' component, and reviewers in full agreement have none.
    """
    total, persons, raters = len(rows), int(rows.max()) + 1, int(columns.max()) + 1
    first_of_group = _first_of_group(rows, columns)
    groups = len(first_of_group)
    rest_degrees = total - persons - raters + groups
    if rest_degrees < 1 or total in (persons, raters):
        return None
    centred = _centred(values)
    by_person, within = _swept(centred, rows)
    by_rater, _ = _swept(centred, columns)
    raters_after = _raters_after_persons(within, rows, columns, first_of_group)
    rest = np.maximum((within**2).sum(axis=0) - raters_after, 0) / rest_degrees
    persons_after = by_person + raters_after - by_rater
    solved = np.asarray(
        [
            (persons_after - (persons - groups) * rest) / (total - raters),
            (raters_after - (raters - groups) * rest) / (total - persons),
            rest,
        ]
    )
    return _without_rounding(solved, centred)


def _centred(values: Floats) -> Floats:
    # The first value away first: what never varies becomes exactly 0.
    shifted = values - values[:1]
    return np.asarray(shifted - shifted.mean(axis=0))


def _without_rounding(solved: Floats, centred: Floats) -> Floats:
    return np.where(np.abs(solved) <= ROUNDING * centred.var(axis=0), 0.0, solved)


def _swept(values: Floats, level: Places) -> tuple[Floats, Floats]:
    """Σ n × mean² over the levels, and the values without the means of their levels."""
    counts = np.bincount(level)[:, None]
    sums = np.zeros((len(counts), values.shape[1]))
    np.add.at(sums, level, values)
    means = sums / counts
    return np.asarray((counts * means**2).sum(axis=0)), values - means[level]


def _first_of_group(rows: Places, columns: Places) -> Places:
    """The first rater of each connected group."""
    persons, raters = int(rows.max()) + 1, int(columns.max()) + 1
    links = coo_array((np.ones(len(rows)), (rows, columns + persons)), shape=(persons + raters,) * 2)
    labels = connected_components(links, directed=False)[1][persons:]
    return np.asarray(np.unique(labels, return_index=True)[1], dtype=np.intp)


def _raters_after_persons(within: Floats, rows: Places, columns: Places, known: Places) -> Floats:
    """R(r | p) = b′ C⁻ b with b the raters' sums of what is left after persons, C = Z′ (I − P) Z.

    Without one rater of each group, ``known``, whom the others determine, C has an inverse.
    """
    raters, counts = int(columns.max()) + 1, np.bincount(rows)
    sums = np.zeros((raters, within.shape[1]))
    np.add.at(sums, columns, within)
    incidence = coo_array((1 / np.sqrt(counts[rows]), (rows, columns))).tocsr()
    reduced = np.diag(np.bincount(columns).astype(float)) - (incidence.T @ incidence).toarray()
    free = np.setdiff1d(np.arange(raters), known)
    effects = np.linalg.solve(reduced[np.ix_(free, free)], sums[free])
    return np.asarray((sums[free] * effects).sum(axis=0))
