"""The room of the second stage of an announcement: the list of items and what the public is told, saved together."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from app.domain.round_event import RoundEvent
from app.reviews import office_rows, round_event_rows
from app.reviews.round_event_store import line_of
from app.reviews.store import ItemChoice, Saved, Stale
from app.reviews.store_room import StoreRoom


@dataclass(frozen=True)
class ItemNotice:
    """A list of items and the stage that tells of it, each with the revision it was made from.

    ``reason`` goes to the log with the list. The choice states its revision in ``row_revision``, the event in
    ``revision``; 0 creates.
    """

    choice: ItemChoice
    event: RoundEvent
    reason: str


class _OneIsStale(Exception):
    """Ends the transaction, so that neither half stays."""

    def __init__(self, outcome: Stale[RoundEvent]) -> None:
        super().__init__("the list of items or its stage is stale")
        self.outcome = outcome


class ItemNoticeStore(StoreRoom):
    """One transaction for both: nobody reads by a list that was not announced, nor the other way about."""

    def save_item_notice(self, notice: ItemNotice) -> Saved[RoundEvent] | Stale[RoundEvent]:
        """The event as read back; stale, and nothing written, when the list or the stage was saved by somebody else.

        Where only the list is stale, ``Stale.stored`` is the offered event. The same event sent twice is
        written once, and its list with it.
        """

        def work(connection: sa.Connection) -> Saved[RoundEvent]:
            event = notice.event
            # The event first: it holds the plan, and says whether this very save was written before.
            outcome, is_new = round_event_rows.append_version(
                connection, event, seen_revision=event.revision, now=self._clock
            )
            if isinstance(outcome, Stale):
                raise _OneIsStale(outcome)
            if is_new:
                self._log(connection, line_of(outcome.value))
                self._write_choice(connection, notice)
            return outcome

        try:
            return self._database.save(work)
        except _OneIsStale as stale:
            return stale.outcome

    def _write_choice(self, connection: sa.Connection, notice: ItemNotice) -> None:
        choice = notice.choice
        outcome = office_rows.write_item_choice(connection, choice, seen_revision=choice.row_revision)
        if isinstance(outcome, Stale):
            raise _OneIsStale(Stale(notice.event, notice.event))
        self._log(
            connection,
            office_rows.choice_line(outcome.value, notice.reason, person_id=notice.event.person_id),
        )
