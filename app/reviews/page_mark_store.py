"""The room of private page marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import exc

from app.domain.evidence import ApplicationId
from app.domain.page_marks import PageMark
from app.domain.people import PersonId
from app.reviews import page_mark_rows
from app.reviews.store_room import StoreRoom


class PageMarkStore(StoreRoom):
    """Highlights and notes on pages; every question names the one person they belong to.

    The log is not told: who notes what, and where, is nobody's business either.
    """

    def load_page_marks(self, person_id: PersonId, application_id: ApplicationId) -> Sequence[PageMark]:
        """The marks of the person on the files of the application."""
        with self._database.read() as connection:
            return page_mark_rows.select_marks(connection, person_id, application_id)

    def save_page_mark(self, mark: PageMark) -> PageMark | None:
        """Write a mark, or another wording of an own one, and read it back; None when the key is another's."""

        def work(connection: sa.Connection) -> PageMark | None:
            page_mark_rows.delete_mark(connection, mark.person_id, mark.mark_id)
            page_mark_rows.insert_mark(connection, replace(mark, saved_at=self._clock()))
            return page_mark_rows.select_mark(connection, mark.person_id, mark.mark_id)

        try:
            return self._database.save(work)
        except exc.IntegrityError:
            return None

    def delete_page_mark(self, person_id: PersonId, mark_id: str) -> bool:
        """Really delete a mark of the person; False when there was none."""
        with self._database.write() as connection:
            return page_mark_rows.delete_mark(connection, person_id, mark_id)
