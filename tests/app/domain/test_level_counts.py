"""Scores by level, and counts of a panel that would tell one reviewer's scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.dimensions import ScoringScale, default_rubric
from app.domain.level_counts import LevelCounts, Withheld, count_levels, level_place, panel_counts
from app.domain.people import PersonId
from tests.app.domain.rounds import dimension, plan_of, review

LEVELS = default_rubric(ScoringScale.PERCENT, Decimal(100), names="一二三四五", texts=[""] * 5)
ONE = replace(dimension("a", "100"), rubric_levels=LEVELS)
PLAN = plan_of(ONE)


@pytest.mark.parametrize(("score", "place"), [("90", 0), ("100", 0), ("89", 1), ("0", 4), ("89.5", None)])
def test_level_of_a_score(score: str, place: int | None) -> None:
    assert level_place(ONE, Decimal(score)) == place


def test_scores_between_the_bands_are_counted_apart() -> None:
    counted = count_levels(ONE, [Decimal(95), Decimal("89.5"), Decimal(0)])
    assert (counted, counted.total) == (LevelCounts((1, 0, 0, 0, 1), outside=1), 3)


def panel(*scores: Sequence[str]) -> LevelCounts | Withheld:
    """The counts over reviewers who gave these scores."""
    others = {
        PersonId(f"r{number}"): [
            review(f"x{place}", f"r{number}", [score]) for place, score in enumerate(given)
        ]
        for number, given in enumerate(scores)
    }
    return panel_counts(PLAN, ONE, others)


def test_panel_of_three_is_counted() -> None:
    assert panel(["95", "85"], ["85"], ["75", "40"]) == LevelCounts((1, 2, 1, 0, 1))


def test_panel_of_two_is_withheld_and_an_empty_third_changes_nothing() -> None:
    assert panel(["95", "85"], ["85", "75"]) is Withheld.FEW_REVIEWERS
    assert panel(["95", "85"], ["85", "75"], []) is Withheld.FEW_REVIEWERS


def test_panel_in_which_one_gave_more_than_half_is_withheld() -> None:
    assert panel(["95", "85", "75"], ["85"], ["75"]) is Withheld.ONE_DOMINATES
    assert panel(["95", "85"], ["85"], ["75"]) == LevelCounts((1, 2, 1, 0, 0))


def test_panel_of_one_level_is_withheld() -> None:
    assert panel(["95", "92"], ["91"], ["90"]) is Withheld.ONE_LEVEL


def test_who_abstained_is_not_counted() -> None:
    others = {PersonId(f"r{n}"): [review("x", f"r{n}", ["95"], abstained=n == 2)] for n in range(3)}
    assert panel_counts(PLAN, ONE, others) is Withheld.FEW_REVIEWERS
