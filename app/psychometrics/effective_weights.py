"""Announced weights beside real influence: a dimension in which everyone gets the same decides nothing.

The effective weight of a dimension is cov(w x, total) / var(total), its part of the variance of the totals; the
parts add up to one (Wang & Stanley, 1970, *Review of Educational Research* 40, on nominal and effective weights).
It may be negative, where a dimension works against the others. Scores in percent, w the weight or the points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.psychometrics.bordered_system import Floats

WARNING_THRESHOLD = Decimal("0.2")
"""The relative difference of effective from announced weight above which a dimension is named."""
_MOST_ITERATIONS = 200
_UNBOUNDED = 1e4
_CLOSE = 1e-9


@dataclass(frozen=True)
class EffectiveWeight:
    """Shares from 0 to 1; ``effective`` None when no total differs from another.

    ``relative_difference`` is (effective − announced) / announced, None for a weight of zero. ``spread_factor``
    times ``sd`` is the SD that would make effective equal to announced, all factors together; None for a
    dimension without weight or without spread, and for all when no spread can do it.
    """

    dimension_id: DimensionId
    announced: float
    effective: float | None
    mean: float
    sd: float
    relative_difference: float | None
    is_off: bool
    spread_factor: float | None


@dataclass(frozen=True)
class EffectiveWeights:
    """Dimensions in the order of their weights' mapping; over ``applications`` with a mean in every dimension."""

    dimensions: tuple[EffectiveWeight, ...]
    applications: int
    total_sd: float
    threshold: Decimal


def effective_weights(
    means: Mapping[ApplicationId, Mapping[DimensionId, Decimal]],
    weights: Mapping[DimensionId, Decimal],
    *,
    threshold: Decimal = WARNING_THRESHOLD,
) -> EffectiveWeights:
    """Of applications' dimension means in percent. Weights are in any unit, not negative and not all zero, else ValueError."""
    total = sum(weights.values(), Decimal(0))
    if total <= 0 or min(weights.values()) < 0:
        raise ValueError("weights must not be negative, nor all of them zero")
    rows = [means[key] for key in sorted(means) if weights.keys() <= means[key].keys()]
    scores = np.asarray([[float(row[each]) for each in weights] for row in rows], dtype=float)
    scores = scores.reshape(len(rows), len(weights))
    announced = np.asarray([float(weight / total) for weight in weights.values()])
    covariance = _covariance(scores)
    parts = announced * (covariance @ announced)
    variance = _or_zero(float(parts.sum()), beside=float(announced**2 @ np.diag(covariance)))
    factors = spread_to_restore(covariance, announced)
    return EffectiveWeights(
        dimensions=tuple(
            _dimension(
                each,
                announced=float(announced[place]),
                effective=float(parts[place]) / variance if variance > 0 else None,
                column=scores[:, place],
                threshold=float(threshold),
                factor=factors[place],
            )
            for place, each in enumerate(weights)
        ),
        applications=len(rows),
        total_sd=variance**0.5 * float(total) / 100,
        threshold=threshold,
    )


def spread_to_restore(covariance: Floats, announced: Floats) -> Sequence[float | None]:
    """The factors of the dimensions' SDs under which every effective weight is the announced one.

    With y = announced × factor they solve y (Σ y) = announced · y'Σ y, the minimum of y'Σ y / 2 − Σ announced · log y
    (Spinu, 2013, the same equations for shares of risk): strictly convex, so there is one solution unless
    dimensions cancel each other out. Scaled so that the SD of the totals stays what it is. Dimensions without
    weight or spread get None, and the announced shares of the others are then taken to add up to one.
    """
    can_count = (announced > 0) & (np.diag(covariance) > 0)
    factors: list[float | None] = [None] * announced.size
    kept = np.flatnonzero(can_count)
    if kept.size == 0:
        return factors
    inner = covariance[np.ix_(kept, kept)]
    shares = announced[kept] / announced[kept].sum()
    sds = np.sqrt(np.diag(inner))
    solved = _balanced(inner / np.outer(sds, sds), shares)
    if solved is None:
        return factors
    y = solved / sds
    y *= np.sqrt(max(0.0, float(announced @ covariance @ announced)) / float(y @ inner @ y))
    for place, factor in zip(kept, y / announced[kept], strict=True):
        factors[place] = float(factor)
    return factors if bool((y > 0).all()) else [None] * announced.size


def _or_zero(variance: float, *, beside: float) -> float:
    """Zero for what rounding leaves of totals that are all the same."""
    return variance if variance > 1e-12 * beside else 0.0


def _covariance(scores: Floats) -> Floats:
    if scores.shape[0] < 2:
        return np.zeros((scores.shape[1], scores.shape[1]))
    apart = scores - scores.mean(axis=0)
    # Equal scores leave a mean that is off by a rounding: no spread is none at all.
    apart[:, np.ptp(scores, axis=0) == 0] = 0.0
    covariance: Floats = apart.T @ apart / scores.shape[0]
    return covariance


def _balanced(correlation: Floats, shares: Floats) -> Floats | None:
    """u with u (ρ u) = shares, by Newton's method on the convex function; None when there is none."""
    u: Floats = np.sqrt(shares)
    for _ in range(_MOST_ITERATIONS):
        if float(np.abs(u * (correlation @ u) - shares).max()) < _CLOSE:
            return u
        gradient = correlation @ u - shares / u
        step = np.linalg.solve(correlation + np.diag(shares / u**2), gradient)
        # The function is self-concordant up to a scale: a step damped by its own length stays positive and descends.
        length = float(np.abs(step / u).max())
        u = u - step / (1 + length)
        if not np.isfinite(u).all() or float(u.max()) > _UNBOUNDED:
            return None
    return None


def _dimension(
    dimension_id: DimensionId,
    *,
    announced: float,
    effective: float | None,
    column: Floats,
    threshold: float,
    factor: float | None,
) -> EffectiveWeight:
    is_known = effective is not None and announced > 0
    difference = (effective - announced) / announced if effective is not None and is_known else None
    return EffectiveWeight(
        dimension_id=dimension_id,
        announced=announced,
        effective=effective,
        mean=float(column.mean()) if column.size else 0.0,
        sd=float(column.std()) if column.size and np.ptp(column) else 0.0,
        relative_difference=difference,
        is_off=difference is not None and abs(difference) > threshold,
        spread_factor=factor,
    )
