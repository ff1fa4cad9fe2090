"""Page tags, on both databases: events that are appended, logged and never changed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy import exc

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.page_tags import PageTag, PageTagEvent, standing_tags
from app.domain.people import PersonId
from app.reviews.sql_store import SqlReviewStore

APPLICATION, CATEGORY = ApplicationId("a"), CategoryCode("activity.competition")
TAG = PageTag("t1", APPLICATION, "f" * 64, 3, 5, CATEGORY)
SET = PageTagEvent("e1", TAG, False, PersonId("r1"))
TAKEN_BACK = PageTagEvent("e2", TAG, True, PersonId("chair"))


def test_tag_stands_until_it_is_taken_back(store: SqlReviewStore) -> None:
    saved = store.save_page_tag_event(SET)
    assert standing_tags(store.load_page_tag_events(application_id=APPLICATION)) == (saved,)
    store.save_page_tag_event(TAKEN_BACK)
    events = store.load_page_tag_events(application_id=APPLICATION)
    assert ([event.is_removed for event in events], standing_tags(events)) == ([False, True], ())


def test_overlapping_tags_stand_beside_each_other(store: SqlReviewStore) -> None:
    store.save_page_tag_event(SET)
    store.save_page_tag_event(replace(SET, event_id="e3", tag=replace(TAG, tag_id="t2", first_page=4)))
    events = standing_tags(store.load_page_tag_events(category_code=CATEGORY))
    assert [event.tag.tag_id for event in events] == ["t1", "t2"]


def test_events_are_asked_by_application_or_category(store: SqlReviewStore) -> None:
    store.save_page_tag_event(SET)
    assert store.load_page_tag_events(application_id=ApplicationId("b")) == []
    assert store.load_page_tag_events(category_code=CategoryCode("course_outcome")) == []


def test_event_sent_twice_is_written_once(store: SqlReviewStore) -> None:
    first, second = store.save_page_tag_event(SET), store.save_page_tag_event(SET)
    assert first == second
    assert len(store.load_page_tag_events(application_id=APPLICATION)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        replace(SET, person_id=PersonId("r2")),
        replace(SET, event_id="e9"),
        PageTagEvent("e9", replace(TAG, tag_id="unknown"), True, PersonId("r1")),
    ],
    ids=["known event, other person", "tag set twice", "unknown tag taken back"],
)
def test_key_used_for_something_else_is_refused(store: SqlReviewStore, wrong: PageTagEvent) -> None:
    saved = store.save_page_tag_event(SET)
    with pytest.raises(ValueError, match="tag"):
        store.save_page_tag_event(wrong)
    assert store.load_page_tag_events(application_id=APPLICATION) == [saved]


def test_events_are_logged_and_cannot_be_changed(store: SqlReviewStore) -> None:
    store.save_page_tag_event(SET)
    store.save_page_tag_event(TAKEN_BACK)
    lines = [(line.action, line.person_id, line.object_key) for line in store.load_log()]
    assert lines == [
        ("page_tag_removed", "chair", "application/a"),
        ("page_tag_saved", "r1", "application/a"),
    ]
    assert json.loads(store.load_log()[0].detail)["pages"] == [3, 5]
    for statement in ("update page_tag_event set last_page = 9", "delete from page_tag_event"):
        with pytest.raises(exc.DBAPIError), store._database._writing.begin() as connection:
            connection.execute(sa.text(statement))
