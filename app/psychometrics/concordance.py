"""Kendall's W: how far several reviewers put the same applications in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from app.psychometrics.rating_table import Floats, RatingTable, table_of
from app.psychometrics.ratings import Rating

LEAST_APPLICATIONS = 3


@dataclass(frozen=True)
class Concordance:
    """``w`` from 0 to 1, χ² with ``degrees`` of freedom and its p (a large-sample value, rough below eight
    applications), over the ``applications`` all ``reviewers`` rated. ``mean_rho`` is the mean rank correlation
    of all pairs, (m W − 1) / (m − 1)."""

    w: float
    chi_square: float
    degrees: int
    p_value: float
    mean_rho: float
    applications: int
    reviewers: int


def concordance(ratings: Iterable[Rating]) -> Concordance | None:
    """Kendall's W over the applications every reviewer rated; None below three of them or two reviewers."""
    return concordance_of_table(table_of(ratings))


def concordance_of_table(table: RatingTable) -> Concordance | None:
    """The same for a table."""
    if len(table.reviewer_ids) < 2:
        return None
    matrix = table.matrix()
    return concordance_of_matrix(matrix[~np.isnan(matrix).any(axis=1)])


def concordance_of_matrix(matrix: Sequence[Sequence[float]] | Floats) -> Concordance | None:
    """W = 12 S / (m² (n³ − n) − m Σ T), T = Σ (t³ − t) over each reviewer's ties; rows are applications.

    Siegel & Castellan (1988), section 9.6. χ² = m (n − 1) W. None when no reviewer sees any difference.
    """
    scores = np.asarray(matrix, dtype=float)
    if scores.ndim != 2 or scores.shape[0] < LEAST_APPLICATIONS or scores.shape[1] < 2:
        return None
    n, m = scores.shape
    ranks = np.asarray(stats.rankdata(scores, axis=0))
    spread = float(((ranks.sum(axis=1) - m * (n + 1) / 2) ** 2).sum())
    below = m**2 * (n**3 - n) - m * sum(_ties(scores[:, column]) for column in range(m))
    if below <= 0:
        return None
    w = 12 * spread / below
    chi_square = m * (n - 1) * w
    return Concordance(
        w=w,
        chi_square=chi_square,
        degrees=n - 1,
        p_value=float(stats.chi2.sf(chi_square, n - 1)),
        mean_rho=(m * w - 1) / (m - 1),
        applications=n,
        reviewers=m,
    )


def _ties(values: Floats) -> int:
    counts = np.unique(values, return_counts=True)[1]
    return int((counts**3 - counts).sum())
