"""The reviews of one reviewer: read again only as far as the store has grown, and never anybody else's."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.reviews.own_reviews import AT_ONCE
from app.reviews.sql_store import SqlReviewStore, open_store
from tests.app.reviews.records import APPLICATION, PLAN_ID, REVIEWER, STUDY, lock_plan, make_review


def test_own_reviews_are_the_newest_versions(store: SqlReviewStore) -> None:
    lock_plan(store)
    review = make_review()
    store.save_review(review, seen_revision=0, event_id="e1")
    store.save_review(replace(review, scores={STUDY: Decimal(70)}), seen_revision=1, event_id="e2")
    newest = store.load_own_reviews(PLAN_ID, REVIEWER).newest
    assert newest == {APPLICATION: store.find_review(PLAN_ID, APPLICATION, REVIEWER)}
    assert newest[APPLICATION].revision == 2


def test_own_reviews_are_the_same_object_until_something_is_saved(store: SqlReviewStore) -> None:
    lock_plan(store)
    store.save_review(make_review(), seen_revision=0, event_id="e1")
    first = store.load_own_reviews(PLAN_ID, REVIEWER)
    assert store.load_own_reviews(PLAN_ID, REVIEWER) is first
    store.save_review(replace(make_review(), comment="再看"), seen_revision=1, event_id="e2")
    assert store.load_own_reviews(PLAN_ID, REVIEWER).newest[APPLICATION].comment == "再看"


def test_save_of_another_process_is_seen(store: SqlReviewStore, store_url: str) -> None:
    lock_plan(store)
    store.save_review(make_review(), seen_revision=0, event_id="e1")
    store.load_own_reviews(PLAN_ID, REVIEWER)
    other = open_store(store_url)
    other.save_review(replace(make_review(), flagged=True), seen_revision=1, event_id="e2")
    other.close()
    assert store.load_own_reviews(PLAN_ID, REVIEWER).newest[APPLICATION].flagged


def test_reviews_of_others_are_not_own(store: SqlReviewStore) -> None:
    lock_plan(store)
    store.save_review(make_review(), seen_revision=0, event_id="e1")
    assert store.load_own_reviews(PLAN_ID, PersonId("somebody-else")).newest == {}


def test_more_reviews_than_fit_in_one_question_are_all_read(sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    lock_plan(store)
    ids = [ApplicationId(f"application-{number}") for number in range(AT_ONCE + 1)]
    for each in ids:
        review = replace(make_review(), application_id=each)
        store.save_review(review, seen_revision=0, event_id=f"event-{each}")
    assert set(store.load_own_reviews(PLAN_ID, REVIEWER).newest) == set(ids)
    store.close()
