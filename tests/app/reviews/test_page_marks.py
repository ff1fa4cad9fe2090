"""Private page marks, on both databases: read by their author alone, really deleted."""

from __future__ import annotations

from dataclasses import replace

import sqlalchemy as sa

from app.domain.evidence import ApplicationId
from app.domain.page_marks import MarkKind, PageArea, PageMark
from app.domain.people import PersonId
from app.reviews.sql_store import SqlReviewStore

AUTHOR, OTHER = PersonId("r1"), PersonId("r2")
APPLICATION = ApplicationId("a")
AREA = PageArea(0.1, 0.25, 0.5, 0.125)
MARK = PageMark("m1", AUTHOR, APPLICATION, "f" * 64, 3, MarkKind.DOUBT, AREA, "獲獎年份？")


def test_saved_mark_is_read_back_with_its_time(store: SqlReviewStore) -> None:
    saved = store.save_page_mark(MARK)
    assert saved is not None
    assert saved.saved_at is not None
    assert replace(saved, saved_at=None) == MARK
    assert store.load_page_marks(AUTHOR, APPLICATION) == [saved]


def test_later_wording_replaces_the_one_before(store: SqlReviewStore) -> None:
    store.save_page_mark(MARK)
    later = replace(MARK, content="已查證", area=None, kind=MarkKind.CHECK)
    store.save_page_mark(later)
    assert [replace(each, saved_at=None) for each in store.load_page_marks(AUTHOR, APPLICATION)] == [later]


def test_marks_come_by_page_of_one_application(store: SqlReviewStore) -> None:
    for number, page in enumerate((9, 2, 5)):
        store.save_page_mark(replace(MARK, mark_id=f"m{number}", page_number=page))
    store.save_page_mark(replace(MARK, mark_id="elsewhere", application_id=ApplicationId("b")))
    assert [each.page_number for each in store.load_page_marks(AUTHOR, APPLICATION)] == [2, 5, 9]


def test_nobody_else_reads_changes_or_deletes_a_mark(store: SqlReviewStore) -> None:
    saved = store.save_page_mark(MARK)
    assert store.load_page_marks(OTHER, APPLICATION) == []
    assert store.save_page_mark(replace(MARK, person_id=OTHER, content="taken")) is None
    assert not store.delete_page_mark(OTHER, MARK.mark_id)
    assert store.load_page_marks(AUTHOR, APPLICATION) == [saved]


def test_deleted_mark_is_gone_from_the_database_and_the_log(store: SqlReviewStore) -> None:
    store.save_page_mark(MARK)
    assert store.delete_page_mark(AUTHOR, MARK.mark_id)
    assert not store.delete_page_mark(AUTHOR, MARK.mark_id)
    with store._database.read() as connection:
        assert connection.execute(sa.text("select count(*) from page_mark")).scalar_one() == 0
    assert store.load_log() == []
