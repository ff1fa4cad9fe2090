"""Default rubrics and the level of a value."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.dimensions import ScoringScale, default_rubric, maximum_score, weight_of
from tests.app.domain.rounds import dimension

NAMES = ("傑出", "優", "佳", "可", "不佳")


def bands(scale: ScoringScale, points: str) -> list[tuple[str, int, int]]:
    """Name, low and high of each default level."""
    levels = default_rubric(scale, Decimal(points), names=NAMES, texts=[""] * 5)
    return [(level.name, int(level.low), int(level.high)) for level in levels]


def test_default_rubric_in_percent() -> None:
    assert bands(ScoringScale.PERCENT, "30") == [
        ("傑出", 90, 100),
        ("優", 80, 89),
        ("佳", 70, 79),
        ("可", 60, 69),
        ("不佳", 0, 59),
    ]


def test_default_rubric_in_points() -> None:
    assert bands(ScoringScale.POINTS, "25") == [
        ("傑出", 23, 25),
        ("優", 20, 22),
        ("佳", 18, 19),
        ("可", 15, 17),
        ("不佳", 0, 14),
    ]


def test_default_rubric_with_few_points_leaves_empty_levels_out() -> None:
    assert bands(ScoringScale.POINTS, "5") == [("傑出", 5, 5), ("優", 4, 4), ("可", 3, 3), ("不佳", 0, 2)]


def test_default_rubric_needs_five_names() -> None:
    with pytest.raises(ValueError, match="five"):
        default_rubric(ScoringScale.PERCENT, Decimal(100), names=NAMES[:4], texts=[""] * 4)


def test_maximum_and_weight_on_both_scales() -> None:
    scored = replace(dimension("a", "60"), points=Decimal("30"))
    assert [maximum_score(scored, scale) for scale in ScoringScale] == [100, 30]
    assert [weight_of(scored, scale) for scale in ScoringScale] == [60, 30]
