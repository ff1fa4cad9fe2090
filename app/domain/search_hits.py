"""What a search asks of the snapshot, and what it answers: counts first, then the few texts that are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.search_terms import Bounds


@dataclass(frozen=True)
class Scope:
    """The applications that may be asked about, each with its place in the snapshot; the answer can name no other."""

    applications: tuple[tuple[int, ApplicationId], ...]

    @property
    def by_place(self) -> Mapping[int, ApplicationId]:
        """The applications by their place."""
        return dict(self.applications)


@dataclass(frozen=True)
class ItemModes:
    """Where an application lies, and in which form its three items arrived."""

    application_id: ApplicationId
    application_place: int
    course_record_mode: str
    course_outcome_mode: str
    activity_record_mode: str

    def mode_of(self, item: str) -> str:
        """``json``, ``pdf``, ``missing`` or ``unreadable``; empty for what is no item of the database."""
        modes = {
            "course": self.course_record_mode,
            "outcome": self.course_outcome_mode,
            "activity": self.activity_record_mode,
        }
        return modes.get(item, "")


@dataclass(frozen=True)
class SoughtWord:
    """A folded word, and the categories in which it is sought; none means all of them."""

    word: str
    categories: tuple[CategoryCode, ...] = ()


@dataclass(frozen=True)
class SoughtWords:
    """The words of a search, and the names of levels in which one of them stands."""

    words: tuple[SoughtWord, ...]
    levels: tuple[tuple[str, str], ...] = ()
    """As received, and folded."""
    leaves_courses: bool = False
    """Whether the names of courses are left to the question of courses, so that none is counted twice."""


@dataclass(frozen=True)
class CourseName:
    """A course as the records name it."""

    subject: str
    learning_area_name: str
    course_group_code: str
    course_group_label: str


@dataclass(frozen=True)
class SoughtCourse:
    """What one course must be: one of the names, with one of the syllabi when they are given, within the bounds."""

    names: tuple[CourseName, ...]
    syllabus_ids: tuple[str, ...] | None = None
    grade: Bounds = Bounds()
    standing: Bounds = Bounds()


@dataclass(frozen=True)
class FoundCount:
    """Entries of a category in which exactly these things were found; bit n of ``found`` is the n-th sought."""

    application_id: ApplicationId
    category_code: CategoryCode
    found: int
    entries: int


@dataclass(frozen=True)
class EntryCount:
    """Entries of one category of one application."""

    application_id: ApplicationId
    category_code: CategoryCode
    entries: int


@dataclass(frozen=True)
class EvidenceName:
    """A name that stands in the evidence of these applications."""

    name: str
    application_ids: frozenset[ApplicationId]
