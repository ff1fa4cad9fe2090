"""Rows of the office's words on courses and syllabi: appended, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.domain.people import PersonId
from app.domain.syllabus_alias import AliasEvent, AliasPair, AliasVerdict
from app.reviews.store import Saved, Stale
from app.reviews.tables import ALIAS_EVENT

EVENT = ALIAS_EVENT.c


def select_alias_events(connection: sa.Connection) -> Sequence[AliasEvent]:
    """Every word, by course and revision."""
    rows = connection.execute(sa.select(ALIAS_EVENT)).all()
    events = [_event(row) for row in rows]
    return sorted(events, key=lambda event: (event.pair.course, event.revision))


def insert_alias_event(
    connection: sa.Connection, event: AliasEvent, *, seen_revision: int
) -> Saved[AliasEvent] | Stale[AliasEvent]:
    """Append the word when ``seen_revision`` is the newest of its course."""
    stored = _select_newest(connection, event.pair)
    if (stored.revision if stored else 0) != seen_revision:
        return Stale(stored or event, event)
    connection.execute(
        sa.insert(ALIAS_EVENT).values(
            course_code=event.pair.course_code,
            subject=event.pair.subject,
            syllabus_course_code=event.pair.syllabus_course_code,
            syllabus_subject=event.pair.syllabus_subject,
            verdict=event.verdict.value,
            revision=event.revision,
            person_id=event.person_id,
            saved_at=event.saved_at,
        )
    )
    return Saved(event)


def _select_newest(connection: sa.Connection, pair: AliasPair) -> AliasEvent | None:
    query = (
        sa.select(ALIAS_EVENT)
        .where(EVENT.course_code == pair.course_code, EVENT.subject == pair.subject)
        .order_by(EVENT.revision.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else _event(row)


def _event(row: Any) -> AliasEvent:
    pair = AliasPair(row.course_code, row.subject, row.syllabus_course_code, row.syllabus_subject)
    return AliasEvent(
        pair, AliasVerdict(row.verdict), row.revision, PersonId(row.person_id), saved_at=row.saved_at
    )
