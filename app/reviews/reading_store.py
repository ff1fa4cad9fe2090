"""The reading room of the store: where a person stopped, in the queue and in documents, and what a person has seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from app.domain.evidence import ApplicationId, SnapshotId
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.reviews import document_page_rows, reading_rows, seen_rows
from app.reviews.store import DocumentPage, ReadingPlace, SeenApplication
from app.reviews.store_room import StoreRoom


class ReadingStore(StoreRoom):
    """No judgement is kept here: the newest row replaces the one before, and the log is not told."""

    def find_reading_place(self, person_id: PersonId, plan_id: PlanId) -> ReadingPlace | None:
        """Where the person stopped reading under the plan."""
        with self._database.read() as connection:
            return reading_rows.select_place(connection, person_id, plan_id)

    def save_reading_place(self, place: ReadingPlace) -> None:
        """The newest place replaces the one before."""

        def work(connection: sa.Connection) -> None:
            reading_rows.write_place(connection, place, now=self._clock())

        self._database.save(work)

    def load_seen(self, person_id: PersonId, plan_id: PlanId) -> Mapping[ApplicationId, SnapshotId]:
        """The snapshot in which the person last looked at each application."""
        with self._database.read() as connection:
            return seen_rows.select_seen(connection, person_id, plan_id)

    def save_seen(self, seen: SeenApplication) -> None:
        """The newest look replaces the one before."""

        def work(connection: sa.Connection) -> None:
            seen_rows.write_seen(connection, seen, now=self._clock())

        self._database.save(work)

    def load_document_pages(
        self, person_id: PersonId, application_id: ApplicationId
    ) -> Sequence[DocumentPage]:
        """Where the person stopped in the documents of the application, the newest first."""
        with self._database.read() as connection:
            return document_page_rows.select_pages(connection, person_id, application_id)

    def save_document_page(self, page: DocumentPage) -> None:
        """The newest page of a document replaces the one before."""

        def work(connection: sa.Connection) -> None:
            document_page_rows.write_page(connection, page, now=self._clock())

        self._database.save(work)
