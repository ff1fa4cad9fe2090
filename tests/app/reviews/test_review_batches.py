"""Many reviews saved together, on both databases: all of them, or none."""

from __future__ import annotations

import pytest

from app.errors import PlanLocked
from app.reviews.review_batch_store import ReviewSave
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import Saved, Stale
from tests.app.reviews.records import CHAIR, PLAN_ID, lock_plan, make_plan, make_review, require_saved

FIRST, SECOND = make_review("80", application="a1"), make_review("70", application="a2")


def test_batch_is_written_whole_and_read_back(store: SqlReviewStore) -> None:
    lock_plan(store)
    outcome = store.save_reviews([ReviewSave(FIRST, 0, "e1"), ReviewSave(SECOND, 0, "e2")])
    assert isinstance(outcome, Saved)
    assert list(outcome.value) == list(store.load_reviews(PLAN_ID))
    assert [each.scores for each in outcome.value] == [FIRST.scores, SECOND.scores]


def test_one_stale_review_keeps_all_of_them_out(store: SqlReviewStore) -> None:
    lock_plan(store)
    standing = store.save_review(make_review("60", application="a2"), seen_revision=0, event_id="e0")
    assert isinstance(standing, Saved)
    outcome = store.save_reviews([ReviewSave(FIRST, 0, "e1"), ReviewSave(SECOND, 0, "e2")])
    assert outcome == Stale(standing.value, SECOND)
    assert list(store.load_reviews(PLAN_ID)) == [standing.value]


def test_batch_sent_twice_is_written_once(store: SqlReviewStore) -> None:
    lock_plan(store)
    batch = [ReviewSave(FIRST, 0, "e1"), ReviewSave(SECOND, 0, "e2")]
    assert store.save_reviews(batch) == store.save_reviews(batch)
    assert len(store.load_review_history(PLAN_ID, FIRST.application_id, FIRST.reviewer_id)) == 1


def test_batch_of_a_plan_locked_anew_is_refused_whole(store: SqlReviewStore) -> None:
    lock_plan(store)
    draft = require_saved(store.save_draft(make_plan("二版"), seen_revision=0, person_id=CHAIR))
    store.lock_draft(PLAN_ID, seen_revision=draft.row_revision, person_id=CHAIR)
    with pytest.raises(PlanLocked):
        store.save_reviews([ReviewSave(FIRST, 0, "e1"), ReviewSave(SECOND, 0, "e2")])
    assert list(store.load_reviews(PLAN_ID)) == []
