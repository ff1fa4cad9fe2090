"""Rows of page tags: appended, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.page_tags import PageTag, PageTagEvent
from app.domain.people import PersonId
from app.reviews.tables import PAGE_TAG_EVENT

EVENT = PAGE_TAG_EVENT.c


def select_events(
    connection: sa.Connection,
    *,
    application_id: ApplicationId | None = None,
    category_code: CategoryCode | None = None,
) -> Sequence[PageTagEvent]:
    """The events of one application, or of one category over all applications, oldest first."""
    query = sa.select(PAGE_TAG_EVENT).order_by(EVENT.saved_at, EVENT.event_id)
    if application_id is not None:
        query = query.where(EVENT.application_id == application_id)
    if category_code is not None:
        query = query.where(EVENT.category_code == category_code)
    return [_event(row) for row in connection.execute(query)]


def select_event(connection: sa.Connection, event_id: str) -> PageTagEvent | None:
    """The event with this key."""
    row = connection.execute(sa.select(PAGE_TAG_EVENT).where(EVENT.event_id == event_id)).one_or_none()
    return None if row is None else _event(row)


def is_tag_known(connection: sa.Connection, tag_id: str) -> bool:
    """Whether some event is of this tag."""
    query = sa.select(sa.func.count()).select_from(PAGE_TAG_EVENT).where(EVENT.tag_id == tag_id)
    return bool(connection.execute(query).scalar_one())


def insert_event(connection: sa.Connection, event: PageTagEvent) -> None:
    """Append."""
    tag = event.tag
    connection.execute(
        sa.insert(PAGE_TAG_EVENT).values(
            event_id=event.event_id,
            tag_id=tag.tag_id,
            application_id=tag.application_id,
            sha256=tag.sha256,
            first_page=tag.first_page,
            last_page=tag.last_page,
            category_code=tag.category_code,
            is_removed=event.is_removed,
            person_id=event.person_id,
            saved_at=event.saved_at,
        )
    )


def _event(row: Any) -> PageTagEvent:
    tag = PageTag(
        tag_id=row.tag_id,
        application_id=ApplicationId(row.application_id),
        sha256=row.sha256,
        first_page=row.first_page,
        last_page=row.last_page,
        category_code=CategoryCode(row.category_code),
    )
    return PageTagEvent(
        row.event_id, tag, bool(row.is_removed), PersonId(row.person_id), saved_at=row.saved_at
    )
