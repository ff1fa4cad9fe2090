"""Intraclass correlations against the published table, their intervals, and incomplete rounds."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from app.psychometrics.bands import IccBand
from app.psychometrics.icc import IccForm, IccMethod, iccs_of_matrix, iccs_of_ratings, iccs_of_table
from app.psychometrics.ratings import Rating
from tests.app.psychometrics.handmade import SHROUT_FLEISS, rating, ratings_of, rounds, table_from

# Estimates: Shrout & Fleiss (1979), table 4. Intervals of the same data as the manual of R's psych prints them.
PUBLISHED = {
    IccForm.ONE_WAY_SINGLE: (0.17, -0.133, 0.72),
    IccForm.ABSOLUTE_SINGLE: (0.29, 0.019, 0.76),
    IccForm.CONSISTENT_SINGLE: (0.71, 0.342, 0.95),
    IccForm.ONE_WAY_MEAN: (0.44, -0.884, 0.91),
    IccForm.ABSOLUTE_MEAN: (0.62, 0.071, 0.93),
    IccForm.CONSISTENT_MEAN: (0.91, 0.676, 0.99),
}


def test_six_forms_of_the_published_example() -> None:
    found = {
        icc.form: (round(icc.estimate or 0, 2), round(icc.low or 0, 3), round(icc.high or 0, 2))
        for icc in iccs_of_matrix(SHROUT_FLEISS)
    }
    assert found == PUBLISHED


def test_iccs_of_complete_ratings_are_those_of_the_matrix() -> None:
    assert iccs_of_ratings(ratings_of(SHROUT_FLEISS)) == iccs_of_matrix(SHROUT_FLEISS)


def test_bands_are_read_at_the_ends_of_the_interval() -> None:
    consistent = iccs_of_matrix(SHROUT_FLEISS)[2]
    assert consistent.bands == (IccBand.POOR, IccBand.MODERATE, IccBand.EXCELLENT)


def test_interval_of_absolute_agreement_by_its_definition() -> None:
    # McGraw & Wong: the ends are where F = MSR / (a MSC + b MSE) reaches the tail points. At the lower end L,
    # n (MSR − F* MSE) = L (F* (k MSC + (k n − k − n) MSE) + n MSR).
    n, k, msr, msc, mse = 6, 4, 11.2417, 32.4861, 1.0194
    rho = 0.28976
    a, b = k * rho / (n * (1 - rho)), 1 + k * rho * (n - 1) / (n * (1 - rho))
    v = (a * msc + b * mse) ** 2 / ((a * msc) ** 2 / 3 + (b * mse) ** 2 / 15)
    f = stats.f.ppf(0.975, n - 1, v)
    low = iccs_of_matrix(SHROUT_FLEISS)[1].low
    assert low is not None
    assert n * (msr - f * mse) == pytest.approx(
        low * (f * (k * msc + (k * n - k - n) * mse) + n * msr), rel=2e-3
    )


@pytest.mark.parametrize("matrix", [[], [[60, 70]], [[60], [70]]])
def test_iccs_of_too_little_are_none(matrix: list[list[float]]) -> None:
    assert iccs_of_matrix(matrix) == ()


def test_iccs_without_any_variation_are_unknown() -> None:
    assert {(icc.estimate, icc.low, icc.high) for icc in iccs_of_matrix([[60.1] * 3] * 4)} == {
        (None, None, None)
    }


def test_consistency_of_applicants_who_do_not_differ_is_unknown_whatever_the_strictness() -> None:
    # Thirds are no exact floats: what is left of 0 must not be taken for agreement.
    by_form = {icc.form: icc.estimate for icc in iccs_of_matrix([[60.1, 70.3, 80.7]] * 5)}
    assert by_form[IccForm.CONSISTENT_SINGLE] is None
    assert by_form[IccForm.ABSOLUTE_SINGLE] == 0


def test_strictness_costs_absolute_agreement_and_not_consistency() -> None:
    by_form = {icc.form: icc.estimate for icc in iccs_of_matrix([[60, 70], [70, 80], [80, 90]])}
    # MSR = 200, MSC = 150, MSE = 0: 200 / (200 + 2 × 150 / 3).
    assert by_form[IccForm.CONSISTENT_SINGLE] == 1
    assert by_form[IccForm.ABSOLUTE_SINGLE] == pytest.approx(2 / 3)


def test_incomplete_rounds_say_how_each_form_was_made() -> None:
    found = iccs_of_ratings(
        ratings_of([[60, 70, "."], [".", 80, 82], [50, ".", 58], [90, 88, 91], [66, ".", "."]])
    )
    assert [(icc.form, icc.method, icc.applications) for icc in found] == [
        (IccForm.ONE_WAY_SINGLE, IccMethod.ONE_WAY_UNBALANCED, 4),
        (IccForm.ABSOLUTE_SINGLE, IccMethod.VARIANCE_COMPONENTS, 4),
        (IccForm.CONSISTENT_SINGLE, IccMethod.VARIANCE_COMPONENTS, 4),
        (IccForm.ONE_WAY_MEAN, IccMethod.ONE_WAY_UNBALANCED, 4),
        (IccForm.ABSOLUTE_MEAN, IccMethod.VARIANCE_COMPONENTS, 4),
        (IccForm.CONSISTENT_MEAN, IccMethod.VARIANCE_COMPONENTS, 4),
    ]
    assert [icc.readers for icc in found] == [pytest.approx(4 / (1 / 2 + 1 / 2 + 1 / 2 + 1 / 3))] * 6


def test_one_way_incomplete_by_hand() -> None:
    found = iccs_of_ratings([rating("p", "x", "60"), rating("p", "y", "64"), *ratings_of([[70, 76, 79]])])
    # Means 62 and 75, grand mean 69.8: MSB = 2 × 7.8² + 3 × 5.2² = 202.8, MSW = (8 + 42) / 3, k0 = 5 − 13 / 5 = 2.4.
    msb, msw = 202.8, 50 / 3
    assert found[0].estimate == pytest.approx((msb - msw) / (msb + 1.4 * msw))


def test_interval_of_unequal_numbers_of_readers_by_hand() -> None:
    single = iccs_of_ratings(
        [rating("p", "x", "60"), rating("p", "y", "64"), *ratings_of([[70, 76, 79], [81, 85]])]
    )[0]
    # Means 62, 75 and 83 have variance 112 + 1/3; the harmonic mean of 2, 3, 2 is 9 / 4; MSW = 58 / 4.
    observed = 9 / 4 * (337 / 3) / (58 / 4)
    ends = [observed / stats.f.ppf(0.975, 2, 4), observed * stats.f.ppf(0.975, 4, 2)]
    assert [single.low, single.high] == pytest.approx([(end - 1) / (end + 5 / 4) for end in ends])


def test_two_reviewers_who_never_meet_leave_the_two_way_forms_unknown() -> None:
    apart = [rating("p", "x", "60"), rating("p", "y", "61"), rating("q", "z", "80"), rating("q", "w", "82")]
    by_form = {icc.form: icc.estimate for icc in iccs_of_ratings(apart)}
    assert by_form[IccForm.CONSISTENT_SINGLE] is None
    assert by_form[IccForm.ONE_WAY_SINGLE] is not None


def test_interval_of_unequal_numbers_of_readers_holds_the_truth_about_as_often_as_it_says() -> None:
    random, held = np.random.default_rng(7), 0
    counts = np.tile([2, 3, 5], 12)
    rows = np.repeat(np.arange(36), counts)
    for _ in range(400):
        values = 3 * random.normal(size=36)[rows] + 2 * random.normal(size=len(rows))
        # Reviewers of their own for every application.
        table = table_from(rows, values)
        icc = iccs_of_table(table)[0]
        held += icc.low is not None and icc.high is not None and icc.low <= 9 / 13 <= icc.high
    assert 0.92 <= held / 400 <= 0.98


@settings(max_examples=60, deadline=None)
@given(rounds(), st.randoms(use_true_random=False), st.integers(-50, 50))
def test_neither_the_order_nor_a_shift_of_all_scores_matters(
    ratings: list[Rating], random: Random, shift: int
) -> None:
    found = iccs_of_ratings(ratings)
    mixed = random.sample(ratings, len(ratings))
    moved = [Rating(each.application_id, each.reviewer_id, each.value + Decimal(shift)) for each in ratings]
    assert iccs_of_ratings(mixed) == found
    numbers = [value for icc in found for value in (icc.estimate, icc.low, icc.high) if value is not None]
    assert np.isfinite(numbers).all()
    assert [icc.estimate for icc in iccs_of_ratings(moved)] == [
        None if icc.estimate is None else pytest.approx(icc.estimate, rel=1e-6, abs=1e-9) for icc in found
    ]


@settings(max_examples=150, deadline=None)
@given(rounds(complete=True))
def test_every_interval_of_a_complete_round_holds_its_estimate(ratings: list[Rating]) -> None:
    # A negative estimate once gave no degrees of freedom, and an upper end below the estimate.
    for icc in iccs_of_ratings(ratings):
        if icc.estimate is not None and icc.low is not None and icc.high is not None:
            assert icc.low - 1e-9 <= icc.estimate <= icc.high + 1e-9


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 100), min_size=4, max_size=8, unique=True), st.booleans())
def test_perfect_agreement_is_one(scores: list[int], incomplete: bool) -> None:
    matrix: list[list[object]] = [[score] * 3 for score in scores]
    if incomplete:
        matrix[0][0] = matrix[1][2] = None
    assert [icc.estimate for icc in iccs_of_ratings(ratings_of(matrix))] == [pytest.approx(1.0)] * 6
