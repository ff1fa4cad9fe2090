"""Agreement against published and hand-made figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings

from app.domain.dimensions import Dimension, DimensionId, RubricLevel
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.agreement import (
    DimensionAgreement,
    PairAgreement,
    agreement_figures,
    agreement_report,
    icc_absolute,
    icc_of_ratings,
    pair_agreements,
)
from app.psychometrics.bands import AlphaBand, IccBand, alpha_band, icc_band
from app.psychometrics.icc import IccForm, iccs_of_ratings
from app.psychometrics.kappa import pair_kappas
from app.psychometrics.krippendorff import alpha
from app.psychometrics.rating_table import table_of
from app.psychometrics.ratings import Rating
from tests.app.psychometrics.handmade import SHROUT_FLEISS, rating, ratings_of, rounds


def test_icc_absolute_of_the_published_example() -> None:
    assert icc_absolute(SHROUT_FLEISS) == pytest.approx(0.2898, abs=0.00005)


def test_icc_of_ratings_of_the_published_example() -> None:
    ratings = [
        rating(f"p{row}", f"x{column}", str(value))
        for row, values in enumerate(SHROUT_FLEISS)
        for column, value in enumerate(values)
    ]
    assert icc_of_ratings(ratings) == pytest.approx(0.1657, abs=0.00005)


def test_icc_absolute_of_perfect_agreement_is_one() -> None:
    assert icc_absolute([[60, 60], [80, 80]]) == 1.0


@pytest.mark.parametrize("matrix", [[], [[60, 70]], [[60], [70]], [[60, 60], [60, 60]]])
def test_icc_absolute_without_variation_is_unknown(matrix: list[list[float]]) -> None:
    assert icc_absolute(matrix) is None


def test_icc_of_ratings_ignores_single_ratings() -> None:
    assert icc_of_ratings([rating("p", "x", "60"), rating("q", "x", "80"), rating("q", "y", "70")]) is None


def test_pair_agreements_by_hand() -> None:
    ratings = [
        rating("p", "x", "60"),
        rating("p", "y", "70"),
        rating("q", "x", "80"),
        rating("q", "y", "76"),
        rating("r", "z", "50"),
    ]
    (pair,) = pair_agreements(ratings)
    assert replace(pair, correlation=None) == PairAgreement(PersonId("x"), PersonId("y"), 2, -3.0, 7.0, None)
    assert pair.correlation == pytest.approx(1.0)


def test_pair_agreements_without_variation_have_no_correlation() -> None:
    ratings = [rating("p", "x", "60"), rating("p", "y", "70")]
    assert [pair.correlation for pair in pair_agreements(ratings)] == [None]


def test_ratings_of_one_pair_twice_are_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        pair_agreements([rating("p", "x", "60"), rating("p", "x", "61")])


@settings(max_examples=80, deadline=None)
@given(rounds())
def test_pair_agreements_are_those_of_the_two_columns(ratings: list[Rating]) -> None:
    matrix, expected = table_of(ratings).matrix(), []
    for one, two in combinations(range(matrix.shape[1]), 2):
        both = matrix[~np.isnan(matrix[:, (one, two)]).any(axis=1)][:, (one, two)]
        if len(both):
            flat = len(both) < 2 or bool((np.ptp(both, axis=0) == 0).any())
            gaps = both[:, 0] - both[:, 1]
            correlation = None if flat else float(np.asarray(np.corrcoef(both, rowvar=False))[0, 1])
            expected.append((len(both), float(gaps.mean()), float(np.abs(gaps).mean()), correlation))
    found = pair_agreements(ratings)
    assert len(found) == len(expected)
    for pair, figures in zip(found, expected, strict=True):
        own = (pair.shared, pair.mean_difference, pair.mean_absolute_difference, pair.correlation)
        assert own == pytest.approx(figures, abs=1e-9)


LEVELS = (RubricLevel("A", "", Decimal(80), Decimal(100)), RubricLevel("B", "", Decimal(0), Decimal(79)))
DIMENSION = Dimension(DimensionId("d"), "", "", Decimal(100), Decimal(0), None, LEVELS)
ROUND = ratings_of([[60, 70, "."], [".", 80, 82], [50, ".", 58], [90, 88, 91], [66, ".", "."], [71, 77, 70]])


def test_agreement_figures_hold_what_each_coefficient_says() -> None:
    figures = agreement_figures(ROUND)
    assert (figures.applications, figures.single, figures.reviewers, figures.ratings) == (5, 1, 3, 12)
    assert (figures.is_complete, figures.connected_groups) == (False, 1)
    assert figures.iccs == iccs_of_ratings(ROUND)
    assert figures.icc(IccForm.CONSISTENT_MEAN) == figures.iccs[-1]
    assert figures.alpha == alpha(ROUND)
    assert figures.concordance is None


def test_agreement_figures_count_groups_that_may_not_be_compared() -> None:
    apart = [rating("p", "x", "60"), rating("p", "y", "61"), rating("q", "z", "80"), rating("q", "w", "82")]
    assert agreement_figures(apart).connected_groups == 2


def test_agreement_figures_of_nothing_are_unknown() -> None:
    figures = agreement_figures([])
    assert (figures.applications, figures.iccs, figures.icc(IccForm.ONE_WAY_SINGLE)) == (0, (), None)
    assert (figures.alpha.estimate, figures.concordance, figures.connected_groups) == (None, None, 0)


def test_agreement_report_holds_total_pairs_dimensions_and_groups() -> None:
    groups = {each.application_id: "一般生" for each in ROUND if each.application_id < "p003"}
    groups |= {ApplicationId("p003"): "原住民生", ApplicationId("p005"): "原住民生"}
    report = agreement_report(ROUND, [(DIMENSION, ROUND)], groups=groups)
    assert report.total == agreement_figures(ROUND)
    assert report.pairs == pair_agreements(ROUND)
    (dimension,) = report.dimensions
    assert dimension == DimensionAgreement(
        DIMENSION.dimension_id, report.total, report.pairs, pair_kappas(ROUND, DIMENSION)
    )
    assert [group.group for group in report.groups] == ["一般生", "原住民生"]
    of_group = [each for each in ROUND if groups.get(each.application_id) == "原住民生"]
    second = report.groups[1]
    assert second.total == agreement_figures(of_group)
    assert second.dimensions == ((DIMENSION.dimension_id, second.total),)
    assert (second.total.is_complete, second.total.applications) == (True, 2)


def test_agreement_report_is_the_same_in_whatever_order_ratings_come() -> None:
    groups = {each.application_id: each.application_id[-1] for each in ROUND}
    assert agreement_report(ROUND[::-1], [(DIMENSION, ROUND[::-1])], groups=groups) == agreement_report(
        ROUND, [(DIMENSION, ROUND)], groups=groups
    )


@pytest.mark.parametrize(
    ("value", "icc", "alpha_code"),
    [
        (0.49, IccBand.POOR, AlphaBand.UNRELIABLE),
        (0.5, IccBand.MODERATE, AlphaBand.UNRELIABLE),
        (0.667, IccBand.MODERATE, AlphaBand.TENTATIVE),
        (0.8, IccBand.GOOD, AlphaBand.RELIABLE),
        (0.9, IccBand.GOOD, AlphaBand.RELIABLE),
        (0.91, IccBand.EXCELLENT, AlphaBand.RELIABLE),
    ],
)
def test_bands_by_their_borders(value: float, icc: IccBand, alpha_code: AlphaBand) -> None:
    assert (icc_band(value), alpha_band(value)) == (icc, alpha_code)
