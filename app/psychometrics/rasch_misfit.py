"""How far responses stray from the Rasch model: infit and outfit of each element, with z (Wright & Masters 1982).

Of a response x with expectation E, variance W and fourth central moment C: outfit = mean (x − E)²/W and
infit = Σ(x − E)² / ΣW, both expected to be 1; above is noise, below is less noise than chance would give.
z = (MS^(1/3) − 1) · 3/q + q/3 (Wilson & Hilferty), q² = Σ(C/W² − 1)/n² for outfit, Σ(C − W²)/(ΣW)² for infit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.psychometrics.bordered_system import Floats
from app.psychometrics.rasch_estimation import Parameters, category_chances, locations
from app.psychometrics.rasch_responses import Facet, Responses, extreme_elements


@dataclass(frozen=True)
class MeanSquare:
    """A mean square around 1 and its standardised value around 0."""

    mean_square: float
    z: float


@dataclass(frozen=True)
class Misfit:
    """Both statistics of one element, over the responses in which no element is extreme."""

    infit: MeanSquare
    outfit: MeanSquare


@dataclass(frozen=True, eq=False)
class _Moments:
    squared: Floats
    variance: Floats
    fourth: Floats


def misfits(responses: Responses, parameters: Parameters, facet: Facet) -> tuple[Misfit | None, ...]:
    """One of each element of the facet; None where every response has an extreme element, which says nothing of fit."""
    is_counted = ~np.any(
        [extreme_elements(responses, each)[responses.place(each)] for each in Facet], axis=0
    ).astype(bool)
    moments = _moments(responses, parameters)
    weights = is_counted.astype(float)
    number = responses.count(facet, weights)
    # Where nothing is counted the quotients mean nothing and are not shown.
    with np.errstate(divide="ignore", invalid="ignore"):
        infit = _infit(responses, facet, moments, weights)
        outfit = _outfit(responses, facet, moments, weights, number=number)
    return tuple(
        Misfit(MeanSquare(*inside), MeanSquare(*outside)) if counted else None
        for counted, inside, outside in zip(number, infit.tolist(), outfit.tolist(), strict=True)
    )


def _moments(responses: Responses, parameters: Parameters) -> _Moments:
    chances = category_chances(locations(responses, parameters), parameters.threshold)
    categories = np.arange(chances.shape[0])
    expected = categories @ chances
    apart = (categories[:, None] - expected) ** 2
    return _Moments(
        squared=(responses.category - expected) ** 2,
        variance=(chances * apart).sum(axis=0),
        fourth=(chances * apart**2).sum(axis=0),
    )


def _infit(responses: Responses, facet: Facet, moments: _Moments, weights: Floats) -> Floats:
    variance = responses.count(facet, weights * moments.variance)
    mean_square = responses.count(facet, weights * moments.squared) / variance
    spread = responses.count(facet, weights * (moments.fourth - moments.variance**2)) / variance**2
    return _with_z(mean_square, spread)


def _outfit(
    responses: Responses, facet: Facet, moments: _Moments, weights: Floats, *, number: Floats
) -> Floats:
    mean_square = responses.count(facet, weights * moments.squared / moments.variance) / number
    spread = responses.count(facet, weights * (moments.fourth / moments.variance**2 - 1)) / number**2
    return _with_z(mean_square, spread)


def _with_z(mean_square: Floats, spread: Floats) -> Floats:
    q = np.sqrt(spread)
    # A symmetric two-category response at its centre has q = 0: its mean square is 1 for certain.
    z = np.where(q > 0, (np.cbrt(mean_square) - 1) * 3 / q + q / 3, 0.0)
    return np.stack([mean_square, z], axis=1)
