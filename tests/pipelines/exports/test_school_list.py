"""The school list by year, with codes that a spreadsheet has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipelines.exports.reading import Reading
from pipelines.exports.school_list import read_school_lists, refuse_reference_lists
from tests.pipelines.exports.handmade_lists import counted, list_file, told, workbook_file

HEADER = "學年度,學校代碼,學校名稱,縣市"


def _names(reading: Reading) -> list[tuple[object, ...]]:
    return [row[2:] for row in reading.raw.rows["raw_school_name"]]


def test_names_by_year(tmp_path: Path) -> None:
    reading = Reading()
    text = f"{HEADER}\n108,193404,臺中家商,臺中市\n112,193404,臺中市立臺中家商,\n"
    read_school_lists([list_file(tmp_path, "schools/a.csv", text)], reading)
    assert (_names(reading), told(reading)) == (
        [("193404", "108", "臺中家商", "臺中市"), ("193404", "112", "臺中市立臺中家商", None)],
        [],
    )


def test_lost_zero_is_put_back_where_the_official_list_proves_it(tmp_path: Path) -> None:
    reading = Reading()
    rows: list[list[Any]] = [
        ["學年度", "學校代碼", "學校名稱"],
        [111, 41305, "忠信高中"],
        [111, "０４１３０５", "乙"],
        [111, 7, "丙"],
    ]
    read_school_lists([workbook_file(tmp_path, "schools/a.xlsx", {"1": rows})], reading)
    assert _names(reading) == [("041305", "111", "忠信高中", None)]
    assert told(reading) == [
        ("leading_zero_lost", 0, "school_code", "41305 → 041305"),
        ("leading_zero_lost", 1, "school_code", "０４１３０５ → 041305"),
        ("list_row_repeated", 1, None, "111,０４１３０５,乙,"),
        ("leading_zero_lost", 2, "school_code", "7 → 000007?"),
        ("list_row_refused", 2, None, "111,7,丙,"),
    ]
    assert counted(reading) == (3, 2)


def test_reference_lists_among_the_data_are_told_and_not_used(tmp_path: Path) -> None:
    reading = Reading()
    refuse_reference_lists([list_file(tmp_path, "reference/school.csv", "code,name\n1,x\n")], reading)
    assert told(reading) == [("reference_not_used", None, None, None)]
