"""A gate for CSV: RFC 4180 and a known header; doubtful rows are named, and a doubtful grammar refuses the file.

A row is refused alone only where its borders are beyond doubt. One byte of damage to a quote makes their
number odd, so no damage of that kind can shift a cell in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

Cells = tuple[str, ...]
Line = tuple[int, Cells]
"""1-based number of the line on which a row begins, and its cells."""

END_MARK = "\x1a"
SHOWN_FAULTS = 20
SHOWN_CHARACTERS = 80
_FIELD = re.compile(r'(?:"((?:[^"]+|"")*+)"|([^",\r\n]*))(,|\r\n|\n|\Z)')
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BARE = re.compile(r'[^",\r\n]*')
_LINE_END = re.compile(r"\r\n|\r|\n")


class CsvRule(StrEnum):
    """What is wrong, by its line of ``reference/problem_rule.csv``."""

    HEADER = "csv_refused"
    QUOTE = "csv_quote"
    LINE_END = "csv_line_end"
    ROW_WIDTH = "csv_row_width"
    ROW_CONTROL = "csv_row_control"
    ROW_IS_HEADER = "csv_row_is_header"


@dataclass(frozen=True)
class CsvFault:
    """One fault: ``row`` counts from 0 without the header (-1 is the header), ``line`` from 1 as people count."""

    rule: CsvRule
    row: int
    line: int
    column: str | None = None
    text: str = ""

    @property
    def shown(self) -> str:
        return f"L{self.line}: {self.text[:SHOWN_CHARACTERS]}"


class CsvRefused(ValueError):
    """The whole file is refused, with every fault found in it."""

    def __init__(self, faults: Sequence[CsvFault]) -> None:
        super().__init__("; ".join(f"{fault.rule} line {fault.line}" for fault in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class StrictCsv:
    """The rows that passed with their positions, those refused alone, and what stood after the last row."""

    header: Cells
    rows: tuple[tuple[int, Cells], ...]
    faults: tuple[CsvFault, ...] = ()
    blank_lines: int = 0
    has_end_mark: bool = False


def read_strict_csv(text: str, is_header: Callable[[Cells], bool]) -> StrictCsv:
    """The rows below a header; raises CsvRefused when the header is unknown or the grammar is broken."""
    lines, blank_lines = _rows_of(text)
    if not lines or not is_header(lines[0][1]):
        shown = ",".join(lines[0][1]) if lines else ""
        raise CsvRefused([CsvFault(CsvRule.HEADER, -1, 1, None, shown)])
    header = lines[0][1]
    others = [
        CsvFault(CsvRule.HEADER, row, line, None, ",".join(cells))
        for row, (line, cells) in enumerate(lines[1:])
        if cells != header and is_header(cells)
    ]
    if others:
        raise CsvRefused(others)
    rows, faults = _judge(lines[1:], header, range(len(header), len(header) + 1))
    return StrictCsv(header, rows, faults, blank_lines, text.endswith(END_MARK))


def read_headerless_csv(text: str, widths: range) -> StrictCsv:
    """The rows of a text without a header whose rows have one of the widths."""
    lines, blank_lines = _rows_of(text)
    rows, faults = _judge(lines, (), widths)
    return StrictCsv((), rows, faults, blank_lines, text.endswith(END_MARK))


def _judge(
    lines: Sequence[Line], header: Cells, widths: range
) -> tuple[tuple[tuple[int, Cells], ...], tuple[CsvFault, ...]]:
    rows: list[tuple[int, Cells]] = []
    faults: list[CsvFault] = []
    for row, (line, cells) in enumerate(lines):
        fault = _fault_of(cells, header, widths)
        if fault is None:
            rows.append((row, cells))
        else:
            rule, column, shown = fault
            faults.append(CsvFault(rule, row, line, column, shown))
    return tuple(rows), tuple(faults)


def _fault_of(cells: Cells, header: Cells, widths: range) -> tuple[CsvRule, str | None, str] | None:
    if len(cells) not in widths:
        return CsvRule.ROW_WIDTH, None, f"{len(cells)} ≠ {widths.start}: {','.join(cells)}"
    if header and cells == header:
        return CsvRule.ROW_IS_HEADER, None, ",".join(cells)
    if _FORBIDDEN.search("".join(cells)) is None:
        return None
    place = next(index for index, cell in enumerate(cells) if _FORBIDDEN.search(cell))
    return CsvRule.ROW_CONTROL, _name_at(header, place), repr(cells[place])


def _name_at(header: Cells, index: int) -> str | None:
    return header[index] if index < len(header) else None


def _rows_of(text: str) -> tuple[list[Line], int]:
    """The rows without the blank lines at the end, and how many those were."""
    text = text.rstrip(END_MARK)
    lines = _split_plain(text) if '"' not in text else list(_scan(text))
    rows = len(lines)
    while rows and lines[rows - 1][1] == ("",):
        rows -= 1
    return lines[:rows], len(lines) - rows


def _split_plain(text: str) -> list[Line]:
    """A text without quotes needs no grammar."""
    line_end = "\r\n" if "\r" in text else "\n"
    ends = text.count(line_end)
    if text.count("\n") != ends or text.count("\r") not in (0, ends):
        raise CsvRefused(_line_end_faults(text))
    received = text.removesuffix(line_end).split(line_end) if text else []
    return [(number, tuple(line.split(","))) for number, line in enumerate(received, start=1)]


def _line_end_faults(text: str) -> list[CsvFault]:
    """The lines whose end is not that of the first line."""
    ends = [found.group() for found in _LINE_END.finditer(text)]
    odd = (number for number, end in enumerate(ends) if end != ends[0] or end == "\r")
    return [
        _file_fault(CsvRule.LINE_END, number, repr(ends[number]))
        for number, _ in zip(odd, range(SHOWN_FAULTS), strict=False)
    ]


def _file_fault(rule: CsvRule, line_index: int, shown: str, column: str | None = None) -> CsvFault:
    return CsvFault(rule, line_index - 1, line_index + 1, column, shown)


def _scan(text: str) -> Iterator[Line]:
    """Split by the grammar; the line end of the first row must be that of all rows."""
    position, line, line_end = 0, 1, ""
    start, fields = 1, list[str]()
    header: Cells = ()
    while position < len(text):
        found = _FIELD.match(text, position)
        if found is None:
            raise CsvRefused(_grammar_faults(text, position, header, len(fields)))
        quoted, bare, end = found.groups()
        fields.append(bare if quoted is None else quoted.replace('""', '"'))
        line += quoted.count("\n") if quoted else 0
        position = found.end()
        if end == "," and position < len(text):
            continue
        if end == ",":
            fields.append("")
        if line_end and end not in ("", ",", line_end):
            raise CsvRefused([_file_fault(CsvRule.LINE_END, line - 1, repr(end))])
        line_end = line_end or end
        header = header or tuple(fields)
        yield start, tuple(fields)
        line += 1
        start, fields = line, []


def _grammar_faults(text: str, position: int, header: Cells, column: int) -> list[CsvFault]:
    """The place where the grammar broke, and every later line that is odd by itself."""
    name = _name_at(header, column)
    broken = text.count("\n", 0, position)
    if (found := _BARE.match(text, position)) and text[found.end() : found.end() + 1] == "\r":
        return [_file_fault(CsvRule.LINE_END, broken, "'\\r'", name)]
    lines = text.split("\n")
    odd = [number for number, line in enumerate(lines) if number > broken and line.count('"') % 2]
    return [
        _file_fault(CsvRule.QUOTE, number, lines[number].rstrip("\r"), name if number == broken else None)
        for number in [broken, *odd][:SHOWN_FAULTS]
    ]
