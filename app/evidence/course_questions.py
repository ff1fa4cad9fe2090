"""Questions about courses: grades with their distributions, semester standings, syllabi."""

from __future__ import annotations

from decimal import Decimal

from app.domain.evidence import (
    ApplicationId,
    CourseRecord,
    EstimatedStanding,
    GradeDistribution,
    SemesterStanding,
    Syllabus,
)
from app.errors import NotFound
from app.evidence.snapshot import EvidenceSnapshot, Row
from app.evidence.syllabus_weeks import read_weeks

WEEKS_PLACE = 13
"""Where ``weeks``, the only JSON text, stands in a syllabus row."""


def load_course_records(
    snapshot: EvidenceSnapshot, application_id: ApplicationId, *, course_group_code: str | None = None
) -> tuple[CourseRecord, ...]:
    """Courses by year, semester, group and subject; of one course group when it is named."""
    params = {"course_group_code": course_group_code}
    rows = snapshot.rows_of("load_course_records", application_id, params)
    return tuple(_course_record(row) for row in rows)


def load_semester_standings(
    snapshot: EvidenceSnapshot, application_id: ApplicationId
) -> tuple[SemesterStanding, ...]:
    """Semester grades by semester, then school, program group and department."""
    rows = snapshot.rows_of("load_semester_standings", application_id)
    return tuple(_semester_standing(row) for row in rows)


def load_syllabus(snapshot: EvidenceSnapshot, syllabus_id: str) -> Syllabus:
    """What a course teaches."""
    rows = snapshot.rows("load_syllabus", {"syllabus_id": syllabus_id})
    if not rows:
        raise NotFound("syllabus", syllabus_id)
    return _syllabus(rows[0])


def _course_record(row: Row) -> CourseRecord:
    standing, distribution = _standing(row[11:14]), _distribution(row[14:18])
    values: Row = (*row[:11], standing, distribution, *row[18:])
    return CourseRecord(*values)


def _semester_standing(row: Row) -> SemesterStanding:
    values: Row = (*row[:5], _standing(row[5:8]), _distribution(row[8:12]))
    return SemesterStanding(*values)


def _syllabus(row: Row) -> Syllabus:
    lists_as_tuples = [tuple(value) if isinstance(value, list) else value for value in row]
    values: Row = (
        *lists_as_tuples[:WEEKS_PLACE],
        read_weeks(row[WEEKS_PLACE]),
        *lists_as_tuples[WEEKS_PLACE + 1 :],
    )
    return Syllabus(*values)


def _standing(values: tuple[Decimal | None, ...]) -> EstimatedStanding | None:
    percent, best, worst = values
    if percent is None or best is None or worst is None:
        return None
    return EstimatedStanding(percent, best, worst)


def _distribution(values: Row) -> GradeDistribution | None:
    distribution_id, population, grade_bins, ten_point_bars = values
    if distribution_id is None or grade_bins is None or ten_point_bars is None:
        return None
    return GradeDistribution(distribution_id, population, tuple(grade_bins), tuple(ten_point_bars))
