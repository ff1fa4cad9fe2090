"""Applications are tallied together; each comes to what it would come to alone, whatever stands beside it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import DimensionId, ScoringScale, default_rubric
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import MissingScorePolicy, RankingRules, ReviewPlan
from app.domain.ranked_row import RankedRow, RoundFacts, TieState
from app.domain.ranking import rank
from app.domain.score_gap import gap_flags
from app.domain.scores import Review
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod, ThirdReading
from app.domain.total_component import ComponentId, TotalComponent
from tests.app.domain.rounds import dimension, entry, plan_of, review

Case = tuple[ReviewPlan, list[Review], RoundFacts]
NAMES = "pqrstu"
TEST = TotalComponent(ComponentId("test"), "學測", Decimal("33.3"), Decimal(75), Decimal(20))
RULES = st.builds(
    RankingRules,
    missing_score_policy=st.sampled_from(MissingScorePolicy),
    adjustment=st.sampled_from(
        [ScoringMethod.RAW_MEAN, ScoringMethod.RAW_MEAN, ScoringMethod.MEDIAN, ScoringMethod.Z]
    ).map(ScoreAdjustment),
    third_reading=st.sampled_from(ThirdReading),
    components=st.sampled_from([(), (TEST,)]),
    minimum_review_total=st.sampled_from([None, Decimal(60)]),
    sd_gap=st.sampled_from([None, Decimal("3.5")]),
    level_gap=st.sampled_from([None, 1]),
)


@st.composite
def rounds(draw: st.DrawFn) -> Case:
    """Some applications, most with finished reviews, some with anything else."""
    levels = default_rubric(ScoringScale.PERCENT, Decimal(100), names=list("ABCDE"), texts=list("ABCDE"))
    dimensions = [
        replace(dimension(n, w), rubric_levels=levels) for n, w in (("a", "50"), ("b", "37.5"), ("c", "12.5"))
    ]
    whole = st.lists(st.integers(40, 100).map(str), min_size=3, max_size=3)
    odd = st.lists(st.sampled_from(["60", "80.5", "0", "110", "NaN"]), max_size=3)
    reviews = []
    for name in NAMES:
        is_plain = draw(st.booleans())
        for reviewer in "xyzw"[: draw(st.integers(0, 4))]:
            scores = draw(whole if is_plain else st.one_of(whole, odd))
            one = review(name, reviewer, scores, abstained=not is_plain and draw(st.booleans()))
            is_aside = not is_plain and draw(st.booleans())
            reviews.append(replace(one, old_scale=frozenset({DimensionId("a")})) if is_aside else one)
    keys = [ApplicationId(name) for name in NAMES]
    facts = RoundFacts(
        recused=draw(st.lists(st.tuples(st.sampled_from(keys), st.just(PersonId("x"))), max_size=2)),
        component_values={
            TEST.component_id: draw(
                st.dictionaries(st.sampled_from(keys), st.sampled_from([None, Decimal(10), Decimal(61)]))
            )
        },
        third_reviewers=draw(st.dictionaries(st.sampled_from(keys), st.just(PersonId("z")))),
        adjusted_totals=draw(st.dictionaries(st.sampled_from(keys), st.just(Decimal("71.2345")))),
    )
    return plan_of(*dimensions, rules=draw(RULES)), reviews, facts


def without_place(row: RankedRow) -> RankedRow:
    """The row as it is before anything is compared with others."""
    return row._replace(rank=None, tie=TieState.NONE, deciding_tie_break=None)


@settings(max_examples=150, deadline=None)
@given(rounds())
def test_an_application_comes_to_the_same_in_any_company(case: Case) -> None:
    plan, reviews, facts = case
    together = {
        row.application_id: without_place(row)
        for row in rank(plan, [entry(name) for name in NAMES], reviews, facts).rows
    }
    alone = [rank(plan, [entry(name)], reviews, facts).rows[0] for name in NAMES]
    assert together == {row.application_id: without_place(row) for row in alone}


@settings(max_examples=100, deadline=None)
@given(rounds())
def test_gaps_among_many_are_those_of_the_gap_rules(case: Case) -> None:
    plan, reviews, facts = case
    for row in rank(plan, [entry(name) for name in NAMES], reviews, facts).rows:
        standing = [
            each
            for each in reviews
            if each.application_id == row.application_id
            and (each.application_id, each.reviewer_id) not in facts.recused
            and each.reviewer_id != row.third_reviewer
        ]
        assert row.gaps == gap_flags(plan, standing)


def test_a_weight_below_zero_hides_no_gap_of_the_totals() -> None:
    # Such a draft cannot be locked, but it can be tried: totals of 120 and 100.
    plan = plan_of(dimension("a", "150"), dimension("b", "-50"))
    reviews = [review("p", "x", ["80", "0"]), review("p", "y", ["80", "40"])]
    (row,) = rank(plan, [entry("p")], reviews).rows
    assert [flag.dimension_id for flag in row.gaps] == ["b", None]
    assert row.gaps == gap_flags(plan, reviews)
