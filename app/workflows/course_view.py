"""What the course table and the open course show, after the right to see the application has been checked."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.course_lines import CourseLine
from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.workflows.access import Access
from app.workflows.course_facts import course_lines_of
from app.workflows.evidence_review import require_view


def load_course_lines(
    access: Access, plan: ReviewPlan, application_id: ApplicationId
) -> Mapping[str, CourseLine]:
    """Every course of one application by its key, ready to be read."""
    return course_lines_of(require_view(access, plan, application_id), application_id)
