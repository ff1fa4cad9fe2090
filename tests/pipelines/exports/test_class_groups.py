"""Class-group files: where the school and the year come from, and which rows are set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.exports.class_groups import read_class_groups
from pipelines.exports.reading import Reading
from tests.pipelines.exports.handmade_lists import counted, list_file, told, workbook_file


def _groups(reading: Reading) -> list[tuple[object, ...]]:
    return [row[2:] for row in reading.raw.rows["raw_class_group"]]


@pytest.mark.parametrize(
    ("name", "row", "group"),
    [
        ("a.txt", "111,041305,H,11,A,自然組", ("041305", "111", "A", "自然組")),
        ("a.txt", "x,041305,y,111,B,社會組,備註", ("041305", "111", "B", "社會組")),
        ("041305_112.csv", "1,2,3,4,C,資優班", ("041305", "112", "C", "資優班")),
        ("041305.csv", "1,2,3,4,C,資優班", ("041305", None, "C", "資優班")),
        ("041305.csv", "111,112,3,4,C,資優班", ("041305", None, "C", "資優班")),
    ],
)
def test_school_and_year_come_from_values_or_the_file_name(
    tmp_path: Path, name: str, row: str, group: tuple[object, ...]
) -> None:
    reading = Reading()
    read_class_groups([list_file(tmp_path, f"class_groups/{name}", f"{row}\r\n".encode("cp950"))], reading)
    assert (_groups(reading), told(reading)) == ([group], [])


def test_file_with_a_header_is_read_by_its_names(tmp_path: Path) -> None:
    reading = Reading()
    text = "班群名稱,班群代碼,學校代碼,入學學年度\n自然組,A,041305,111\n"
    read_class_groups([list_file(tmp_path, "class_groups/a.csv", text)], reading)
    assert (_groups(reading), counted(reading)) == ([("041305", "111", "A", "自然組")], (1, 0))


def test_spreadsheet_without_a_header(tmp_path: Path) -> None:
    reading = Reading()
    rows = [[111, "041305", "H", 11, "A", "自然組"], [111, "041305", "H", 11, "B", "社會組"]]
    read_class_groups([workbook_file(tmp_path, "class_groups/a.xlsx", {"1": rows})], reading)
    assert _groups(reading) == [("041305", "111", "A", "自然組"), ("041305", "111", "B", "社會組")]


def test_rows_without_school_letter_or_name_and_repeated_ones_are_set_aside(tmp_path: Path) -> None:
    reading = Reading()
    rows = ["111,041305,,,A,甲", "111,041305,,,A,乙", "111,041305,,,AB,丙", "111,041305,,,C,", "1,2"]
    read_class_groups([list_file(tmp_path, "class_groups/a.txt", "\n".join(rows))], reading)
    assert _groups(reading) == [("041305", "111", "A", "甲")]
    assert [each[:2] for each in told(reading)] == [
        ("csv_row_width", 4),
        ("list_row_repeated", 1),
        ("list_row_refused", 2),
        ("list_row_refused", 3),
    ]
    assert counted(reading) == (5, 4)
