"""The synthetic uploads: repeatable, readable by an independent reader, spoilt where they say."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from pipelines.synthesis import PlantedInWorkbook, WorkbookDefect, write_workbook_sample
from tests.pipelines.synthesis.tree import tree_hash

SEMESTER = (
    "課程代碼,科目名稱,開課年級,修課學分,學期學業成績,成績及格,補考成績,補考及格,是否採計學分,質性文字描述"
)
NOTES = "學生姓名,資料當學期班級,資料當學期座號,資料當學期學號,資料次學期班級,資料次學期座號,資料次學期學號"
HEADER = [
    "身分證號",
    "出生日期",
    *SEMESTER.split(","),
    "DataKey",
    *(f"備註({note})" for note in NOTES.split(",")),
]
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("uploads")
    write_workbook_sample(out, seed=4)
    return out


def planted(sample: Path, defect: WorkbookDefect) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((sample / "planted_defects.json").read_bytes())
    return [row for row in rows if row["defect"] == defect]


def grid(path: Path, sheet: str) -> list[tuple[Any, ...]]:
    book = load_workbook(path)
    return [tuple(cell.value for cell in row) for row in book[sheet].iter_rows()]


def places(rows: list[dict[str, Any]]) -> list[tuple[str, str, int, str]]:
    return [(row["file"], row["sheet"], row["row"], row["column"]) for row in rows]


def spoilt_cells(sample: Path, column: str, kind: type) -> list[tuple[str, str, int, str]]:
    found = []
    for path in sorted(sample.glob("rosters/*.xlsx")):
        header, *rows = grid(path, "學期成績")
        if column in header:
            place = header.index(column)
            found += [
                (f"rosters/{path.name}", "學期成績", number, column)
                for number, row in enumerate(rows)
                if isinstance(row[place], kind)
            ]
    return found


def test_same_seed_gives_same_bytes(sample: Path, tmp_path: Path) -> None:
    write_workbook_sample(tmp_path / "again", seed=4)
    write_workbook_sample(tmp_path / "other", seed=5)
    assert tree_hash(tmp_path / "again") == tree_hash(sample)
    assert tree_hash(tmp_path / "other") != tree_hash(sample)


def test_list_of_what_was_planted_is_what_is_returned(sample: Path, tmp_path: Path) -> None:
    returned = write_workbook_sample(tmp_path / "again", seed=4)
    rows = json.loads((sample / "planted_defects.json").read_bytes())
    listed = [PlantedInWorkbook(**{**row, "defect": WorkbookDefect(row["defect"])}) for row in rows]
    assert listed == returned
    assert {item.defect for item in returned} == set(WorkbookDefect)


def test_workbook_has_a_cover_and_the_columns_of_an_upload(sample: Path) -> None:
    path = sample / "rosters/990391_111_1_學生成績.xlsx"
    assert grid(path, "封面") == [("學校代碼", "學年度", "學期", "名冊別"), ("990391", "111", "1", "4")]
    assert list(grid(path, "學期成績")[0]) == HEADER
    assert len(grid(path, "學期成績")) == 1 + 8 * 6


def test_cover_lost_the_zero_of_its_school(sample: Path) -> None:
    path = sample / "rosters/019391_111_1_學生成績.xlsx"
    assert grid(path, "封面")[1] == (19391, "111", "1", "4")
    cover, *births = places(planted(sample, WorkbookDefect.LEADING_ZERO_LOST))
    assert cover == ("rosters/019391_111_1_學生成績.xlsx", "封面", 0, "學校代碼")
    _, *rows = grid(path, "學期成績")
    numbers = [row[1] for row in rows if isinstance(row[1], int)]
    assert numbers == [int(rows[6 * number + 1][1]) for number in range(8)]
    assert [place[2] for place in births] == [number * 6 for number in range(8)]


def test_numbers_in_the_birth_date_are_those_that_were_planted(sample: Path) -> None:
    expected = places(planted(sample, WorkbookDefect.LEADING_ZERO_LOST))[1:] + places(
        planted(sample, WorkbookDefect.DATE_AS_NUMBER)
    )
    assert spoilt_cells(sample, "出生日期", int) == expected


def test_dates_as_numbers_are_the_same_day(sample: Path) -> None:
    _, *rows = grid(sample / "rosters/990391_111_1_學生成績.xlsx", "學期成績")
    for place in planted(sample, WorkbookDefect.DATE_AS_NUMBER):
        day = date(1899, 12, 30) + timedelta(days=rows[place["row"]][1])
        told = rows[place["row"] + 1][1]
        assert f"{day.year - 1911:03d}{day:%m%d}" == told


def test_full_width_grades_are_those_that_were_planted(sample: Path) -> None:
    _, *rows = grid(sample / "rosters/990391_111_1_學生成績.xlsx", "學期成績")
    wide = [number for number, row in enumerate(rows) if not str(row[6]).isascii()]
    assert [row["row"] for row in planted(sample, WorkbookDefect.FULL_WIDTH_DIGITS)] == wide


def test_one_sheet_is_hidden(sample: Path) -> None:
    (item,) = planted(sample, WorkbookDefect.HIDDEN_SHEET)
    hidden = {
        (f"rosters/{path.name}", sheet.title)
        for path in sample.glob("rosters/*.xlsx")
        for sheet in load_workbook(path).worksheets
        if sheet.sheet_state == "hidden"
    }
    assert hidden == {(item["file"], item["sheet"])}


def test_one_header_is_close_to_a_known_one(sample: Path) -> None:
    (item,) = planted(sample, WorkbookDefect.HEADER_MISSPELT)
    header = grid(sample / item["file"], "學期成績")[0]
    assert set(header) - set(HEADER) == {"學期學業成積"} == {item["column"]}


def test_open_document_holds_the_same_form(sample: Path) -> None:
    path = sample / "rosters/990393_111_1_學生成績.ods"
    with zipfile.ZipFile(path) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        root = ElementTree.fromstring(archive.read("content.xml"))
    names = [table.get(f"{TABLE}name") for table in root.iter(f"{TABLE}table")]
    assert names == ["封面", "學期成績"]
    table = list(root.iter(f"{TABLE}table"))[1]
    first = next(table.iter(f"{TABLE}table-row"))
    assert [cell.findtext(f"{TEXT}p") for cell in first] == HEADER


def test_transfer_files_name_their_documents_with_md5(sample: Path) -> None:
    wrong, missing = [], []
    for path in sorted((sample / "rosters/exchange").glob("*.json")):
        told = json.loads(path.read_bytes())
        assert list(told) == ["基本資料", "課程學習成果紀錄", "多元表現"]
        for row in told["課程學習成果紀錄"]:
            document = path.parent / row["課程學習成果文件檔案連結"]
            if not document.exists():
                missing.append(path.name)
            elif hashlib.md5(document.read_bytes(), usedforsecurity=False).hexdigest() != row["文件檔案MD5"]:
                wrong.append(path.name)
    differs, absent = (
        [Path(item["file"]).name for item in planted(sample, defect)]
        for defect in (WorkbookDefect.MD5_DIFFERS, WorkbookDefect.ATTACHMENT_MISSING)
    )
    assert (wrong, missing) == (differs, absent)


def test_lists_come_in_three_encodings(sample: Path) -> None:
    texts = {
        "019391": "cp950",
        "990391": "utf-16",
        "990392": "utf-8-sig",
        "990393": "cp950",
    }
    for code, encoding in texts.items():
        lines = (sample / f"course_codes/{code}.txt").read_bytes().decode(encoding).splitlines()
        assert {len(line.split(",")[0]) for line in lines} == {23}
        assert {line[3:9] for line in lines} == {code}
        assert {len(line.split(",")[-1]) for line in lines} == {6}
    listed = [Path(item["file"]).name for item in planted(sample, WorkbookDefect.CP950_FILE)]
    assert listed == ["019391.txt", "990393.txt", "019391.txt"]


def test_user_defined_characters_are_where_they_were_planted(sample: Path) -> None:
    content = (sample / "class_groups/019391.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        content.decode("cp950")
    rows = [number for number, line in enumerate(content.split(b"\r\n")) if b"\xfa\x40" in line]
    assert rows == [item["row"] for item in planted(sample, WorkbookDefect.PRIVATE_USE_CHARACTER)]
    assert {len(line.split(b",")) for line in content.split(b"\r\n") if line} == {7}
