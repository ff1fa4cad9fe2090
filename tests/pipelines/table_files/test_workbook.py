"""Spreadsheets in a process of their own: cells as text, and files that are none."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from pipelines.table_files import workbook_child
from pipelines.table_files.workbook import Sheet, WorkbookRefused, read_workbook
from tests.pipelines.exports.handmade_lists import workbook_file


def test_cells_are_text_as_people_see_them(tmp_path: Path) -> None:
    row = ["000123", 123, 1.5, True, date(2024, 3, 1), datetime(2024, 3, 1, 9, 5), None, "=1+1", 1e15, "x\ny"]  # noqa: DTZ001
    listed = workbook_file(tmp_path, "a.xlsx", {"封面": [[], row], ".隱藏": [[1]], "空": []})
    cells = ("000123", "123", "1.5", "TRUE", "2024-03-01", "2024-03-01T09:05:00", None, None)
    assert read_workbook(Path(listed.path)) == (
        Sheet("封面", ((None,) * 10, (*cells, "1000000000000000", "x\ny"))),
        Sheet(".隱藏", (("1",),), is_hidden=True),
        Sheet("空", ()),
    )


def test_rows_stand_where_people_see_them(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0]["C3"] = "x"
    workbook.save(tmp_path / "a.xlsx")
    (sheet,) = read_workbook(tmp_path / "a.xlsx")
    assert sheet.rows == ((None, None, None), (None, None, None), (None, None, "x"))


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04" + bytes(100), b"<html><table>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)],
)
def test_what_is_no_spreadsheet_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xls").write_bytes(content)
    with pytest.raises(WorkbookRefused) as refusal:
        read_workbook(tmp_path / "a.xls")
    assert refusal.value.reason == "broken"


def test_cut_spreadsheet_is_refused(tmp_path: Path) -> None:
    listed = workbook_file(tmp_path, "a.xlsx", {"1": [["x" * 50] * 20] * 50})
    content = Path(listed.path).read_bytes()
    Path(listed.path).write_bytes(content[: len(content) // 2])
    with pytest.raises(WorkbookRefused) as refusal:
        read_workbook(Path(listed.path))
    assert refusal.value.reason == "broken"


def test_spreadsheet_beyond_the_limit_is_refused_without_an_answer_of_its_size(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].cell(1_048_576, 16_384, "x")
    workbook.save(tmp_path / "a.xlsx")
    with pytest.raises(WorkbookRefused) as refusal:
        read_workbook(tmp_path / "a.xlsx")
    assert refusal.value.reason in ("too_large", "broken", "gave_up")


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (-0.5, "-0.5"), (88.05, "88.05"), (False, "FALSE"), ("", None), (12, "12")],
)
def test_cell_as_text(value: object, text: str | None) -> None:
    assert workbook_child.text_of_cell(value) == text


@pytest.mark.parametrize(
    ("error", "reason"),
    [(MemoryError(), "too_large"), (BaseException("panic"), "broken"), (OSError(), "broken")],
)
def test_reason_of_a_refusal(error: BaseException, reason: str) -> None:
    assert workbook_child.reason_of(error) == reason
