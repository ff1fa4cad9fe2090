"""Every problem of a plan, each alone and all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import DimensionId, RubricLevel, ScoringScale, default_rubric
from app.domain.evidence import CategoryCode
from app.domain.identity_list import IdentityList
from app.domain.plan import MissingScorePolicy, RankingRules, ReviewPlan
from app.domain.plan_problems import PlanProblem, PlanProblemKind, plan_problems
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod
from app.domain.total_component import ComponentId, TotalComponent
from tests.app.domain.rounds import dimension, plan_of

K = PlanProblemKind
SOUND = plan_of(dimension("a", "60"), dimension("b", "40"))


def with_bands(*bands: tuple[str, str], step: str = "1") -> ReviewPlan:
    """One dimension with these bands."""
    levels = tuple(RubricLevel("等第", "", Decimal(low), Decimal(high)) for low, high in bands)
    rules = RankingRules(score_step=Decimal(step))
    return plan_of(replace(dimension("a", "100"), rubric_levels=levels), rules=rules)


def test_plan_problems_of_a_sound_plan_are_none() -> None:
    levels = default_rubric(ScoringScale.PERCENT, Decimal(100), names="一二三四五", texts=[""] * 5)
    rubric = replace(dimension("a", "100", minimum="60"), rubric_levels=levels)
    assert plan_problems(plan_of(rubric, rules=RankingRules(tie_breaks=("a",)))) == ()


@pytest.mark.parametrize(
    ("plan", "problem"),
    [
        (plan_of(), PlanProblem(K.NO_DIMENSIONS)),
        (plan_of(dimension("a", "99.5")), PlanProblem(K.WEIGHTS_OFF, "", Decimal("0.5"))),
        (plan_of(replace(dimension("a", "100"), name=" ")), PlanProblem(K.EMPTY_NAME, "a")),
        (
            plan_of(dimension("a", "60"), replace(dimension("b", "40"), name="面向 a ")),
            PlanProblem(K.DUPLICATE_NAME, "面向 a", Decimal(2)),
        ),
        (
            plan_of(dimension("a", "110"), dimension("b", "-10")),
            PlanProblem(K.NEGATIVE_WEIGHT, "b", Decimal(-10)),
        ),
        (
            plan_of(dimension("a", "100", minimum="101")),
            PlanProblem(K.MINIMUM_OUTSIDE_SCALE, "a", Decimal(101)),
        ),
        (
            replace(SOUND, rules=RankingRules(minimum_total=Decimal(-1))),
            PlanProblem(K.MINIMUM_OUTSIDE_SCALE, "", Decimal(-1)),
        ),
        (replace(SOUND, rules=RankingRules(tie_breaks=("z",))), PlanProblem(K.UNKNOWN_TIE_BREAK, "z")),
        (
            replace(SOUND, rules=RankingRules(score_step=Decimal(0))),
            PlanProblem(K.STEP_NOT_POSITIVE, "", Decimal(0)),
        ),
        (
            replace(SOUND, rules=RankingRules(required_reviews=0)),
            PlanProblem(K.REQUIRED_REVIEWS_BELOW_ONE, "", Decimal(0)),
        ),
        (
            replace(SOUND, core_data=SOUND.core_data.with_pair(DimensionId("z"), CategoryCode("profile"))),
            PlanProblem(K.UNKNOWN_CORE_DATA, "z"),
        ),
        (with_bands(("60", "100"), ("0", "60")), PlanProblem(K.BANDS_OVERLAP, "a", Decimal(60))),
        (with_bands(("60", "100"), ("0", "58")), PlanProblem(K.BANDS_GAP, "a", Decimal(58))),
        (with_bands(("60", "100"), ("0", "59"), step="0.5"), PlanProblem(K.BANDS_GAP, "a", Decimal(59))),
        (with_bands(("1", "100")), PlanProblem(K.BANDS_GAP, "a", Decimal(0))),
        (with_bands(("0", "99")), PlanProblem(K.BANDS_GAP, "a", Decimal(99))),
        (with_bands(("0", "101")), PlanProblem(K.BAND_OUTSIDE_SCALE, "a", Decimal(101))),
        (with_bands(("0", "100"), ("101", "100")), PlanProblem(K.BAND_REVERSED, "a", Decimal(1))),
    ],
)
def test_plan_problems_each_alone(plan: ReviewPlan, problem: PlanProblem) -> None:
    assert plan_problems(plan) == (problem,)
    assert problem.blocks_locking


def test_plan_problems_without_core_data_do_not_block() -> None:
    (problem,) = plan_problems(replace(plan_of(dimension("a", "100")), core_data=CoreDataSelection()))
    assert (problem, problem.blocks_locking) == (PlanProblem(K.NO_CORE_DATA, "a"), False)


def test_plan_problems_come_all_at_once() -> None:
    plan = plan_of(
        replace(dimension("a", "-1", minimum="200"), name=""), rules=RankingRules(tie_breaks=("z",))
    )
    kinds: Sequence[PlanProblemKind] = [problem.kind for problem in plan_problems(plan)]
    assert kinds == [
        K.WEIGHTS_OFF,
        K.UNKNOWN_TIE_BREAK,
        K.EMPTY_NAME,
        K.NEGATIVE_WEIGHT,
        K.MINIMUM_OUTSIDE_SCALE,
    ]


@pytest.mark.parametrize(
    ("shares", "problems"),
    [
        ((None, None), ()),
        (("40", "60"), ()),
        (("100", None), ()),
        (("40", "50"), (PlanProblem(K.SHARES_OFF, "a", Decimal(90)),)),
        (("40", None), (PlanProblem(K.SHARES_OFF, "a", Decimal(40)),)),
        (("110", "-10"), (PlanProblem(K.SHARES_OFF, "a", Decimal(100)),)),
    ],
)
def test_intended_shares_are_empty_or_whole(
    shares: tuple[str | None, ...], problems: tuple[PlanProblem, ...]
) -> None:
    plan = with_bands(("50", "100"), ("0", "49"))
    one = plan.dimensions[0]
    levels = tuple(
        replace(level, intended_share=None if share is None else Decimal(share))
        for level, share in zip(one.rubric_levels, shares, strict=True)
    )
    assert plan_problems(replace(plan, dimensions=(replace(one, rubric_levels=levels),))) == problems


TEST = TotalComponent(ComponentId("test"), "學測", Decimal(50), Decimal(60))
EVERYONE = IdentityList("g", "一般", quota=3)


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        (RankingRules(sd_gap=Decimal(0)), PlanProblem(K.GAP_LIMIT_NOT_POSITIVE, "sd_gap", Decimal(0))),
        (RankingRules(level_gap=0), PlanProblem(K.GAP_LIMIT_NOT_POSITIVE, "level_gap", Decimal(0))),
        (
            RankingRules(
                missing_score_policy=MissingScorePolicy.BY_DIMENSION,
                adjustment=ScoreAdjustment(ScoringMethod.MEDIAN),
            ),
            PlanProblem(K.POLICY_NEEDS_MEAN),
        ),
        (
            RankingRules(adjustment=ScoreAdjustment(ScoringMethod.T, Decimal(0))),
            PlanProblem(K.FACTOR_NOT_POSITIVE, "", Decimal(0)),
        ),
        (
            RankingRules(components=(replace(TEST, weight_percent=Decimal("100.5")),)),
            PlanProblem(K.REVIEW_SHARE_NEGATIVE, "", Decimal("-0.5")),
        ),
        (RankingRules(components=(replace(TEST, name=" "),)), PlanProblem(K.COMPONENT_WITHOUT_NAME)),
        (
            RankingRules(components=(TEST, replace(TEST, component_id=ComponentId("other")))),
            PlanProblem(K.COMPONENT_TWICE, "學測", Decimal(2)),
        ),
        (
            RankingRules(components=(replace(TEST, weight_percent=Decimal(-1)),)),
            PlanProblem(K.COMPONENT_WEIGHT_NEGATIVE, "學測", Decimal(-1)),
        ),
        (
            RankingRules(components=(replace(TEST, maximum=Decimal(0)),)),
            PlanProblem(K.COMPONENT_MAXIMUM_NOT_POSITIVE, "學測", Decimal(0)),
        ),
        (
            RankingRules(components=(replace(TEST, minimum_value=Decimal(61)),)),
            PlanProblem(K.COMPONENT_MINIMUM_OUTSIDE, "學測", Decimal(61)),
        ),
        (RankingRules(identity_lists=(replace(EVERYONE, name=""),)), PlanProblem(K.LIST_WITHOUT_NAME)),
        (
            RankingRules(identity_lists=(EVERYONE, replace(EVERYONE, list_id="h"))),
            PlanProblem(K.LIST_TWICE, "一般", Decimal(2)),
        ),
        (
            RankingRules(identity_lists=(replace(EVERYONE, waitlist=-1),)),
            PlanProblem(K.LIST_PLACES_NEGATIVE, "一般", Decimal(-1)),
        ),
        (
            RankingRules(minimum_review_total=Decimal(101)),
            PlanProblem(K.MINIMUM_OUTSIDE_SCALE, "review_total", Decimal(101)),
        ),
    ],
)
def test_each_problem_of_totals_and_lists_blocks_locking(rules: RankingRules, problem: PlanProblem) -> None:
    assert plan_problems(replace(SOUND, rules=rules)) == (problem,)
    assert problem.blocks_locking


def test_ties_by_review_total_and_component_are_known() -> None:
    rules = RankingRules(components=(TEST,), tie_breaks=("review_total", "component:test", "component:gone"))
    assert plan_problems(replace(SOUND, rules=rules)) == (PlanProblem(K.UNKNOWN_TIE_BREAK, "component:gone"),)
