"""Rows of private page marks: every question names the one person they belong to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.domain.evidence import ApplicationId
from app.domain.page_marks import MarkKind, PageArea, PageMark
from app.domain.people import PersonId
from app.reviews.tables import PAGE_MARK

MARK = PAGE_MARK.c


def select_marks(
    connection: sa.Connection, person_id: PersonId, application_id: ApplicationId
) -> Sequence[PageMark]:
    """The marks of one person on the files of one application, by file, page and time."""
    query = (
        sa.select(PAGE_MARK)
        .where(MARK.person_id == person_id, MARK.application_id == application_id)
        .order_by(MARK.sha256, MARK.page_number, MARK.saved_at, MARK.mark_id)
    )
    return [_mark(row) for row in connection.execute(query)]


def select_mark(connection: sa.Connection, person_id: PersonId, mark_id: str) -> PageMark | None:
    """One mark of this person; None for another's, as for one that is not there."""
    query = sa.select(PAGE_MARK).where(MARK.mark_id == mark_id, MARK.person_id == person_id)
    row = connection.execute(query).one_or_none()
    return None if row is None else _mark(row)


def insert_mark(connection: sa.Connection, mark: PageMark) -> None:
    """A new mark; the key of another person's mark violates the table's."""
    connection.execute(sa.insert(PAGE_MARK).values(**_values(mark)))


def delete_mark(connection: sa.Connection, person_id: PersonId, mark_id: str) -> bool:
    """Really delete a mark of this person; False when there was none."""
    query = sa.delete(PAGE_MARK).where(MARK.mark_id == mark_id, MARK.person_id == person_id)
    return connection.execute(query).rowcount > 0


def _values(mark: PageMark) -> dict[str, object]:
    return {
        "mark_id": mark.mark_id,
        "person_id": mark.person_id,
        "application_id": mark.application_id,
        "sha256": mark.sha256,
        "page_number": mark.page_number,
        "kind": mark.kind.value,
        "area": _area_text(mark.area),
        "content": mark.content,
        "saved_at": mark.saved_at,
    }


def _area_text(area: PageArea | None) -> str:
    """Four shares as JSON; empty for the whole page."""
    return json.dumps([area.left, area.top, area.width, area.height]) if area else ""


def _mark(row: Any) -> PageMark:
    return PageMark(
        mark_id=row.mark_id,
        person_id=PersonId(row.person_id),
        application_id=ApplicationId(row.application_id),
        sha256=row.sha256,
        page_number=row.page_number,
        kind=MarkKind(row.kind),
        area=PageArea(*json.loads(row.area)) if row.area else None,
        content=row.content,
        saved_at=row.saved_at,
    )
