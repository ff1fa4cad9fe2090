"""ReviewStore: what the workflows need of the store of judgements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode, SnapshotId
from app.domain.page_marks import PageMark
from app.domain.page_tags import PageTagEvent
from app.domain.people import Person, PersonId
from app.domain.plan import PlanId, ReviewPlan
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.scores import Review
from app.domain.syllabus_alias import AliasEvent, AliasPair, AliasVerdict

T = TypeVar("T")


@dataclass(frozen=True)
class Saved(Generic[T]):
    """The save was written and read back."""

    value: T


@dataclass(frozen=True)
class Stale(Generic[T]):
    """Somebody (or another tab) saved first: nothing was written."""

    stored: T
    offered: T


@dataclass(frozen=True)
class StoredPlan:
    """A plan revision as stored; ``row_revision`` counts saves of the draft and guards against stale ones."""

    plan: ReviewPlan
    row_revision: int
    saved_at: datetime
    saved_by: PersonId


@dataclass(frozen=True)
class ItemChoice:
    """審查資料項目 a programme may consider (set by the office) and has chosen; ``published`` locks both."""

    programme_code: ProgrammeCode
    allowed_items: frozenset[str]
    chosen_items: frozenset[str]
    published: bool
    row_revision: int

    @property
    def considered_items(self) -> frozenset[str]:
        """What a plan may build on: everything allowed while the list is open, what was announced once published."""
        return self.chosen_items if self.published else self.allowed_items


@dataclass(frozen=True)
class AuditEvent:
    """One line of the log: who did what to what, when. ``detail`` never holds a name of an applicant."""

    event_id: int
    occurred_at: datetime
    person_id: PersonId | None
    action: str
    object_key: str
    detail: str


@dataclass(frozen=True)
class SignInSession:
    """A signed-in browser, known by the hash of its cookie."""

    token_hash: str
    person_id: PersonId
    expires_at: datetime


@dataclass(frozen=True, eq=False)
class OwnReviews:
    """The newest version of each review of one reviewer, and which events were read for it."""

    newest: Mapping[ApplicationId, Review]
    event_ids: frozenset[str]


@dataclass(frozen=True)
class ReadingPlace:
    """Where a person stopped reading: applicant, category, view, and the order and filter of the list as text."""

    person_id: PersonId
    plan_id: PlanId
    application_id: ApplicationId
    category_code: CategoryCode
    sort_order: str
    view_code: str = ""
    filter_text: str = ""


@dataclass(frozen=True)
class SeenApplication:
    """A person has looked at an application as this snapshot shows it."""

    person_id: PersonId
    plan_id: PlanId
    application_id: ApplicationId
    snapshot_id: SnapshotId


@dataclass(frozen=True)
class DocumentPage:
    """Where a person stopped in a document, named by its content; ``page_number`` counts from 1."""

    person_id: PersonId
    application_id: ApplicationId
    sha256: str
    page_number: int


@dataclass(frozen=True)
class Phrase:
    """A text a person keeps for comments; ``place`` counts from 0 in the person's own order."""

    phrase_id: str
    content: str
    place: int


class ReviewStore(Protocol):
    """The one door to judgements. Every save states the revision it saw; a stale one is refused, not merged."""

    # persons and sign-in
    def save_person(self, person: Person, password_hash: str) -> None: ...
    def find_person(self, person_id: PersonId) -> Person | None: ...
    def find_credentials(self, sign_in_name: str) -> tuple[Person, str] | None: ...
    def load_persons(self) -> Sequence[Person]: ...
    def set_active(self, person_id: PersonId, is_active: bool) -> None: ...
    def open_session(self, session: SignInSession) -> None: ...
    def find_session(self, token_hash: str) -> SignInSession | None: ...
    def close_session(self, token_hash: str) -> None: ...

    # plans
    def find_plan_of_programme(self, programme_code: ProgrammeCode) -> PlanId | None: ...
    def load_plan_ids(self) -> Sequence[PlanId]: ...
    def find_draft(self, plan_id: PlanId) -> StoredPlan | None: ...
    def find_locked(self, plan_id: PlanId, revision: int | None = None) -> StoredPlan | None:
        """The locked revision asked for, or the newest; None when there is none."""
        ...

    def load_plan_history(self, plan_id: PlanId) -> Sequence[StoredPlan]: ...
    def save_draft(
        self, plan: ReviewPlan, *, seen_revision: int, person_id: PersonId
    ) -> Saved[StoredPlan] | Stale[StoredPlan]:
        """``seen_revision`` 0 creates. The draft's plan.revision is newest locked + 1."""
        ...

    def lock_draft(
        self, plan_id: PlanId, *, seen_revision: int, person_id: PersonId
    ) -> Saved[StoredPlan] | Stale[StoredPlan]:
        """The draft becomes a locked revision and the draft row is removed."""
        ...

    # assignments
    def save_assignments(
        self,
        plan_id: PlanId,
        assignments: Iterable[Assignment],
        *,
        seen: Iterable[Assignment],
        person_id: PersonId,
    ) -> Saved[Sequence[Assignment]] | Stale[Sequence[Assignment]]:
        """``assignments`` become the whole list, if the list is still the one that was ``seen``."""
        ...

    def load_assignments(
        self, plan_id: PlanId, *, reviewer_id: PersonId | None = None
    ) -> Sequence[Assignment]: ...

    # reviews
    def find_review(
        self, plan_id: PlanId, application_id: ApplicationId, reviewer_id: PersonId
    ) -> Review | None: ...
    def load_reviews(
        self,
        plan_id: PlanId,
        *,
        reviewer_id: PersonId | None = None,
        application_id: ApplicationId | None = None,
    ) -> Sequence[Review]:
        """The newest version of every review, or of those of one reviewer or application."""
        ...

    def load_own_reviews(self, plan_id: PlanId, reviewer_id: PersonId) -> OwnReviews:
        """The newest version of each review of one reviewer; the same object while nothing was saved."""
        ...

    def load_review_history(
        self, plan_id: PlanId, application_id: ApplicationId, reviewer_id: PersonId
    ) -> Sequence[Review]:
        """Every saved version, oldest first; nothing is ever overwritten."""
        ...

    def find_saved_review(self, event_id: str) -> Review | None:
        """The version that this very save wrote; None when it never arrived."""
        ...

    def save_review(
        self, review: Review, *, seen_revision: int, event_id: str
    ) -> Saved[Review] | Stale[Review]:
        """``event_id`` is made by the client and unique: the same save sent twice is written once.

        Another save under the same id is a ValueError; a plan revision that a newer locked one follows is PlanLocked.
        """
        ...

    # reading
    def find_reading_place(self, person_id: PersonId, plan_id: PlanId) -> ReadingPlace | None: ...
    def save_reading_place(self, place: ReadingPlace) -> None:
        """The newest place of a person under a plan replaces the one before."""
        ...

    def load_seen(self, person_id: PersonId, plan_id: PlanId) -> Mapping[ApplicationId, SnapshotId]:
        """The snapshot in which the person last looked at each application of the plan."""
        ...

    def save_seen(self, seen: SeenApplication) -> None: ...
    def load_document_pages(
        self, person_id: PersonId, application_id: ApplicationId
    ) -> Sequence[DocumentPage]:
        """Where the person stopped in the documents of the application, the newest first."""
        ...

    def save_document_page(self, page: DocumentPage) -> None:
        """The newest page of a person in a document replaces the one before; what is oldest goes when there are many."""
        ...

    # pages of documents
    def load_page_marks(self, person_id: PersonId, application_id: ApplicationId) -> Sequence[PageMark]: ...
    def save_page_mark(self, mark: PageMark) -> PageMark | None:
        """The mark as read back; None when its key belongs to somebody else."""
        ...

    def delete_page_mark(self, person_id: PersonId, mark_id: str) -> bool: ...
    def load_page_tag_events(
        self, *, application_id: ApplicationId | None = None, category_code: CategoryCode | None = None
    ) -> Sequence[PageTagEvent]: ...
    def save_page_tag_event(self, event: PageTagEvent) -> PageTagEvent:
        """Append-only; the same event sent twice is written once."""
        ...

    # what happens to the round
    def load_round_events(
        self,
        plan_id: PlanId,
        kind: RoundEventKind,
        *,
        subject: str | None = None,
        as_of: datetime | None = None,
    ) -> Sequence[RoundEvent]:
        """The events of one kind, or of one subject, saved up to and including ``as_of``, oldest first."""
        ...

    def find_round_event(self, plan_id: PlanId, kind: RoundEventKind, subject: str) -> RoundEvent | None:
        """The newest version of one subject; None before the first."""
        ...

    def save_round_event(
        self, event: RoundEvent, *, seen_revision: int
    ) -> Saved[RoundEvent] | Stale[RoundEvent]:
        """The next version of a subject; ``seen_revision`` 0 before the first. Sent twice, it is written once."""
        ...

    # phrases
    def load_phrases(self, person_id: PersonId) -> Sequence[Phrase]: ...
    def change_phrases(
        self, person_id: PersonId, change: Callable[[Sequence[Phrase]], Sequence[Phrase]]
    ) -> Sequence[Phrase]:
        """Read, change and write in one transaction; two tabs never lose each other's phrase."""
        ...

    # admissions office
    def find_item_choice(self, programme_code: ProgrammeCode) -> ItemChoice | None: ...
    def save_item_choice(
        self, choice: ItemChoice, *, seen_revision: int, person_id: PersonId, reason: str
    ) -> Saved[ItemChoice] | Stale[ItemChoice]: ...

    # syllabus aliases
    def load_alias_events(self) -> Sequence[AliasEvent]:
        """Every word of the office on a course and a syllabus, by course and revision."""
        ...

    def save_alias_event(
        self, pair: AliasPair, verdict: AliasVerdict, *, seen_revision: int, person_id: PersonId
    ) -> Saved[AliasEvent] | Stale[AliasEvent]:
        """``seen_revision`` is that of the course, 0 before the first word on it."""
        ...

    # log
    def log(self, *, person_id: PersonId | None, action: str, object_key: str, detail: str = "") -> None: ...
    def load_log(self, *, limit: int = 200, actions: Iterable[str] | None = None) -> Sequence[AuditEvent]: ...

    # settings that live with the round: small values by name
    def load_settings(self) -> Mapping[str, str]: ...
    def save_setting(self, name: str, value: str, *, person_id: PersonId | None) -> None: ...
