"""What the course table and the open course show, after the right to see the application has been checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.course_lines import CourseLine
from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.course_facts import course_lines_of
from app.workflows.evidence_review import require_view


@dataclass(frozen=True)
class CourseSheet:
    """Every course of one application by its key; the sixth semester comes as a PDF beside them."""

    lines: Mapping[str, CourseLine]
    has_sixth_semester: bool


def load_course_sheet(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> CourseSheet:
    """The courses of one application, ready to be read."""
    snapshot = require_view(access, plan, application_id)
    profile = facts.profile_of(snapshot, application_id)
    return CourseSheet(course_lines_of(snapshot, application_id), profile.has_sixth_semester)
