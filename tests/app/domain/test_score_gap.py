"""Each gap rule at its limit, and the flags of one application."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.dimensions import DimensionId, RubricLevel, ScoringScale
from app.domain.plan import RankingRules
from app.domain.score_gap import (
    GapFlag,
    GapLimits,
    GapRule,
    gap_flags,
    has_level_gap,
    has_mean_gap,
    has_range_gap,
    has_sd_gap,
    level_gap,
    sd_gap,
)
from tests.app.domain.rounds import dimension, plan_of, review

LEVELS = tuple(
    RubricLevel(name, "", Decimal(low), Decimal(high))
    for name, low, high in (("優", 80, 100), ("可", 60, 79), ("不佳", 0, 59))
)


def decimals(*values: str) -> list[Decimal]:
    """Scores written as text."""
    return [Decimal(value) for value in values]


@pytest.mark.parametrize(("limit", "broken"), [("20", True), ("20.01", False)])
def test_has_range_gap_at_the_limit(limit: str, broken: bool) -> None:
    assert has_range_gap(decimals("60", "70", "80"), Decimal(limit)) is broken


@pytest.mark.parametrize(("limit", "broken"), [("5", True), ("5.000000000000000000000000000001", False)])
def test_has_sd_gap_at_the_limit_is_exact(limit: str, broken: bool) -> None:
    assert has_sd_gap(decimals("60", "70"), Decimal(limit)) is broken


def test_sd_gap_is_the_population_sd() -> None:
    assert round(sd_gap(decimals("60", "70", "80")), 6) == Decimal("8.164966")


@pytest.mark.parametrize(("limit", "broken"), [("10", True), ("10.1", False)])
def test_has_mean_gap_at_the_limit(limit: str, broken: bool) -> None:
    assert has_mean_gap(decimals("60", "65", "80", "75"), Decimal(limit)) is broken


def test_one_reviewer_has_no_gap() -> None:
    one = decimals("60")
    assert not has_range_gap(one, Decimal(0))
    assert not has_sd_gap(one, Decimal(0))
    assert not has_mean_gap(one, Decimal(0))


@pytest.mark.parametrize(
    ("values", "gap"), [(("59", "80"), 2), (("59.5", "80"), 1), (("79.4", "60"), 0), (("79.5", "60"), 1)]
)
def test_level_gap_rounds_before_banding(values: tuple[str, str], gap: int) -> None:
    scored = replace(dimension("a", "100"), rubric_levels=LEVELS)
    assert level_gap(scored, decimals(*values)) == gap
    assert has_level_gap(scored, decimals(*values)) is (gap == 2)


def test_level_gap_without_levels_is_zero() -> None:
    assert level_gap(dimension("a", "100"), decimals("0", "100")) == 0


def test_gap_flags_name_dimensions_in_order_then_the_total() -> None:
    plan = plan_of(dimension("a", "60"), dimension("b", "40"))
    reviews = [
        review("p", "x", ["90", "70"]),
        review("p", "y", ["65", "70"]),
        review("p", "z", ["10"]),
        review("p", "w", ["0", "0"], abstained=True),
    ]
    assert gap_flags(plan, reviews) == (
        GapFlag(GapRule.RANGE, DimensionId("a"), Decimal("25.00"), Decimal("20")),
    )


def test_gap_flags_of_the_total_and_every_rule() -> None:
    plan = plan_of(replace(dimension("a", "100"), rubric_levels=LEVELS))
    limits = GapLimits(Decimal(20), Decimal(10), Decimal(10), 2)
    reviews = [review("p", "x", ["80"]), review("p", "y", ["50"])]
    measured = [
        (flag.rule, flag.dimension_id, flag.measured) for flag in gap_flags(plan, reviews, limits=limits)
    ]
    assert measured == [
        (GapRule.RANGE, "a", Decimal("30.00")),
        (GapRule.SD, "a", Decimal("15.00")),
        (GapRule.MEAN, "a", Decimal("15.00")),
        (GapRule.LEVEL, "a", Decimal("2")),
        (GapRule.RANGE, None, Decimal("30.00")),
        (GapRule.SD, None, Decimal("15.00")),
        (GapRule.MEAN, None, Decimal("15.00")),
    ]


def test_gap_flags_in_points_compare_shares_of_the_maximum() -> None:
    plan = plan_of(dimension("a", "30"), dimension("b", "70"), scale=ScoringScale.POINTS)
    reviews = [review("p", "x", ["30", "40"]), review("p", "y", ["24", "40"])]
    assert gap_flags(plan, reviews) == (
        GapFlag(GapRule.RANGE, DimensionId("a"), Decimal("20.00"), Decimal("20")),
    )


def test_gap_flags_switched_off_are_empty() -> None:
    plan = plan_of(dimension("a", "100"), rules=RankingRules(range_gap=None))
    assert gap_flags(plan, [review("p", "x", ["0"]), review("p", "y", ["100"])]) == ()
