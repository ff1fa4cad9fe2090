"""Kendall's W against Siegel's examples and against the mean rank correlation."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from scipy import stats

from app.psychometrics.concordance import concordance, concordance_of_matrix
from app.psychometrics.rating_table import table_of
from app.psychometrics.ratings import Rating
from tests.app.psychometrics.handmade import ratings_of, rounds

# Siegel (1956), chapter 9, and Siegel & Castellan (1988), section 9.6: three executives rank six applicants.
EXECUTIVES = [[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]]
# The same, with ties: ten objects by three judges, W = .828.
TIED = [
    [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
    [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
    [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
]


def test_w_of_the_executives() -> None:
    found = concordance_of_matrix(np.asarray(EXECUTIVES).T)
    assert found is not None
    assert (round(found.w, 2), round(found.mean_rho, 3), found.degrees) == (0.16, -0.257, 5)


def test_w_of_the_tied_example() -> None:
    found = concordance_of_matrix(np.asarray(TIED).T)
    assert found is not None
    assert (round(found.w, 3), found.applications, found.reviewers) == (0.828, 10, 3)
    # Friedman's test on the same ranks, corrected for ties in the same way.
    friedman = stats.friedmanchisquare(*np.asarray(TIED).T)
    assert (found.chi_square, found.p_value) == pytest.approx((friedman.statistic, friedman.pvalue))


def test_concordance_is_over_what_all_reviewers_rated() -> None:
    whole = [[60, 61, 65], [70, 71, 70], [80, 85, 81], [90, 75, 93]]
    assert concordance(ratings_of([*whole, [66, ".", 90]])) == concordance_of_matrix(whole)


@pytest.mark.parametrize("scores", [[], [[60, 70], [61, 72]], [[60], [61], [62]], [[60, 70]] * 4])
def test_concordance_of_too_little_is_none(scores: list[list[int]]) -> None:
    assert concordance(ratings_of(scores)) is None


def test_the_same_order_is_one() -> None:
    found = concordance(ratings_of([[10, 60, 1], [20, 61, 2], [30, 99, 3]]))
    assert found is not None
    assert (found.w, found.mean_rho) == (1.0, 1.0)


@settings(max_examples=60, deadline=None)
@given(rounds(complete=True))
def test_mean_rank_correlation_is_that_of_all_pairs_without_ties(ratings: list[Rating]) -> None:
    matrix = (
        table_of(ratings).matrix() + np.random.default_rng(1).normal(scale=1e-3, size=(len(ratings), 1))[0]
    )
    ranks = stats.rankdata(table_of(ratings).matrix(), axis=0)
    untied = all(len(set(column)) == len(column) for column in ranks.T)
    found = concordance_of_matrix(matrix)
    if found is None or not untied:
        return
    rhos = [
        stats.spearmanr(matrix[:, one], matrix[:, two])[0]
        for one, two in combinations(range(matrix.shape[1]), 2)
    ]
    assert found.mean_rho == pytest.approx(float(np.mean(rhos)), abs=1e-9)
