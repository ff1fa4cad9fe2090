"""Totals against their definition, written out in fractions: policies, methods, third readings, components, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import DimensionId, ScoringScale, default_rubric
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import MissingScorePolicy, RankingRules, ReviewPlan
from app.domain.ranked_row import (
    FailedGate,
    RankedRow,
    RoundFacts,
    RowBlock,
    TieState,
    UnscoredReason,
)
from app.domain.ranking import rank
from app.domain.review_tally import counted_reviews
from app.domain.rounding import round_half_up
from app.domain.score_gap import gap_flags
from app.domain.scores import Review, normal_scores, review_state
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod, ThirdReading
from app.domain.total_component import ComponentId, TotalComponent
from tests.app.domain.rounds import dimension, entry, plan_of, review

P = ApplicationId("p")
A = DimensionId("a")
TEST, TALK = ComponentId("test"), ComponentId("talk")
BY_DIMENSION = RankingRules(missing_score_policy=MissingScorePolicy.BY_DIMENSION)
MEDIAN = ScoreAdjustment(ScoringMethod.MEDIAN)
COMPONENTS = (
    TotalComponent(TEST, "學測", Decimal("50"), maximum=Decimal("75"), minimum_value=Decimal("20")),
    TotalComponent(TALK, "面試", Decimal("17.5"), maximum=Decimal("30")),
)


def two(rules: RankingRules) -> ReviewPlan:
    """A plan of two dimensions, 60 and 40 percent."""
    return plan_of(dimension("a", "60"), dimension("b", "40"), rules=rules)


def row_of(plan: ReviewPlan, reviews: Sequence[Review], **facts: object) -> RankedRow:
    """The one row of application p."""
    return rank(plan, [entry("p")], reviews, RoundFacts(**facts)).rows[0]  # type: ignore[arg-type]


def test_by_dimension_takes_the_mean_of_whoever_scored_it() -> None:
    reviews = [review("p", "x", {"a": "80", "b": "60"}), review("p", "y", {"a": "90"})]
    row = row_of(two(BY_DIMENSION), reviews)
    assert (row.total, row.dimension_means) == (Decimal("75.00"), {"a": Decimal(85), "b": Decimal(60)})


def test_by_dimension_needs_every_dimension() -> None:
    row = row_of(two(BY_DIMENSION), [review("p", "x", {"a": "80"}), review("p", "y", {"a": "90"})])
    assert (row.total, row.unscored_reason) == (None, UnscoredReason.INCOMPLETE)
    assert (
        row_of(two(BY_DIMENSION), [review("p", "x", {"a": "80"}), review("p", "y", {"b": "90"})]).total == 84
    )


def test_by_dimension_goes_with_the_mean_alone() -> None:
    rules = replace(BY_DIMENSION, adjustment=MEDIAN)
    assert row_of(two(rules), [review("p", "x", {"a": "80"}), review("p", "y", {"b": "90"})]).total is None


def test_median_of_totals_and_of_dimensions() -> None:
    reviews = [review("p", name, [score, score]) for name, score in (("x", "10"), ("y", "80"), ("z", "81"))]
    row = row_of(two(RankingRules(adjustment=MEDIAN)), reviews)
    assert (row.total, row.dimension_means[A]) == (Decimal(80), Decimal(80))
    even = row_of(two(RankingRules(adjustment=MEDIAN)), reviews[:2])
    assert (even.total, even.dimension_means[A]) == (Decimal(45), Decimal(45))


def test_a_method_from_outside_is_never_replaced_by_another() -> None:
    rules = RankingRules(adjustment=ScoreAdjustment(ScoringMethod.RASCH))
    scored = [review("p", "x", ["80", "80"])]
    without = row_of(two(rules), scored)
    assert (without.total, without.block, without.unscored_reason) == (
        None,
        RowBlock.UNSCORED,
        UnscoredReason.NOT_ADJUSTED,
    )
    assert row_of(two(rules), scored, adjusted_totals={P: Decimal("71.2350")}).total == Decimal("71.24")
    none = row_of(two(rules), [], adjusted_totals={P: Decimal("71.2350")})
    assert (none.total, none.unscored_reason) == (None, UnscoredReason.NO_REVIEW)


def test_third_review_decides_once_it_is_finished() -> None:
    plan = two(RankingRules(third_reading=ThirdReading.DECIDES))
    pair = [review("p", "x", ["90", "90"]), review("p", "y", ["50", "50"])]
    third = {P: PersonId("z")}
    begun = row_of(plan, [*pair, review("p", "z", ["70"])], third_reviewers=third)
    assert (begun.total, begun.third_reviewer) == (Decimal(70), None)
    done = row_of(plan, [*pair, review("p", "z", ["84", "84"])], third_reviewers=third)
    assert (done.total, done.third_reviewer, done.counts.scored) == (Decimal(84), "z", 3)
    assert [flag.measured for flag in done.gaps] == [Decimal(40)] * 3
    recused = {(P, PersonId("z"))}
    barred = row_of(plan, [*pair, review("p", "z", ["84", "84"])], third_reviewers=third, recused=recused)
    assert (barred.total, barred.third_reviewer) == (Decimal(70), None)


def test_third_review_counts_alike_where_the_plan_says_so() -> None:
    reviews = [review("p", name, [score, score]) for name, score in (("x", "90"), ("y", "50"), ("z", "85"))]
    row = row_of(two(RankingRules()), reviews, third_reviewers={P: PersonId("z")})
    assert (row.total, row.third_reviewer) == (Decimal(75), None)


def test_counted_reviews_are_the_ones_that_decide() -> None:
    plan = two(RankingRules(third_reading=ThirdReading.DECIDES))
    reviews = [review(name, who, ["80", "80"]) for name in "pq" for who in "xyz"]
    facts = RoundFacts(recused={(ApplicationId("q"), PersonId("y"))}, third_reviewers={P: PersonId("z")})
    counted = counted_reviews(plan, [*reviews, review("q", "w", ["80"])], facts)
    assert [(each.application_id, each.reviewer_id) for each in counted] == [
        ("p", "z"),
        ("q", "x"),
        ("q", "z"),
    ]


def test_components_weigh_by_their_share_of_the_maximum() -> None:
    plan = two(RankingRules(components=COMPONENTS))
    values = {TEST: {P: Decimal(60)}, TALK: {P: Decimal("21")}}
    row = row_of(plan, [review("p", "x", ["80", "70"])], component_values=values)
    # 32.5 % × 76 + 50 % × 80 + 17.5 % × 70
    assert (row.total, row.review_total) == (Decimal("76.95"), Decimal(76))
    assert row.components == {TEST: Decimal(60), TALK: Decimal(21)}


def test_component_that_was_not_imported_leaves_no_total() -> None:
    plan = two(RankingRules(components=COMPONENTS))
    row = row_of(plan, [review("p", "x", ["80", "70"])], component_values={TEST: {P: Decimal(60)}})
    assert (row.total, row.block, row.unscored_reason) == (
        None,
        RowBlock.UNSCORED,
        UnscoredReason.COMPONENT_MISSING,
    )
    assert (row.missing_components, row.review_total) == ((TALK,), Decimal(76))


@pytest.mark.parametrize(
    ("value", "gate"),
    [
        (None, FailedGate("component:test", None, Decimal(20))),
        (Decimal("19.9"), FailedGate("component:test", Decimal("19.9"), Decimal(20))),
    ],
)
def test_component_absent_or_below_its_minimum_is_a_gate_without_any_review(
    value: Decimal | None, gate: FailedGate
) -> None:
    row = row_of(two(RankingRules(components=COMPONENTS)), [], component_values={TEST: {P: value}})
    assert (row.block, row.rank, row.total, row.gates_failed) == (RowBlock.GATED, None, None, (gate,))


def test_absence_is_a_gate_where_there_is_no_minimum() -> None:
    plan = two(RankingRules(components=COMPONENTS))
    values = {TEST: {P: Decimal(60)}, TALK: {P: None}}
    row = row_of(plan, [review("p", "x", ["80", "70"])], component_values=values)
    assert row.gates_failed == (FailedGate("component:talk", None, None),)


def test_component_value_outside_its_range_is_a_broken_promise() -> None:
    with pytest.raises(ValueError, match="76"):
        row_of(two(RankingRules(components=COMPONENTS)), [], component_values={TEST: {P: Decimal(76)}})


def test_review_total_has_its_own_minimum() -> None:
    rules = RankingRules(components=COMPONENTS[:1], minimum_review_total=Decimal("76.5"))
    values = {TEST: {P: Decimal(75)}}
    row = row_of(two(rules), [review("p", "x", ["80", "70"])], component_values=values)
    assert row.gates_failed == (FailedGate("review_total", Decimal(76), Decimal("76.5")),)


def test_ties_go_to_review_total_and_components() -> None:
    rules = RankingRules(
        components=(TotalComponent(TEST, "學測", Decimal(50)),), tie_breaks=("review_total", "component:test")
    )
    values = {TEST: {P: Decimal(80), ApplicationId("q"): Decimal(70)}}
    reviews = [review("p", "x", ["70", "70"]), review("q", "x", ["80", "80"])]
    first, second = rank(
        two(rules), [entry("p"), entry("q")], reviews, RoundFacts(component_values=values)
    ).rows
    assert (first.application_id, first.total, second.total) == ("q", Decimal(75), Decimal(75))
    assert (first.tie, first.deciding_tie_break) == (TieState.BROKEN, "review_total")


# The definition, in fractions, for every input.


@st.composite
def judged(draw: st.DrawFn) -> tuple[ReviewPlan, list[Review], RoundFacts]:
    """A plan of any rules on any scale, the reviews of one application in any state, and facts."""
    scale = draw(st.sampled_from(ScoringScale))
    weights = draw(st.sampled_from([("50", "30", "20"), ("33.33", "33.33", "33.34"), ("100", "0", "0")]))
    levels = default_rubric(ScoringScale.PERCENT, Decimal(100), names=list("ABCDE"), texts=list("ABCDE"))
    dimensions = [replace(dimension(n, w), rubric_levels=levels) for n, w in zip("abc", weights, strict=True)]
    limit = st.sampled_from([None, Decimal(0), Decimal(5), Decimal("12.5")])
    rules = RankingRules(
        missing_score_policy=draw(st.sampled_from(MissingScorePolicy)),
        adjustment=ScoreAdjustment(
            draw(st.sampled_from([ScoringMethod.RAW_MEAN, ScoringMethod.MEDIAN, ScoringMethod.Z]))
        ),
        third_reading=draw(st.sampled_from(ThirdReading)),
        components=draw(st.sampled_from([(), COMPONENTS[:1], COMPONENTS])),
        range_gap=draw(limit),
        sd_gap=draw(limit),
        mean_gap=draw(limit),
        level_gap=draw(st.sampled_from([None, 1, 2])),
    )
    values = st.one_of(st.sampled_from(["60", "80", "0", "NaN"]), st.decimals(0, 110, places=2).map(str))
    reviews = [
        review("p", name, draw(st.lists(values, max_size=3)), abstained=draw(st.booleans()))
        for name in "xyzw"[: draw(st.integers(0, 4))]
    ]
    facts = RoundFacts(
        recused=draw(st.sampled_from([(), ((P, PersonId("x")),)])),
        component_values={
            each.component_id: {P: draw(st.decimals(0, each.maximum, places=1))} for each in rules.components
        },
        third_reviewers=draw(st.sampled_from([{}, {P: PersonId("y")}])),
        adjusted_totals=draw(st.sampled_from([None, {P: Decimal("71.2345")}])),
    )
    return plan_of(*dimensions, scale=scale, rules=rules), reviews, facts


def defined_review_total(plan: ReviewPlan, reviews: list[Review], facts: RoundFacts) -> Fraction | None:
    """The review total as the docstrings define it."""
    method = plan.rules.adjustment.method
    counted = list(counted_reviews(plan, reviews, facts))
    is_mean = method is ScoringMethod.RAW_MEAN
    third = facts.third_reviewers.get(P) if plan.rules.third_reading is ThirdReading.DECIDES else None
    is_decided = any(each.reviewer_id == third for each in counted)
    if is_mean and plan.rules.missing_score_policy is MissingScorePolicy.BY_DIMENSION and not is_decided:
        counted = [
            each for each in reviews if not each.abstained and (P, each.reviewer_id) not in facts.recused
        ]
    if method is ScoringMethod.Z:
        adjusted = (facts.adjusted_totals or {}).get(P)
        return Fraction(adjusted) if counted and adjusted is not None else None
    factor = {
        each.dimension_id: Fraction(each.weight_percent) / 100
        if plan.scale is ScoringScale.PERCENT
        else Fraction(1)
        for each in plan.dimensions
    }
    if is_mean:
        columns = {
            key: [Fraction(scores[key]) for each in counted if key in (scores := normal_scores(plan, each))]
            for key in factor
        }
        if not all(columns.values()):
            return None
        return sum((factor[key] * sum(column) / len(column) for key, column in columns.items()), Fraction(0))
    totals = [
        sum((factor[key] * Fraction(each.scores[key]) for key in factor), Fraction(0)) for each in counted
    ]
    return Fraction(median(totals)) if totals else None


@settings(max_examples=150, deadline=None)
@given(judged())
def test_totals_are_as_defined(case: tuple[ReviewPlan, list[Review], RoundFacts]) -> None:
    plan, reviews, facts = case
    row = rank(plan, [entry("p")], reviews, facts).rows[0]
    defined = defined_review_total(plan, reviews, facts)
    assert row.review_total == (None if defined is None else round_half_up(defined))
    if defined is None:
        assert row.total is None
        return
    total = Fraction(plan.rules.review_weight_percent) / 100 * defined + sum(
        Fraction(each.weight_percent)
        * Fraction(facts.component_values[each.component_id][P] or 0)
        / Fraction(each.maximum)
        for each in plan.rules.components
    )
    assert row.total == round_half_up(total)


@settings(max_examples=150, deadline=None)
@given(judged())
def test_gaps_are_those_of_the_gap_rules(case: tuple[ReviewPlan, list[Review], RoundFacts]) -> None:
    plan, reviews, facts = case
    row = rank(plan, [entry("p")], reviews, facts).rows[0]
    standing = [
        each
        for each in reviews
        if (P, each.reviewer_id) not in facts.recused and each.reviewer_id != row.third_reviewer
    ]
    assert row.gaps == gap_flags(plan, standing)
    assert row.counts.scored == sum(review_state(plan, each) == "scored" for each in standing) + bool(
        row.third_reviewer
    )


def test_scores_of_any_size_stay_exact() -> None:
    plan = plan_of(dimension("a", "100"))
    scores = [Decimal("79.99499999999999999999999999999999999999"), Decimal("79.995")]
    totals = [
        row_of(plan, [replace(review("p", "x", ["1"]), scores={DimensionId("a"): score})]).total
        for score in scores
    ]
    assert totals == [Decimal("79.99"), Decimal("80.00")]


def test_the_range_screen_hides_no_standard_deviation() -> None:
    # Of two reviewers the SD is half the range: the most it can be.
    rules = RankingRules(range_gap=None, sd_gap=Decimal(5))
    reviews = [review("p", "x", ["80", "70"]), review("p", "y", ["70", "60"])]
    gaps = row_of(two(rules), reviews).gaps
    assert [(flag.dimension_id, flag.measured) for flag in gaps] == [
        ("a", Decimal(5)),
        ("b", Decimal(5)),
        (None, Decimal(5)),
    ]


def test_a_finished_review_of_which_something_was_set_aside_still_says_so() -> None:
    aside = replace(review("p", "x", {"a": "80", "b": "60"}), old_scale=frozenset({A}))
    row = row_of(two(RankingRules()), [aside])
    assert (row.total, row.counts.scored, row.counts.old_scale) == (Decimal(72), 1, 1)
    assert row.old_revisions == (aside.plan_revision,)
