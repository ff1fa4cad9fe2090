"""The reading room of the store: where a person stopped, and what a person has seen."""

from __future__ import annotations

import sqlalchemy as sa

from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.reviews import reading_rows
from app.reviews.store import ReadingPlace
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
