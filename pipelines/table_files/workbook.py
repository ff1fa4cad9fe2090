"""Spreadsheets (xlsx, xls, ods) as text cells, read in a limited process of their own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import orjson

WORKBOOK_EXTENSIONS = frozenset({"xlsx", "xlsm", "xls", "ods"})
SECONDS_LIMIT = 120
BYTES_LIMIT = 1 << 30
_CHILD = Path(__file__).with_name("workbook_child.py")

CellRow = tuple[str | None, ...]


class WorkbookRefused(ValueError):
    """``reason`` is encrypted, broken, too_large or gave_up."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Sheet:
    """One sheet with all its rows from the first on; every cell is text, None when empty."""

    name: str
    rows: tuple[CellRow, ...]
    is_hidden: bool = False


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """The sheets in order, hidden ones too; raises WorkbookRefused.

    Numbers are written in their shortest form: what a cell format shows in front of them (leading zeros) is lost.
    """
    if path.stat().st_size > BYTES_LIMIT:
        raise WorkbookRefused("too_large")
    with tempfile.TemporaryFile() as answer:
        _run_child(path, answer)
        answer.seek(0)
        return tuple(_sheets(answer))


def _run_child(path: Path, answer: IO[bytes]) -> None:
    # Isolated: neither the folder it is started in nor the environment can put code into it.
    command = [sys.executable, "-I", str(_CHILD), str(path.resolve())]
    try:
        ended = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise WorkbookRefused("gave_up") from error
    if ended.returncode != 0:
        raise WorkbookRefused("gave_up")


def _sheets(answer: IO[bytes]) -> Iterator[Sheet]:
    name, is_hidden, rows = None, False, list[CellRow]()
    for line in answer:
        told = orjson.loads(line)
        if isinstance(told, list):
            rows.append(tuple(told))
            continue
        if "refused" in told:
            raise WorkbookRefused(told["refused"])
        if name is not None:
            yield Sheet(name, tuple(rows), is_hidden)
        name, is_hidden, rows = told["name"], told["is_hidden"], []
    if name is not None:
        yield Sheet(name, tuple(rows), is_hidden)
