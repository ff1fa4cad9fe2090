"""Phrases of one person, on both databases."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.people import PersonId
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import Phrase

OWN, OTHER = PersonId("r1"), PersonId("r2")
FIRST, SECOND = Phrase("b", "動機清楚,𠮷", 0), Phrase("a", "證據充分", 1)


def test_phrases_come_back_in_their_own_order(store: SqlReviewStore) -> None:
    assert list(store.change_phrases(OWN, lambda _: [SECOND, FIRST])) == [FIRST, SECOND]
    assert list(store.load_phrases(OWN)) == [FIRST, SECOND]


def test_phrases_of_another_person_are_others(store: SqlReviewStore) -> None:
    store.change_phrases(OWN, lambda _: [FIRST])
    store.change_phrases(OTHER, lambda _: [SECOND])
    assert list(store.load_phrases(OWN)) == [FIRST]
    store.change_phrases(OTHER, lambda _: [])
    assert (list(store.load_phrases(OWN)), list(store.load_phrases(OTHER))) == ([FIRST], [])


def test_change_sees_what_is_stored_by_then(store: SqlReviewStore) -> None:
    store.change_phrases(OWN, lambda _: [FIRST])

    def add(phrases: Sequence[Phrase]) -> Sequence[Phrase]:
        return [*phrases, SECOND]

    assert list(store.change_phrases(OWN, add)) == [FIRST, SECOND]
