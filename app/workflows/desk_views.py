"""The frozen views of the review desk: what one reviewer sees of applicants, evidence and the own review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import islice

from app.domain.evidence import (
    ActivityRecord,
    ApplicantProfile,
    ApplicationId,
    ApplicationSummary,
    CategoryCode,
    CourseOutcome,
    CourseRecord,
    Document,
    EvidenceFile,
    TreeNode,
)
from app.domain.evidence_change import Renewal
from app.domain.page_tags import PageTag
from app.domain.people import Role
from app.domain.plan import ReviewPlan
from app.domain.scores import Review, ReviewState

OVERVIEW = CategoryCode("overview")
"""核心資料總覽: no category of the snapshot, made for the desk."""
ALL_COURSES = CategoryCode("course_group")
"""Every course by semester; as the review items name all course groups together."""
PROFILE = CategoryCode("profile")
COURSE_OUTCOME = CategoryCode("course_outcome")
UNLINKED = CategoryCode("attachment.unlinked")
COURSE_GROUP = "course_group."
ACTIVITY = "activity."
_STANDS_FOR = {
    "document.course_record": "course",
    "document.course_outcome": "outcome",
    "document.practical_work": "outcome",
    "document.activity_record": "activity",
}


class ApplicantOrder(StrEnum):
    """How the applicant list is ordered; PDF uploads stand in a group of their own in every order."""

    NUMBER = "number"
    IDENTITY = "identity"
    SCHOOL = "school"
    COUNTY = "county"
    SCHOOL_TYPE = "school_type"
    MODE = "mode"
    NAME = "name"
    STANDING = "standing"
    SCORE = "score"
    PROGRESS = "progress"
    RANDOM = "random"
    """The same for one reviewer every day, another for everybody else: no applicant is always read last."""


class ScoringRight(StrEnum):
    """Whether the person may enter scores for an application, and if not, why."""

    ALLOWED = "allowed"
    NOT_ASSIGNED = "not_assigned"
    READ_ONLY = "read_only"
    PHASE_CLOSED = "phase_closed"
    """Assigned, but the phase of the round lets nobody score, or not this application."""


class Absence(StrEnum):
    """Why a category shows no entries of the database."""

    CAME_AS_PDF = "came_as_pdf"
    NOT_SUBMITTED = "not_submitted"
    UNREADABLE = "unreadable"
    NO_ENTRIES = "no_entries"
    CAME_AS_RECORDS = "came_as_records"


@dataclass(frozen=True)
class ApplicantLine:
    """One line of the applicant list, with the state of the own review."""

    summary: ApplicationSummary
    state: ReviewState
    total: Decimal | None
    is_assigned: bool
    is_flagged: bool = False
    reviewed_under: int | None = None
    """The plan revision of the own review; None before the first save."""

    @property
    def application_id(self) -> ApplicationId:
        """The key of the line."""
        return self.summary.application_id

    @property
    def is_pdf(self) -> bool:
        """Whether the line stands in the group of PDF uploads."""
        return self.summary.submission_mode == "pdf"

    @property
    def is_open(self) -> bool:
        """Whether the own review is still to be written or finished."""
        return self.is_assigned and self.state in (ReviewState.NOT_SCORED, ReviewState.PARTIAL)


@dataclass(frozen=True)
class Progress:
    """How far the own reviews are; partly scored ones are not done."""

    assigned: int
    scored: int
    abstained: int
    partial: int
    time_left: timedelta | None = None
    """What the rest takes at the own pace; None while nothing is known of it."""
    today: int = 0
    """Own reviews saved today."""


@dataclass(frozen=True)
class Desk:
    """The desk of one person at one programme: the locked plan and the applicants to be seen, in order.

    ``lines`` are all of them, ``kept`` those the own filter leaves; without a filter it is None.
    """

    plan: ReviewPlan
    lines: tuple[ApplicantLine, ...]
    progress: Progress
    kept: frozenset[ApplicationId] | None = None
    renewed: Mapping[ApplicationId, Renewal] = field(default_factory=dict)

    @cached_property
    def ids(self) -> tuple[ApplicationId, ...]:
        """The applications of all lines, in order."""
        return tuple(line.application_id for line in self.lines)

    @cached_property
    def walked(self) -> tuple[ApplicantLine, ...]:
        """The lines one walks through: those the filter leaves, in order."""
        return tuple(line for line in self.lines if self.is_kept(line.application_id))

    def is_kept(self, application_id: ApplicationId) -> bool:
        """Whether the filter leaves the application."""
        return self.kept is None or application_id in self.kept

    def position(self, application_id: ApplicationId) -> int | None:
        """The place among the walked lines, from 1; None for who is filtered out."""
        return self._positions.get(application_id)

    @cached_property
    def _positions(self) -> Mapping[ApplicationId, int]:
        return {line.application_id: place for place, line in enumerate(self.walked, start=1)}

    def next_open(self, application_id: ApplicationId) -> ApplicationId | None:
        """The next walked application, from here on and round again, whose own review is not finished."""
        start = self.places.get(application_id, -1) + 1
        turned = (*self.lines[start:], *self.lines[: max(start - 1, 0)])
        found = (line.application_id for line in turned if line.is_open and self.is_kept(line.application_id))
        return next(found, None)

    reviews: Mapping[ApplicationId, Review] = field(default_factory=dict, repr=False)
    """The own reviews as they count, by application; who was never saved is not among them."""

    def find_line(self, application_id: ApplicationId | None) -> ApplicantLine | None:
        """The line of an application; None when it may not be seen or does not exist."""
        place = self.places.get(application_id) if application_id else None
        return None if place is None else self.lines[place]

    @cached_property
    def places(self) -> Mapping[ApplicationId, int]:
        """Where each application stands among the lines."""
        return {line.application_id: place for place, line in enumerate(self.lines)}

    def neighbour(self, application_id: ApplicationId, *, step: int) -> ApplicationId | None:
        """The application ``step`` walked lines further down; None beyond either end.

        Who is filtered out keeps the place in the order: neighbours are those the filter leaves.
        """
        place = self.places.get(application_id, -1)
        beyond = self.lines[place + 1 :] if step > 0 else self.lines[: max(place, 0)][::-1]
        kept = (line.application_id for line in beyond if self.is_kept(line.application_id))
        return next(islice(kept, abs(step) - 1, None), None)


@dataclass(frozen=True)
class EvidenceTree:
    """The three branches of the tree: what the plan calls core, everything else, and every course group."""

    core: tuple[TreeNode, ...]
    other: tuple[TreeNode, ...]
    courses: tuple[TreeNode, ...]
    core_codes: frozenset[CategoryCode]
    all_courses_tags: int = 0
    """Page ranges tagged as all courses together, which have no node of their own."""


@dataclass(frozen=True)
class TaggedPages:
    """Pages of an upload that stand for a category; ``document`` is None when the file was replaced since."""

    tag: PageTag
    document: Document | None
    label: str
    person_name: str
    role: Role
    saved_at: datetime | None
    may_remove: bool


@dataclass(frozen=True)
class CategoryContent:
    """What one application holds in one category; ``absence`` says why there is no entry, ``documents`` what stands in.

    The documents of ``tagged`` page ranges come last among the documents, one for each range.
    """

    summary: ApplicationSummary
    category_code: CategoryCode
    label: str | None
    absence: Absence | None = None
    profile: ApplicantProfile | None = None
    courses: tuple[CourseRecord, ...] = ()
    outcomes: tuple[CourseOutcome, ...] = ()
    activities: tuple[ActivityRecord, ...] = ()
    documents: tuple[Document, ...] = ()
    unlinked: tuple[EvidenceFile, ...] = ()
    tagged: tuple[TaggedPages, ...] = ()

    @property
    def whole_documents(self) -> tuple[Document, ...]:
        """The documents that are shown from their first page to their last."""
        return self.documents[: len(self.documents) - len(self.tagged)]


@dataclass(frozen=True)
class OwnReview:
    """What the scoring panel needs: the right to score, and the review as stored."""

    right: ScoringRight
    plan: ReviewPlan
    application_id: ApplicationId
    review: Review
    state: ReviewState
    total: Decimal | None


@dataclass(frozen=True)
class CategoryTableRow:
    """One applicant in the table of one category over all applicants; ``absence`` says why there is nothing.

    ``ranges`` are the tagged pages among the entries.
    """

    line: ApplicantLine
    entries: int | None
    text: str
    absence: Absence | None = None
    ranges: tuple[tuple[int, int], ...] = ()


def item_of(category_code: CategoryCode) -> str:
    """Which of the three database items a category belongs to; empty for none."""
    if category_code == ALL_COURSES or category_code.startswith(COURSE_GROUP):
        return "course"
    if category_code == COURSE_OUTCOME:
        return "outcome"
    return "activity" if category_code.startswith(ACTIVITY) else ""


def stood_for(category_code: CategoryCode) -> str:
    """Which of the three database items a document stands for where it was uploaded as PDF; empty for none."""
    return _STANDS_FOR.get(category_code, "")


def absence_in(modes: Mapping[str, str], category_code: CategoryCode) -> Absence:
    """Why an empty category is empty, by the form in which each item arrived.

    A category of documents that stand for an item is empty, too, where the item came entry by entry.
    """
    document_of = stood_for(category_code)
    reasons = {
        "pdf": Absence.NO_ENTRIES if document_of else Absence.CAME_AS_PDF,
        "json": Absence.CAME_AS_RECORDS if document_of else Absence.NO_ENTRIES,
        "missing": Absence.NOT_SUBMITTED,
        "unreadable": Absence.UNREADABLE,
    }
    return reasons.get(modes.get(document_of or item_of(category_code), ""), Absence.NO_ENTRIES)
