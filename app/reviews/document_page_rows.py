"""Rows of where one stopped in a document: every question names the one person they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.reviews.store import DocumentPage
from app.reviews.tables import DOCUMENT_PAGE

MOST_KEPT = 2000
"""Of one person: some four hundred applicants of five documents each, more than a round gives anybody."""

PAGE = DOCUMENT_PAGE.c


def select_pages(
    connection: sa.Connection, person_id: PersonId, application_id: ApplicationId
) -> Sequence[DocumentPage]:
    """Where the person stopped in the documents of the application, the newest first."""
    query = (
        sa.select(DOCUMENT_PAGE)
        .where(PAGE.person_id == person_id, PAGE.application_id == application_id)
        .order_by(PAGE.saved_at.desc(), PAGE.sha256)
    )
    return [
        DocumentPage(
            person_id=PersonId(row.person_id),
            application_id=ApplicationId(row.application_id),
            sha256=row.sha256,
            page_number=row.page_number,
        )
        for row in connection.execute(query)
    ]


def write_page(connection: sa.Connection, page: DocumentPage, *, now: datetime) -> None:
    """Take the place of the page before; what the person stopped at longest ago goes when there is too much."""
    connection.execute(
        sa.delete(DOCUMENT_PAGE).where(
            PAGE.person_id == page.person_id,
            PAGE.application_id == page.application_id,
            PAGE.sha256 == page.sha256,
        )
    )
    connection.execute(
        sa.insert(DOCUMENT_PAGE).values(
            person_id=page.person_id,
            application_id=page.application_id,
            sha256=page.sha256,
            page_number=page.page_number,
            saved_at=now,
        )
    )
    connection.execute(
        sa.delete(DOCUMENT_PAGE).where(PAGE.person_id == page.person_id, PAGE.saved_at < _oldest_kept(page))
    )


def _oldest_kept(page: DocumentPage) -> sa.ScalarSelect[datetime]:
    """The time of the last row that stays; null, which no time is before, while there are fewer."""
    return (
        sa.select(PAGE.saved_at)
        .where(PAGE.person_id == page.person_id)
        .order_by(PAGE.saved_at.desc())
        .offset(MOST_KEPT - 1)
        .limit(1)
        .scalar_subquery()
    )
