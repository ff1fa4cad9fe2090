"""Facts of courses and schools that the course table and the school view ask again and again: they never change.

Nothing here depends on a person. Rights are checked before any of these is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app.domain.course_lines import CourseLine, course_lines
from app.domain.evidence import ApplicationId
from app.evidence import course_detail_questions as questions
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows.evidence_facts import PER_APPLICATION, courses_of


@lru_cache(maxsize=PER_APPLICATION)
def course_lines_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> Mapping[str, CourseLine]:
    """Every course of one application by its key, ready to be read."""
    details = questions.load_course_details(snapshot, application_id)
    by_id = {each.record_id: each for each in details}
    lines = course_lines(courses_of(snapshot, application_id), by_id)
    return {line.record.record_id: line for line in lines}
