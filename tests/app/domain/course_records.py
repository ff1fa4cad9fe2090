"""Courses for tests of the domain: a plain one, changed where a test says so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.domain.evidence import CourseRecord, EstimatedStanding, GradeDistribution

MATHS = "111999301H11101A1010201"
BINS = (*[0] * 88, 4, 3, 2, *[0] * 8, 1)
DISTRIBUTION = GradeDistribution("d1", 40, BINS, (0,) * 8 + (7, 3))
PLAIN = CourseRecord(
    record_id="r1",
    academic_year=111,
    semester=1,
    course_code=MATHS,
    subject="數學",
    course_group_code="g.1.02",
    course_group_label="部定必修-數學",
    learning_area_name="數學",
    credits=Decimal("4"),
    grade=Decimal("88.50"),
    grade_text="88.5",
    standing=EstimatedStanding(Decimal("20.0"), Decimal("15.0"), Decimal("25.0")),
    distribution=DISTRIBUTION,
    syllabus_id=None,
    match_method=None,
    match_similarity=None,
    is_valid_code=True,
    is_national=True,
    is_repeated_row=False,
)


def record(**changes: Any) -> CourseRecord:
    """The plain course with these changes."""
    return replace(PLAIN, **changes)
