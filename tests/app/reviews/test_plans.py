"""Drafts, locks and history of plans, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.evidence import ProgrammeCode
from app.domain.people import PersonId
from app.domain.plan import PlanId, PlanStatus
from app.errors import NotFound
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import Saved, Stale
from tests.app.reviews.records import CHAIR, PLAN_ID, PROGRAMME, lock_plan, make_plan, require_saved


def test_draft_is_read_back_as_saved(store: SqlReviewStore) -> None:
    stored = require_saved(store.save_draft(make_plan(), seen_revision=0, person_id=CHAIR))
    assert (stored.plan, stored.row_revision, stored.saved_by) == (make_plan(), 1, CHAIR)
    assert stored.saved_at.utcoffset() == timedelta(0)
    assert store.find_draft(PLAN_ID) == stored


def test_draft_decimals_keep_every_digit(store: SqlReviewStore) -> None:
    stored = require_saved(store.save_draft(make_plan(), seen_revision=0, person_id=CHAIR))
    texts = [str(stored.plan.dimensions[0].weight_percent), str(stored.plan.rules.minimum_total)]
    assert texts == ["62.50", "70.0"]


def test_plan_is_found_by_its_programme(store: SqlReviewStore) -> None:
    assert store.find_plan_of_programme(PROGRAMME) is None
    store.save_draft(make_plan(), seen_revision=0, person_id=CHAIR)
    assert store.find_plan_of_programme(PROGRAMME) == PLAN_ID
    assert store.find_plan_of_programme(ProgrammeCode("other")) is None


def test_plan_ids_are_sorted(store: SqlReviewStore) -> None:
    for name in ("b", "B", "a"):
        plan = make_plan(plan_id=PlanId(name), programme=name)
        store.save_draft(plan, seen_revision=0, person_id=CHAIR)
    assert store.load_plan_ids() == ["B", "a", "b"]


def test_unknown_plan_has_nothing(store: SqlReviewStore) -> None:
    assert store.find_draft(PLAN_ID) is None
    assert store.find_locked(PLAN_ID) is None
    assert store.load_plan_history(PLAN_ID) == []


def test_stale_draft_is_refused_and_holds_both(store: SqlReviewStore) -> None:
    store.save_draft(make_plan("一"), seen_revision=0, person_id=CHAIR)
    newest = require_saved(store.save_draft(make_plan("二"), seen_revision=1, person_id=CHAIR))
    outcome = store.save_draft(make_plan("三"), seen_revision=1, person_id=PersonId("other"))
    assert isinstance(outcome, Stale)
    assert outcome.stored == newest
    assert (outcome.offered.plan.title, outcome.offered.row_revision) == ("三", 1)
    assert store.find_draft(PLAN_ID) == newest


def test_second_creation_is_stale(store: SqlReviewStore) -> None:
    first = require_saved(store.save_draft(make_plan("一"), seen_revision=0, person_id=CHAIR))
    outcome = store.save_draft(make_plan("二"), seen_revision=0, person_id=CHAIR)
    assert isinstance(outcome, Stale)
    assert outcome.stored == first


def test_second_plan_of_a_programme_is_stale(store: SqlReviewStore) -> None:
    first = require_saved(store.save_draft(make_plan(), seen_revision=0, person_id=CHAIR))
    outcome = store.save_draft(make_plan(plan_id=PlanId("plan-2")), seen_revision=0, person_id=CHAIR)
    assert isinstance(outcome, Stale)
    assert outcome.stored == first
    assert store.load_plan_ids() == [PLAN_ID]


def test_plan_never_moves_to_another_programme(store: SqlReviewStore) -> None:
    store.save_draft(make_plan(), seen_revision=0, person_id=CHAIR)
    with pytest.raises(ValueError, match="another programme"):
        store.save_draft(make_plan(programme="other"), seen_revision=1, person_id=CHAIR)


def test_lock_makes_a_revision_and_removes_the_draft(store: SqlReviewStore) -> None:
    locked = lock_plan(store)
    assert locked.plan == replace(make_plan(), status=PlanStatus.LOCKED)
    assert store.find_locked(PLAN_ID) == locked
    assert store.find_draft(PLAN_ID) is None


def test_lock_of_a_stale_draft_is_refused_and_shows_what_was_seen(store: SqlReviewStore) -> None:
    seen = require_saved(store.save_draft(make_plan("一"), seen_revision=0, person_id=CHAIR))
    newest = require_saved(store.save_draft(make_plan("二"), seen_revision=1, person_id=CHAIR))
    assert store.lock_draft(PLAN_ID, seen_revision=1, person_id=CHAIR) == Stale(newest, seen)
    assert store.find_locked(PLAN_ID) is None


def test_second_lock_is_stale(store: SqlReviewStore) -> None:
    locked = lock_plan(store)
    outcome = store.lock_draft(PLAN_ID, seen_revision=1, person_id=CHAIR)
    assert isinstance(outcome, Stale)
    assert outcome.stored == locked


def test_lock_of_unknown_plan_raises(store: SqlReviewStore) -> None:
    with pytest.raises(NotFound):
        store.lock_draft(PLAN_ID, seen_revision=1, person_id=CHAIR)


def test_draft_after_a_lock_has_the_next_revision(store: SqlReviewStore) -> None:
    lock_plan(store)
    draft = require_saved(store.save_draft(make_plan("修訂"), seen_revision=0, person_id=CHAIR))
    assert (draft.plan.revision, draft.plan.status) == (2, PlanStatus.DRAFT)


def test_form_left_open_over_a_lock_is_stale(store: SqlReviewStore) -> None:
    lock_plan(store)
    draft = require_saved(store.save_draft(make_plan("修訂"), seen_revision=0, person_id=CHAIR))
    outcome = store.save_draft(make_plan("舊分頁"), seen_revision=1, person_id=CHAIR)
    assert isinstance(outcome, Stale)
    assert outcome.stored == draft


def test_save_after_a_lock_that_was_not_seen_is_stale(store: SqlReviewStore) -> None:
    locked = lock_plan(store)
    outcome = store.save_draft(make_plan("晚了"), seen_revision=1, person_id=CHAIR)
    assert isinstance(outcome, Stale)
    assert outcome.stored == locked


def test_history_holds_every_locked_revision_in_order(store: SqlReviewStore) -> None:
    locked = [lock_plan(store, make_plan(title)) for title in ("一", "二", "三")]
    assert [one.plan.revision for one in locked] == [1, 2, 3]
    assert store.load_plan_history(PLAN_ID) == locked
    assert store.find_locked(PLAN_ID) == locked[-1]
    assert store.find_locked(PLAN_ID, 2) == locked[1]
    assert store.find_locked(PLAN_ID, 9) is None


def test_plan_saves_are_logged_once_each(store: SqlReviewStore) -> None:
    lock_plan(store)
    assert isinstance(store.save_draft(make_plan(), seen_revision=7, person_id=CHAIR), Stale)
    assert isinstance(store.save_draft(make_plan(), seen_revision=0, person_id=CHAIR), Saved)
    lines = [(line.action, line.object_key, line.person_id) for line in store.load_log()]
    key = f"plan/{PLAN_ID}"
    assert lines == [("plan_saved", key, CHAIR), ("plan_locked", key, CHAIR), ("plan_saved", key, CHAIR)]
