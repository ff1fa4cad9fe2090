"""What a record says of itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.evidence import CourseRecord


@pytest.mark.parametrize(
    ("grade", "grade_text", "remark"),
    [
        (None, "-1", None),
        (None, "-999.99", None),
        (None, "無", None),
        (None, None, None),
        (Decimal("88"), "88", None),
        (None, "免修", "免修"),
    ],
)
def test_grade_remark_is_a_word_and_never_a_sentinel(
    grade: Decimal | None, grade_text: str | None, remark: str | None
) -> None:
    assert _record(grade, grade_text).grade_remark == remark


def _record(grade: Decimal | None, grade_text: str | None) -> CourseRecord:
    return CourseRecord(
        record_id="r1",
        academic_year=112,
        semester=1,
        course_code="",
        subject="數學",
        course_group_code="g",
        course_group_label="",
        learning_area_name=None,
        credits=None,
        grade=grade,
        grade_text=grade_text,
        standing=None,
        distribution=None,
        syllabus_id=None,
        match_method=None,
        match_similarity=None,
        is_valid_code=False,
        is_national=False,
        is_repeated_row=False,
    )
