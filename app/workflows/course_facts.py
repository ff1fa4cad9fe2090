"""Facts of courses and schools that the course table and the school view ask again and again: they never change.

Nothing here depends on a person. Rights are checked before any of these is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.domain.course_lines import CourseLine, course_lines
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.school import OfferedCourse, SchoolName, SchoolProfile
from app.evidence.course_detail_questions import load_course_details
from app.evidence.school_questions import (
    find_entry_year,
    load_school_codes,
    load_school_names,
    load_school_offer,
    load_school_profile,
)
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows.evidence_facts import PER_APPLICATION, PER_PROGRAMME, courses_of


@lru_cache(maxsize=PER_APPLICATION)
def course_lines_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> Mapping[str, CourseLine]:
    """Every course of one application by its key, ready to be read."""
    details = load_course_details(snapshot, application_id)
    by_id = {each.record_id: each for each in details}
    lines = course_lines(courses_of(snapshot, application_id), by_id)
    return {line.record.record_id: line for line in lines}


@lru_cache(maxsize=PER_APPLICATION)
def school_profile_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> SchoolProfile:
    """School and class of one applicant."""
    return load_school_profile(snapshot, application_id)


@lru_cache(maxsize=PER_APPLICATION)
def school_names_of(snapshot: EvidenceSnapshot, school_code: str) -> tuple[SchoolName, ...]:
    """The names of a school through the years."""
    return load_school_names(snapshot, school_code)


@lru_cache(maxsize=PER_APPLICATION)
def entry_year_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> int | None:
    """The entry year of most course codes."""
    return find_entry_year(snapshot, application_id)


@lru_cache(maxsize=PER_APPLICATION)
def school_offer_of(
    snapshot: EvidenceSnapshot, profile: SchoolProfile, entry_year: int | None
) -> tuple[OfferedCourse, ...]:
    """What the school offers one cohort."""
    return load_school_offer(snapshot, profile, entry_year=entry_year)


@lru_cache(maxsize=PER_PROGRAMME)
def school_codes_of(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> Mapping[ApplicationId, str]:
    """The school of every application of a programme."""
    return load_school_codes(snapshot, programme_code)
