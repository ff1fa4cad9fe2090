"""A score keeps its meaning under a new plan revision, or it does not count."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.carried_scores import carried_from_history, carried_over, stops_counting
from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import RankedList, ReviewCounts, UnscoredReason
from app.domain.ranking import rank
from app.domain.score_digest import digest_of_scores
from app.domain.scores import Review, ReviewState, review_state
from tests.app.domain.rounds import dimension, entry, plan_of, review

FIRST = plan_of(dimension("a", "50"), dimension("b", "50"))
POINTS = replace(FIRST, revision=2, scale=ScoringScale.POINTS)


def second(plan: ReviewPlan) -> ReviewPlan:
    """The plan as the next revision."""
    return replace(plan, revision=2)


def scores_of(given: Review) -> dict[str, Decimal]:
    """The scores by plain names."""
    return {str(key): value for key, value in given.scores.items()}


def ranked(plan: ReviewPlan, reviews: list[Review]) -> RankedList:
    """The list under ``plan`` of reviews entered under the first revision, or under its own."""
    names = sorted({each.application_id for each in reviews})
    carried = carried_from_history(reviews, history=[FIRST, plan], plan=plan)
    return rank(plan, [entry(name) for name in names], carried)


def test_percent_scores_do_not_become_points() -> None:
    weak, strong = review("weak", "x", ["45", "45"]), review("strong", "x", ["95", "95"])
    rows = ranked(POINTS, [weak, strong]).rows
    assert [(row.rank, row.unscored_reason, row.counts, row.old_revisions) for row in rows] == [
        (None, UnscoredReason.OLD_SCALE, ReviewCounts(not_scored=1, old_scale=1), (1,))
    ] * 2


def test_review_entered_anew_counts_beside_old_ones() -> None:
    anew = replace(review("p", "x", ["40", "40"]), plan_revision=2)
    (row,) = ranked(POINTS, [anew, review("p", "y", ["45", "45"])]).rows
    assert (row.total, row.unscored_reason) == (Decimal("80.00"), None)
    assert row.counts == ReviewCounts(scored=1, not_scored=1, old_scale=1)


def test_weights_names_and_order_may_change_in_percent() -> None:
    changed = second(plan_of(dimension("b", "30"), replace(dimension("a", "70"), name="新名")))
    given = review("p", "x", ["80", "60"])
    assert carried_over(given, entered_under=FIRST, plan=changed) == given


def test_only_the_dimension_whose_points_changed_is_set_aside() -> None:
    before = replace(POINTS, revision=1)
    now = second(plan_of(dimension("a", "40"), dimension("b", "50"), scale=ScoringScale.POINTS))
    carried = carried_over(review("p", "x", ["30", "50"]), entered_under=before, plan=now)
    assert (scores_of(carried), carried.old_scale) == ({"b": Decimal(50)}, frozenset({DimensionId("a")}))
    assert review_state(now, carried) is ReviewState.PARTIAL


def test_new_dimension_is_unfinished_and_no_old_scale() -> None:
    now = second(plan_of(dimension("a", "50"), dimension("c", "50")))
    carried = carried_over(review("p", "x", ["80", "60"]), entered_under=FIRST, plan=now)
    assert (scores_of(carried), carried.old_scale) == ({"a": Decimal(80)}, frozenset())
    (row,) = rank(now, [entry("p")], [carried]).rows
    assert row.unscored_reason is UnscoredReason.INCOMPLETE


def test_review_of_an_unknown_revision_does_not_count() -> None:
    carried = carried_over(review("p", "x", ["80", "60"]), entered_under=None, plan=FIRST)
    assert (scores_of(carried), carried.old_scale) == ({}, frozenset({DimensionId("a"), DimensionId("b")}))


def test_a_review_begun_on_the_new_scale_is_told_before_an_old_one() -> None:
    begun = replace(review("p", "x", ["40"]), plan_revision=2)
    (row,) = ranked(POINTS, [begun, review("p", "y", ["45", "45"])]).rows
    assert (row.unscored_reason, row.counts.old_scale) == (UnscoredReason.INCOMPLETE, 1)


def test_an_abstention_stands_on_every_scale() -> None:
    (row,) = ranked(POINTS, [review("p", "x", ["45", "45"], abstained=True)]).rows
    assert (row.unscored_reason, row.counts) == (UnscoredReason.ONLY_ABSTAINED, ReviewCounts(abstained=1))


def test_digest_tells_a_score_set_aside_from_none() -> None:
    given = review("p", "x", ["45", "45"])
    carried = carried_over(given, entered_under=FIRST, plan=POINTS)
    assert digest_of_scores([carried]) != digest_of_scores([replace(given, scores={})])


@pytest.mark.parametrize(
    ("given", "then", "stops"),
    [
        (review("p", "x", ["45", "45"]), POINTS, True),
        (review("p", "x", ["45"]), POINTS, True),
        (review("p", "x"), POINTS, False),
        (review("p", "x", ["45", "45"], abstained=True), POINTS, False),
        (review("p", "x", ["45", "45"]), second(FIRST), False),
        (review("p", "x", ["45", "45"]), second(plan_of(*FIRST.dimensions, dimension("c", "0"))), True),
        (review("p", "x", ["45"]), second(plan_of(*FIRST.dimensions, dimension("c", "0"))), False),
        (review("p", "x", ["45", "45"]), second(plan_of(dimension("a", "100"))), False),
    ],
)
def test_stops_counting(given: Review, then: ReviewPlan, stops: bool) -> None:
    assert stops_counting(given, now=FIRST, then=then, entered_under=FIRST) is stops
