"""StoreAsOf: the store of judgements as it stood at a moment; whatever makes a list can be asked of it unchanged.

Plans, reviews, assignments and events of the round are those of the moment. Drafts, persons, the log and whatever no
list depends on are today's. Nothing can be written through it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

import sqlalchemy as sa

from app.domain.assignment import Assignment
from app.domain.assignment_history import PastAssignments, assignments_as_of
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.scores import Review
from app.reviews import office_rows, plan_rows, review_rows, round_event_rows
from app.reviews.connection import Database
from app.reviews.migration import applied_at
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import OwnReviews, StoredPlan

ROUND_EVENT_MIGRATION = 10
"""Since this migration the store keeps what came and went among the assignments."""


class StoreAsOf(SqlReviewStore):
    """The store as of ``moment``: saves up to and including it."""

    def __init__(self, store: SqlReviewStore, moment: datetime) -> None:
        if moment.utcoffset() is None:
            raise ValueError("a time without a zone")
        super().__init__(_ReadOnly(store._database), clock=store._clock)
        self.moment = moment

    def find_locked(self, plan_id: PlanId, revision: int | None = None) -> StoredPlan | None:
        """The revision asked for, or the newest, if it was locked by then."""
        with self._database.read() as connection:
            return plan_rows.select_locked(connection, plan_id, revision, as_of=self.moment)

    def load_plan_digest(self, plan_id: PlanId, revision: int) -> str:
        """SHA-256 of a locked revision as it was written, which no later program writes differently."""
        with self._database.read() as connection:
            content = plan_rows.select_locked_content(connection, plan_id, revision)
        return hashlib.sha256(content.encode()).hexdigest()

    def load_plan_history(self, plan_id: PlanId) -> Sequence[StoredPlan]:
        """Every revision locked by then, oldest first."""
        with self._database.read() as connection:
            return plan_rows.select_history(connection, plan_id, as_of=self.moment)

    def load_assignments(
        self, plan_id: PlanId, *, reviewer_id: PersonId | None = None
    ) -> Sequence[Assignment]:
        """As they stood; reasons of recusals are not told."""
        return [
            each
            for each in self.load_past_assignments(plan_id).assignments
            if reviewer_id is None or each.reviewer_id == reviewer_id
        ]

    def load_past_assignments(self, plan_id: PlanId) -> PastAssignments:
        """The same, and since when they are known if not as far back as that."""
        with self._database.read() as connection:
            return assignments_as_of(
                round_event_rows.select_events(connection, plan_id, RoundEventKind.ASSIGNMENTS),
                self.moment,
                standing=office_rows.select_assignments(connection, plan_id),
                kept_since=applied_at(connection, ROUND_EVENT_MIGRATION),
            )

    def load_standing_reasons(
        self, plan_id: PlanId
    ) -> Mapping[tuple[ApplicationId | None, PersonId | None], str]:
        """The reasons of the recusals of today, by application and reviewer: events of before keep none."""
        with self._database.read() as connection:
            standing = office_rows.select_assignments(connection, plan_id)
        return {
            (each.application_id, each.reviewer_id): each.recusal_reason for each in standing if each.recused
        }

    def find_review(
        self, plan_id: PlanId, application_id: ApplicationId, reviewer_id: PersonId
    ) -> Review | None:
        """The newest version of then."""
        key = (plan_id, application_id, reviewer_id)
        with self._database.read() as connection:
            return review_rows.select_review(connection, key, as_of=self.moment)

    def load_reviews(
        self,
        plan_id: PlanId,
        *,
        reviewer_id: PersonId | None = None,
        application_id: ApplicationId | None = None,
    ) -> Sequence[Review]:
        """The newest version of then of every review, by application and reviewer."""
        with self._database.read() as connection:
            return review_rows.select_reviews(
                connection,
                plan_id,
                reviewer_id=reviewer_id,
                application_id=application_id,
                as_of=self.moment,
            )

    def load_own_reviews(self, plan_id: PlanId, reviewer_id: PersonId) -> OwnReviews:
        """The reviews of one reviewer as of then."""
        reviews = self.load_reviews(plan_id, reviewer_id=reviewer_id)
        return OwnReviews({each.application_id: each for each in reviews}, frozenset())

    def load_review_history(
        self, plan_id: PlanId, application_id: ApplicationId, reviewer_id: PersonId
    ) -> Sequence[Review]:
        """Every version saved by then, oldest first."""
        key = (plan_id, application_id, reviewer_id)
        with self._database.read() as connection:
            return review_rows.select_history(connection, key, as_of=self.moment)

    def load_review_versions(
        self, plan_id: PlanId, *, application_id: ApplicationId | None = None
    ) -> Sequence[Review]:
        """Every version of every review saved by then, in the order of saving."""
        with self._database.read() as connection:
            return review_rows.select_versions(
                connection, plan_id, application_id=application_id, as_of=self.moment
            )

    def load_round_events(
        self,
        plan_id: PlanId,
        kind: RoundEventKind,
        *,
        subject: str | None = None,
        as_of: datetime | None = None,
    ) -> Sequence[RoundEvent]:
        """The events saved by then, or by an earlier moment still."""
        until = self.moment if as_of is None else min(as_of, self.moment)
        return super().load_round_events(plan_id, kind, subject=subject, as_of=until)

    def find_round_event(self, plan_id: PlanId, kind: RoundEventKind, subject: str) -> RoundEvent | None:
        """The newest version of one subject of then; None before the first."""
        events = self.load_round_events(plan_id, kind, subject=subject)
        return max(events, key=lambda event: event.revision, default=None)


def settled_moment(store: SqlReviewStore, plan_id: PlanId) -> datetime:
    """Now, once every save begun before has ended: what is asked as of it stays as it is. Raises NotFound."""
    with store._database.write() as connection:
        plan_rows.require_plan(connection, plan_id)
        return store._clock()


class _ReadOnly(Database):
    """The same connections, never for a write."""

    def __init__(self, database: Database) -> None:
        super().__init__(database._engine)

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        raise ValueError("the past cannot be written")
        yield
