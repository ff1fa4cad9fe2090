"""Who moves between two lists, whose outcome changes, and what gap cases come."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.identity_list import IdentityList
from app.domain.plan import RankingRules, ReviewPlan
from app.domain.rank_changes import RankChanges, rank_changes
from app.domain.ranked_row import Outcome, RowBlock
from app.domain.ranking import rank
from app.domain.score_gap import GapRule
from tests.app.domain.rounds import dimension, entry, plan_of, review

ENTRIES = [entry("a"), entry("b"), entry("c")]
REVIEWS = [
    review("a", "r1", {"1": "90", "2": "60"}),
    review("b", "r1", {"1": "70", "2": "80"}),
    review("c", "r1", {"1": "60", "2": "60"}),
    review("a", "r2", {"1": "90", "2": "60"}),
    review("b", "r2", {"1": "85", "2": "80"}),
    review("c", "r2", {"1": "60", "2": "62"}),
]


def _plan(first: str, second: str, rules: RankingRules | None = None) -> ReviewPlan:
    return plan_of(dimension("1", first), dimension("2", second), rules=rules)


def _changes(before: ReviewPlan, after: ReviewPlan) -> RankChanges:
    return rank_changes(rank(before, ENTRIES, REVIEWS), rank(after, ENTRIES, REVIEWS))


def test_same_plan_moves_nobody() -> None:
    changes = _changes(_plan("50", "50"), _plan("50", "50"))
    assert (changes.moves, changes.furthest, changes.crossing, changes.applications) == ((), 0, (), 3)


def test_weights_swap_two_and_leave_the_third() -> None:
    changes = _changes(_plan("30", "70"), _plan("80", "20"))
    assert [(each.application_id, each.before, each.after) for each in changes.moves] == [
        ("a", 2, 1),
        ("b", 1, 2),
    ]
    assert changes.furthest == 1


def test_outcome_crosses_where_there_are_places() -> None:
    places = IdentityList("all", "一般生", quota=1, waitlist=1)
    rules = RankingRules(identity_lists=(places,))
    changes = _changes(_plan("30", "70", rules), _plan("80", "20", rules))
    assert {str(each.application_id): each.outcomes for each in changes.crossing} == {
        "a": {"all": (Outcome.WAITLISTED, Outcome.ADMITTED)},
        "b": {"all": (Outcome.ADMITTED, Outcome.WAITLISTED)},
    }


def test_minimum_takes_the_rank_away_and_says_so() -> None:
    before = _plan("50", "50")
    after = replace(before, rules=replace(before.rules, minimum_total=Decimal(70)))
    moves = _changes(before, after).moves
    assert [(each.application_id, each.before, each.after, each.block_after) for each in moves] == [
        ("c", 3, None, RowBlock.GATED)
    ]


def test_gap_cases_count_applications_by_rule() -> None:
    before = _plan("50", "50", RankingRules(range_gap=Decimal(20)))
    after = _plan("50", "50", RankingRules(range_gap=Decimal(15), level_gap=None, sd_gap=Decimal(7)))
    changes = _changes(before, after)
    assert (changes.gap_cases_before, changes.gap_cases_after) == (0, 1)
    assert dict(changes.gaps_before) == {}
    assert dict(changes.gaps_after) == {GapRule.RANGE: 1, GapRule.SD: 1}
