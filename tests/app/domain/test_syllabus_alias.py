"""The office's words on a course put together: what counts now."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.people import PersonId
from app.domain.syllabus_alias import (
    AliasEvent,
    AliasPair,
    AliasVerdict,
    CourseAliases,
    aliases_by_course,
)

CODE = "111041305H11101A5110301"
FIRST = AliasPair(CODE, "選修歷史", "111041305H11101A5110399", "選修歷史Ⅰ")
SECOND = AliasPair(CODE, "選修歷史", "111041305H11101A5110398", "歷史選讀")
ACCEPTED, REJECTED, WITHDRAWN = AliasVerdict
NOW = datetime(2026, 4, 1, tzinfo=UTC)


def events_of(*said: tuple[AliasPair, AliasVerdict]) -> list[AliasEvent]:
    return [
        AliasEvent(pair, verdict, revision, PersonId("office"), NOW)
        for revision, (pair, verdict) in enumerate(said, start=1)
    ]


def state_of(*said: tuple[AliasPair, AliasVerdict]) -> CourseAliases:
    return aliases_by_course(events_of(*said))[FIRST.course]


def test_a_second_syllabus_taken_replaces_the_first() -> None:
    assert state_of((FIRST, ACCEPTED), (SECOND, ACCEPTED)) == CourseAliases(SECOND, frozenset(), 2)


def test_the_same_pair_refused_is_no_longer_taken() -> None:
    assert state_of((FIRST, ACCEPTED), (FIRST, REJECTED)) == CourseAliases(None, frozenset({FIRST}), 2)


def test_taking_one_keeps_the_other_refused() -> None:
    said = state_of((FIRST, REJECTED), (SECOND, ACCEPTED))
    assert said == CourseAliases(SECOND, frozenset({FIRST}), 2)
    assert (said.verdict_of(FIRST), said.verdict_of(SECOND)) == (REJECTED, ACCEPTED)


def test_a_word_taken_back_leaves_nothing() -> None:
    said = state_of((FIRST, REJECTED), (FIRST, WITHDRAWN))
    assert (said, said.verdict_of(FIRST)) == (CourseAliases(revision=2), None)


@given(
    st.lists(st.tuples(st.sampled_from([FIRST, SECOND]), st.sampled_from(AliasVerdict)), max_size=8),
    st.integers(),
)
def test_order_of_reading_never_matters(said: list[tuple[AliasPair, AliasVerdict]], seed: int) -> None:
    events = events_of(*said)
    expected = aliases_by_course(events)
    Random(seed).shuffle(events)
    assert aliases_by_course(events) == expected
