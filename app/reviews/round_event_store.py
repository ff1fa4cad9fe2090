"""The room of what happens to a round: phases, gap cases, component values, announcements, lists that left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from app.domain.plan import PlanId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.reviews import round_event_rows
from app.reviews.log_rows import LogLine, detail_text
from app.reviews.plan_rows import keep_plan
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
            # The newest version is read before the event, as with reviews: a twin sent at once is never stale.
            newest = round_event_rows.select_newest(connection, event.plan_id, event.kind, event.subject)
            written = round_event_rows.select_event(connection, event.event_id)
            if written is not None:
                return Saved(_require_same(written, event))
            if (newest.revision if newest else 0) != seen_revision:
                return Stale(newest or replace(event, revision=0), event)
            keep_plan(connection, event.plan_id)
            saved = replace(event, revision=seen_revision + 1, saved_at=self._clock())
            round_event_rows.insert_event(connection, saved)
            self._log(connection, _line(saved))
            return Saved(round_event_rows.select_event(connection, event.event_id) or saved)

        return self._database.save(work)


def _require_same(written: RoundEvent, offered: RoundEvent) -> RoundEvent:
    if replace(offered, revision=written.revision, saved_at=written.saved_at) != written:
        raise ValueError("the event id belongs to another event of a round")
    return written


def _line(event: RoundEvent) -> LogLine:
    # The content may hold reasons that name a person: it stays in the event.
    detail = detail_text(subject=event.subject, revision=event.revision)
    return LogLine(f"{event.kind.value}_saved", f"plan/{event.plan_id}", detail, person_id=event.person_id)
