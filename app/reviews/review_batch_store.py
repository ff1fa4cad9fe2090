"""The room of many reviews saved together: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from app.domain.scores import Review
from app.reviews import review_rows
from app.reviews.store import Saved, Stale
from app.reviews.store_room import StoreRoom


@dataclass(frozen=True)
class ReviewSave:
    """One review of a batch, with the revision it was made from and the key of its save."""

    review: Review
    seen_revision: int
    event_id: str


class _OneIsStale(Exception):
    """Ends the transaction, so that nothing of the batch stays."""

    def __init__(self, outcome: Stale[Review]) -> None:
        super().__init__("one review of the batch is stale")
        self.outcome = outcome


class ReviewBatchStore(StoreRoom):
    """One transaction for the whole batch."""

    def save_reviews(self, batch: Sequence[ReviewSave]) -> Saved[Sequence[Review]] | Stale[Review]:
        """Every review as read back, or the first stale one and nothing written. Raises as ``save_review`` does."""

        def work(connection: sa.Connection) -> Saved[Sequence[Review]]:
            return Saved([self._saved(connection, each) for each in batch])

        try:
            return self._database.save(work)
        except _OneIsStale as stale:
            return stale.outcome

    def _saved(self, connection: sa.Connection, each: ReviewSave) -> Review:
        outcome = review_rows.insert_review(
            connection,
            each.review,
            seen_revision=each.seen_revision,
            event_id=each.event_id,
            now=self._clock(),
        )
        if isinstance(outcome, Stale):
            raise _OneIsStale(outcome)
        return outcome.value
