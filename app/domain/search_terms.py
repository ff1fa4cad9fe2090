"""What a query consists of, once it is understood: frozen terms, and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

FINEST = Decimal("0.0001")
"""Numbers of a query, grades and standings have four decimals at most."""
GREATEST = Decimal(10_000_000)
LEAST = -GREATEST
"""Beyond every number that can be typed."""


class TextField(StrEnum):
    """A part of the evidence in whose texts words are sought."""

    COMPETITION = "competition"
    CADRE = "cadre"
    LICENCE = "licence"
    SERVICE_LEARNING = "service_learning"
    FLEXIBLE_LEARNING = "flexible_learning"
    GROUP_ACTIVITY = "group_activity"
    WORKPLACE_LEARNING = "workplace_learning"
    WORK = "work"
    ADVANCED_PLACEMENT = "advanced_placement"
    OTHER_ACTIVITY = "other_activity"
    ACTIVITY = "activity"
    COURSE_OUTCOME = "course_outcome"
    PERSONAL_STATEMENT = "personal_statement"
    REFLECTION = "reflection"
    OTHER_DOCUMENT = "other_document"
    TRANSCRIPT = "transcript"


class PersonField(StrEnum):
    """What the applicant list knows of a person."""

    SCHOOL = "school"
    COUNTY = "county"
    SCHOOL_TYPE = "school_type"
    IDENTITY = "identity"
    MODE = "mode"
    NAME = "name"
    NUMBER = "number"


class CourseField(StrEnum):
    """What a course is asked for; terms beside each other speak of one course."""

    SUBJECT = "subject"
    AREA = "area"
    GROUP = "group"
    SYLLABUS = "syllabus"


class Measure(StrEnum):
    """What is compared with a number. A rank is 100 minus the estimated standing: larger is better."""

    GRADE = "grade"
    STANDING = "standing"
    RANK = "rank"
    MEAN_GRADE = "mean_grade"
    MEAN_STANDING = "mean_standing"
    MEAN_RANK = "mean_rank"
    TOTAL = "total"


class OwnState(StrEnum):
    """The own review of the person who asks; nobody else's can be asked for."""

    NOT_SCORED = "not_scored"
    SCORED = "scored"
    ABSTAINED = "abstained"
    PARTIAL = "partial"
    FLAGGED = "flagged"


@dataclass(frozen=True)
class Bounds:
    """Between which numbers a value must lie; None is no bound."""

    at_least: Decimal | None = None
    above: Decimal | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None

    def holds(self, value: Decimal | int | None) -> bool:
        """Whether the value lies between; an unknown one does not."""
        return (
            value is not None
            and (self.at_least is None or value >= self.at_least)
            and (self.above is None or value > self.above)
            and (self.at_most is None or value <= self.at_most)
            and (self.below is None or value < self.below)
        )

    def closed(self) -> tuple[Decimal, Decimal] | None:
        """The least and the greatest number that lie between; None when there are no bounds."""
        if self == Bounds():
            return None
        low = (LEAST, self.at_least, None if self.above is None else self.above + FINEST)
        high = (GREATEST, self.at_most, None if self.below is None else self.below - FINEST)
        return max(each for each in low if each is not None), min(each for each in high if each is not None)

    def turned(self) -> Bounds:
        """The same on the scale that counts from the other end of 100."""
        return Bounds(
            at_least=_rest(self.at_most),
            above=_rest(self.below),
            at_most=_rest(self.at_least),
            below=_rest(self.above),
        )


@dataclass(frozen=True)
class TextTerm:
    """One of the words stands in a text of the field; in any text without one."""

    words: tuple[str, ...]
    field: TextField | None = None
    is_excluded: bool = False


@dataclass(frozen=True)
class CountTerm:
    """How many entries the applicant has in a field."""

    field: TextField
    bounds: Bounds
    is_excluded: bool = False


@dataclass(frozen=True)
class PersonTerm:
    """The applicant list says one of the words; for the mode they are its codes."""

    field: PersonField
    words: tuple[str, ...]
    is_excluded: bool = False


@dataclass(frozen=True)
class CourseTerm:
    """There is one course that fits all of it; empty and None ask for nothing. ``anywhere`` is subject or area."""

    subject: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    syllabus: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    grade: Bounds | None = None
    standing: Bounds | None = None
    is_excluded: bool = False

    def joined(self, other: CourseTerm) -> CourseTerm | None:
        """One term for what both ask of the same course; None when they speak of two."""
        if self.is_excluded or other.is_excluded or self.anywhere or other.anywhere:
            return None
        mine, theirs = _asked(self), _asked(other)
        return None if mine.keys() & theirs.keys() else CourseTerm(**mine, **theirs)


@dataclass(frozen=True)
class MeanTerm:
    """A mean over the semesters of the applicant; a rank has become a standing."""

    measure: Measure
    bounds: Bounds
    is_excluded: bool = False


@dataclass(frozen=True)
class OwnTerm:
    """The own review is in that state."""

    state: OwnState
    is_excluded: bool = False


@dataclass(frozen=True)
class TotalTerm:
    """The own total lies between."""

    bounds: Bounds
    is_excluded: bool = False


Term = TextTerm | CountTerm | PersonTerm | CourseTerm | MeanTerm | OwnTerm | TotalTerm


class ProblemKind(StrEnum):
    """Why a piece was not understood."""

    UNKNOWN_FIELD = "unknown_field"
    EMPTY_VALUE = "empty_value"
    NOT_A_NUMBER = "not_a_number"
    NOT_COMPARED = "not_compared"
    UNKNOWN_MODE = "unknown_mode"
    ONLY_OWN = "only_own"
    OPEN_QUOTE = "open_quote"
    TOO_MANY = "too_many"


@dataclass(frozen=True)
class Problem:
    """A piece as it was typed, what is wrong with it, and what could have been meant."""

    kind: ProblemKind
    piece: str
    near: str | None = None


@dataclass(frozen=True)
class SearchQuery:
    """Every group must hold, a group when one of its terms does; in the order in which they were typed."""

    groups: tuple[tuple[Term, ...], ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term, in order."""
        return tuple(term for group in self.groups for term in group)


def _rest(number: Decimal | None) -> Decimal | None:
    return None if number is None else 100 - number


def _asked(term: CourseTerm) -> dict[str, Any]:
    values = {each.name: getattr(term, each.name) for each in fields(term)}
    return {name: value for name, value in values.items() if value}
