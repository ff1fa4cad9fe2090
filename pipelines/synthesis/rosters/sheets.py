"""The sheets of the rosters: book, name and columns, and the files they are written to."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.synthesis.banks import load_rows

PREFIX = ("sch_year", "semester", "book", "book_nm", "sheet_nm", "sch_cd", "sch_nm", "身分證號")
# A string array of pyarrow, which ships no types.
Lines: TypeAlias = Any
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Sheet:
    """``key`` is our word for the sheet; ``columns`` follow the eight of the prefix."""

    key: str
    book: str
    book_name: str
    name: str
    columns: tuple[str, ...]

    @property
    def header(self) -> bytes:
        return ",".join((*PREFIX, *self.columns)).encode() + b"\r\n"

    def file_name(self, year: int, semester: int) -> str:
        return f"rosters/{year}_{semester}_{self.book_name}_{self.name}.csv"


def all_sheets() -> dict[str, Sheet]:
    """Every sheet of the bank by key."""
    return {
        row["key"]: Sheet(
            row["key"], row["book"], row["book_name"], row["sheet"], tuple(row["columns"].split("|"))
        )
        for row in load_rows("roster_sheets.csv")
    }


def words(texts: Iterable[str]) -> Lines:
    return pa.array(list(texts), pa.string())


def pick(texts: Lines, index: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> Lines:
    """``texts`` by position; the cells of a column come from few distinct texts."""
    return texts.take(pa.array(index))


def join_cells(*parts: Lines | str) -> Lines:
    """Lines of which every part holds one or more finished cells."""
    return pc.binary_join_element_wise(*parts, ",")


class SheetFile:
    """One roster file being written; knows how many rows it has, so that a defect has a place."""

    def __init__(self, out: Path, sheet: Sheet, *, year: int, semester: int) -> None:
        self.sheet, self.year, self.semester = sheet, year, semester
        self.name = sheet.file_name(year, semester)
        self.rows = 0
        self._handle: BinaryIO = io.BufferedWriter(io.FileIO(out / self.name, "w"), 1 << 20)
        # Both forms of UTF-8 arrive; a second semester's files carry the mark.
        self._handle.write(_BOM * (semester == 2) + sheet.header)

    def prefix(self, school_code: str, school_name: str) -> str:
        sheet = self.sheet
        cells = (self.year, self.semester, sheet.book, sheet.book_name, sheet.name, school_code, school_name)
        return ",".join(map(str, cells))

    def write(self, lines: Lines) -> int:
        """Appends ``lines``; returns the row number of the first."""
        first = self.rows
        ended = pc.binary_join_element_wise(lines, "\r\n", "")
        offsets = np.frombuffer(ended.buffers()[1], dtype=np.int32)
        if len(ended):
            self._handle.write(memoryview(ended.buffers()[2])[: offsets[len(ended)]])
        self.rows += len(lines)
        return first

    def close(self) -> None:
        self._handle.close()


class SheetFiles:
    """The files of one term, opened when their first rows come."""

    def __init__(self, out: Path, *, year: int, semester: int) -> None:
        self._out, self._year, self._semester = out, year, semester
        self._open: dict[str, SheetFile] = {}

    def file(self, key: str) -> SheetFile:
        if key not in self._open:
            sheet = all_sheets()[key]
            self._open[key] = SheetFile(self._out, sheet, year=self._year, semester=self._semester)
        return self._open[key]

    def __enter__(self) -> "SheetFiles":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._open.values():
            file.close()
