"""Rows of the log: who did what to what, when; written once, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.domain.people import PersonId
from app.reviews.json_text import to_json
from app.reviews.store import AuditEvent
from app.reviews.tables import AUDIT_EVENT


@dataclass(frozen=True)
class LogLine:
    """What is to be logged; ``person_id`` is None when nobody signed in did it."""

    action: str
    object_key: str
    detail: str = ""
    person_id: PersonId | None = None


def insert_line(connection: sa.Connection, line: LogLine, *, now: datetime) -> None:
    """One line of the log, in the transaction of what it tells."""
    connection.execute(
        sa.insert(AUDIT_EVENT).values(
            occurred_at=now,
            person_id=line.person_id,
            action=line.action,
            object_key=line.object_key,
            detail=line.detail,
        )
    )


def detail_text(**facts: object) -> str:
    """Facts as JSON that a person can read in the log."""
    return to_json(facts)


def select_log(
    connection: sa.Connection, *, limit: int, actions: Iterable[str] | None
) -> Sequence[AuditEvent]:
    """The newest lines first."""
    query = sa.select(AUDIT_EVENT).order_by(AUDIT_EVENT.c.event_id.desc()).limit(limit)
    if actions is not None:
        query = query.where(AUDIT_EVENT.c.action.in_(list(actions)))
    return [
        AuditEvent(
            event_id=row.event_id,
            occurred_at=row.occurred_at,
            person_id=None if row.person_id is None else PersonId(row.person_id),
            action=row.action,
            object_key=row.object_key,
            detail=row.detail,
        )
        for row in connection.execute(query)
    ]
