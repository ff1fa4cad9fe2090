"""What matching is asked and what it answers: courses, syllabi, confirmed aliases, matches."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipelines.contract import MatchMethod


@dataclass(frozen=True, slots=True)
class CourseName:
    """A course of the records as received: its code and its subject."""

    course_code: str
    subject: str


@dataclass(frozen=True, slots=True)
class SyllabusName:
    """What matching needs to know of a syllabus."""

    syllabus_id: str
    course_code: str
    subject: str
    academic_year: str


@dataclass(frozen=True, slots=True)
class ConfirmedAlias:
    """A person's word on one pair: this course has that syllabus, or (``is_accepted`` false) has it not."""

    course_code: str
    subject: str
    syllabus_course_code: str
    syllabus_subject: str
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class SyllabusMatch:
    """The syllabus of one course code and subject; similarities are 0 to 100 of the folded names."""

    course_code: str
    subject: str
    syllabus_id: str
    match_method: MatchMethod
    similarity: Decimal
    runner_up_syllabus_id: str | None = None
    runner_up_similarity: Decimal | None = None
