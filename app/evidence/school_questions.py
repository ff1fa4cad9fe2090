"""Questions about the school an applicant comes from, and what it offers."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.school import (
    OfferedCourse,
    OfferRow,
    SchoolName,
    SchoolProfile,
    offered_courses,
    school_names,
)
from app.errors import NotFound
from app.evidence.snapshot import EvidenceSnapshot


def load_school_profile(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> SchoolProfile:
    """School and class of one applicant."""
    rows = snapshot.rows_of("load_school_profile", application_id)
    if not rows:
        raise NotFound("application", application_id)
    return SchoolProfile(*rows[0])


def load_school_names(snapshot: EvidenceSnapshot, school_code: str) -> tuple[SchoolName, ...]:
    """The names of a school, oldest first; empty when no list names it."""
    rows = snapshot.rows("load_school_names", {"school_code": school_code})
    return school_names((year, name) for year, name in rows)


def load_school_offer(
    snapshot: EvidenceSnapshot, profile: SchoolProfile, *, entry_year: int | None = None
) -> tuple[OfferedCourse, ...]:
    """Courses by category and learning area; of every cohort while the entry year is unknown."""
    params = {
        "school_code": profile.school_code,
        "course_plan_code": profile.course_plan_code,
        "class_plan_code": profile.class_plan_code,
        "entry_year": entry_year,
    }
    return offered_courses(OfferRow(*row) for row in snapshot.rows("load_school_offer", params))


def load_school_codes(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Mapping[ApplicationId, str]:
    """The school code of every application that has one."""
    rows = snapshot.rows("load_school_codes", {"programme_code": programme_code})
    return dict(rows)


def find_entry_year(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> int | None:
    """The ROC entry year of most course codes; None without any."""
    rows = snapshot.rows_of("find_entry_year", application_id)
    return rows[0][0] if rows else None
