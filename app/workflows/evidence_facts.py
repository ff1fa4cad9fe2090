"""Facts of the snapshot that the desk asks again and again, kept for a while: they never change.

Nothing here depends on a person. Rights are checked before any of these is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.domain.evidence import (
    ActivityRecord,
    ApplicantProfile,
    ApplicationId,
    ApplicationSummary,
    CategoryCode,
    CategoryRow,
    CourseOutcome,
    CourseRecord,
    Document,
    EvidenceLine,
    ItemModes,
    Programme,
    ProgrammeCode,
    SemesterStanding,
    Syllabus,
    TreeNode,
)
from app.evidence import questions
from app.evidence.snapshot import EvidenceSnapshot

# An open snapshot is its own key: another file is another object. Each question keeps the last applications
# of all reviewers together: sixty of them with the one they read, the one before and the one read ahead.
PER_APPLICATION = 256
PER_PROGRAMME = 32
PER_CATEGORY = 256
PER_PAGE = 48


@lru_cache(maxsize=8)
def programmes_of(snapshot: EvidenceSnapshot) -> tuple[Programme, ...]:
    """Every programme of a snapshot."""
    return questions.load_programmes(snapshot)


@lru_cache(maxsize=PER_PROGRAMME)
def applications_of(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> tuple[ApplicationSummary, ...]:
    """The applicant list of a programme, by number."""
    return questions.load_applications(snapshot, programme_code)


@lru_cache(maxsize=PER_PROGRAMME)
def applications_by_id(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Mapping[ApplicationId, ApplicationSummary]:
    """The same list, to be looked up in."""
    return {each.application_id: each for each in applications_of(snapshot, programme_code)}


@lru_cache(maxsize=PER_APPLICATION)
def tree_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> tuple[TreeNode, ...]:
    """The evidence tree of one application."""
    return questions.load_application_tree(snapshot, application_id)


@lru_cache(maxsize=PER_APPLICATION)
def profile_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> ApplicantProfile:
    """基本資料 of one application."""
    return questions.load_profile(snapshot, application_id)


@lru_cache(maxsize=PER_APPLICATION)
def courses_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> tuple[CourseRecord, ...]:
    """Every course of one application."""
    return questions.load_course_records(snapshot, application_id)


@lru_cache(maxsize=PER_APPLICATION)
def activities_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> tuple[ActivityRecord, ...]:
    """Every activity record of one application."""
    return questions.load_activity_records(snapshot, application_id)


@lru_cache(maxsize=PER_APPLICATION)
def outcomes_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> tuple[CourseOutcome, ...]:
    """Every course outcome of one application."""
    return questions.load_course_outcomes(snapshot, application_id)


@lru_cache(maxsize=PER_APPLICATION)
def documents_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> tuple[Document, ...]:
    """Every PDF of one application that stands for a whole item."""
    return questions.load_documents(snapshot, application_id)


@lru_cache(maxsize=PER_APPLICATION)
def standings_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> tuple[SemesterStanding, ...]:
    """Semester grades of one application with their populations."""
    return questions.load_semester_standings(snapshot, application_id)


@lru_cache(maxsize=PER_CATEGORY)
def syllabus_of(snapshot: EvidenceSnapshot, syllabus_id: str) -> Syllabus:
    """What a course teaches."""
    return questions.load_syllabus(snapshot, syllabus_id)


@lru_cache(maxsize=PER_CATEGORY)
def category_rows_of(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode, category_code: CategoryCode
) -> tuple[CategoryRow, ...]:
    """One category over all applicants of a programme."""
    return questions.load_category_rows(snapshot, programme_code, category_code=category_code)


@lru_cache(maxsize=PER_PROGRAMME)
def item_modes_of(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Mapping[ApplicationId, ItemModes]:
    """In which form the items of every application of a programme arrived."""
    return questions.load_modes_by_application(snapshot, programme_code)


@lru_cache(maxsize=PER_PAGE)
def lines_of_page(
    snapshot: EvidenceSnapshot,
    programme_code: ProgrammeCode,
    *,
    application_ids: tuple[ApplicationId, ...],
    category_codes: tuple[CategoryCode, ...],
) -> tuple[EvidenceLine, ...]:
    """What a page of applicants holds in some categories, in a line each."""
    return questions.load_evidence_lines(
        snapshot, programme_code, application_ids=application_ids, category_codes=category_codes
    )


def read_all(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> None:
    """Ask everything that the first screen of an application needs, so that it is kept when it is asked for."""
    for question in (tree_of, profile_of, courses_of, activities_of, outcomes_of, documents_of, standings_of):
        question(snapshot, application_id)
