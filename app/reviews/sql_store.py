"""SqlReviewStore: the ReviewStore on SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

import sqlalchemy as sa

from app.domain.assignment import Assignment, AssignmentChange
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.people import Person, PersonId
from app.domain.plan import PlanId, ReviewPlan
from app.domain.scores import Review
from app.domain.syllabus_alias import AliasEvent, AliasPair, AliasVerdict
from app.reviews import (
    alias_rows,
    log_rows,
    office_rows,
    people_rows,
    plan_rows,
    review_rows,
    round_event_rows,
)
from app.reviews.connection import Database, open_database
from app.reviews.item_notice_store import ItemNoticeStore
from app.reviews.log_rows import LogLine, detail_text
from app.reviews.migration import migrate
from app.reviews.own_reviews import OwnReviewMemory
from app.reviews.page_mark_store import PageMarkStore
from app.reviews.page_tag_store import PageTagStore
from app.reviews.phrase_store import PhraseStore
from app.reviews.reading_store import ReadingStore
from app.reviews.review_batch_store import ReviewBatchStore
from app.reviews.round_event_store import RoundEventStore
from app.reviews.store import (
    AuditEvent,
    ItemChoice,
    OwnReviews,
    Saved,
    SignInSession,
    Stale,
    StoredPlan,
)
from app.reviews.store_room import Clock


def _now() -> datetime:
    return datetime.now(UTC)


def open_store(url: str, *, clock: Clock = _now) -> SqlReviewStore:
    """Open the store at ``url``, bring its schema up to date and forget expired sign-ins.

    Raises StoreUnavailable: no such folder, no database, a store of a newer program, an edited migration.
    """
    database = open_database(url)
    try:
        with database.write() as connection:
            migrate(connection, now=clock())
            people_rows.delete_expired_sessions(connection, now=clock())
    except BaseException:
        database.close()
        raise
    return SqlReviewStore(database, clock=clock)


class SqlReviewStore(
    ReadingStore,
    PageMarkStore,
    PageTagStore,
    PhraseStore,
    RoundEventStore,
    ReviewBatchStore,
    ItemNoticeStore,
):
    """Every method is one transaction: written and logged together, or not at all."""

    def __init__(self, database: Database, *, clock: Clock) -> None:
        super().__init__(database, clock=clock)
        self._own_reviews = OwnReviewMemory()

    def close(self) -> None:
        """Close the connections."""
        self._database.close()

    # persons and sign-in

    def save_person(self, person: Person, password_hash: str) -> None:
        """Write or replace a person; raises SignInNameTaken."""

        def work(connection: sa.Connection) -> None:
            is_new = people_rows.upsert_person(connection, person, password_hash=password_hash)
            detail = detail_text(
                role=person.role.value,
                programme_codes=sorted(person.programme_codes),
                is_active=person.is_active,
                is_new=is_new,
            )
            self._log(connection, LogLine("person_saved", f"person/{person.person_id}", detail))

        self._database.save(work)

    def find_person(self, person_id: PersonId) -> Person | None:
        with self._database.read() as connection:
            return people_rows.select_person(connection, person_id)

    def find_credentials(self, sign_in_name: str) -> tuple[Person, str] | None:
        """Person and password hash; case and width of the name do not matter."""
        with self._database.read() as connection:
            return people_rows.select_credentials(connection, sign_in_name)

    def load_persons(self) -> Sequence[Person]:
        with self._database.read() as connection:
            return people_rows.select_persons(connection)

    def set_active(self, person_id: PersonId, is_active: bool) -> None:
        """Admit or refuse a person; a refused one is signed out. Raises NotFound."""
        with self._database.write() as connection:
            people_rows.update_active(connection, person_id, is_active=is_active)
            detail = detail_text(is_active=is_active)
            self._log(connection, LogLine("person_active_set", f"person/{person_id}", detail))

    def open_session(self, session: SignInSession) -> None:
        """Remember a signed-in browser; raises NotFound when the person is unknown."""
        with self._database.write() as connection:
            people_rows.delete_expired_sessions(connection, now=self._clock())
            people_rows.insert_session(connection, session)
            # The hash of the cookie stays out of the log: it is a key to the session row.
            key = f"person/{session.person_id}"
            self._log(connection, LogLine("session_opened", key, person_id=session.person_id))

    def find_session(self, token_hash: str) -> SignInSession | None:
        """The session unless it has expired."""
        with self._database.read() as connection:
            return people_rows.select_session(connection, token_hash, now=self._clock())

    def close_session(self, token_hash: str) -> None:
        """Forget a session; closing one that is gone changes nothing."""
        with self._database.write() as connection:
            person_id = people_rows.delete_session(connection, token_hash)
            if person_id is not None:
                self._log(connection, LogLine("session_closed", f"person/{person_id}", person_id=person_id))

    # plans

    def find_plan_of_programme(self, programme_code: ProgrammeCode) -> PlanId | None:
        with self._database.read() as connection:
            return plan_rows.select_plan_of_programme(connection, programme_code)

    def load_plan_ids(self) -> Sequence[PlanId]:
        with self._database.read() as connection:
            return plan_rows.select_plan_ids(connection)

    def find_draft(self, plan_id: PlanId) -> StoredPlan | None:
        with self._database.read() as connection:
            return plan_rows.select_draft(connection, plan_id)

    def find_locked(self, plan_id: PlanId, revision: int | None = None) -> StoredPlan | None:
        """The locked revision asked for, or the newest; None when there is none."""
        with self._database.read() as connection:
            return plan_rows.select_locked(connection, plan_id, revision)

    def load_plan_history(self, plan_id: PlanId) -> Sequence[StoredPlan]:
        """Every locked revision, oldest first."""
        with self._database.read() as connection:
            return plan_rows.select_history(connection, plan_id)

    def save_draft(
        self, plan: ReviewPlan, *, seen_revision: int, person_id: PersonId
    ) -> Saved[StoredPlan] | Stale[StoredPlan]:
        """``seen_revision`` 0 creates. The stored draft's plan.revision is newest locked + 1."""

        def work(connection: sa.Connection) -> Saved[StoredPlan] | Stale[StoredPlan]:
            outcome = plan_rows.insert_draft(
                connection, plan, seen_revision=seen_revision, person_id=person_id, now=self._clock()
            )
            self._log_plan(connection, "plan_saved", outcome)
            return outcome

        return self._database.save(work)

    def lock_draft(
        self, plan_id: PlanId, *, seen_revision: int, person_id: PersonId
    ) -> Saved[StoredPlan] | Stale[StoredPlan]:
        """The draft becomes a locked revision and there is no draft any more. Raises NotFound."""

        def work(connection: sa.Connection) -> Saved[StoredPlan] | Stale[StoredPlan]:
            plan_rows.require_plan(connection, plan_id)
            outcome = plan_rows.insert_locked(
                connection, plan_id, seen_revision=seen_revision, person_id=person_id, now=self._clock()
            )
            self._log_plan(connection, "plan_locked", outcome)
            return outcome

        return self._database.save(work)

    # assignments

    def save_assignments(
        self,
        plan_id: PlanId,
        assignments: Iterable[Assignment],
        *,
        seen: Iterable[Assignment],
        person_id: PersonId,
    ) -> Saved[Sequence[Assignment]] | Stale[Sequence[Assignment]]:
        """Make ``assignments`` the whole list of the plan; raises NotFound when the plan is unknown."""
        offered = tuple(assignments)
        with self._database.write() as connection:
            stored = office_rows.hold_assignments(connection, plan_id)
            if set(stored) != set(seen):
                return Stale(stored=stored, offered=offered)
            came, went = office_rows.replace_assignments(connection, plan_id, offered)
            change = AssignmentChange(tuple(stored), tuple(came), tuple(went))
            round_event_rows.append_assignments(
                connection, plan_id, change, person_id=person_id, now=self._clock()
            )
            detail = detail_text(
                added=[_assignment_fact(one) for one in came], removed=[_assignment_fact(one) for one in went]
            )
            self._log(
                connection, LogLine("assignments_saved", f"plan/{plan_id}", detail, person_id=person_id)
            )
            return Saved(office_rows.select_assignments(connection, plan_id))

    def load_assignments(
        self, plan_id: PlanId, *, reviewer_id: PersonId | None = None
    ) -> Sequence[Assignment]:
        with self._database.read() as connection:
            return office_rows.select_assignments(connection, plan_id, reviewer_id=reviewer_id)

    # reviews

    def find_review(
        self, plan_id: PlanId, application_id: ApplicationId, reviewer_id: PersonId
    ) -> Review | None:
        with self._database.read() as connection:
            return review_rows.select_review(connection, (plan_id, application_id, reviewer_id))

    def load_reviews(
        self,
        plan_id: PlanId,
        *,
        reviewer_id: PersonId | None = None,
        application_id: ApplicationId | None = None,
    ) -> Sequence[Review]:
        """The newest version of every review, by application and reviewer."""
        with self._database.read() as connection:
            return review_rows.select_reviews(
                connection, plan_id, reviewer_id=reviewer_id, application_id=application_id
            )

    def load_own_reviews(self, plan_id: PlanId, reviewer_id: PersonId) -> OwnReviews:
        """The newest version of each review of one reviewer; only what is new since the last time is read."""
        with self._database.read() as connection:
            return self._own_reviews.load(connection, plan_id, reviewer_id)

    def load_review_history(
        self, plan_id: PlanId, application_id: ApplicationId, reviewer_id: PersonId
    ) -> Sequence[Review]:
        """Every saved version, oldest first; nothing is ever overwritten."""
        with self._database.read() as connection:
            return review_rows.select_history(connection, (plan_id, application_id, reviewer_id))

    def find_saved_review(self, event_id: str) -> Review | None:
        """The version that this very save wrote."""
        with self._database.read() as connection:
            return review_rows.select_event(connection, event_id)

    def save_review(
        self, review: Review, *, seen_revision: int, event_id: str
    ) -> Saved[Review] | Stale[Review]:
        """``event_id`` is made by the client and unique: the same save sent twice is written once.

        The events are the log of reviews: who, when, and every value before and after.
        """

        def work(connection: sa.Connection) -> Saved[Review] | Stale[Review]:
            # The clock is looked at once the plan is held: a list as of a moment misses no save of before it.
            plan_rows.keep_plan(connection, review.plan_id)
            return review_rows.insert_review(
                connection, review, seen_revision=seen_revision, event_id=event_id, now=self._clock()
            )

        return self._database.save(work)

    # admissions office

    def find_item_choice(self, programme_code: ProgrammeCode) -> ItemChoice | None:
        with self._database.read() as connection:
            return office_rows.select_item_choice(connection, programme_code)

    def save_item_choice(
        self, choice: ItemChoice, *, seen_revision: int, person_id: PersonId, reason: str
    ) -> Saved[ItemChoice] | Stale[ItemChoice]:
        """``seen_revision`` 0 creates; ``reason`` goes to the log."""

        def work(connection: sa.Connection) -> Saved[ItemChoice] | Stale[ItemChoice]:
            outcome = office_rows.write_item_choice(connection, choice, seen_revision=seen_revision)
            if isinstance(outcome, Saved):
                self._log(connection, office_rows.choice_line(outcome.value, reason, person_id=person_id))
            return outcome

        return self._database.save(work)

    # syllabus aliases

    def load_alias_events(self) -> Sequence[AliasEvent]:
        """Every word of the office on a course and a syllabus, by course and revision."""
        with self._database.read() as connection:
            return alias_rows.select_alias_events(connection)

    def save_alias_event(
        self, pair: AliasPair, verdict: AliasVerdict, *, seen_revision: int, person_id: PersonId
    ) -> Saved[AliasEvent] | Stale[AliasEvent]:
        """``seen_revision`` is that of the course, 0 before the first word on it."""

        def work(connection: sa.Connection) -> Saved[AliasEvent] | Stale[AliasEvent]:
            event = AliasEvent(pair, verdict, seen_revision + 1, person_id, saved_at=self._clock())
            outcome = alias_rows.insert_alias_event(connection, event, seen_revision=seen_revision)
            if isinstance(outcome, Saved):
                key, detail = f"course/{pair.course_code}", detail_text(verdict=verdict.value, **asdict(pair))
                self._log(connection, LogLine("syllabus_alias_saved", key, detail, person_id=person_id))
            return outcome

        return self._database.save(work)

    # log and settings

    def log(self, *, person_id: PersonId | None, action: str, object_key: str, detail: str = "") -> None:
        """Write one line of the log."""
        with self._database.write() as connection:
            self._log(connection, LogLine(action, object_key, detail, person_id))

    def load_log(self, *, limit: int = 200, actions: Iterable[str] | None = None) -> Sequence[AuditEvent]:
        """The newest lines first."""
        with self._database.read() as connection:
            return log_rows.select_log(connection, limit=limit, actions=actions)

    def load_settings(self) -> Mapping[str, str]:
        with self._database.read() as connection:
            return office_rows.select_settings(connection)

    def save_setting(self, name: str, value: str, *, person_id: PersonId | None) -> None:
        """Set one small value of the round."""

        def work(connection: sa.Connection) -> None:
            office_rows.write_setting(connection, name, value)
            detail = detail_text(value=value)
            self._log(connection, LogLine("setting_saved", f"setting/{name}", detail, person_id=person_id))

        self._database.save(work)

    def _log_plan(
        self, connection: sa.Connection, action: str, outcome: Saved[StoredPlan] | Stale[StoredPlan]
    ) -> None:
        if isinstance(outcome, Stale):
            return
        stored = outcome.value
        detail = detail_text(revision=stored.plan.revision, row_revision=stored.row_revision)
        self._log(
            connection, LogLine(action, f"plan/{stored.plan.plan_id}", detail, person_id=stored.saved_by)
        )


def _assignment_fact(assignment: Assignment) -> list[object]:
    # The reason of a recusal may name a person: it stays in the assignment.
    return [assignment.application_id, assignment.reviewer_id, assignment.recused]
