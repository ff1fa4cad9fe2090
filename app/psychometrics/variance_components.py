"""Variance components of any random model, balanced or not, by Henderson's first method."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from app.psychometrics.rating_table import Floats, Places

SINGULAR = 1e-9
"""Smaller singular values, as shares of the largest, leave the components undetermined."""
ROUNDING = 1e-12
"""A component smaller than this share of the variance is what floats leave of 0."""


@dataclass(frozen=True)
class VarianceComponent:
    """``solved`` is what the equations give; a negative variance is no variance, so ``estimate`` is then 0.

    Negative components are not set to 0 before the others are solved (Brennan 2001, section 3.4.6): that would
    bias the others.
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


def variance_components(
    values: Floats, effects: Mapping[str, Places]
) -> tuple[VarianceComponent, ...] | None:
    """Components of the effects, in their order; each effect gives the level of every value as a whole number.

    Henderson (1953), method I, which Brennan (2001, section 7.1) calls the analogous-ANOVA procedure: for each effect
    T = Σ over its levels of n × mean², whose expectation is linear in the components with coefficients
    Σ over common cells of n²(a, b) / n(a). With balanced data these are the estimates of the analysis of variance.
    The last effect should have one level a value (the residual). None when the equations have no single solution.
    """
    if values.size < 2:
        return None
    # Centred first: the components do not change, and no digits are lost to the square of the mean.
    centred = values - values[0]
    centred -= centred.mean()
    nothing = np.zeros(values.size, dtype=np.intp)
    levels = [np.unique(level, return_inverse=True)[1] for level in effects.values()]
    grand = _coefficients(nothing, levels)
    left = np.asarray([_coefficients(level, levels) - grand for level in levels])
    right = np.asarray(
        [_sum_of_squares(centred, level) - _sum_of_squares(centred, nothing) for level in levels]
    )
    singular = np.linalg.svd(left, compute_uv=False)
    if singular[-1] <= SINGULAR * singular[0]:
        return None
    solved = np.linalg.solve(left, right)
    solved[np.abs(solved) <= ROUNDING * float(centred.var())] = 0.0
    return tuple(VarianceComponent(name, float(each)) for name, each in zip(effects, solved, strict=True))


def _sum_of_squares(values: Floats, level: Places) -> float:
    counts = np.bincount(level)
    return float((np.bincount(level, weights=values) ** 2 / counts).sum())


def _coefficients(level: Places, others: list[Places]) -> Floats:
    counts = np.bincount(level)
    return np.asarray([_coefficient(level, other, counts) for other in others])


def _coefficient(level: Places, other: Places, counts: Places) -> float:
    width = int(other.max()) + 1
    cells, sizes = np.unique(level * width + other, return_counts=True)
    return float((sizes.astype(float) ** 2 / counts[cells // width]).sum())
