"""Pairs with and without the right to judge, and even proposals."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.domain.assignment import Assignment, judging_pairs, recused_pairs, spread_reviewers
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId


def applications(count: int) -> list[ApplicationId]:
    """Application ids p0, p1 …"""
    return [ApplicationId(f"p{number}") for number in range(count)]


def reviewers(count: int) -> list[PersonId]:
    """Reviewer ids x0, x1 …"""
    return [PersonId(f"x{number}") for number in range(count)]


def test_pairs_split_by_recusal() -> None:
    kept, barred = (
        Assignment(ApplicationId("p"), PersonId("x")),
        Assignment(ApplicationId("p"), PersonId("y"), recused=True, recusal_reason="三親等"),
    )
    assert judging_pairs([kept, barred]) == {("p", "x")}
    assert recused_pairs([kept, barred]) == {("p", "y")}


def test_spread_reviewers_never_proposes_a_recused_pair() -> None:
    recused = Assignment(ApplicationId("p0"), PersonId("x0"), recused=True)
    proposed = spread_reviewers(applications(1), reviewers(3), per_application=2, existing=[recused])
    assert proposed == (
        Assignment(ApplicationId("p0"), PersonId("x1")),
        Assignment(ApplicationId("p0"), PersonId("x2")),
    )


def test_spread_reviewers_counts_what_is_there() -> None:
    existing = [Assignment(ApplicationId("p0"), PersonId("x0"))]
    proposed = spread_reviewers(applications(1), reviewers(2), per_application=2, existing=existing)
    assert proposed == (Assignment(ApplicationId("p0"), PersonId("x1")),)


@given(st.integers(0, 30), st.integers(0, 6), st.integers(1, 3))
def test_spread_reviewers_is_even_and_complete(apps: int, people: int, wanted: int) -> None:
    proposed = spread_reviewers(applications(apps), reviewers(people), per_application=wanted)
    assert len(judging_pairs(proposed)) == len(proposed) == apps * min(people, wanted)
    load = Counter(item.reviewer_id for item in proposed)
    loads = [load[reviewer] for reviewer in reviewers(people)]
    assert not loads or max(loads) - min(loads) <= 1
