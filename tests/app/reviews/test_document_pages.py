"""Where a person stopped in documents, on both databases: each person's own, as many as a round needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.reviews import document_page_rows
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import DocumentPage

READER, OTHER = PersonId("r1"), PersonId("r2")
APPLICATION = ApplicationId("a")
PAGE = DocumentPage(READER, APPLICATION, "f" * 64, 3)


def test_newest_page_of_a_document_replaces_the_one_before(store: SqlReviewStore) -> None:
    later = replace(PAGE, page_number=9)
    store.save_document_page(PAGE)
    store.save_document_page(later)
    assert store.load_document_pages(READER, APPLICATION) == [later]


def test_document_looked_at_last_comes_first(store: SqlReviewStore) -> None:
    second = replace(PAGE, sha256="0" * 64, page_number=1)
    store.save_document_page(PAGE)
    store.save_document_page(second)
    assert store.load_document_pages(READER, APPLICATION) == [second, PAGE]
    store.save_document_page(PAGE)
    assert store.load_document_pages(READER, APPLICATION) == [PAGE, second]


def test_page_of_another_person_or_application_is_another(store: SqlReviewStore) -> None:
    elsewhere = replace(PAGE, application_id=ApplicationId("b"), page_number=5)
    theirs = replace(PAGE, person_id=OTHER, page_number=7)
    for page in (PAGE, elsewhere, theirs):
        store.save_document_page(page)
    assert store.load_document_pages(READER, APPLICATION) == [PAGE]
    assert store.load_document_pages(READER, ApplicationId("b")) == [elsewhere]
    assert store.load_document_pages(OTHER, APPLICATION) == [theirs]


def test_only_the_oldest_of_the_same_person_go_when_there_are_too_many(
    store: SqlReviewStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_page_rows, "MOST_KEPT", 3)
    theirs = replace(PAGE, person_id=OTHER)
    store.save_document_page(theirs)
    for number in range(1, 6):
        store.save_document_page(replace(PAGE, sha256=str(number) * 64, page_number=number))
    assert [each.page_number for each in store.load_document_pages(READER, APPLICATION)] == [5, 4, 3]
    assert store.load_document_pages(OTHER, APPLICATION) == [theirs]
