"""The closed sets of code values that published tables use."""

from __future__ import annotations

from enum import StrEnum


class SubmissionMode(StrEnum):
    """How an application reached the programme; the items N to Q, other and semester six never count."""

    DATABASE = "database"
    PARTIAL_PDF = "partial_pdf"
    PDF = "pdf"
    MISSING = "missing"


class ItemMode(StrEnum):
    """The form in which one of the three database items arrived."""

    JSON = "json"
    PDF = "pdf"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    """A file arrived and cannot be read: that is not the applicant's omission."""


class DocumentKind(StrEnum):
    """The PDF files of an application, by the item they stand for."""

    COURSE_RECORD = "course_record"
    COURSE_OUTCOME = "course_outcome"
    ACTIVITY_RECORD = "activity_record"
    PRACTICAL_WORK = "practical_work"
    ACTIVITY_REFLECTION = "activity_reflection"
    PERSONAL_STATEMENT = "personal_statement"
    OTHER_DOCUMENT = "other_document"
    SIXTH_SEMESTER_TRANSCRIPT = "sixth_semester_transcript"


class ActivityList(StrEnum):
    """The eleven lists of 多元表現.json, in the order of the hand-over."""

    SCHOOL_CADRE = "school_cadre"
    CADRE = "cadre"
    COMPETITION = "competition"
    LICENCE = "licence"
    SERVICE_LEARNING = "service_learning"
    FLEXIBLE_LEARNING = "flexible_learning"
    GROUP_ACTIVITY = "group_activity"
    WORKPLACE_LEARNING = "workplace_learning"
    WORK = "work"
    ADVANCED_PLACEMENT = "advanced_placement"
    OTHER_ACTIVITY = "other_activity"


class MatchMethod(StrEnum):
    """How a course found its syllabus."""

    CONFIRMED_ALIAS = "confirmed_alias"
    EXACT_CODE = "exact_code"
    PLAN_CODE_AND_NAME = "plan_code_and_name"
    ALIKE_NAME = "alike_name"
    """Fuzzy within school, entry year and learning area; a person may confirm or reject it."""


class StandingLevel(StrEnum):
    """The population a semester grade is compared with."""

    SCHOOL = "school"
    PROGRAM_GROUP = "program_group"
    DEPARTMENT = "department"
