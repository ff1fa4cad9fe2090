"""What a person has looked at, on both databases: the newest look of each application, of nobody else."""

from __future__ import annotations

import json
from dataclasses import replace

import sqlalchemy as sa

from app.domain.evidence import ApplicationId, SnapshotId
from app.domain.people import PersonId
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import Saved, SeenApplication
from tests.app.reviews.records import PLAN_ID, REVIEWER, lock_plan, make_review

SEEN = SeenApplication(REVIEWER, PLAN_ID, ApplicationId("a"), SnapshotId("0123456789abcdef"))
LATER = replace(SEEN, snapshot_id=SnapshotId("fedcba9876543210"))


def test_newest_look_replaces_the_one_before(store: SqlReviewStore) -> None:
    lock_plan(store)
    other = replace(SEEN, application_id=ApplicationId("b"))
    for seen in (SEEN, other, LATER):
        store.save_seen(seen)
    assert store.load_seen(REVIEWER, PLAN_ID) == {"a": LATER.snapshot_id, "b": SEEN.snapshot_id}


def test_look_of_another_person_is_another(store: SqlReviewStore) -> None:
    lock_plan(store)
    store.save_seen(SEEN)
    assert store.load_seen(PersonId("r2"), PLAN_ID) == {}


def test_place_in_the_queue_is_kept_with_the_review(store: SqlReviewStore) -> None:
    lock_plan(store)
    review = replace(make_review(), queue_order="-score/filtered", queue_position=12)
    outcome = store.save_review(review, seen_revision=0, event_id="e1")
    assert isinstance(outcome, Saved)
    found = store.find_review(PLAN_ID, review.application_id, REVIEWER)
    assert found == outcome.value == replace(review, revision=1, saved_at=outcome.value.saved_at)


def test_same_save_drawn_at_another_place_is_still_the_same(store: SqlReviewStore) -> None:
    lock_plan(store)
    review = replace(make_review(), queue_order="random", queue_position=3)
    moved = replace(review, queue_order="number", queue_position=40)
    first = store.save_review(review, seen_revision=0, event_id="e1")
    assert store.save_review(moved, seen_revision=0, event_id="e1") == first
    assert len(store.load_review_history(PLAN_ID, review.application_id, REVIEWER)) == 1


def test_event_from_before_places_were_recorded_is_read(store: SqlReviewStore, store_url: str) -> None:
    lock_plan(store)
    store.save_review(make_review(), seen_revision=0, event_id="e1")
    engine = sa.create_engine(store_url)
    with engine.connect() as connection:
        payload = connection.execute(sa.text("select payload from review_event")).scalar_one()
    engine.dispose()
    assert sorted(json.loads(payload)) == [
        "abstain_reason",
        "abstained",
        "comment",
        "comments",
        "flagged",
        "scores",
    ]
    found = store.find_review(PLAN_ID, make_review().application_id, REVIEWER)
    assert found is not None
    assert (found.queue_order, found.queue_position) == ("", None)
