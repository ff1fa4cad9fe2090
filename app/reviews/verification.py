"""Looks for broken promises in a store: what must be true of every row, asked of the real data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from decimal import InvalidOperation
from typing import Any

import sqlalchemy as sa

from app.domain.plan import PlanStatus
from app.domain.plan_codec import UnreadablePlan, plan_from_data
from app.errors import StoreUnavailable
from app.reviews.backup import file_problems, reference_problems
from app.reviews.connection import is_sqlite, open_database, sqlite_file
from app.reviews.migration import schema_problems
from app.reviews.review_codec import review_of
from app.reviews.round_event_rows import event_of
from app.reviews.tables import ASSIGNMENT, PLAN, PLAN_DRAFT, PLAN_LOCKED, REVIEW_EVENT, ROUND_EVENT

GUARDED = (
    "alias_event",
    "audit_event",
    "page_tag_event",
    "plan_draft",
    "plan_locked",
    "review_event",
    "round_event",
)
_SQLITE_GUARDS = "select tbl_name, count(*) from sqlite_master where type = 'trigger' group by tbl_name"
_POSTGRESQL_GUARDS = (
    "select tgrelid::regclass::text, count(*) from pg_trigger "
    "where not tgisinternal and tgenabled <> 'D' group by tgrelid"
)


def verify_store(url: str) -> tuple[str, ...]:
    """Every problem found, in words for the log; empty when the store keeps its promises. Changes nothing."""
    if not is_sqlite(url):
        return tuple(_row_problems(url))
    path = sqlite_file(url)
    if not path.is_file():
        raise StoreUnavailable(f"there is no store at {path}")
    # In a damaged file every other question may get a wrong answer.
    return tuple(file_problems(path) or reference_problems(path) + _row_problems(url))


def _row_problems(url: str) -> list[str]:
    database = open_database(url)
    try:
        with database.read() as connection:
            # Without the tables the other questions would only fail.
            found = schema_problems(connection)
            return found or [problem for check in CHECKS for problem in check(connection)]
    finally:
        database.close()


def guard_problems(connection: sa.Connection) -> Iterator[str]:
    """Append-only tables whose guards were taken away."""
    is_sqlite_store = connection.dialect.name == "sqlite"
    query = _SQLITE_GUARDS if is_sqlite_store else _POSTGRESQL_GUARDS
    found = {row[0]: row[1] for row in connection.exec_driver_sql(query)}
    for table in GUARDED:
        if found.get(table, 0) < (2 if is_sqlite_store else 1):
            yield f"{table} can be changed: its guard is gone"


def review_revision_problems(connection: sa.Connection) -> Iterator[str]:
    """Reviews whose revisions are not 1, 2, 3 …: the newest would not be the last saved."""
    event = REVIEW_EVENT.c
    key = (event.plan_id, event.application_id, event.reviewer_id)
    query = sa.select(*key).group_by(*key).having(_has_holes(event.revision))
    for row in connection.execute(query):
        yield f"review {'/'.join(row)}: a revision is missing"


def round_revision_problems(connection: sa.Connection) -> Iterator[str]:
    """Subjects of the round whose revisions are not 1, 2, 3 …."""
    event = ROUND_EVENT.c
    key = (event.plan_id, event.kind, event.subject)
    query = sa.select(*key).group_by(*key).having(_has_holes(event.revision))
    for row in connection.execute(query):
        yield f"round event {'/'.join(row)}: a revision is missing"


def row_revision_problems(connection: sa.Connection) -> Iterator[str]:
    """Plans with a missing saved row or a missing locked revision."""
    for table, column in ((PLAN_DRAFT, PLAN_DRAFT.c.row_revision), (PLAN_LOCKED, PLAN_LOCKED.c.revision)):
        query = sa.select(table.c.plan_id).group_by(table.c.plan_id).having(_has_holes(column))
        for plan_id in connection.execute(query).scalars():
            yield f"plan {plan_id}: a row of {table.name} is missing"


def unknown_plan_problems(connection: sa.Connection) -> Iterator[str]:
    """Reviews and assignments outside a known plan, and reviews of a revision that was never locked."""
    known = set(connection.execute(sa.select(PLAN.c.plan_id)).scalars())
    locked = {
        tuple(row) for row in connection.execute(sa.select(PLAN_LOCKED.c.plan_id, PLAN_LOCKED.c.revision))
    }
    query = sa.select(REVIEW_EVENT.c.plan_id, REVIEW_EVENT.c.plan_revision).distinct()
    for plan_id, revision in sorted(tuple(row) for row in connection.execute(query)):
        if plan_id not in known:
            yield f"reviews belong to an unknown plan {plan_id}"
        elif (plan_id, revision) not in locked:
            yield f"reviews belong to revision {revision} of plan {plan_id}, which was never locked"
    for plan_id in sorted(
        set(connection.execute(sa.select(ASSIGNMENT.c.plan_id).distinct()).scalars()) - known
    ):
        yield f"assignments belong to an unknown plan {plan_id}"


def unreadable_problems(connection: sa.Connection) -> Iterator[str]:
    """Reviews and plans whose text cannot be read back."""
    for row in connection.execute(sa.select(REVIEW_EVENT)):
        if not _is_readable(review_of, row):
            yield f"review event {row.event_id} cannot be read"
    for row in connection.execute(sa.select(ROUND_EVENT)):
        if not _is_readable(event_of, row):
            yield f"round event {row.event_id} cannot be read"
    for table, read in ((PLAN_DRAFT, _read_draft), (PLAN_LOCKED, _read_locked)):
        for row in connection.execute(sa.select(table)):
            if not _is_readable(read, row):
                yield f"{table.name} {row.plan_id}/{row.row_revision} cannot be read"


Check = Callable[[sa.Connection], Iterable[str]]
CHECKS: tuple[Check, ...] = (
    guard_problems,
    review_revision_problems,
    round_revision_problems,
    row_revision_problems,
    unknown_plan_problems,
    unreadable_problems,
)


def _has_holes(revision: sa.Column[int]) -> sa.ColumnElement[bool]:
    return sa.or_(sa.func.min(revision) != 1, sa.func.max(revision) != sa.func.count())


def _read_draft(row: Any) -> None:
    plan = plan_from_data(json.loads(row.content))
    if (plan.plan_id, plan.status) != (row.plan_id, PlanStatus.DRAFT):
        raise UnreadablePlan("plan_id")


def _read_locked(row: Any) -> None:
    plan = plan_from_data(json.loads(row.content))
    if (plan.plan_id, plan.status, plan.revision) != (row.plan_id, PlanStatus.LOCKED, row.revision):
        raise UnreadablePlan("revision")


def _is_readable(read: Callable[[Any], object], row: Any) -> bool:
    try:
        read(row)
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation):
        return False
    return True
