"""Assignments, item choices, settings and the log, on both databases."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.errors import NotFound
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import ItemChoice, Saved, Stale
from tests.app.reviews.records import CHAIR, PLAN_ID, PROGRAMME, lock_plan

OFFICE = PersonId("office")
CHOICE = ItemChoice(PROGRAMME, frozenset({"A", "B", "C"}), frozenset({"A"}), published=False, row_revision=0)


def make_assignment(application: str, reviewer: str, reason: str = "") -> Assignment:
    """A pair, recused when there is a reason."""
    return Assignment(ApplicationId(application), PersonId(reviewer), bool(reason), reason)


def save(store: SqlReviewStore, assignments: list[Assignment]) -> None:
    """Save what follows the list as it stands."""
    seen = store.load_assignments(PLAN_ID)
    assert isinstance(store.save_assignments(PLAN_ID, assignments, seen=seen, person_id=CHAIR), Saved)


def test_assignments_are_read_back_sorted(store: SqlReviewStore) -> None:
    lock_plan(store)
    pairs = [make_assignment("b", "r1"), make_assignment("B", "r2"), make_assignment("a", "r1", "三親等")]
    save(store, pairs)
    assert store.load_assignments(PLAN_ID) == [pairs[1], pairs[2], pairs[0]]


def test_assignments_saved_again_are_the_whole_list(store: SqlReviewStore) -> None:
    lock_plan(store)
    save(store, [make_assignment("a", "r1"), make_assignment("a", "r2")])
    save(store, [make_assignment("a", "r1", "認識")])
    assert store.load_assignments(PLAN_ID) == [make_assignment("a", "r1", "認識")]
    detail = json.loads(store.load_log(actions=["assignments_saved"])[0].detail)
    assert detail == {
        "added": [["a", "r1", True]],
        "removed": [["a", "r1", False], ["a", "r2", False]],
    }


def test_no_assignments_is_an_empty_list(store: SqlReviewStore) -> None:
    lock_plan(store)
    save(store, [make_assignment("a", "r1")])
    save(store, [])
    assert store.load_assignments(PLAN_ID) == []


def test_contradicting_assignments_are_refused_and_nothing_changes(store: SqlReviewStore) -> None:
    lock_plan(store)
    save(store, [make_assignment("a", "r1")])
    with pytest.raises(ValueError, match="twice"):
        save(store, [make_assignment("b", "r"), make_assignment("b", "r", "x")])
    assert store.load_assignments(PLAN_ID) == [make_assignment("a", "r1")]


def test_assignments_of_unknown_plan_are_refused(store: SqlReviewStore) -> None:
    with pytest.raises(NotFound):
        save(store, [])


def test_assignments_on_a_list_that_changed_are_stale_and_nothing_is_lost(store: SqlReviewStore) -> None:
    lock_plan(store)
    save(store, [make_assignment("a", "r1")])
    recusal = make_assignment("a", "r1", "三親等")
    save(store, [recusal])
    offered = [make_assignment("a", "r1"), make_assignment("b", "r1")]
    outcome = store.save_assignments(PLAN_ID, offered, seen=[make_assignment("a", "r1")], person_id=CHAIR)
    assert outcome == Stale(stored=[recusal], offered=tuple(offered))
    assert store.load_assignments(PLAN_ID) == [recusal]


def test_item_choice_is_read_back_with_the_next_revision(store: SqlReviewStore) -> None:
    assert store.find_item_choice(PROGRAMME) is None
    first = store.save_item_choice(CHOICE, seen_revision=0, person_id=OFFICE, reason="簡章")
    assert first == Saved(replace(CHOICE, row_revision=1))
    published = replace(CHOICE, published=True)
    second = store.save_item_choice(published, seen_revision=1, person_id=OFFICE, reason="公告")
    assert second == Saved(replace(published, row_revision=2))
    assert store.find_item_choice(PROGRAMME) == replace(published, row_revision=2)


@pytest.mark.parametrize("seen", [0, 5])
def test_stale_item_choice_is_refused(store: SqlReviewStore, seen: int) -> None:
    store.save_item_choice(CHOICE, seen_revision=0, person_id=OFFICE, reason="")
    offered = replace(CHOICE, chosen_items=frozenset({"B"}))
    outcome = store.save_item_choice(offered, seen_revision=seen, person_id=OFFICE, reason="")
    assert outcome == Stale(replace(CHOICE, row_revision=1), offered)
    assert len(store.load_log()) == 1


def test_item_choice_never_saved_but_seen_is_stale(store: SqlReviewStore) -> None:
    outcome = store.save_item_choice(CHOICE, seen_revision=2, person_id=OFFICE, reason="")
    assert outcome == Stale(ItemChoice(PROGRAMME, frozenset(), frozenset(), False, 0), CHOICE)


def test_reason_of_an_item_choice_is_logged(store: SqlReviewStore) -> None:
    store.save_item_choice(CHOICE, seen_revision=0, person_id=OFFICE, reason="依簡章第三章")
    (line,) = store.load_log()
    assert (line.person_id, line.action, line.object_key) == (
        OFFICE,
        "item_choice_saved",
        f"programme/{PROGRAMME}",
    )
    assert json.loads(line.detail)["reason"] == "依簡章第三章"


def test_settings_are_read_back(store: SqlReviewStore) -> None:
    store.save_setting("blind", "yes", person_id=OFFICE)
    store.save_setting("banner", "審查至四月底", person_id=None)
    store.save_setting("blind", "no", person_id=OFFICE)
    assert store.load_settings() == {"banner": "審查至四月底", "blind": "no"}
    assert [line.object_key for line in store.load_log()] == [
        "setting/blind",
        "setting/banner",
        "setting/blind",
    ]


def test_log_is_newest_first_limited_and_chosen_by_action(store: SqlReviewStore) -> None:
    for number in range(6):
        store.log(
            person_id=OFFICE, action="list_exported" if number % 2 else "file_opened", object_key=str(number)
        )
    assert [line.object_key for line in store.load_log(limit=3)] == ["5", "4", "3"]
    assert [line.object_key for line in store.load_log(actions=["file_opened"])] == ["4", "2", "0"]
    assert store.load_log(actions=[]) == []


def test_log_line_keeps_its_facts(store: SqlReviewStore) -> None:
    store.log(person_id=None, action="round_started", object_key="round", detail="𠮷")
    (line,) = store.load_log()
    assert (line.event_id, line.person_id, line.action) == (1, None, "round_started")
    assert (line.object_key, line.detail) == ("round", "𠮷")
    assert line.occurred_at.utcoffset() == timedelta(0)
