"""Rows of what happens to a round: appended as versions of subjects, never changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from app.domain.assignment import Assignment, AssignmentChange
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.reviews.json_text import to_json
from app.reviews.plan_rows import keep_plan
from app.reviews.store import Saved, Stale
from app.reviews.tables import ROUND_EVENT

EVENT = ROUND_EVENT.c


def select_events(
    connection: sa.Connection,
    plan_id: PlanId,
    kind: RoundEventKind,
    *,
    subject: str | None = None,
    as_of: datetime | None = None,
) -> Sequence[RoundEvent]:
    """The events of one kind, or of one subject, up to a moment, oldest first."""
    query = sa.select(ROUND_EVENT).where(EVENT.plan_id == plan_id, EVENT.kind == kind.value)
    if subject is not None:
        query = query.where(EVENT.subject == subject)
    if as_of is not None:
        query = query.where(EVENT.saved_at <= as_of)
    found = [event_of(row) for row in connection.execute(query)]
    # Sorted here: the databases order text by different rules.
    return sorted(found, key=lambda event: (event.saved_at, event.revision, event.subject))


def select_event(connection: sa.Connection, event_id: str) -> RoundEvent | None:
    """The event with this key."""
    row = connection.execute(sa.select(ROUND_EVENT).where(EVENT.event_id == event_id)).one_or_none()
    return None if row is None else event_of(row)


def select_newest(
    connection: sa.Connection, plan_id: PlanId, kind: RoundEventKind, subject: str
) -> RoundEvent | None:
    """The newest version of one subject."""
    query = (
        sa.select(ROUND_EVENT)
        .where(EVENT.plan_id == plan_id, EVENT.kind == kind.value, EVENT.subject == subject)
        .order_by(EVENT.revision.desc())
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else event_of(row)


def insert_event(connection: sa.Connection, event: RoundEvent) -> None:
    """Append."""
    connection.execute(
        sa.insert(ROUND_EVENT).values(
            event_id=event.event_id,
            plan_id=event.plan_id,
            kind=event.kind.value,
            subject=event.subject,
            revision=event.revision,
            content=to_json(event.content),
            person_id=event.person_id,
            saved_at=event.saved_at,
        )
    )


def append_version(
    connection: sa.Connection, event: RoundEvent, *, seen_revision: int, now: Callable[[], datetime]
) -> tuple[Saved[RoundEvent] | Stale[RoundEvent], bool]:
    """The next version of a subject, and whether this very call wrote it; its plan is held until the transaction ends.

    The same event sent twice is written once; another one under a known key is a ValueError.
    """
    # The newest version is read before the event, as with reviews: a twin sent at once is never stale.
    newest = select_newest(connection, event.plan_id, event.kind, event.subject)
    written = select_event(connection, event.event_id)
    if written is not None:
        return Saved(_require_same(written, event)), False
    if (newest.revision if newest else 0) != seen_revision:
        return Stale(newest or replace(event, revision=0), event), False
    keep_plan(connection, event.plan_id)
    saved = replace(event, revision=seen_revision + 1, saved_at=now())
    insert_event(connection, saved)
    return Saved(select_event(connection, event.event_id) or saved), True


def append_assignments(
    connection: sa.Connection,
    plan_id: PlanId,
    change: AssignmentChange,
    *,
    person_id: PersonId,
    now: datetime,
) -> None:
    """What came and went; before the first change of a list that stood already, the whole list as it was."""
    newest = select_newest(connection, plan_id, RoundEventKind.ASSIGNMENTS, "")
    revision = newest.revision if newest else 0
    event = RoundEvent("", plan_id, RoundEventKind.ASSIGNMENTS, "", revision, {}, person_id, saved_at=now)
    contents = [_came_and_went(change.came, change.went)]
    if newest is None and change.before:
        contents.insert(0, {"stood": _facts(change.before)})
    for step, content in enumerate(contents, start=1):
        insert_event(
            connection, replace(event, event_id=uuid4().hex, revision=revision + step, content=content)
        )


def event_of(row: Any) -> RoundEvent:
    """The event of a row; raises ValueError when its content is no mapping or its kind is unknown."""
    content = json.loads(row.content)
    if not isinstance(content, dict):
        raise ValueError(f"the content of round event {row.event_id} is no mapping")
    return RoundEvent(
        event_id=row.event_id,
        plan_id=PlanId(row.plan_id),
        kind=RoundEventKind(row.kind),
        subject=row.subject,
        revision=row.revision,
        content=content,
        person_id=None if row.person_id is None else PersonId(row.person_id),
        saved_at=row.saved_at,
    )


def _require_same(written: RoundEvent, offered: RoundEvent) -> RoundEvent:
    if replace(offered, revision=written.revision, saved_at=written.saved_at) != written:
        raise ValueError("the event id belongs to another event of a round")
    return written


def _came_and_went(came: Iterable[Assignment], went: Iterable[Assignment]) -> dict[str, object]:
    return {"came": _facts(came), "went": _facts(went)}


def _facts(assignments: Iterable[Assignment]) -> list[list[object]]:
    # The reason of a recusal is kept here, where it never changes; it may name a person, so the log has none of it.
    return [
        [each.application_id, each.reviewer_id, each.recused]
        + ([each.recusal_reason] if each.recusal_reason else [])
        for each in assignments
    ]
