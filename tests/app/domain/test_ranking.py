"""The ranked list: totals, ties, gates, blocks and the promises that hold for every input."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PdfPlacement, PlanId, RankingRules, ReviewPlan
from app.domain.ranked_row import (
    TOTAL_SUBJECT,
    FailedGate,
    ListName,
    RankedList,
    RankingEntry,
    ReviewCounts,
    RoundFacts,
    RowBlock,
    TieState,
    UnscoredReason,
)
from app.domain.ranking import filter_identity, rank
from app.domain.rounding import round_half_up
from app.domain.scores import Review, reviewer_total
from tests.app.domain.rounds import dimension, entry, plan_of, review

TWO = plan_of(dimension("a", "60"), dimension("b", "40"), rules=RankingRules(tie_breaks=("a",)))


def ranks(ranked: RankedList) -> dict[str, int | None]:
    """Rank by application."""
    return {row.application_id: row.rank for row in ranked.rows}


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Decimal("1.005"), "1.01"),
        (Decimal("2.675"), "2.68"),
        (Decimal("-0.005"), "-0.01"),
        (Decimal("-0.004"), "0.00"),
        (Fraction(1, 3), "0.33"),
        (Fraction(2, 3), "0.67"),
        (Decimal("100"), "100.00"),
        (Decimal(10) ** 40, "1" + "0" * 40 + ".00"),
    ],
)
def test_round_half_up_at_the_edges(value: Decimal | Fraction, rounded: str) -> None:
    assert str(round_half_up(value)) == rounded


def test_rank_equal_totals_and_tie_breaks_share_a_rank() -> None:
    entries = [entry(name) for name in "pqrs"]
    reviews = [
        review("p", "x", ["90", "90"]),
        review("q", "x", ["80", "80"]),
        review("r", "x", ["80", "80"]),
        review("s", "x", ["70", "70"]),
    ]
    assert ranks(rank(TWO, entries, reviews)) == {"p": 1, "q": 2, "r": 2, "s": 4}


def test_rank_equal_totals_told_apart_by_a_dimension_names_it() -> None:
    # 60 × 80 + 40 × 80 = 60 × 70 + 40 × 95
    reviews = [review("p", "x", ["70", "95"]), review("q", "x", ["80", "80"])]
    first, second = rank(TWO, [entry("p"), entry("q")], reviews).rows
    assert (first.application_id, first.rank, first.tie, first.deciding_tie_break) == (
        "q",
        1,
        TieState.BROKEN,
        "a",
    )
    assert (second.rank, second.total, second.tie) == (2, Decimal("80.00"), TieState.BROKEN)


def test_rank_second_tie_break_is_named_only_where_it_was_needed() -> None:
    plan = plan_of(
        dimension("a", "40"),
        dimension("b", "30"),
        dimension("c", "30"),
        rules=RankingRules(tie_breaks=("a", "b")),
    )
    reviews = [
        review("p", "x", ["80", "80", "80"]),
        review("q", "x", ["80", "90", "70"]),
        review("r", "x", ["83", "70", "86"]),
    ]
    rows = rank(plan, [entry(name) for name in "pqr"], reviews).rows
    assert [(row.application_id, row.rank, row.deciding_tie_break) for row in rows] == [
        ("r", 1, "a"),
        ("q", 2, "b"),
        ("p", 3, "b"),
    ]


def test_rank_totals_equal_after_rounding_are_equal() -> None:
    plan = plan_of(dimension("a", "100"))
    reviews = [review("p", "x", ["80.004"]), review("q", "x", ["79.995"])]
    rows = rank(plan, [entry("p"), entry("q")], reviews).rows
    assert [(row.rank, row.total, row.tie) for row in rows] == [
        (1, Decimal("80.00"), TieState.SHARED),
        (1, Decimal("80.00"), TieState.SHARED),
    ]


def test_rank_mean_of_three_reviewers_is_exact_before_rounding() -> None:
    plan = plan_of(dimension("a", "100"))
    reviews = [review("p", name, [score]) for name, score in (("x", "80"), ("y", "80"), ("z", "81"))]
    row = rank(plan, [entry("p")], reviews).rows[0]
    assert (row.total, row.dimension_means) == (Decimal("80.33"), {"a": Decimal("80.33")})


def test_rank_abstention_is_no_zero() -> None:
    reviews = [review("p", "x", ["80", "80"]), review("p", "y", abstained=True)]
    row = rank(TWO, [entry("p")], reviews).rows[0]
    assert (row.total, row.needs_reviews) == (Decimal("80.00"), 1)
    assert row.counts == ReviewCounts(scored=1, abstained=1)


def test_rank_zero_scores_are_scores() -> None:
    row = rank(TWO, [entry("p")], [review("p", "x", ["0", "0"])]).rows[0]
    assert (row.rank, row.total) == (1, Decimal("0.00"))


@pytest.mark.parametrize(
    ("reviews", "reason"),
    [
        ([], UnscoredReason.NO_REVIEW),
        ([review("p", "x")], UnscoredReason.NO_REVIEW),
        ([review("p", "x", abstained=True)], UnscoredReason.ONLY_ABSTAINED),
        ([review("p", "x", abstained=True), review("p", "y")], UnscoredReason.NO_REVIEW),
        ([review("p", "x", ["80"])], UnscoredReason.INCOMPLETE),
        ([review("p", "x", ["80", "NaN"])], UnscoredReason.INCOMPLETE),
    ],
)
def test_rank_without_a_finished_review_says_why(reviews: list[Review], reason: UnscoredReason) -> None:
    row = rank(TWO, [entry("p")], reviews).rows[0]
    assert (row.block, row.rank, row.total, row.unscored_reason) == (RowBlock.UNSCORED, None, None, reason)


def test_rank_minimum_score_is_a_gate_whatever_the_total() -> None:
    plan = plan_of(dimension("a", "60"), dimension("b", "40", minimum="60"))
    reviews = [review("p", "x", ["100", "59.9"]), review("q", "x", ["60", "60"])]
    first, second = rank(plan, [entry("p"), entry("q")], reviews).rows
    assert (first.application_id, first.rank, first.block) == ("q", 1, RowBlock.RANKED)
    assert (second.application_id, second.rank, second.block) == ("p", None, RowBlock.GATED)
    assert second.gates_failed == (FailedGate("b", Decimal("59.90"), Decimal("60")),)


def test_rank_minimum_total_is_a_gate() -> None:
    plan = replace(TWO, rules=RankingRules(minimum_total=Decimal("70")))
    row = rank(plan, [entry("p")], [review("p", "x", ["60", "60"])]).rows[0]
    assert row.gates_failed == (FailedGate(TOTAL_SUBJECT, Decimal("60.00"), Decimal("70")),)


def test_rank_pdf_apart_has_its_own_ranks() -> None:
    plan = replace(TWO, rules=RankingRules(pdf_placement=PdfPlacement.APART))
    entries = [entry("p", mode="pdf"), entry("q"), entry("r", mode="partial_pdf")]
    reviews = [review("p", "x", ["90", "90"]), review("q", "x", ["80", "80"]), review("r", "x", ["70", "70"])]
    rows = rank(plan, entries, reviews).rows
    assert [(row.list_name, row.application_id, row.rank) for row in rows] == [
        (ListName.MAIN, "q", 1),
        (ListName.MAIN, "r", 2),
        (ListName.PDF, "p", 1),
    ]


def test_rank_pdf_together_is_labelled_in_the_one_list() -> None:
    rows = rank(TWO, [entry("p", mode="pdf")], [review("p", "x", ["90", "90"])]).rows
    assert [(row.list_name, row.rank, row.entry.submission_mode) for row in rows] == [
        (ListName.MAIN, 1, "pdf")
    ]


def test_rank_recused_reviewer_does_not_count() -> None:
    reviews = [review("p", "x", ["80", "80"]), review("p", "y", ["20", "20"])]
    recused = [(ApplicationId("p"), PersonId("y"))]
    row = rank(TWO, [entry("p")], reviews, RoundFacts(recused=recused)).rows[0]
    assert (row.total, row.counts) == (Decimal("80.00"), ReviewCounts(scored=1, recused=1))


def test_rank_points_scale_sums_points() -> None:
    plan = replace(TWO, scale=ScoringScale.POINTS)
    row = rank(plan, [entry("p")], [review("p", "x", ["55.5", "40"])]).rows[0]
    assert row.total == Decimal("95.50")


def test_rank_score_above_a_lowered_maximum_does_not_count_in_silence() -> None:
    plan = replace(TWO, scale=ScoringScale.POINTS)
    row = rank(plan, [entry("p")], [review("p", "x", ["61", "40"])]).rows[0]
    assert (row.unscored_reason, row.counts) == (UnscoredReason.INCOMPLETE, ReviewCounts(partial=1))


def test_rank_review_of_another_plan_is_refused() -> None:
    foreign = replace(review("p", "x", ["80", "80"]), plan_id=PlanId("plan-2"))
    with pytest.raises(ValueError, match="plan-2"):
        rank(TWO, [entry("p")], [foreign])


def test_rank_same_reviewer_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="came twice"):
        rank(TWO, [entry("p")], [review("p", "x", ["80", "80"]), review("p", "x", ["81", "80"])])


def test_rank_names_all_that_went_in() -> None:
    ranked = rank(TWO, [entry("p")], [review("p", "x", ["80", "80"])])
    assert (ranked.snapshot_id, ranked.plan_id, ranked.plan_revision) == ("snapshot-1", "plan-1", 1)
    assert len(ranked.scores_digest) == 64


def test_filter_identity_ranks_inside_the_list_and_drops_vanished_ties() -> None:
    entries = [entry("p"), entry("q", status="原住民生"), entry("r", status="原住民生"), entry("s")]
    reviews = [
        review("p", "x", ["90", "90"]),
        review("q", "x", ["80", "80"]),
        review("r", "x", ["70", "70"]),
        review("s", "x", ["80", "80"]),
    ]
    ranked = rank(TWO, entries, reviews)
    assert ranks(ranked) == {"p": 1, "q": 2, "s": 2, "r": 4}
    inside = filter_identity(ranked, "原住民生")
    assert [(row.application_id, row.rank, row.tie) for row in inside.rows] == [
        ("q", 1, TieState.NONE),
        ("r", 2, TieState.NONE),
    ]
    assert (inside.identity, inside.scores_digest) == ("原住民生", ranked.scores_digest)


# What holds for every input.

score_values = st.decimals(min_value=0, max_value=100, places=1)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[ReviewPlan, list[RankingEntry], list[Review]]:
    """A plan of three dimensions, up to six applications, each with up to three reviews of any state."""
    weights = draw(st.sampled_from([("50", "30", "20"), ("33.33", "33.33", "33.34"), ("10", "20", "70")]))
    rules = RankingRules(
        tie_breaks=tuple(draw(st.permutations("abc"))[: draw(st.integers(0, 3))]),
        minimum_total=draw(st.sampled_from([None, Decimal("40")])),
    )
    plan = plan_of(*(dimension(n, w) for n, w in zip("abc", weights, strict=True)), rules=rules)
    # A narrow range of scores makes ties frequent.
    values = st.one_of(st.sampled_from(["60", "80"]), score_values.map(str))
    names = "pqrstu"[: draw(st.integers(1, 6))]
    entries = [entry(name, mode=draw(st.sampled_from(["database", "pdf"]))) for name in names]
    reviews = [
        review(name, reviewer, draw(st.lists(values, max_size=3)), abstained=draw(st.booleans()))
        for name in names
        for reviewer in "xyz"[: draw(st.integers(0, 3))]
    ]
    return plan, entries, reviews


@settings(max_examples=40, deadline=None)
@given(rounds(), st.randoms(use_true_random=False))
def test_rank_does_not_depend_on_any_order(
    case: tuple[ReviewPlan, list[RankingEntry], list[Review]], random: Random
) -> None:
    plan, entries, reviews = case
    before = rank(plan, entries, reviews)
    random.shuffle(entries)
    random.shuffle(reviews)
    after = rank(plan, entries, reviews)
    assert sorted(before.rows, key=lambda row: row.application_id) == sorted(
        after.rows, key=lambda row: row.application_id
    )
    assert before.scores_digest == after.scores_digest


@settings(max_examples=40, deadline=None)
@given(rounds())
def test_rank_total_lies_between_the_reviewers(
    case: tuple[ReviewPlan, list[RankingEntry], list[Review]],
) -> None:
    plan, entries, reviews = case
    for row in rank(plan, entries, reviews).rows:
        totals = [
            total
            for item in reviews
            if item.application_id == row.application_id
            if (total := reviewer_total(plan, item)) is not None
        ]
        assert (row.total is None) == (not totals)
        if row.total is not None:
            assert round_half_up(min(totals)) <= row.total <= round_half_up(max(totals))


@settings(max_examples=40, deadline=None)
@given(rounds())
def test_rank_is_one_plus_the_number_of_better_rows(
    case: tuple[ReviewPlan, list[RankingEntry], list[Review]],
) -> None:
    plan, entries, reviews = case
    ranked = [row for row in rank(plan, entries, reviews).rows if row.block is RowBlock.RANKED]
    keys = [
        (row.total, *(row.dimension_means[DimensionId(name)] for name in plan.rules.tie_breaks))
        for row in ranked
    ]
    for row, key in zip(ranked, keys, strict=True):
        assert row.rank == 1 + sum(other > key for other in keys)
        assert (row.tie is TieState.SHARED) == (keys.count(key) > 1)
        assert (row.tie is TieState.NONE) == ([other[0] for other in keys].count(key[0]) == 1)


@settings(max_examples=40, deadline=None)
@given(rounds())
def test_rank_unranked_rows_never_stand_above_ranked_ones(
    case: tuple[ReviewPlan, list[RankingEntry], list[Review]],
) -> None:
    plan, entries, reviews = case
    order = list(RowBlock)
    rows = rank(plan, entries, reviews).rows
    blocks = [order.index(row.block) for row in rows]
    assert blocks == sorted(blocks)
    assert sorted(row.application_id for row in rows) == sorted(item.application_id for item in entries)


@settings(max_examples=40, deadline=None)
@given(rounds(), score_values)
def test_rank_zero_weight_dimension_changes_nothing(
    case: tuple[ReviewPlan, list[RankingEntry], list[Review]], value: Decimal
) -> None:
    plan, entries, reviews = case
    wider = replace(plan, dimensions=(*plan.dimensions, dimension("z", "0")))
    scored = [replace(item, scores={**item.scores, DimensionId("z"): value}) for item in reviews]
    finished = [item for item in zip(reviews, scored, strict=True) if len(item[0].scores) == 3]
    before = rank(plan, entries, [item for item, _ in finished])
    after = rank(wider, entries, [item for _, item in finished])
    assert [(row.application_id, row.rank, row.total, row.tie) for row in before.rows] == [
        (row.application_id, row.rank, row.total, row.tie) for row in after.rows
    ]


@settings(max_examples=40, deadline=None)
@given(rounds())
def test_filter_identity_of_everybody_changes_nothing(
    case: tuple[ReviewPlan, list[RankingEntry], list[Review]],
) -> None:
    ranked = rank(*case)
    assert filter_identity(ranked, "一般生").rows == ranked.rows
