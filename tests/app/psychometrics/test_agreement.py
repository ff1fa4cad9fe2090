"""Agreement against published and hand-made figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.agreement import PairAgreement, icc_absolute, icc_of_ratings, pair_agreements
from app.psychometrics.ratings import Rating

# Shrout & Fleiss (1979), table 2: six targets, four judges; ICC(1,1) = .17, ICC(2,1) = .29.
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def rating(application: str, reviewer: str, value: str) -> Rating:
    """One rating."""
    return Rating(ApplicationId(application), PersonId(reviewer), Decimal(value))


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
