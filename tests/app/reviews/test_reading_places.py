"""Where a person stopped reading, on both databases."""

from __future__ import annotations

from dataclasses import replace

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.people import PersonId
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import ReadingPlace
from tests.app.reviews.records import PLAN_ID, lock_plan

PLACE = ReadingPlace(PersonId("r1"), PLAN_ID, ApplicationId("a"), CategoryCode("profile"), "number")


def test_newest_place_replaces_the_one_before(store: SqlReviewStore) -> None:
    lock_plan(store)
    later = replace(PLACE, application_id=ApplicationId("b"), sort_order="random")
    store.save_reading_place(PLACE)
    store.save_reading_place(later)
    assert store.find_reading_place(PLACE.person_id, PLAN_ID) == later


def test_place_of_another_person_is_another(store: SqlReviewStore) -> None:
    lock_plan(store)
    store.save_reading_place(PLACE)
    assert store.find_reading_place(PersonId("r2"), PLAN_ID) is None
