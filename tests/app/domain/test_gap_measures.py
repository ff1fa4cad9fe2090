"""The preview of limits counts exactly what the rules themselves would raise."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dimensions import RubricLevel, ScoringScale
from app.domain.evidence import ApplicationId
from app.domain.gap_measures import LimitCount, adjusted_flags, adjusted_reviews, measure, preview
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.score_gap import GapLimits, GapRule, finished_gap_flags
from app.domain.scores import Review
from tests.app.domain.rounds import dimension, plan_of, review

LEVELS = tuple(
    RubricLevel(name, "", Decimal(low), Decimal(high))
    for name, low, high in (("優", 20, 40), ("佳", 10, 19), ("可", 5, 9), ("不佳", 0, 4))
)
LIMITS = {
    GapRule.RANGE: lambda limit: GapLimits(range_gap=Decimal(limit)),
    GapRule.SD: lambda limit: GapLimits(sd_gap=Decimal(limit)),
    GapRule.MEAN: lambda limit: GapLimits(mean_gap=Decimal(limit)),
    GapRule.LEVEL: lambda limit: GapLimits(level_gap=limit),
}
SCORES = st.integers(0, 40).map(str)
APPLICATIONS = st.lists(st.lists(st.tuples(SCORES, SCORES), min_size=1, max_size=4), max_size=5)


def plan_on(scale: ScoringScale) -> ReviewPlan:
    """Two dimensions of 40 and 60 points, the first with levels."""
    return plan_of(replace(dimension("a", "40"), rubric_levels=LEVELS), dimension("b", "60"), scale=scale)


@pytest.mark.parametrize("scale", ScoringScale)
@given(scored=APPLICATIONS, rule=st.sampled_from(GapRule), limit=st.integers(1, 40))
def test_preview_counts_what_the_rules_raise(
    scale: ScoringScale, scored: list[list[tuple[str, str]]], rule: GapRule, limit: int
) -> None:
    plan = plan_on(scale)
    piles = [[review(f"p{n}", f"r{k}", each) for k, each in enumerate(pile)] for n, pile in enumerate(scored)]
    limits = LIMITS[rule](limit)
    raised = sum(bool(finished_gap_flags(plan, pile, limits=limits)) for pile in piles)
    counted = preview([measure(plan, pile) for pile in piles], [Decimal(limit)], rule, planned=None)
    assert counted == (LimitCount(Decimal(limit), raised, False),)


def test_the_plan_s_own_limit_is_always_among_them() -> None:
    pile = [review("p", "r1", ["10", "10"]), review("p", "r2", ["10", "34"])]
    counted = preview(
        [measure(plan_on(ScoringScale.POINTS), pile)],
        [Decimal(30), Decimal(50)],
        GapRule.RANGE,
        planned=Decimal(40),
    )
    assert counted == (
        LimitCount(Decimal(30), 1, False),
        LimitCount(Decimal(40), 1, True),
        LimitCount(Decimal(50), 0, False),
    )


def test_adjusted_scores_raise_their_own_flags_or_none_when_one_is_missing() -> None:
    plan = plan_on(ScoringScale.PERCENT)
    pile = [review("p", "r1", ["30", "30"]), review("p", "r2", ["52", "52"])]
    even: dict[tuple[ApplicationId, PersonId], dict[object, Decimal]] = {
        (each.application_id, each.reviewer_id): dict.fromkeys(each.scores, Decimal(41)) for each in pile
    }
    assert [flag.rule for flag in finished_gap_flags(plan, pile)] == [GapRule.RANGE] * 3
    assert adjusted_flags(plan, pile, even) == ()  # type: ignore[arg-type]
    del even[pile[0].application_id, pile[0].reviewer_id]
    missing: list[Review] = adjusted_reviews(pile, even)  # type: ignore[arg-type]
    assert missing == []


@pytest.mark.parametrize(
    ("rule", "limit"),
    [(GapRule.RANGE, "100"), (GapRule.SD, "50"), (GapRule.MEAN, "50"), (GapRule.LEVEL, "3")],
)
def test_a_dimension_counts_in_percent_of_its_own_points(rule: GapRule, limit: str) -> None:
    pile = [review("p", "r1", ["0", "30"]), review("p", "r2", ["40", "30"])]
    measured = [measure(plan_on(ScoringScale.POINTS), pile)]
    above = Decimal(limit) + Decimal("0.0001")
    counted = preview(measured, [Decimal(limit), above], rule, planned=None)
    assert [each.count for each in counted] == [1, 0]
