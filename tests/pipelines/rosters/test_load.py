"""Rosters of every form, clean and dirty, through a whole build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.pipelines.handmade import Exports, course, profile
from tests.pipelines.rosters.handmade_rosters import (
    CODE,
    EVENING_CODE,
    GRADE,
    GRADE_FILE,
    GROUP_CODE,
    PREFIX,
    STUDENT,
    csv_text,
    grade,
    grades,
    roster_problems,
    student,
    write_workbook,
)

RECORDS = """
select course_code, academic_year, semester, attempt::varchar, grade, makeup_grade, counted_grade,
    counted_because::varchar
from cohort_record join cohort_course using (course_no)
order by all
"""
LEDGER = """
select rows_read, rows_published, rows_set_aside from source_file
where file_role = 'roster' order by relative_path
"""


@pytest.fixture
def rosters(tmp_path: Path) -> Exports:
    return Exports(tmp_path / "exports")


def as_text(rows: list[tuple[object, ...]]) -> list[str]:
    return ["|".join("" if cell is None else str(cell) for cell in row) for row in rows]


def test_export_with_rosters_only_is_published(rosters: Exports) -> None:
    rosters.write(
        GRADE_FILE,
        grades(grade(), grade(學期學業成績="55.5", 成績及格="0", 補考成績="60", 課程代碼=GROUP_CODE)),
    )
    assert as_text(rosters.query(RECORDS)) == [
        f"{CODE}|111|1|semester|88.00||88.00|first",
        f"{GROUP_CODE}|111|1|semester|55.50|60.00||not_gradable",
    ]
    assert rosters.query(LEDGER) == [(2, 2, 0)]


def test_student_row_describes_the_student_without_any_identity(rosters: Exports) -> None:
    rosters.write(GRADE_FILE, grades(grade()))
    rosters.write("rosters/111_1_學生資料_學生資料_de.csv", csv_text((*PREFIX, *STUDENT), student()))
    described = rosters.query("select * from cohort_student")
    assert described == [(0, "041305", 111, "11", "101", None, "1", "2")]


def test_distribution_counts_first_grades_only(rosters: Exports) -> None:
    rows = [
        grade(身分證號=f"A10000000{number}", 學期學業成績=points, 成績及格="0", 補考成績="60")
        for number, points in enumerate(("55", "55.9", "100", "-1"))
    ]
    rosters.write(GRADE_FILE, grades(*rows))
    counted = rosters.query("select population, graded, grade_bins from cohort_distribution")
    expected = [0] * 100
    expected[55], expected[99] = 2, 1
    assert counted == [(4, 3, expected)]


def test_hand_over_without_distribution_takes_the_roster_s(rosters: Exports) -> None:
    rosters.item("基本資料", profile())
    rosters.courses(course(母體人數=None, 本科目分數級距分布=None))
    rosters.write(
        GRADE_FILE, grades(*(grade(身分證號=f"A{n:09d}", 學期學業成績=str(n)) for n in range(81, 91)))
    )
    sql = (
        "select population, bin_total, is_computed, estimated_standing::varchar"
        " from course_record join grade_distribution using (grade_distribution_id)"
    )
    assert rosters.query(sql) == [(10, 10, True, "30.0")]


FINDINGS: list[tuple[dict[str, str], tuple[str, str, str | None]]] = [
    ({"補考成績": "60"}, ("roster_makeup_although_passed", "補考成績", "60")),
    (
        {"學期學業成績": "50", "成績及格": "0", "補考成績": "60", "補考及格": "0"},
        ("roster_makeup_failed_at_pass_mark", "補考成績", "60"),
    ),
    ({"學期學業成績": "50", "成績及格": "0", "補考成績": "40"}, ("roster_makeup_lower", "補考成績", "40")),
    ({"學期學業成績": "0"}, ("roster_zero_passed", "學期學業成績", "0")),
    ({"課程代碼": GROUP_CODE}, ("grade_not_allowed", "學期學業成績", "88")),
    ({"課程代碼": EVENING_CODE}, ("roster_evening_in_day", "課程代碼", EVENING_CODE)),
    ({"學期學業成績": "八十"}, ("unreadable_number", "學期學業成績", "八十")),
    ({"學期學業成績": "8E1"}, ("unreadable_number", "學期學業成績", "8E1")),
    ({"學期學業成績": "880"}, ("grade_out_of_range", "學期學業成績", "880")),
    ({"sch_cd": "41305"}, ("roster_leading_zero_lost", "sch_cd", "41305")),
    ({"成績及格": "也許"}, ("unreadable_flag", "成績及格", "也許")),
    ({"sch_cd": "000000"}, ("roster_test_school", "sch_cd", "000000")),
    ({"身分證號": ""}, ("roster_student_lost", "身分證號", None)),
    ({"身分證號": "1.23E+11"}, ("roster_student_lost", "身分證號", None)),
    ({"semester": "3"}, ("roster_term_unreadable", "sch_year", "111/3")),
]


def test_each_finding_names_row_column_and_value(rosters: Exports) -> None:
    """One row a finding, all in one file."""
    rows = [grade(**({"身分證號": f"A2{row:08d}"} | changes)) for row, (changes, _) in enumerate(FINDINGS)]
    rosters.write(GRADE_FILE, grades(*rows, grade()))
    expected = [(rule, row, column, value) for row, (_, (rule, column, value)) in enumerate(FINDINGS)]
    assert roster_problems(rosters) == sorted(expected)


def test_full_width_digits_are_digits(rosters: Exports) -> None:
    rosters.write(GRADE_FILE, grades(grade(學期學業成績="８８．５")))
    assert rosters.query("select grade::varchar from cohort_record") == [("88.50",)]
    assert roster_problems(rosters) == []


def test_bad_rows_are_set_aside_alone_with_their_own_numbers(rosters: Exports) -> None:
    good = grades(grade(), grade(身分證號="A100000002", 學期學業成績="0")).split("\r\n")
    rosters.write(GRADE_FILE, "\r\n".join([good[0], "111,1", good[1], good[1] + ",x", good[2], ""]))
    assert roster_problems(rosters) == [
        ("roster_row_refused", 0, None, "too few columns"),
        ("roster_row_refused", 2, None, "too many columns"),
        ("roster_zero_passed", 3, "學期學業成績", "0"),
    ]
    assert rosters.query(LEDGER) == [(4, 2, 2)]


def test_mixed_line_ends_are_made_one(rosters: Exports) -> None:
    noted = grade(身分證號="A100000002", 質性文字描述='他說"好"\r\n下學期見')
    lines = grades(grade(), noted, grade(身分證號="A100000003")).split("\r\n", 2)
    rosters.write(GRADE_FILE, f"{lines[0]}\n{lines[1]}\r\n{lines[2]}")
    assert rosters.query(LEDGER) == [(3, 3, 0)]
    assert roster_problems(rosters) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp950"])
def test_other_encodings_are_read_and_named(rosters: Exports, encoding: str) -> None:
    rosters.write(GRADE_FILE, grades(grade()).encode(encoding))
    assert rosters.query("select subject from cohort_course") == [("數學",)]
    named = rosters.query("select text_encoding from source_file where file_role = 'roster'")
    assert [name.split("-le")[0] for (name,) in named] == [encoding]


def test_unclosed_quote_refuses_the_file(rosters: Exports) -> None:
    rosters.write(GRADE_FILE, grades(grade()) + '"')
    assert roster_problems(rosters) == [("roster_csv_refused", 1, None, "a quote that is never closed")]


def test_unknown_header_is_told_with_the_name_most_alike(rosters: Exports) -> None:
    header = tuple("學期學業成積" if name == "學期學業成績" else name for name in (*PREFIX, *GRADE))
    rosters.write(GRADE_FILE, csv_text(header, grade()))
    expected = ("roster_header_unknown", None, None, "學期學業成積→學期學業成績 -學期學業成績")
    assert roster_problems(rosters) == [expected]
    assert rosters.query(LEDGER) == [(1, 0, 1)]


def test_the_same_content_twice_counts_once(rosters: Exports) -> None:
    for name in ("", "again/"):
        rosters.write(f"rosters/{name}111_1_學生成績_學期成績.csv", grades(grade()))
    assert rosters.query("select count(*) from cohort_record") == [(1,)]
    assert rosters.query(LEDGER) == [(1, 1, 0), (1, 0, 1)]


def test_transfer_student_of_two_schools_is_one(rosters: Exports) -> None:
    rosters.write(GRADE_FILE, grades(grade(), grade(sch_cd="010301"), grade(課程代碼=GROUP_CODE)))
    assert rosters.query("select student_no, school_code from cohort_student") == [(0, "041305")]


def test_birth_dates_that_differ_are_flagged(rosters: Exports) -> None:
    rows = [student(), student(semester="2"), student(出生日期="0960201")]
    rosters.write("rosters/111_1_學生資料_學生資料.csv", csv_text((*PREFIX, *STUDENT), *rows))
    assert roster_problems(rosters) == [("roster_birth_date_differs", 2, None, None)]


def test_upload_workbook_is_read_by_its_cover(rosters: Exports) -> None:
    cells = dict(zip((*PREFIX, *GRADE), grade(學期學業成績="77"), strict=True))
    row = ("A100000001", "0960102", *(cells[name] for name in GRADE), "key")
    sheets: dict[str, list[tuple[str, ...]]] = {
        "封面": [("學校代碼", "學年度", "學期", "名冊別"), ("041305", "112", "2", "4")],
        "4.2 學期成績": [("身分證號", "出生日期", *GRADE, "DataKey"), row],
        "借讀": [],
    }
    write_workbook(rosters.folder / "rosters/041305.xlsx", sheets)
    assert as_text(rosters.query(RECORDS)) == [f"{CODE}|112|2|semester|77.00||77.00|first"]


def test_cell_beyond_the_header_of_a_workbook_is_told(rosters: Exports) -> None:
    cells = dict(zip((*PREFIX, *GRADE), grade(), strict=True))
    row = ("A100000001", "0960102", *(cells[name] for name in GRADE), "key")
    sheets: dict[str, list[tuple[str, ...]]] = {
        "封面": [("學校代碼", "學年度", "學期", "名冊別"), ("041305", "112", "2", "4")],
        "4.2 學期成績": [("身分證號", "出生日期", *GRADE, "DataKey"), row, (*row, "轉出")],
    }
    write_workbook(rosters.folder / "rosters/041305.xlsx", sheets)
    assert roster_problems(rosters) == [("roster_cell_beyond", 1, "4.2 學期成績", "轉出")]


def test_the_same_grade_row_twice_is_told_and_kept(rosters: Exports) -> None:
    rosters.write(GRADE_FILE, grades(grade(), grade(身分證號="A100000002"), grade()))
    told = "select column_name, raw_value from data_problem where rule = 'roster_grade_repeated'"
    assert rosters.query(told) == [("course_code", CODE)]
    assert rosters.query("select count(*) from cohort_record") == [(3,)]


def test_exchange_file_gives_outcomes_and_activities(rosters: Exports) -> None:
    outcome = {
        "修課學校代碼": "041305",
        "應修課學年度": "111",
        "應修課學期": "1",
        "國民身分證統一編號(或居留證統一證號)": "A100000001",
        "課程學習成果簡述": "…",
    }
    service = {"服務名稱": "淨灘", "服務學習時數": "12.5", "內容簡述": "…"}
    exchange = {"基本資料": {}, "課程學習成果紀錄": [outcome], "多元表現": {"服務學習紀錄": [service]}}
    rosters.write("rosters/exchange.json", json.dumps(exchange, ensure_ascii=False))
    rosters.write(GRADE_FILE, grades(grade()))
    assert as_text(rosters.query("select * from cohort_activity order by activity_list")) == [
        "0|course_outcome||111|1|",
        "0|service_learning||111|1|12.500",
    ]


def test_unknown_file_among_rosters_is_told(rosters: Exports) -> None:
    rosters.write("rosters/readme.txt", "x")
    rosters.write(GRADE_FILE, grades(grade()))
    assert roster_problems(rosters) == [("roster_unrecognised", None, None, "txt")]
