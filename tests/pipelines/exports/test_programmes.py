"""The programme list: codes that lost their zeros in a spreadsheet, restored where a folder proves it."""

from __future__ import annotations

from pathlib import Path

from pipelines.exports.programmes import read_programmes
from pipelines.exports.reading import Reading
from tests.pipelines.exports.handmade_lists import list_file, told

HEADER = "入學管道,學年度,學校代碼,學校名稱,校系代碼,校系名稱"


def test_codes_are_restored_where_a_folder_proves_them(tmp_path: Path) -> None:
    reading = Reading()
    rows = [
        "個人申請,115,1,甲大學,1012,甲系",
        "個人申請,115,1,甲大學,1022,乙系",
        "個人申請,115,002,丙大學,002012,丙系",
    ]
    listed = list_file(tmp_path, "programmes.csv", "\n".join([HEADER, *rows]))
    found = read_programmes([listed], reading, known_codes=frozenset({"001", "001012", "002", "002012"}))
    assert {code: programme.university_code for code, programme in found.items()} == {
        "001012": "001",
        "1022": "001",
        "002012": "002",
    }
    assert told(reading) == [
        ("leading_zero_lost", 0, "programme_code", "1012 → 001012"),
        ("leading_zero_lost", 0, "university_code", "1 → 001"),
        ("leading_zero_lost", 1, "university_code", "1 → 001"),
    ]
