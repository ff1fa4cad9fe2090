"""The office's words on courses and syllabi, on both databases."""

from __future__ import annotations

import json

import pytest

from app.domain.people import PersonId
from app.domain.syllabus_alias import AliasEvent, AliasPair, AliasVerdict
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import Saved, Stale

OFFICE = PersonId("office")
CODE = "111041305H11101A5110301"
PAIR = AliasPair(CODE, "選修歷史", "111041305H11101A5110399", "選修歷史Ⅰ")
OTHER = AliasPair("111041305H11101A5110302", "選修歷史", "111041305H11101A5110399", "選修歷史Ⅰ")


def said(store: SqlReviewStore, pair: AliasPair, verdict: AliasVerdict, *, seen: int) -> AliasEvent:
    outcome = store.save_alias_event(pair, verdict, seen_revision=seen, person_id=OFFICE)
    assert isinstance(outcome, Saved)
    return outcome.value


def test_alias_events_are_read_back_by_course_and_revision(store: SqlReviewStore) -> None:
    other = said(store, OTHER, AliasVerdict.REJECTED, seen=0)
    first = said(store, PAIR, AliasVerdict.ACCEPTED, seen=0)
    second = said(store, PAIR, AliasVerdict.WITHDRAWN, seen=1)
    assert (first.revision, second.revision, other.revision) == (1, 2, 1)
    assert store.load_alias_events() == [first, second, other]


@pytest.mark.parametrize("seen", [0, 2])
def test_stale_alias_is_refused(store: SqlReviewStore, seen: int) -> None:
    stored = said(store, PAIR, AliasVerdict.ACCEPTED, seen=0)
    outcome = store.save_alias_event(PAIR, AliasVerdict.REJECTED, seen_revision=seen, person_id=OFFICE)
    assert isinstance(outcome, Stale)
    assert outcome.stored == stored
    assert store.load_alias_events() == [stored]
    assert len(store.load_log()) == 1


def test_alias_is_logged_with_both_names(store: SqlReviewStore) -> None:
    said(store, PAIR, AliasVerdict.ACCEPTED, seen=0)
    (line,) = store.load_log()
    assert (line.person_id, line.action, line.object_key) == (
        OFFICE,
        "syllabus_alias_saved",
        f"course/{CODE}",
    )
    assert json.loads(line.detail) == {
        "verdict": "accepted",
        "course_code": CODE,
        "subject": "選修歷史",
        "syllabus_course_code": PAIR.syllabus_course_code,
        "syllabus_subject": "選修歷史Ⅰ",
    }
