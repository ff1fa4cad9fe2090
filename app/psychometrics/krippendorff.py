"""Krippendorff's alpha for nominal, ordinal, interval and ratio values, missing values allowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from app.psychometrics.bands import AlphaBand, alpha_band
from app.psychometrics.rating_table import Floats, Places, RatingTable, places_of_pairs, table_of
from app.psychometrics.ratings import Rating

DRAWS = 1000
LARGEST_DRAW = 4_000_000
SEED = 20111
SLICE = 512


class Metric(StrEnum):
    """What a difference between two values means."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


class Resampling(StrEnum):
    """What the interval draws again: whole applications, or pairs of ratings as in Hayes & Krippendorff (2007).

    Simulated rounds (normal scores, α = 0.7): with three reviewers each the interval by applications held the true
    value in 92, 93 and 94% of the rounds of 40, 100 and 300 applications, the one by pairs in 77% of 200 (89% with
    two reviewers).
    """

    APPLICATIONS = "applications"
    PAIRS = "pairs"


@dataclass(frozen=True)
class Alpha:
    """``estimate`` is None when no application has two ratings or all values are the same; ``low`` and ``high``
    bound 95% of the resampled alphas and are None below two applications."""

    metric: Metric
    estimate: float | None
    low: float | None
    high: float | None
    applications: int
    ratings: int

    @property
    def bands(self) -> tuple[AlphaBand | None, AlphaBand | None, AlphaBand | None]:
        """Bands of the lower end, the estimate and the upper end."""
        low, middle, high = (
            None if value is None else alpha_band(value) for value in (self.low, self.estimate, self.high)
        )
        return low, middle, high


@dataclass(frozen=True, eq=False)
class _Units:
    """Pairable values: unit of each, value of each (for ordinal its rank), size of each unit."""

    rows: Places
    values: Floats
    sizes: Places
    metric: Metric


def alpha(
    ratings: Iterable[Rating],
    metric: Metric = Metric.INTERVAL,
    *,
    resampling: Resampling = Resampling.APPLICATIONS,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Alpha:
    """α = 1 − Do / De (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"), single ratings left out.

    Do is the mean difference δ² within applications, De among all values. The interval is made again from the same
    ``seed``; no interval with ``draws`` 0. A negative value on the ratio metric raises ValueError.
    """
    return alpha_of_table(
        table_of(ratings, at_least=2), metric, resampling=resampling, draws=draws, seed=seed
    )


def alpha_of_table(
    table: RatingTable,
    metric: Metric = Metric.INTERVAL,
    *,
    resampling: Resampling = Resampling.APPLICATIONS,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Alpha:
    """The same for a table that holds no application with a single rating."""
    units = _units(table, metric)
    n, total = len(units.sizes), units.values.size
    expected = _expected(units)
    if expected is None:
        return Alpha(metric, None, None, None, n, total)
    within = _within(units)
    estimate = 1 - float((within / (units.sizes - 1)).sum()) / total / expected
    low = high = None
    if draws and n > 1:
        resampled = _by_pairs if resampling is Resampling.PAIRS else _by_applications
        low, high = np.quantile(
            resampled(units, expected, draws, np.random.default_rng(seed)), (0.025, 0.975)
        )
    return Alpha(
        metric,
        estimate,
        None if low is None else float(low),
        None if high is None else float(high),
        applications=n,
        ratings=total,
    )


def _units(table: RatingTable, metric: Metric) -> _Units:
    values = table.values
    if metric is Metric.RATIO and values.size and values.min() < 0:
        raise ValueError("the ratio metric needs values from 0 upwards")
    if metric is Metric.ORDINAL:
        # δ² = (Σ n from c to k − (n_c + n_k) / 2)² is the squared difference of the values' mean ranks.
        _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
        values = (np.cumsum(counts) - counts / 2)[place]
    if metric in (Metric.ORDINAL, Metric.INTERVAL) and values.size:
        values = values - values[0]
        values = values - values.mean()
    return _Units(table.rows, values, table.counts, metric)


def _within(units: _Units) -> Floats:
    """Σ δ² over the ordered pairs of each unit."""
    if units.metric in (Metric.ORDINAL, Metric.INTERVAL):
        # Around the unit's own mean, so that equal values differ by exactly nothing.
        means = np.bincount(units.rows, weights=units.values) / units.sizes
        squares = np.bincount(units.rows, weights=(units.values - means[units.rows]) ** 2)
        return np.asarray(2 * units.sizes * squares, dtype=np.float64)
    first, second = places_of_pairs(units.sizes)
    delta = _delta(units.values[first], units.values[second], units.metric)
    summed = np.bincount(units.rows[first], weights=delta, minlength=len(units.sizes))
    return np.asarray(2 * summed, dtype=np.float64)


def _expected(units: _Units) -> float | None:
    """De = Σ δ² over all ordered pairs / (n (n − 1)); None when nothing varies."""
    total = units.values.size
    if total < 2 or np.ptp(units.values) == 0:
        return None
    if units.metric in (Metric.ORDINAL, Metric.INTERVAL):
        return 2 * float((units.values**2).sum()) / (total - 1)
    values, counts = np.unique(units.values, return_counts=True)
    return float(counts @ _delta_times(values, counts[:, None], units.metric)[:, 0]) / (total * (total - 1))


def _delta(first: Floats, second: Floats, metric: Metric) -> Floats:
    if metric is Metric.NOMINAL:
        return np.asarray(first != second, dtype=np.float64)
    if metric is Metric.RATIO:
        sums = first + second
        return ((first - second) / np.where(sums == 0, 1.0, sums)) ** 2
    return (first - second) ** 2


def _delta_times(values: Floats, counts: Floats | Places, metric: Metric) -> Floats:
    """The matrix δ² of distinct values times ``counts`` (a column a sample), a slice of rows at a time."""
    if metric is Metric.NOMINAL:
        return np.asarray(counts.sum(axis=0) - counts, dtype=np.float64)
    slices = [values[start : start + SLICE] for start in range(0, len(values), SLICE)]
    return np.vstack([_delta(part[:, None], values[None, :], metric) @ counts for part in slices])


def _by_applications(units: _Units, expected: float, draws: int, random: np.random.Generator) -> Floats:
    """Alphas of samples of whole units, De made again for each (Zapf et al. 2016); ranks stay as they are.

    A unit drawn twice is not two units: its copies would add pairs without a difference to De, so the pairs across
    units are raised by n / (n − 1), which makes the mean De of the samples that of the data. A sample in which
    nothing varies says nothing and is left out; should all be so, the De of the data is used.
    """
    n, pairs_within = len(units.sizes), _within(units)
    weights = random.multinomial(n, np.full(n, 1 / n), size=draws).astype(float)
    within = weights @ (pairs_within / (units.sizes - 1))
    totals = weights @ units.sizes
    across = _among(units, weights) - weights**2 @ pairs_within
    among = across * n / (n - 1) + weights @ pairs_within
    varied = among > 1e-12 * expected
    if not varied.any():
        return 1 - within / totals / expected
    return np.asarray(1 - within[varied] * (totals[varied] - 1) / among[varied])


def _among(units: _Units, weights: Floats) -> Floats:
    """Σ δ² over all ordered pairs of each sample; a row of ``weights`` says how often each unit was drawn."""
    if units.metric in (Metric.ORDINAL, Metric.INTERVAL):
        sums = weights @ np.bincount(units.rows, weights=units.values)
        squares = weights @ np.bincount(units.rows, weights=units.values**2)
        return np.asarray(2 * ((weights @ units.sizes) * squares - sums**2))
    values, place = np.unique(units.values, return_inverse=True)
    counts = np.zeros((len(units.sizes), len(values)))
    np.add.at(counts, (units.rows, place), 1)
    drawn = weights @ counts
    return np.asarray((drawn * _delta_times(values, drawn.T, units.metric).T).sum(axis=1))


def _by_pairs(units: _Units, expected: float, draws: int, random: np.random.Generator) -> Floats:
    """Hayes & Krippendorff (2007): each pair's place is filled with the difference of any observed pair, De stays.

    α* = 1 − Σ 2 δ² / (n De (m − 1)) over the pairs, no lower than −1. Ratings of one application are treated as if
    they were independent, so with more than two reviewers the interval comes out too narrow.
    """
    first, second = places_of_pairs(units.sizes)
    share = (
        2 * _delta(units.values[first], units.values[second], units.metric) / (units.values.size * expected)
    )
    lost = np.zeros(draws)
    for size in np.unique(units.sizes):
        places = int((units.sizes == size).sum()) * int(size) * (int(size) - 1) // 2
        lost += _sum_of_draws(share, places, draws, random) / (int(size) - 1)
    return np.maximum(1 - lost, -1.0)


def _sum_of_draws(values: Floats, places: int, draws: int, random: np.random.Generator) -> Floats:
    if places * draws <= LARGEST_DRAW:
        return np.asarray(values[random.integers(0, values.size, size=(draws, places))].sum(axis=1))
    if places >= 10_000:
        # The sum of so many draws is normal to every digit anyone reads.
        return random.normal(places * values.mean(), values.std() * np.sqrt(places), size=draws)
    return np.asarray([values[random.integers(0, values.size, size=places)].sum() for _ in range(draws)])
