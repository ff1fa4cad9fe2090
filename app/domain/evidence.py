"""The frozen records of evidence that every room speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NewType

ApplicantId = NewType("ApplicantId", str)
ApplicationId = NewType("ApplicationId", str)
ProgrammeCode = NewType("ProgrammeCode", str)
SnapshotId = NewType("SnapshotId", str)
CategoryCode = NewType("CategoryCode", str)
"""A node of the evidence tree: ``profile``, ``activity.<list>``, ``course_group.<code>``, ``document.<kind>`` …"""

NO_VALUE = "無"
"""What schools write where there is nothing."""

SubmissionMode = Literal["database", "partial_pdf", "pdf", "missing"]
MediaKind = Literal["pdf", "image", "audio", "video", "other"]
StandingLevel = Literal["school", "program_group", "department"]


@dataclass(frozen=True)
class Programme:
    """A university department taking applicants in one admission channel and year (ROC)."""

    programme_code: ProgrammeCode
    programme_name: str
    university_name: str
    admission_channel: Literal["cac", "jctv"]
    admission_year: int


@dataclass(frozen=True)
class ApplicationSummary:
    """One line of an applicant list: an applicant at one programme."""

    application_id: ApplicationId
    applicant_id: ApplicantId
    programme_code: ProgrammeCode
    application_number: str
    name: str
    school_name: str
    county: str | None
    school_type: str | None
    applicant_status: str | None
    low_income: bool | None
    submission_mode: SubmissionMode
    mean_standing: Decimal | None
    semester_grade_mean: Decimal | None


@dataclass(frozen=True)
class ApplicantProfile:
    """基本資料 of one application, with the form in which each item arrived."""

    summary: ApplicationSummary
    school_code: str
    program_group_name: str | None
    department_name: str | None
    class_kind: str | None
    division: str | None
    experimental_type: str | None
    course_record_mode: str
    course_outcome_mode: str
    activity_record_mode: str
    has_sixth_semester: bool


@dataclass(frozen=True)
class GradeDistribution:
    """100 one-point bins; bin i is [i, i+1), the last includes 100. ``population`` may differ from their sum."""

    grade_distribution_id: str
    population: int | None
    grade_bins: tuple[int, ...]
    ten_point_bars: tuple[int, ...]


@dataclass(frozen=True)
class EstimatedStanding:
    """Percent from the top, smaller is better, with the range the one-point bin allows."""

    percent: Decimal
    best: Decimal
    worst: Decimal


@dataclass(frozen=True)
class CourseRecord:
    """One course of one semester. ``grade`` is None when not graded; ``grade_text`` is what was received."""

    record_id: str
    academic_year: int | None
    semester: int | None
    course_code: str
    subject: str
    course_group_code: str
    course_group_label: str
    learning_area_name: str | None
    credits: Decimal | None
    grade: Decimal | None
    grade_text: str | None
    standing: EstimatedStanding | None
    distribution: GradeDistribution | None
    syllabus_id: str | None
    match_method: str | None
    match_similarity: Decimal | None
    """0 to 100; None without a syllabus."""
    is_valid_code: bool
    is_national: bool
    is_repeated_row: bool

    @property
    def grade_remark(self) -> str | None:
        """A word received in place of a grade; None for a grade, for nothing, and for a sentinel such as −1 or 無."""
        text = (self.grade_text or "").strip()
        is_number = text.lstrip("+-−").replace(".", "", 1).isdecimal()
        return None if self.grade is not None or is_number or text in ("", NO_VALUE) else text


@dataclass(frozen=True)
class SemesterStanding:
    """Semester grade against the school, the program group or the department."""

    academic_year: int
    semester: int
    standing_level: StandingLevel
    unit_name: str | None
    semester_grade: Decimal | None
    standing: EstimatedStanding | None
    distribution: GradeDistribution | None


@dataclass(frozen=True)
class EvidenceFile:
    """A file a person may open; ``attachment_id`` or ``document_id`` is its key at the door."""

    file_key: str
    application_id: ApplicationId
    file_name: str
    media_kind: MediaKind
    media_type: str
    byte_size: int
    sha256: str


@dataclass(frozen=True)
class LinkedFile:
    """A link of a record; ``file`` is None when what it names did not arrive."""

    link_kind: str
    linked_path: str
    file: EvidenceFile | None


@dataclass(frozen=True)
class CourseOutcome:
    """課程學習成果: work from a course, with its files."""

    outcome_id: str
    subject: str | None
    academic_year: int | None
    semester: int | None
    outcome_kind: str | None
    summary: str | None
    external_link: str | None
    files: tuple[LinkedFile, ...]


@dataclass(frozen=True)
class ActivityRecord:
    """One entry of the eleven activity lists, with its files."""

    activity_id: str
    activity_list: str
    category_code: CategoryCode
    title: str | None
    organiser: str | None
    role: str | None
    level_name: str | None
    start_date: date | None
    end_date: date | None
    academic_year: int | None
    semester: int | None
    hours: Decimal | None
    summary: str | None
    external_link: str | None
    files: tuple[LinkedFile, ...]


@dataclass(frozen=True)
class Document:
    """A PDF that stands for a whole item; ``page_count`` and ``has_text`` are None when it could not be read."""

    document_id: str
    document_kind: str
    category_code: CategoryCode
    label: str
    file: EvidenceFile
    page_count: int | None = None
    has_text: bool | None = None


@dataclass(frozen=True)
class SyllabusWeek:
    """One row of 教學大綱."""

    week: str
    topic: str
    content: str


@dataclass(frozen=True)
class Syllabus:
    """What a course teaches, as published on the curriculum platform."""

    syllabus_id: str
    course_code: str
    subject: str
    english_name: str | None
    requirement: str | None
    teacher_sources: tuple[str, ...]
    learning_areas: tuple[str, ...]
    interdisciplinary: tuple[str, ...]
    subject_source: str | None
    core_competencies: tuple[str, ...]
    prerequisite: str | None
    student_profile: str | None
    aims: str | None
    weeks: tuple[SyllabusWeek, ...]
    assessment: str | None
    remarks: str | None
    issues: tuple[str, ...]
    study_clusters: tuple[str, ...]


@dataclass(frozen=True)
class ReviewItem:
    """審查資料項目 of one admission channel and year; ``course_group`` among the categories means all course groups."""

    item_code: str
    item_group: str
    label: str
    category_codes: tuple[CategoryCode, ...]


@dataclass(frozen=True)
class TreeNode:
    """A node of the evidence tree with a count: entries of one application, or applications of a programme."""

    category_code: CategoryCode
    label: str
    count: int


@dataclass(frozen=True)
class SearchHit:
    """An entry or a page in which something was found, in whatever many ways; bit n of ``found`` is the n-th sought.

    ``page_number`` counts from 1 in a PDF, the rest is known of a course.
    """

    application_id: ApplicationId
    category_code: CategoryCode
    entry_id: str
    found: int
    text: str
    page_number: int | None = None
    academic_year: int | None = None
    semester: int | None = None
    grade: Decimal | None = None
    standing: Decimal | None = None


@dataclass(frozen=True)
class CategoryRow:
    """One application in the table of one category over all applicants; ``text`` names its entries."""

    application_id: ApplicationId
    entries: int
    text: str


@dataclass(frozen=True)
class EvidenceLine:
    """One entry in a line, for screens over many applicants; the last three are None but for courses."""

    application_id: ApplicationId
    category_code: CategoryCode
    entry_id: str
    title: str | None
    detail: str | None
    academic_year: int | None
    semester: int | None
    grade: Decimal | None
    grade_text: str | None
    standing_percent: Decimal | None


@dataclass(frozen=True)
class ItemModes:
    """In which form the three database items of one application arrived: ``json``, ``pdf``, ``missing`` …"""

    course: str
    outcome: str
    activity: str


@dataclass(frozen=True)
class DataProblem:
    """A problem the pipeline found, with its place."""

    severity: str
    rule: str
    relative_path: str | None
    row_position: int | None
    column_name: str | None
    raw_value: str | None
    message: str
    application_id: ApplicationId | None
    programme_code: ProgrammeCode | None
