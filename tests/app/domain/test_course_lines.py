"""Courses ready to be read: reasons, second rows, retakes, the same course through the semesters."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.domain.course_details import CourseDetail
from app.domain.course_lines import NoStanding, course_lines
from app.domain.evidence import CourseRecord
from tests.app.domain.course_records import MATHS, record

FLEXIBLE = "111999301H1110109D00001"


def reason(**changes: Any) -> NoStanding | None:
    (line,) = course_lines([record(**changes)], {})
    return line.no_standing


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"standing": None, "distribution": None}, NoStanding.NO_DISTRIBUTION),
        ({"standing": None}, NoStanding.CONTRADICTION),
        ({"standing": None, "grade": None, "grade_text": "-1"}, NoStanding.NOT_GRADED),
        ({"standing": None, "grade": None, "grade_text": "-999.99"}, NoStanding.NOT_GRADED),
        ({"standing": None, "grade": None, "grade_text": "通過"}, NoStanding.NOT_A_NUMBER),
        (
            {"standing": None, "grade": None, "grade_text": "-1", "course_code": FLEXIBLE},
            NoStanding.NOT_GRADABLE,
        ),
    ],
)
def test_course_says_why_it_has_no_standing(changes: dict[str, Any], expected: NoStanding | None) -> None:
    assert reason(**changes) == expected


def test_grade_zero_is_a_grade() -> None:
    (line,) = course_lines([record(grade=Decimal(0), grade_text="0")], {})
    assert (line.no_standing, line.record.grade_remark) == (None, None)


def test_second_row_of_a_semester_stands_apart_and_both_know_each_other() -> None:
    first, second = course_lines([record(), record(record_id="r2", grade=Decimal(60))], {})
    assert (first.twin_ids, second.twin_ids) == (("r2",), ("r1",))
    assert (first.is_apart, second.is_apart) == (False, True)


def test_blank_code_tells_courses_apart_by_name() -> None:
    blank = [record(course_code=""), record(record_id="r2", course_code="", subject="英語文")]
    assert [line.twin_ids for line in course_lines(blank, {})] == [(), ()]


def test_retake_knows_the_failed_course_and_the_failed_course_its_retake() -> None:
    failed = record(grade=Decimal(45))
    again = record(record_id="r2", academic_year=112, semester=2, grade=Decimal(62))
    details = {"r2": CourseDetail("r2", attempt="retake", origin_year=111, origin_semester=1)}
    first, second = course_lines([failed, again], details)
    assert (first.retake_ids, first.is_apart) == (("r2",), False)
    assert (second.origin_id, second.is_apart) == ("r1", True)


def test_retake_of_a_course_that_was_not_received_has_no_origin() -> None:
    details = {"r1": CourseDetail("r1", attempt="retake", origin_year=110, origin_semester=1)}
    (line,) = course_lines([record()], details)
    assert (line.origin_id, line.is_apart) == (None, True)


@pytest.mark.parametrize("attempt", ["late_course", "transfer"])
def test_late_and_credited_courses_stay_among_the_others(attempt: Any) -> None:
    (line,) = course_lines([record()], {"r1": CourseDetail("r1", attempt=attempt)})
    assert line.is_apart is False


def test_same_course_is_followed_through_semesters_and_schools() -> None:
    other_school = MATHS.replace("999301", "999302")
    records: list[CourseRecord] = [
        record(),
        record(record_id="r2", semester=2, course_code=other_school, subject="數 學"),
        record(record_id="r3", subject="英語文", course_group_code="g.1.01"),
    ]
    lines = course_lines(records, {})
    assert [line.sibling_ids for line in lines] == [("r1", "r2"), ("r1", "r2"), ()]
