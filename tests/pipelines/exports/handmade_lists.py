"""List files written by hand, and what reading them left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]

from pipelines.exports.inventory import ListedFile
from pipelines.exports.reading import Reading

Told = tuple[str, int | None, str | None, str | None]


def list_file(folder: Path, path: str, content: str | bytes) -> ListedFile:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)
    return ListedFile(str(target), tuple(path.split("/")))


def workbook_file(folder: Path, path: str, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> ListedFile:
    """A spreadsheet; a sheet whose name begins with a dot is hidden."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        sheet.sheet_state = "hidden" if name.startswith(".") else "visible"
        for row in rows:
            sheet.append(list(row))
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    workbook.save(target)
    return ListedFile(str(target), tuple(path.split("/")))


def told(reading: Reading) -> list[Told]:
    """Rule, row, column and value of every problem."""
    return [
        (each.rule, each.row_position, each.column_name, each.raw_value) for each in reading.problems.problems
    ]


def counted(reading: Reading) -> tuple[int, int]:
    """Rows read and rows set aside of the only file."""
    (source,) = reading.ledger
    return source.rows_read, source.rows_set_aside
