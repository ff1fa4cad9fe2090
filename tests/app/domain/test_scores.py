"""Three states, exact totals, and values that cannot be scores."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dimensions import ScoringScale
from app.domain.plan import RankingRules
from app.domain.scores import (
    Review,
    ReviewState,
    ScoreProblemKind,
    normal_scores,
    review_state,
    reviewer_total,
    score_problem,
)
from tests.app.domain.rounds import dimension, plan_of, review

TWO = plan_of(dimension("a", "60"), dimension("b", "40"))


@pytest.mark.parametrize(
    ("given_review", "state"),
    [
        (None, ReviewState.NOT_SCORED),
        (review("p", "x"), ReviewState.NOT_SCORED),
        (review("p", "x", ["80"]), ReviewState.PARTIAL),
        (review("p", "x", ["0", "0"]), ReviewState.SCORED),
        (review("p", "x", ["80", "80"], abstained=True), ReviewState.ABSTAINED),
        (review("p", "x", {"old": "80"}), ReviewState.NOT_SCORED),
        (review("p", "x", ["80", "101"]), ReviewState.PARTIAL),
    ],
)
def test_review_state_of_each_kind(given_review: Review | None, state: ReviewState) -> None:
    assert review_state(TWO, given_review) is state


def test_review_state_without_dimensions_is_not_scored() -> None:
    assert review_state(plan_of(), review("p", "x", ["80"])) is ReviewState.NOT_SCORED


def test_reviewer_total_is_not_rounded() -> None:
    plan = plan_of(dimension("a", "33.33"), dimension("b", "66.67"))
    assert reviewer_total(plan, review("p", "x", ["85.55", "71.45"])) == Decimal("76.149530")


def test_reviewer_total_in_points_is_the_sum() -> None:
    plan = replace(TWO, scale=ScoringScale.POINTS)
    assert reviewer_total(plan, review("p", "x", ["60", "39.5"])) == Decimal("99.5")


@pytest.mark.parametrize("given_review", [None, review("p", "x", ["80"]), review("p", "x", abstained=True)])
def test_reviewer_total_is_unknown_until_all_is_scored(given_review: Review | None) -> None:
    assert reviewer_total(TWO, given_review) is None


def test_reviewer_total_of_zeros_is_zero() -> None:
    assert reviewer_total(TWO, review("p", "x", ["0", "0"])) == 0


@given(st.lists(st.decimals(min_value=0, max_value=100, places=2), min_size=2, max_size=2))
def test_reviewer_total_lies_between_the_scores(scores: list[Decimal]) -> None:
    total = reviewer_total(TWO, review("p", "x", [str(score) for score in scores]))
    assert total is not None
    assert min(scores) <= total <= max(scores)


def test_normal_scores_keep_plan_order_and_drop_what_does_not_fit() -> None:
    given_review = review("p", "x", {"b": "70.5", "old": "10", "a": "NaN"})
    assert list(normal_scores(TWO, given_review).items()) == [("b", Decimal("70.5"))]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("0", None),
        ("99.5", None),
        ("100", None),
        ("NaN", ScoreProblemKind.NOT_A_NUMBER),
        ("Infinity", ScoreProblemKind.NOT_A_NUMBER),
        ("-0.5", ScoreProblemKind.OUT_OF_RANGE),
        ("100.5", ScoreProblemKind.OUT_OF_RANGE),
        ("80.25", ScoreProblemKind.OFF_STEP),
    ],
)
def test_score_problem_with_half_points(value: str, kind: ScoreProblemKind | None) -> None:
    plan = replace(TWO, rules=RankingRules(score_step=Decimal("0.5")))
    problem = score_problem(plan, plan.dimensions[0], Decimal(value))
    assert (problem.kind if problem else None) is kind


def test_score_problem_says_what_would_be_right() -> None:
    plan = replace(TWO, scale=ScoringScale.POINTS)
    problem = score_problem(plan, plan.dimensions[1], Decimal("41"))
    assert problem is not None
    assert problem.dimension_id == "b"
    assert [problem.low, problem.high, problem.step] == [Decimal(0), Decimal(40), Decimal(1)]


def test_score_problem_full_score_is_reachable_off_step() -> None:
    plan = plan_of(
        dimension("a", "32.5"), scale=ScoringScale.POINTS, rules=RankingRules(score_step=Decimal(1))
    )
    assert score_problem(plan, plan.dimensions[0], Decimal("32.5")) is None
