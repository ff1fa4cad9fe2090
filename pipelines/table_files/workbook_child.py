"""The process that opens one workbook: it limits itself, reads, and prints JSON; it imports nothing of ours.

A workbook of a stranger may hang, eat the memory or panic; only this process is lost then.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

MEMORY_LIMIT = 2 << 30
SECONDS_LIMIT = 60
CELL_LIMIT = 20_000_000
SHEET_LIMIT = 200
MIDNIGHT = time()


def limit_process() -> None:
    """Address space and processor time, where the system knows such limits."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_LIMIT, SECONDS_LIMIT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def print_workbook(path: str, out: IO[str]) -> None:
    """One JSON line per sheet with its name and visibility, each followed by one line per row."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with Path(path).open("rb") as stream:
        workbook = CalamineWorkbook.from_filelike(stream)
        sheets = [kept for kept in workbook.sheets_metadata if kept.typ == SheetTypeEnum.WorkSheet]
        if len(sheets) > SHEET_LIMIT:
            raise MemoryError
        for kept in sheets:
            is_hidden = kept.visible != SheetVisibleEnum.Visible
            print(json.dumps({"name": kept.name, "is_hidden": is_hidden}), file=out)
            for row in _rows(workbook.get_sheet_by_name(kept.name)):
                print(json.dumps(row), file=out)


def _rows(sheet: Any) -> Iterator[list[str | None]]:
    """From the first row on, so that positions are those people see."""
    if sheet.total_height * sheet.total_width > CELL_LIMIT:
        raise MemoryError
    for row in sheet.to_python(skip_empty_area=False):
        yield [text_of_cell(value) for value in row]


def text_of_cell(value: Any) -> str | None:
    """Whole numbers without a fraction, dates as ISO, nothing for an empty cell."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return (value.date() if value.time() == MIDNIGHT else value).isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


def reason_of(error: BaseException) -> str:
    """A word that the parent knows."""
    name = type(error).__name__
    if name == "PasswordError":
        return "encrypted"
    return "too_large" if isinstance(error, MemoryError) else "broken"


def main(path: str) -> int:
    limit_process()
    try:
        print_workbook(path, sys.stdout)
    # A panic of the reader is no Exception, and whatever ends this process has to be told to the parent.
    except BaseException as error:
        print(json.dumps({"refused": reason_of(error)}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
