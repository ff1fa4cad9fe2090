"""Rows of phrases: a person's own texts in the person's own order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from app.domain.people import PersonId
from app.reviews.store import Phrase
from app.reviews.tables import PHRASE

COLUMN = PHRASE.c


def select_phrases(connection: sa.Connection, person_id: PersonId) -> Sequence[Phrase]:
    """Every phrase of the person, in the person's order; two at one place by their ids."""
    query = sa.select(PHRASE).where(COLUMN.person_id == person_id)
    phrases = [Phrase(row.phrase_id, row.content, row.place) for row in connection.execute(query)]
    # Sorted here: the databases order text by different rules.
    return sorted(phrases, key=lambda phrase: (phrase.place, phrase.phrase_id))


def replace_phrases(
    connection: sa.Connection, person_id: PersonId, phrases: Sequence[Phrase], *, now: datetime
) -> None:
    """Make ``phrases`` the person's whole list."""
    connection.execute(sa.delete(PHRASE).where(COLUMN.person_id == person_id))
    rows = [
        {
            "person_id": person_id,
            "phrase_id": each.phrase_id,
            "content": each.content,
            "place": each.place,
            "saved_at": now,
        }
        for each in phrases
    ]
    if rows:
        connection.execute(sa.insert(PHRASE), rows)
