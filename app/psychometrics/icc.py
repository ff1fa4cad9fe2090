"""Intraclass correlations in the six forms of Shrout and Fleiss, with 95% confidence intervals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy import stats

from app.psychometrics.bands import IccBand, icc_band
from app.psychometrics.rating_table import Floats, RatingTable, table_of
from app.psychometrics.ratings import Rating
from app.psychometrics.variance_components import crossed_components

TAIL = 0.975
"""Two-sided intervals of 95%."""
ROUNDING = 1e-22
"""A sum of squares smaller than this share of all is what floats leave of 0: a hundredth of a point in a round of
ten thousand ratings is still a hundred thousand times as much."""


class IccForm(StrEnum):
    """Which question is asked: one-way, absolute agreement or consistency; one reviewer or the mean of k.

    ICC(1,1), ICC(2,1) = (A,1), ICC(3,1) = (C,1), and the same of the mean (Shrout & Fleiss 1979; McGraw & Wong 1996).
    """

    ONE_WAY_SINGLE = "icc_1_1"
    ABSOLUTE_SINGLE = "icc_a_1"
    CONSISTENT_SINGLE = "icc_c_1"
    ONE_WAY_MEAN = "icc_1_k"
    ABSOLUTE_MEAN = "icc_a_k"
    CONSISTENT_MEAN = "icc_c_k"


class IccMethod(StrEnum):
    """How a figure was made: from a complete table (exact F), one-way from an incomplete one (Thomas & Hultquist's
    interval), or from variance components by fitting constants, which carry no interval."""

    COMPLETE = "complete"
    ONE_WAY_UNBALANCED = "one_way_unbalanced"
    VARIANCE_COMPONENTS = "variance_components"


@dataclass(frozen=True)
class Icc:
    """One intraclass correlation; None where undefined. ``readers`` is k, or the harmonic mean of the ratings an
    application has; the forms of the mean speak of so many."""

    form: IccForm
    method: IccMethod
    estimate: float | None
    low: float | None
    high: float | None
    applications: int
    readers: float

    @property
    def bands(self) -> tuple[IccBand | None, IccBand | None, IccBand | None]:
        """Bands of the lower end, the estimate and the upper end; Koo and Li read the ends, not the estimate."""
        low, middle, high = (
            None if value is None else icc_band(value) for value in (self.low, self.estimate, self.high)
        )
        return low, middle, high


@dataclass(frozen=True)
class MeanSquares:
    """Two-way mean squares of n applications by k reviewers: rows, columns, rest; and within rows."""

    rows: float
    columns: float
    rest: float
    within: float
    n: int
    k: int


def mean_squares(matrix: Sequence[Sequence[float]] | Floats) -> MeanSquares | None:
    """The analysis of variance of a complete table, rows are applications; None below two rows or columns."""
    scores = np.asarray(matrix, dtype=float)
    if scores.ndim != 2 or min(scores.shape) < 2:
        return None
    n, k = scores.shape
    centred = scores - scores.flat[0]
    centred -= centred.mean()
    by_row, by_column = centred.mean(axis=1), centred.mean(axis=0)
    rest = centred - by_row[:, None] - by_column[None, :]
    total = float((centred**2).sum())
    return MeanSquares(
        rows=k * _squares(by_row, total) / (n - 1),
        columns=n * _squares(by_column, total) / (k - 1),
        rest=_squares(rest, total) / ((n - 1) * (k - 1)),
        within=_squares(centred - by_row[:, None], total) / (n * (k - 1)),
        n=n,
        k=k,
    )


def iccs_of_matrix(matrix: Sequence[Sequence[float]] | Floats) -> tuple[Icc, ...]:
    """The six forms of a complete table, rows are applications; () below two rows or columns.

    Estimates: Shrout & Fleiss (1979); intervals: McGraw & Wong (1996), table 7.
    """
    squares = mean_squares(matrix)
    if squares is None:
        return ()
    single = {
        IccForm.ONE_WAY_SINGLE: _one_way(squares),
        IccForm.ABSOLUTE_SINGLE: _absolute(squares),
        IccForm.CONSISTENT_SINGLE: _consistent(squares),
    }
    return _with_means(single, IccMethod.COMPLETE, squares.n, float(squares.k))


def iccs_of_ratings(ratings: Iterable[Rating]) -> tuple[Icc, ...]:
    """The six forms over the applications with two ratings or more; () when there are fewer than two of them.

    A complete table is treated as such. Otherwise the one-way forms come from the unbalanced analysis of variance
    and the two-way forms from variance components; ``method`` says which.
    """
    return iccs_of_table(table_of(ratings, at_least=2))


def iccs_of_table(table: RatingTable) -> tuple[Icc, ...]:
    """The same for a table that holds no application with a single rating."""
    if len(table.application_ids) < 2:
        return ()
    if table.is_complete:
        return iccs_of_matrix(table.matrix())
    n, readers = len(table.application_ids), harmonic_readers(table)
    one_way = {IccForm.ONE_WAY_SINGLE: _one_way_unbalanced(table, readers)}
    two_way = _by_components(table)
    figures = (
        *_with_means(one_way, IccMethod.ONE_WAY_UNBALANCED, n, readers),
        *_with_means(two_way, IccMethod.VARIANCE_COMPONENTS, n, readers),
    )
    return tuple(sorted(figures, key=lambda icc: list(IccForm).index(icc.form)))


def harmonic_readers(table: RatingTable) -> float:
    """The number of readers whose mean has, on average, the error of the means as they are: n / Σ (1 / k)."""
    return float(len(table.application_ids) / (1 / table.counts).sum())


def spearman_brown(single: float, readers: float) -> float | None:
    """The reliability of the mean of so many readers, k ρ / (1 + (k − 1) ρ); None where the formula breaks down."""
    below = 1 + (readers - 1) * single
    return readers * single / below if below > 0 else None


Interval = tuple[float | None, float | None, float | None]
NOTHING: Interval = (None, None, None)
MEAN_OF = {
    IccForm.ONE_WAY_SINGLE: IccForm.ONE_WAY_MEAN,
    IccForm.ABSOLUTE_SINGLE: IccForm.ABSOLUTE_MEAN,
    IccForm.CONSISTENT_SINGLE: IccForm.CONSISTENT_MEAN,
}


def _with_means(
    single: dict[IccForm, Interval], method: IccMethod, n: int, readers: float
) -> tuple[Icc, ...]:
    # The interval of a mean is the single interval stepped up: McGraw and Wong's formulae come to the same.
    figures = dict(single)
    for form, interval in single.items():
        estimate, low, high = (None if each is None else spearman_brown(each, readers) for each in interval)
        figures[MEAN_OF[form]] = (estimate, low, high)
    ordered = sorted(figures, key=list(IccForm).index)
    return tuple(Icc(form, method, *figures[form], applications=n, readers=readers) for form in ordered)


def _one_way(squares: MeanSquares) -> Interval:
    estimate = ratio(squares.rows - squares.within, squares.rows + (squares.k - 1) * squares.within)
    return _by_f(estimate, squares, squares.within, squares.n * (squares.k - 1))


def _consistent(squares: MeanSquares) -> Interval:
    estimate = ratio(squares.rows - squares.rest, squares.rows + (squares.k - 1) * squares.rest)
    return _by_f(estimate, squares, squares.rest, (squares.n - 1) * (squares.k - 1))


def _by_f(estimate: float | None, squares: MeanSquares, error: float, error_df: int) -> Interval:
    """(F/F* − 1) / (F/F* + k − 1), and the same with F × F* of the exchanged degrees of freedom."""
    if estimate is None:
        return NOTHING
    if error <= 0:
        return estimate, 1.0, 1.0
    observed, df = squares.rows / error, squares.n - 1
    low = observed / float(stats.f.ppf(TAIL, df, error_df))
    high = observed * float(stats.f.ppf(TAIL, error_df, df))
    return estimate, (low - 1) / (low + squares.k - 1), (high - 1) / (high + squares.k - 1)


def _absolute(squares: MeanSquares) -> Interval:
    """(MSR − MSE) / (MSR + (k − 1) MSE + k (MSC − MSE) / n), with Satterthwaite's degrees of freedom.

    They are those of a correlation of 0 where the estimate is below it: there the formula of McGraw and Wong would give
    next to none, and an interval beside the estimate.
    """
    n, k, msr, msc, mse = squares.n, squares.k, squares.rows, squares.columns, squares.rest
    estimate = ratio(msr - mse, msr + (k - 1) * mse + k * (msc - mse) / n)
    if estimate is None or estimate >= 1:
        return (None if estimate is None else 1.0,) * 3
    share = max(0.0, estimate) / (1 - estimate)
    a, b = k * share / n, 1 + k * share * (n - 1) / n
    spread = (a * msc) ** 2 / (k - 1) + (b * mse) ** 2 / ((n - 1) * (k - 1))
    if spread <= 0:
        return estimate, None, None
    v = (a * msc + b * mse) ** 2 / spread
    rest = k * msc + (k * n - k - n) * mse
    f_low, f_high = float(stats.f.ppf(TAIL, n - 1, v)), float(stats.f.ppf(TAIL, v, n - 1))
    low = ratio(n * (msr - f_low * mse), f_low * rest + n * msr)
    return estimate, low, ratio(n * (f_high * msr - mse), rest + n * f_high * msr)


def _one_way_unbalanced(table: RatingTable, readers: float) -> Interval:
    """(MSB − MSW) / (MSB + (k0 − 1) MSW), k0 = (N − Σ k² / N) / (n − 1) (Shrout & Fleiss; Snedecor & Cochran).

    Interval: Thomas & Hultquist (1978), the variance of the applications' means times the harmonic mean of k over MSW
    as F; exact when every application has as many ratings, close otherwise.
    """
    counts, values = table.counts.astype(float), table.values - table.values[0]
    values -= values.mean()
    n, total, all_squares = len(counts), float(counts.sum()), float((values**2).sum())
    means = np.bincount(table.rows, weights=values) / counts
    msb = _squares(np.sqrt(counts) * means, all_squares) / (n - 1)
    msw = _squares(values - means[table.rows], all_squares) / (total - n)
    k0 = (total - float((counts**2).sum()) / total) / (n - 1)
    estimate = ratio(msb - msw, msb + (k0 - 1) * msw)
    if estimate is None or msw <= 0:
        return (estimate,) * 3
    observed = readers * float(means.var(ddof=1)) / msw
    low = observed / float(stats.f.ppf(TAIL, n - 1, total - n))
    high = observed * float(stats.f.ppf(TAIL, total - n, n - 1))
    return estimate, (low - 1) / (low + readers - 1), (high - 1) / (high + readers - 1)


def _by_components(table: RatingTable) -> dict[IccForm, Interval]:
    """σ²(p) / (σ²(p) + σ²(r) + σ²(e)) and the same without σ²(r), as solved: with a complete table the usual forms."""
    solved = crossed_components(table.values[:, None], table.rows, table.columns)
    if solved is None:
        return {IccForm.ABSOLUTE_SINGLE: NOTHING, IccForm.CONSISTENT_SINGLE: NOTHING}
    person, rater, rest = solved[:, 0].tolist()
    return {
        IccForm.ABSOLUTE_SINGLE: (ratio(person, person + rater + rest), None, None),
        IccForm.CONSISTENT_SINGLE: (ratio(person, person + rest), None, None),
    }


def _squares(residuals: Floats, total: float) -> float:
    squares = float((residuals**2).sum())
    return 0.0 if squares <= ROUNDING * total else squares


def ratio(above: float, below: float) -> float | None:
    """A share; None when there is nothing to share."""
    return None if below <= 0 else above / below
