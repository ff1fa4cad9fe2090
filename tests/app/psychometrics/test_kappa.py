"""Weighted kappa against four published tables."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import Dimension, DimensionId, RubricLevel
from app.psychometrics.bands import KappaBand
from app.psychometrics.kappa import (
    Kappa,
    KappaWeights,
    disagreement_weights,
    kappa_of_table,
    pair_kappas,
    weighted_kappa,
)
from tests.app.psychometrics.handmade import rating, ratings_of

COHEN = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
FLEISS_COHEN_EVERITT = [[106, 10, 4], [22, 28, 10], [2, 12, 6]]
SKIN = [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]]
XERO = [[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]]


def rounded(kappa: Kappa, digits: int) -> tuple[float, float]:
    """Estimate and standard error as printed."""
    return round(kappa.estimate or 0, digits), round(kappa.standard_error or 0, digits)


@pytest.mark.parametrize(
    ("costs", "published"),
    [
        ([[0, 1, 1], [1, 0, 1], [1, 1, 0]], 0.492),
        ([[0, 1, 3], [1, 0, 6], [3, 6, 0]], 0.348),
        ([[0, 1, 4], [1, 0, 6], [2, 2, 0]], 0.353),
    ],
)
def test_kappa_of_cohens_example(costs: list[list[float]], published: float) -> None:
    # Cohen (1968), tables 1 and 2.
    assert round(kappa_of_table(COHEN, np.asarray(costs, dtype=float)).estimate or 0, 3) == published


def test_standard_error_of_fleiss_cohen_and_everitt() -> None:
    # Fleiss, Cohen & Everitt (1969): agreement weights .4444 and .6667; κw = .507, variance .003248.
    agreement = np.asarray([[1, 0, 0.4444], [0, 1, 0.6667], [0.4444, 0.6667, 1]])
    found = kappa_of_table(FLEISS_COHEN_EVERITT, 1 - agreement)
    assert rounded(found, 3) == (0.507, 0.057)
    assert (found.standard_error or 0) ** 2 == pytest.approx(0.003248, abs=5e-7)


@pytest.mark.parametrize(
    ("weights", "published", "interval"),
    [
        (KappaWeights.EQUAL, (0.3449, 0.0724), (0.2030, 0.4868)),
        (KappaWeights.LINEAR, (0.5082, 0.0655), (0.3798, 0.6366)),
    ],
)
def test_kappa_of_the_skin_condition_example(
    weights: KappaWeights, published: tuple[float, float], interval: tuple[float, float]
) -> None:
    # SAS/STAT User's Guide, PROC FREQ, "Agreement Study".
    found = kappa_of_table(SKIN, disagreement_weights(4, weights))
    assert rounded(found, 4) == published
    assert (round(found.low or 0, 4), round(found.high or 0, 4)) == interval


@pytest.mark.parametrize(
    ("weights", "published"),
    [(KappaWeights.EQUAL, 0.4728), (KappaWeights.LINEAR, 0.5684), (KappaWeights.QUADRATIC, 0.6714)],
)
def test_kappa_of_the_xeromammogram_example(weights: KappaWeights, published: float) -> None:
    # Boyd et al. (1982) as in the Stata manual, [R] kappa.
    assert round(kappa_of_table(XERO, disagreement_weights(4, weights)).estimate or 0, 4) == published


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=40))
def test_quadratic_kappa_is_a_ratio_of_moments(pairs: list[tuple[int, int]]) -> None:
    # Fleiss & Cohen (1973): 2 s_xy / (s_x² + s_y² + (mean x − mean y)²).
    x, y = np.asarray(pairs, dtype=float).T
    below = x.var() + y.var() + (x.mean() - y.mean()) ** 2
    found = weighted_kappa([one for one, _ in pairs], [two for _, two in pairs], 5).estimate
    expected = None if below == 0 else 2 * ((x - x.mean()) * (y - y.mean())).mean() / below
    assert found == (None if expected is None else pytest.approx(expected, abs=1e-9))


@pytest.mark.parametrize("weights", KappaWeights)
def test_perfect_agreement_is_one_and_has_no_interval(weights: KappaWeights) -> None:
    assert weighted_kappa([0, 1, 2, 2], [0, 1, 2, 2], 3, weights) == Kappa(4, 1.0, 0.0, None, None)


def test_kappa_of_one_level_only_is_unknown() -> None:
    assert weighted_kappa([1, 1], [1, 1], 3) == Kappa(2, None, None, None, None)


def dimension(*levels: tuple[str, int, int]) -> Dimension:
    """A dimension with the levels as named, low and high."""
    rubric = tuple(RubricLevel(name, "", Decimal(low), Decimal(high)) for name, low, high in levels)
    return Dimension(DimensionId("d"), "", "", Decimal(100), Decimal(0), None, rubric)


THREE = dimension(("A", 80, 100), ("B", 60, 79), ("C", 0, 59))


def test_pair_kappas_place_scores_in_levels_and_leave_out_what_lies_between() -> None:
    ratings = ratings_of([[90, 85], [70, 65], [50, 79], [100, 99], ["79.5", 80], [66, None]])
    (pair,) = pair_kappas([*ratings, rating("z", "x09", "50")], THREE, KappaWeights.LINEAR)
    assert (pair.first, pair.second, pair.outside) == ("x00", "x01", 1)
    assert pair.kappa == weighted_kappa([2, 1, 0, 2], [2, 1, 1, 2], 3, KappaWeights.LINEAR)


def test_pair_kappas_do_not_mind_the_order_of_the_levels() -> None:
    ratings = ratings_of([[90, 85], [70, 65], [50, 79], [55, 61], [100, 50]])
    mixed = dimension(("B", 60, 79), ("A", 80, 100), ("C", 0, 59))
    assert pair_kappas(ratings, mixed) == pair_kappas(ratings[::-1], THREE)


def test_pair_kappas_without_levels_are_none() -> None:
    assert pair_kappas(ratings_of([[90, 85]]), dimension()) == ()


@pytest.mark.parametrize(
    ("estimate", "band"),
    [
        (-0.1, KappaBand.POOR),
        (0.0, KappaBand.SLIGHT),
        (0.2, KappaBand.SLIGHT),
        (0.41, KappaBand.MODERATE),
        (1.0, KappaBand.ALMOST_PERFECT),
    ],
)
def test_bands_of_landis_and_koch(estimate: float, band: KappaBand) -> None:
    assert Kappa(1, estimate, None, None, None).band is band
