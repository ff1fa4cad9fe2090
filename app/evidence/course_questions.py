"""Questions about courses: grades with their distributions, semester standings, syllabi, the school's offer."""

from __future__ import annotations

import json
from decimal import Decimal

from app.domain.cohort import OfferedGroup, SchoolOverview
from app.domain.evidence import (
    ApplicationId,
    CourseRecord,
    EstimatedStanding,
    GradeDistribution,
    SemesterStanding,
    Syllabus,
    SyllabusWeek,
)
from app.errors import NotFound
from app.evidence.snapshot import EvidenceSnapshot, Row


WEEK_KEYS = ("week", "topic", "content")


def load_course_records(
    snapshot: EvidenceSnapshot, application_id: ApplicationId, *, course_group_code: str | None = None
) -> tuple[CourseRecord, ...]:
    """Courses by year, semester, group and subject; of one course group when it is named."""
    params = {"application_id": application_id, "course_group_code": course_group_code}
    return tuple(_course_record(row) for row in snapshot.rows("load_course_records", params))


def load_semester_standings(
    snapshot: EvidenceSnapshot, application_id: ApplicationId
) -> tuple[SemesterStanding, ...]:
    """Semester grades by semester, then school, program group and department."""
    rows = snapshot.rows("load_semester_standings", {"application_id": application_id})
    return tuple(SemesterStanding(*row[:5], _standing(row[5:8]), _distribution(row[8:12])) for row in rows)


def load_syllabus(snapshot: EvidenceSnapshot, syllabus_id: str) -> Syllabus:
    """What a course teaches."""
    rows = snapshot.rows("load_syllabus", {"syllabus_id": syllabus_id})
    if not rows:
        raise NotFound("syllabus", syllabus_id)
    values = [tuple(value) if isinstance(value, list) else value for value in rows[0]]
    return Syllabus(*values[:13], _weeks(values[13]), *values[14:])


def load_school_overview(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> SchoolOverview:
    """畢業高中綜覽: the school, how many apply from it to this programme, what it offers, its last distributions."""
    rows = snapshot.rows("load_school_overview", {"application_id": application_id})
    if not rows:
        raise NotFound("application", application_id)
    school_code = str(rows[0][0])
    standings = load_semester_standings(snapshot, application_id)
    return SchoolOverview(*rows[0], load_offered_groups(snapshot, school_code), _latest(standings))


def load_offered_groups(snapshot: EvidenceSnapshot, school_code: str) -> tuple[OfferedGroup, ...]:
    """Courses a school offers, counted by category and learning area; empty without a list of that school."""
    rows = snapshot.rows("load_offered_groups", {"school_code": school_code})
    return tuple(OfferedGroup(*row) for row in rows)


def _course_record(row: Row) -> CourseRecord:
    return CourseRecord(
        *row[:11],
        standing=_standing(row[16:19]),
        distribution=_distribution(row[19:23]),
        syllabus_id=row[11],
        match_method=row[12],
        is_valid_code=row[13],
        is_national=row[14],
        is_repeated_row=row[15],
    )


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


def _latest(standings: tuple[SemesterStanding, ...]) -> tuple[SemesterStanding, ...]:
    if not standings:
        return ()
    last = max((each.academic_year, each.semester) for each in standings)
    return tuple(each for each in standings if (each.academic_year, each.semester) == last)


def _weeks(text: str | None) -> tuple[SyllabusWeek, ...]:
    entries = json.loads(text) if text else []
    return tuple(SyllabusWeek(*(str(entry.get(key) or "") for key in WEEK_KEYS)) for entry in entries)
