"""Mean, spread and neighbours told from one-point bins."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.distribution_facts import Neighbours, Spread, is_small, neighbours_of, spread_of
from tests.app.domain.course_records import DISTRIBUTION


def test_spread_takes_everybody_in_the_middle_of_the_bin() -> None:
    bins = [0] * 100
    bins[60] = bins[80] = 5
    assert spread_of(bins) == Spread(Decimal("70.5"), Decimal("10.0"))


def test_spread_of_one_bin_has_no_deviation() -> None:
    bins = [0] * 100
    bins[99] = 3
    assert spread_of(bins) == Spread(Decimal("99.5"), Decimal("0.0"))


def test_spread_of_nobody_is_none() -> None:
    assert spread_of([0] * 100) is None


@pytest.mark.parametrize(
    ("grade", "expected"),
    [
        ("88.5", Neighbours(above=6, beside=4, below=0, unscored=30)),
        ("90", Neighbours(above=1, beside=2, below=7, unscored=30)),
        ("100", Neighbours(above=0, beside=1, below=9, unscored=30)),
        ("0", Neighbours(above=10, beside=0, below=0, unscored=30)),
    ],
)
def test_neighbours_add_up_to_the_population(grade: str, expected: Neighbours) -> None:
    found = neighbours_of(DISTRIBUTION, Decimal(grade))
    assert found == expected
    assert sum((found.above, found.beside, found.below, found.unscored or 0)) == DISTRIBUTION.population


@pytest.mark.parametrize("grade", [None, Decimal(-1), Decimal("-999.99"), Decimal(101)])
def test_sentinels_have_no_neighbours(grade: Decimal | None) -> None:
    assert neighbours_of(DISTRIBUTION, grade) is None


@pytest.mark.parametrize("population", [None, 9])
def test_unscored_is_unknown_where_numbers_contradict(population: int | None) -> None:
    found = neighbours_of(replace(DISTRIBUTION, population=population), Decimal(88))
    assert found is not None
    assert found.unscored is None


@pytest.mark.parametrize(("population", "expected"), [(9, True), (10, False), (None, False)])
def test_small_is_below_ten_people(population: int | None, expected: bool) -> None:
    assert is_small(replace(DISTRIBUTION, population=population)) is expected


def test_small_is_told_from_the_bins_where_the_population_is_unknown() -> None:
    few = (*[0] * 88, 9, *[0] * 11)
    assert is_small(replace(DISTRIBUTION, population=None, grade_bins=few)) is True
    assert is_small(None) is False
