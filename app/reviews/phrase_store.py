"""The room of phrases that reviewers keep for their comments."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import sqlalchemy as sa

from app.domain.people import PersonId
from app.reviews import phrase_rows
from app.reviews.store import Phrase
from app.reviews.store_room import StoreRoom


class PhraseStore(StoreRoom):
    """Phrases of one person, in the person's own order. No judgement: rows are replaced, the log is not told."""

    def load_phrases(self, person_id: PersonId) -> Sequence[Phrase]:
        """Every phrase of the person, in order."""
        with self._database.read() as connection:
            return phrase_rows.select_phrases(connection, person_id)

    def change_phrases(
        self, person_id: PersonId, change: Callable[[Sequence[Phrase]], Sequence[Phrase]]
    ) -> Sequence[Phrase]:
        """Read, change and write in one transaction, so that two tabs never lose each other's phrase."""

        def work(connection: sa.Connection) -> Sequence[Phrase]:
            stored = phrase_rows.select_phrases(connection, person_id)
            changed = change(stored)
            if changed != stored:
                phrase_rows.replace_phrases(connection, person_id, changed, now=self._clock())
            return phrase_rows.select_phrases(connection, person_id)

        return self._database.save(work)
