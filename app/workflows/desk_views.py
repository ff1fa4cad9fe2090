"""The frozen views of the review desk: what one reviewer sees of applicants, evidence and the own review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from app.domain.dimensions import Dimension
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
    SemesterStanding,
    TreeNode,
)
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


class Absence(StrEnum):
    """Why a category shows no entries of the database."""

    CAME_AS_PDF = "came_as_pdf"
    NOT_SUBMITTED = "not_submitted"
    UNREADABLE = "unreadable"
    NO_ENTRIES = "no_entries"


@dataclass(frozen=True)
class ApplicantLine:
    """One line of the applicant list, with the state of the own review."""

    summary: ApplicationSummary
    state: ReviewState
    total: Decimal | None
    is_assigned: bool

    @property
    def application_id(self) -> ApplicationId:
        """The key of the line."""
        return self.summary.application_id

    @property
    def is_pdf(self) -> bool:
        """Whether the line stands in the group of PDF uploads."""
        return self.summary.submission_mode == "pdf"


@dataclass(frozen=True)
class Progress:
    """How far the own reviews are; partly scored ones are not done."""

    assigned: int
    scored: int
    abstained: int
    partial: int
    time_left: timedelta | None = None
    """What the rest takes at the own pace; None while nothing is known of it."""


@dataclass(frozen=True)
class Desk:
    """The desk of one person at one programme: the locked plan and the applicants to be seen, in order."""

    plan: ReviewPlan
    lines: tuple[ApplicantLine, ...]
    progress: Progress

    def find_line(self, application_id: ApplicationId | None) -> ApplicantLine | None:
        """The line of an application; None when it may not be seen or does not exist."""
        return next((line for line in self.lines if line.application_id == application_id), None)

    def neighbour(self, application_id: ApplicationId, *, step: int) -> ApplicationId | None:
        """The application ``step`` lines further down; None beyond either end."""
        ids = [line.application_id for line in self.lines]
        place = ids.index(application_id) + step if application_id in ids else 0
        return ids[place] if 0 <= place < len(ids) else None


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
class CategoryDigest:
    """A category as the overview shows it: the count, the first entries, and why there is none."""

    category_code: CategoryCode
    label: str
    count: int
    first_entries: tuple[str, ...]
    absence: Absence | None


@dataclass(frozen=True)
class DimensionDigest:
    """What feeds one dimension."""

    dimension: Dimension
    categories: tuple[CategoryDigest, ...]


@dataclass(frozen=True)
class CoreOverview:
    """核心資料總覽 of one application."""

    profile: ApplicantProfile
    dimensions: tuple[DimensionDigest, ...]
    standings: tuple[SemesterStanding, ...]
    documents: tuple[Document, ...]


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
    """One applicant in the table of one category over all applicants; ``absence`` where a file is unreadable.

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
