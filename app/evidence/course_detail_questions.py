"""Questions about courses that only the course table and the school view ask."""

from __future__ import annotations

from app.domain.course_details import CourseDetail
from app.domain.evidence import ApplicationId
from app.evidence.snapshot import EvidenceSnapshot


def load_course_details(
    snapshot: EvidenceSnapshot, application_id: ApplicationId
) -> tuple[CourseDetail, ...]:
    """What else was received of every course of an application, in no order."""
    rows = snapshot.rows_of("load_course_details", application_id)
    return tuple(CourseDetail(*row) for row in rows)
