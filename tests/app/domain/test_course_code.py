"""The places of a course code."""

from __future__ import annotations

import pytest

from app.domain.course_code import CourseCode, is_off_plan, read_course_code
from tests.app.domain.course_records import MATHS


def test_code_is_read_by_its_places() -> None:
    assert read_course_code(MATHS, is_valid=True) == CourseCode(111, "999301", "1", "0", "1", "02")


@pytest.mark.parametrize(("code", "is_valid"), [(MATHS, False), ("", True), (MATHS[:22], True)])
def test_code_that_breaks_the_rules_says_nothing(code: str, is_valid: bool) -> None:
    read = read_course_code(code, is_valid=is_valid)
    assert (read, read.requirement, read.must_not_be_graded) == (CourseCode(), "", False)


@pytest.mark.parametrize(
    ("category", "requirement", "ungraded"),
    [
        ("1", "required", False),
        ("2", "required", False),
        ("3", "elective", False),
        ("7", "elective", False),
        ("8", "", True),
        ("9", "", True),
        ("B", "", False),
    ],
)
def test_category_tells_requirement_and_grading(category: str, requirement: str, ungraded: bool) -> None:
    code = CourseCode(course_category=category)
    assert (code.requirement, code.must_not_be_graded) == (requirement, ungraded)


@pytest.mark.parametrize(
    ("credits", "year", "semester", "expected"),
    [
        ("440000", 111, 1, False),
        ("440000", 112, 1, True),
        ("T40000", 111, 1, False),
        ("440000", 114, 1, False),
        ("440000", 110, 2, False),
        ("440000", 112, 0, False),
        ("000000", 112, 1, False),
        (None, 112, 1, False),
        ("440000", None, 1, False),
    ],
)
def test_semester_is_off_the_plan_only_where_the_plan_says_so(
    credits: str | None, year: int | None, semester: int, expected: bool
) -> None:
    code = CourseCode(entry_year=111)
    assert is_off_plan(code, credits, academic_year=year, semester=semester) is expected
