"""What happens to a round, on both databases: versions of subjects that are appended, logged and never changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy import exc

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.round_event import RoundEvent, RoundEventKind, newest_of_each
from app.reviews.sql_store import SqlReviewStore, open_store
from app.reviews.store import Saved, Stale
from tests.app.reviews.records import CHAIR, PLAN_ID, lock_plan

START = datetime(2026, 5, 20, 9, tzinfo=UTC)
FIRST = RoundEvent("e1", PLAN_ID, RoundEventKind.PHASE, "", 0, {"phase": "first_reading"}, CHAIR)
SECOND = replace(FIRST, event_id="e2", content={"phase": "gap_check"})


@pytest.fixture
def ticking_store(store_url: str) -> Iterator[SqlReviewStore]:
    """A store whose clock is a minute later at every look."""
    moments = (START + timedelta(minutes=minute) for minute in range(10_000))
    opened = open_store(store_url, clock=lambda: next(moments))
    yield opened
    opened.close()


def test_versions_of_a_subject_follow_each_other(store: SqlReviewStore) -> None:
    first = store.save_round_event(FIRST, seen_revision=0)
    second = store.save_round_event(SECOND, seen_revision=1)
    assert isinstance(first, Saved)
    assert isinstance(second, Saved)
    assert store.load_round_events(PLAN_ID, RoundEventKind.PHASE) == [first.value, second.value]
    assert newest_of_each([first.value, second.value]) == {"": second.value}
    assert (second.value.revision, second.value.content) == (2, {"phase": "gap_check"})


def test_stale_version_is_refused_with_both(store: SqlReviewStore) -> None:
    first = store.save_round_event(FIRST, seen_revision=0)
    assert isinstance(first, Saved)
    assert store.save_round_event(SECOND, seen_revision=0) == Stale(first.value, SECOND)
    assert store.load_round_events(PLAN_ID, RoundEventKind.PHASE) == [first.value]


def test_event_sent_twice_is_written_once(store: SqlReviewStore) -> None:
    first, again = (store.save_round_event(FIRST, seen_revision=0) for _ in range(2))
    assert first == again
    assert len(store.load_round_events(PLAN_ID, RoundEventKind.PHASE)) == 1


def test_known_key_with_other_content_is_refused(store: SqlReviewStore) -> None:
    store.save_round_event(FIRST, seen_revision=0)
    with pytest.raises(ValueError, match="another event"):
        store.save_round_event(replace(FIRST, content={"phase": "closed"}), seen_revision=1)


def test_events_are_asked_by_kind_and_subject(store: SqlReviewStore) -> None:
    store.save_round_event(FIRST, seen_revision=0)
    case = RoundEvent("e3", PLAN_ID, RoundEventKind.GAP_CASE, "a1", 0, {}, CHAIR)
    store.save_round_event(case, seen_revision=0)
    store.save_round_event(replace(case, event_id="e4", subject="a2"), seen_revision=0)
    kind = RoundEventKind.GAP_CASE
    assert [event.subject for event in store.load_round_events(PLAN_ID, kind)] == ["a1", "a2"]
    assert [event.event_id for event in store.load_round_events(PLAN_ID, kind, subject="a2")] == ["e4"]


def test_round_as_of_a_moment_knows_nothing_later(ticking_store: SqlReviewStore) -> None:
    store = ticking_store
    first = store.save_round_event(FIRST, seen_revision=0)
    assert isinstance(first, Saved)
    store.save_round_event(SECOND, seen_revision=1)
    moment = first.value.saved_at
    assert moment is not None
    kind = RoundEventKind.PHASE
    assert store.load_round_events(PLAN_ID, kind, as_of=moment) == [first.value]
    assert store.load_round_events(PLAN_ID, kind, as_of=moment - timedelta(seconds=1)) == []
    assert len(store.load_round_events(PLAN_ID, kind, as_of=moment + timedelta(hours=1))) == 2


def test_assignments_keep_what_came_and_went(store: SqlReviewStore) -> None:
    lock_plan(store)
    one = Assignment(ApplicationId("a1"), PersonId("r1"))
    recused = replace(one, recused=True, recusal_reason="三親等")
    store.save_assignments(PLAN_ID, [one], seen=[], person_id=CHAIR)
    store.save_assignments(PLAN_ID, [recused], seen=[one], person_id=CHAIR)
    contents = [event.content for event in store.load_round_events(PLAN_ID, RoundEventKind.ASSIGNMENTS)]
    assert contents == [
        {"came": [["a1", "r1", False]], "went": []},
        {"came": [["a1", "r1", True, "三親等"]], "went": [["a1", "r1", False]]},
    ]


def test_list_of_before_events_is_kept_whole_at_its_first_change(store: SqlReviewStore) -> None:
    lock_plan(store)
    with store._database._writing.begin() as connection:
        connection.execute(sa.text("insert into assignment values ('plan-1', 'a1', 'r1', false, '')"))
    one = Assignment(ApplicationId("a1"), PersonId("r1"))
    other = Assignment(ApplicationId("a2"), PersonId("r1"))
    store.save_assignments(PLAN_ID, [one, other], seen=[one], person_id=CHAIR)
    events = store.load_round_events(PLAN_ID, RoundEventKind.ASSIGNMENTS)
    assert [(event.revision, event.content) for event in events] == [
        (1, {"stood": [["a1", "r1", False]]}),
        (2, {"came": [["a2", "r1", False]], "went": []}),
    ]


def test_events_are_logged_and_cannot_be_changed(store: SqlReviewStore) -> None:
    store.save_round_event(FIRST, seen_revision=0)
    line = store.load_log()[0]
    assert (line.action, line.person_id, line.object_key) == ("phase_saved", CHAIR, f"plan/{PLAN_ID}")
    for statement in ("update round_event set revision = 9", "delete from round_event"):
        with pytest.raises(exc.DBAPIError), store._database._writing.begin() as connection:
            connection.execute(sa.text(statement))
