"""A build with alike names: what is published, what is told, and what the office's list changes."""

from __future__ import annotations

import csv
import io

import pytest

from tests.pipelines.handmade import Exports, course

CODE = "111041305H11101A5110301"
BEST, NEXT = "111041305H11101A5110399", "111041305H11101A5110398"
COLUMNS = "course_code, subject, match_method, similarity, runner_up_similarity, is_uncertain"
ALIAS_HEADER = "課程代碼,科目名稱,教學大綱課程代碼,教學大綱科目名稱,判定,確認者,日期"


@pytest.fixture
def published(exports: Exports) -> Exports:
    """A course without its own syllabus, beside two whose names are as alike."""
    exports.courses(course(課程代碼=CODE, 科目名稱="選修歷史"))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["課程代碼", "學年度", "科目名稱", "學習目標"])
    writer.writerow([BEST, "112", "選修歷史(一)", "甲"])
    writer.writerow([NEXT, "112", "選修歷史(二)", "乙"])
    exports.write("syllabi/111_041305.csv", "\ufeff" + text.getvalue())
    return exports


def test_uncertain_match_is_published_and_told(published: Exports) -> None:
    rows = published.query(f"select {COLUMNS} from course_syllabus_match")
    assert [(*row[:3], *map(str, row[3:])) for row in rows] == [
        (CODE, "選修歷史", "alike_name", "88.89", "88.89", "True")
    ]
    assert published.problems()["syllabus_match_uncertain"] == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{CODE},選修歷史,{NEXT},選修歷史(二),採用,,", [("confirmed_alias", NEXT, "100.00", False)]),
        (f"{CODE},選修歷史,{BEST},選修歷史(一),不採用,,", [("alike_name", NEXT, "88.89", False)]),
    ],
)
def test_office_list_decides(published: Exports, line: str, expected: list[tuple[object, ...]]) -> None:
    published.write("syllabus_aliases.csv", f"{ALIAS_HEADER}\r\n{line}\r\n")
    rows = published.query(
        "select match_method, syllabus.course_code, cast(similarity as varchar), is_uncertain "
        "from course_syllabus_match join syllabus using (syllabus_id)"
    )
    assert rows == expected
    ledger = published.query(
        "select rows_read, rows_published from source_file where file_role = 'syllabus_alias_list'"
    )
    assert ledger == [(1, 1)]


def test_alias_of_an_unknown_syllabus_is_told(published: Exports) -> None:
    line = f"{CODE},選修歷史,{NEXT},沒有這份,採用,,"
    published.write("syllabus_aliases.csv", f"{ALIAS_HEADER}\r\n{line}\r\n")
    assert published.problems()["syllabus_alias_unknown"] == 1
