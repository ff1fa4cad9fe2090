"""The room of what happens to a round: phases, gap cases, component values, announcements, lists that left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from app.domain.plan import PlanId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.reviews import round_event_rows
from app.reviews.log_rows import LogLine, detail_text
from app.reviews.store import Saved, Stale
from app.reviews.store_room import StoreRoom


class RoundEventStore(StoreRoom):
    """Append-only: what is corrected is one more version."""

    def load_round_events(
        self,
        plan_id: PlanId,
        kind: RoundEventKind,
        *,
        subject: str | None = None,
        as_of: datetime | None = None,
    ) -> Sequence[RoundEvent]:
        """The events of one kind, or of one subject, saved up to and including ``as_of``, oldest first."""
        with self._database.read() as connection:
            return round_event_rows.select_events(connection, plan_id, kind, subject=subject, as_of=as_of)

    def find_round_event(self, plan_id: PlanId, kind: RoundEventKind, subject: str) -> RoundEvent | None:
        """The newest version of one subject; None before the first."""
        with self._database.read() as connection:
            return round_event_rows.select_newest(connection, plan_id, kind, subject)

    def save_round_event(
        self, event: RoundEvent, *, seen_revision: int
    ) -> Saved[RoundEvent] | Stale[RoundEvent]:
        """The next version of a subject; ``seen_revision`` 0 before the first.

        The same event sent twice is written once; another one under a known key is a ValueError. ``Stale.stored``
        is the newest version, or the offered one with revision 0 where there is none.
        """

        def work(connection: sa.Connection) -> Saved[RoundEvent] | Stale[RoundEvent]:
            outcome, is_new = round_event_rows.append_version(
                connection, event, seen_revision=seen_revision, now=self._clock
            )
            if isinstance(outcome, Saved) and is_new:
                self._log(connection, line_of(outcome.value))
            return outcome

        return self._database.save(work)


def line_of(event: RoundEvent) -> LogLine:
    """The line of the log that tells of an event."""
    # The content may hold reasons that name a person: it stays in the event.
    detail = detail_text(subject=event.subject, revision=event.revision)
    return LogLine(f"{event.kind.value}_saved", f"plan/{event.plan_id}", detail, person_id=event.person_id)
