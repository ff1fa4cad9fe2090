"""Courses as the browser part is given them: values in the order of their names, words only where they are needed."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from app.domain.course_details import CourseDetail
from app.domain.course_lines import CourseLine, course_lines
from app.domain.evidence import CourseRecord
from app.ui.components.course_rows import FIELDS, CourseRows, attempt_text, grade_text, marks_of
from app.ui.text.course_codes import EN as EN_CODES
from app.ui.text.course_codes import ZH as ZH_CODES
from app.ui.text.desk_course_view import EN, ZH
from tests.app.domain.course_records import DISTRIBUTION, MATHS, record


def lines_of(*records: CourseRecord, **details: CourseDetail) -> dict[str, CourseLine]:
    return {line.record.record_id: line for line in course_lines(records, details)}


def row_of(line: CourseLine) -> dict[str, Any]:
    table = CourseRows({line.record.record_id: line}, "虛構高中", words=ZH, codes=ZH_CODES)
    (row,) = table.rows([line])
    return dict(zip(FIELDS, row, strict=True))


def only(*records: CourseRecord, **details: CourseDetail) -> CourseLine:
    (line,) = lines_of(*records, **details).values()
    return line


def test_row_holds_grade_place_and_standing_with_its_range() -> None:
    row = row_of(only(record()))
    assert (row["grade"], row["credits"], row["requirement"]) == ("88.5", "4", "required")
    assert (row["bars"], row["own"], row["population"]) == ([0] * 8 + [7, 3], 8, 40)
    assert (row["percent"], row["best"], row["worst"]) == (20.0, 15.0, 25.0)
    assert (row["marks"], row["attempt"], row["relation"], row["apart"]) == ([], "", "", 0)


def test_sentinel_is_no_grade_and_marks_no_bar() -> None:
    row = row_of(only(record(grade=None, grade_text="-1", standing=None)))
    assert (row["grade"], row["own"], row["percent"], row["reason"]) == (None, None, None, "not_graded")
    assert row["received"] == "-1"


def test_zero_credits_and_grade_zero_are_shown() -> None:
    row = row_of(only(record(credits=Decimal("0.00"), grade=Decimal("0.00"), grade_text="0")))
    assert (row["credits"], row["grade"], row["own"]) == ("0", "0", 0)


def test_pass_without_a_number_is_shown_as_received() -> None:
    passed = record(grade=None, grade_text="通過", standing=None)
    assert (grade_text(passed), row_of(only(passed))["reason"]) == ("通過", "not_a_number")


def test_small_group_and_computed_distribution_are_marked() -> None:
    small = record(distribution=replace(DISTRIBUTION, population=9))
    assert row_of(only(small, r1=CourseDetail("r1", is_computed=True)))["marks"] == ["small", "computed"]


def test_course_outside_its_semester_is_marked_and_stays_in_the_sums() -> None:
    line = only(record(academic_year=112), r1=CourseDetail("r1", semester_credits="440000"))
    assert (marks_of(line), line.is_apart) == (["off_plan"], False)


@pytest.mark.parametrize(
    ("detail", "expected"),
    [
        (CourseDetail("r1"), ""),
        (CourseDetail("r1", passed="0", makeup_grade="60", makeup_passed="1"), "不及格 · 補考 60 及格"),
        (CourseDetail("r1", makeup_grade="-1", makeup_passed="-1"), ""),
        (CourseDetail("r1", attempt="retake", other_grade="62", other_passed="1"), "重修 62 及格"),
        (CourseDetail("r1", attempt="transfer", origin_year=111), "轉學轉科抵免"),
        (CourseDetail("r1", attempt="second_study", other_grade="70", repeat_mark="1"), "重讀 70 · 列抵免修"),
    ],
)
def test_attempt_is_told_with_its_outcome(detail: CourseDetail, expected: str) -> None:
    assert attempt_text(only(record(), r1=detail), ZH) == expected


def test_retake_and_failed_course_name_each_other() -> None:
    again = CourseDetail("r2", attempt="retake", origin_year=111, origin_semester=1)
    failed = record(grade=Decimal(45))
    lines = lines_of(failed, record(record_id="r2", academic_year=112, grade=Decimal(62)), r2=again)
    table = CourseRows(lines, "虛構高中", words=ZH, codes=ZH_CODES)
    relations = [row[FIELDS.index("relation")] for row in table.rows(list(lines.values()))]
    assert relations == ["重修／補修於 112-1：62", "原修課 111-1：45"]


def test_broken_code_is_told_by_the_category_received_beside_it() -> None:
    broken = record(is_valid_code=False, is_national=False, learning_area_name="彈性")
    line = only(broken, r1=CourseDetail("r1", category_text="選修-多元選修"))
    table = CourseRows({"r1": line}, "", words=ZH, codes=ZH_CODES)
    (row,) = table.rows([line])
    assert (table.categories.texts, table.areas.texts) == ([("5", "多元選修")], [("", "彈性")])
    assert (row[FIELDS.index("requirement")], row[FIELDS.index("marks")]) == ("elective", ["code"])


def test_labels_stand_once_and_are_english_where_a_name_is_known() -> None:
    records = [record(record_id=f"r{place}") for place in range(3)]
    lines = lines_of(*records)
    table = CourseRows(lines, "", words=EN, codes=EN_CODES)
    rows = table.rows(list(lines.values()))
    assert {row[FIELDS.index("area")] for row in rows} == {0}
    assert (table.categories.texts, table.areas.texts) == (
        [("1", "National required")],
        [("02", "Mathematics")],
    )


def test_a_hundred_courses_are_a_small_message() -> None:
    lines = lines_of(
        *(
            record(record_id=f"{place:020x}", subject=f"科目{place}", course_code=f"{MATHS[:20]}{place:03}")
            for place in range(100)
        )
    )
    table = CourseRows(lines, "", words=ZH, codes=ZH_CODES)
    size = len(json.dumps(table.rows(list(lines.values())), ensure_ascii=False).encode())
    assert size < 20_000
