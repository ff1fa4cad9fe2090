"""G and D studies against Brennan's synthetic data sets 1, 2 and 3."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import DimensionId
from app.psychometrics.generalisability import (
    Coefficient,
    Decision,
    Study,
    StudyDesign,
    decision,
    decision_table,
    readers_needed,
    study_of_crossed,
    study_of_dimensions,
    study_of_nested,
)
from app.psychometrics.ratings import Rating
from app.psychometrics.variance_components import VarianceComponent
from tests.app.psychometrics.handmade import rating, ratings_of, rounds

# Brennan (2001), Generalizability Theory, synthetic data set 1: ten persons by twelve items.
SET_1 = [
    "101000000000",
    "111001000000",
    "111110000000",
    "110110010000",
    "111110100000",
    "111011100000",
    "111111100000",
    "111101111100",
    "111111111110",
    "111111111111",
]
# Data sets 2 (eight items within each person) and 3 (four items by two occasions): the same columns of ten persons.
COLUMNS = [
    [2, 4, 5, 5, 4, 4, 2, 3, 0, 6],
    [6, 5, 5, 9, 3, 4, 6, 4, 5, 8],
    [7, 6, 4, 8, 5, 4, 6, 4, 4, 7],
    [5, 7, 6, 6, 6, 7, 5, 5, 5, 6],
    [2, 6, 5, 5, 4, 6, 2, 6, 5, 6],
    [5, 7, 4, 7, 5, 4, 7, 6, 5, 8],
    [5, 5, 5, 7, 6, 7, 7, 6, 5, 8],
    [5, 7, 5, 6, 4, 8, 5, 4, 3, 6],
]


def components(study: Study | None) -> dict[str, float]:
    """Solved components with the book's four digits."""
    assert study is not None
    return {each.effect: round(each.solved, 4) for each in study.components}


def by_dimension(persons: int = 10) -> dict[DimensionId, list[Rating]]:
    """Data set 3 with items as dimensions and occasions as reviewers."""
    return {
        DimensionId(f"d{item}"): [
            rating(f"p{person:02}", f"o{occasion}", str(COLUMNS[4 * occasion + item][person]))
            for person in range(persons)
            for occasion in range(2)
        ]
        for item in range(4)
    }


def test_crossed_study_of_data_set_1() -> None:
    study = study_of_crossed(ratings_of([list(row) for row in SET_1]))
    assert components(study) == {"p": 0.0574, "r": 0.0754, "pr": 0.1269}
    assert study is not None
    twelve = decision(study, 12)
    assert (round(twelve.generalisability or 0, 3), round(twelve.dependability or 0, 3)) == (0.844, 0.773)
    assert (study.applications, study.reviewers, study.is_balanced) == (10, 12, True)


def test_nested_study_of_data_set_2() -> None:
    study = study_of_nested(ratings_of(list(zip(*COLUMNS, strict=True))))
    assert components(study) == {"p": 0.6108, "r:p": 2.025}
    assert study is not None
    eight = decision(study, 8)
    assert round(eight.dependability or 0, 2) == 0.71
    assert eight.generalisability == eight.dependability


def test_study_of_dimensions_of_data_set_3() -> None:
    study = study_of_dimensions(by_dimension())
    assert components(study) == {
        "p": 0.5528,
        "r": 0.0074,
        "d": 0.4417,
        "pr": 0.1009,
        "pd": 0.5750,
        "rd": 0.1565,
        "prd": 0.9352,
    }
    # With items fixed the book has Eρ² = .81 and Φ = .79.
    assert study is not None
    two = decision(study, 2)
    assert (round(two.generalisability or 0, 2), round(two.dependability or 0, 2)) == (0.81, 0.79)
    assert (study.dimensions, study.ratings, study.left_out) == (4, 80, 0)


def test_study_of_dimensions_is_that_of_the_means_also_when_incomplete() -> None:
    given_ratings = {
        name: [
            each
            for each in ratings
            if (each.application_id, each.reviewer_id) not in {("p03", "o1"), ("p07", "o0")}
        ]
        for name, ratings in by_dimension().items()
    }
    study = study_of_dimensions(given_ratings)
    first = next(iter(given_ratings.values()))
    values = np.asarray([[float(each.value) for each in ratings] for ratings in given_ratings.values()])
    means = [
        Rating(each.application_id, each.reviewer_id, Decimal(str(mean)))
        for each, mean in zip(first, values.mean(axis=0), strict=True)
    ]
    plain = study_of_crossed(means)
    assert study is not None
    assert plain is not None
    solved = {each.effect: each.solved for each in study.components}
    assert [
        solved["p"] + solved["pd"] / 4,
        solved["r"] + solved["rd"] / 4,
        solved["pr"] + solved["prd"] / 4,
    ] == (pytest.approx([each.solved for each in plain.components]))
    assert study.is_balanced is False


def test_pairs_without_every_dimension_are_left_out_and_counted() -> None:
    some = by_dimension()
    some[DimensionId("d0")] = some[DimensionId("d0")][:-1]
    study = study_of_dimensions(some)
    assert study is not None
    assert (study.ratings, study.left_out) == (76, 3)


def study(person: float, rater: float, rest: float) -> Study:
    """A crossed study with these components."""
    parts = tuple(map(VarianceComponent, ("p", "r", "pr"), (person, rater, rest)))
    return Study(StudyDesign.CROSSED, parts, 10, 3, 1, 30, 0, True)


def test_decision_table_by_hand() -> None:
    assert decision_table(study(9, 3, 6), (1, 3)) == (
        Decision(1, 9 / 15, 9 / 18, 6**0.5, 3.0),
        Decision(3, 9 / 11, 9 / 12, 2**0.5, 3**0.5),
    )
    assert [row.readers for row in decision_table(study(9, 3, 6))] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_readers_needed_reach_the_target_and_one_fewer_do_not() -> None:
    # Φ = 9 / (9 + 9 / n) = n / (n + 1); Eρ² = 9 / (9 + 6 / n).
    assert readers_needed(study(9, 3, 6), 0.8) == 4
    assert readers_needed(study(9, 3, 6), 0.8, Coefficient.GENERALISABILITY) == 3
    assert readers_needed(study(9, 3, 6), 0.5) == 1
    assert readers_needed(study(9, 3, 6), 1.0) is None
    assert readers_needed(study(9, 0, 0), 1.0) == 1


def test_negative_person_variance_leaves_coefficients_unknown() -> None:
    flat = study(-1, 3, 6)
    assert decision(flat, 2) == Decision(2, None, None, 3**0.5, 4.5**0.5)
    assert readers_needed(flat, 0.1) is None


@pytest.mark.parametrize("ratings", [[], [rating("p", "x", "60")], ratings_of([[60, None], [None, 70]])])
def test_studies_of_too_little_are_none(ratings: list[Rating]) -> None:
    assert study_of_crossed(ratings) is None
    assert study_of_nested(ratings) is None
    assert study_of_dimensions({DimensionId("a"): ratings, DimensionId("b"): ratings}) is None
    assert study_of_dimensions({DimensionId("a"): ratings}) is None


def test_ratings_of_one_pair_twice_are_refused() -> None:
    twice = [rating("p", "x", "60"), rating("p", "x", "61")]
    with pytest.raises(ValueError, match="twice"):
        study_of_dimensions({DimensionId("a"): twice, DimensionId("b"): twice[:1]})


@settings(max_examples=40, deadline=None)
@given(rounds(), st.randoms(use_true_random=False), st.integers(-50, 50))
def test_neither_the_order_nor_a_shift_matters(ratings: list[Rating], random: Random, shift: int) -> None:
    found = study_of_crossed(ratings)
    assert study_of_crossed(random.sample(ratings, len(ratings))) == found
    moved = study_of_crossed(
        [Rating(each.application_id, each.reviewer_id, each.value + Decimal(shift)) for each in ratings]
    )
    assert (found is None) == (moved is None)
    if found is not None and moved is not None:
        assert [each.solved for each in moved.components] == pytest.approx(
            [each.solved for each in found.components], abs=1e-7
        )
