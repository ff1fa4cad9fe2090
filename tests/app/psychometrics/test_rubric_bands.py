"""Scores in bands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.dimensions import DimensionId, RubricLevel, ScoringScale
from app.psychometrics.rubric_bands import USUAL_FLOORS, band_of, common_floors, floors_of
from tests.app.domain.rounds import dimension


def levels(*lows: int) -> tuple[RubricLevel, ...]:
    """Levels that begin at these scores."""
    return tuple(RubricLevel(str(low), "", Decimal(low), Decimal(low + 5)) for low in lows)


@pytest.mark.parametrize(
    ("value", "band"), [("0", 0), ("59.9", 0), ("60", 1), ("79", 2), ("89.5", 3), ("90", 4), ("100", 4)]
)
def test_band_of_the_usual_levels(value: str, band: int) -> None:
    assert band_of(Decimal(value), USUAL_FLOORS) == band


def test_floors_of_a_rubric_in_percent_of_its_maximum() -> None:
    plain = dimension("a", "40")
    rubric = replace(plain, rubric_levels=levels(30, 20, 0), points=Decimal(40))
    assert floors_of(rubric, ScoringScale.POINTS) == (Decimal(50), Decimal(75))
    assert floors_of(rubric, ScoringScale.PERCENT) == (Decimal(20), Decimal(30))
    assert floors_of(replace(plain, rubric_levels=()), ScoringScale.PERCENT) == USUAL_FLOORS


def test_rubrics_of_different_length_share_the_usual_floors() -> None:
    first = replace(dimension("a", "60"), rubric_levels=levels(80, 60, 0))
    second = replace(dimension("b", "40"), rubric_levels=levels(70, 0))
    assert common_floors([first, second], ScoringScale.PERCENT) == {
        DimensionId("a"): USUAL_FLOORS,
        DimensionId("b"): USUAL_FLOORS,
    }
    assert common_floors([first], ScoringScale.PERCENT) == {DimensionId("a"): (Decimal(60), Decimal(80))}
