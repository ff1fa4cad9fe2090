"""其他成績 from a file of two columns, application number and value: CSV (UTF-8, Big5) or a workbook, strictly.

Nothing is guessed: another header, a third column, a value that is no plain number or a number met twice are
problems, and all of them are said at once. A workbook is opened by ``pipelines.table_files`` in its own process.
"""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from app.errors import BadFile, FileProblem
from pipelines.table_files.strict_csv import CsvRefused, read_strict_csv
from pipelines.table_files.text_encoding import EncodingRefused, decode_text
from pipelines.table_files.workbook import WorkbookRefused, read_workbook

LARGEST_BYTES = 8 << 20
MOST_ROWS = 100_000
WORDS_FILE = Path(__file__).with_name("component_file.toml")
# A workbook is an archive (xlsx, ods) or a compound file (xls): neither is any text.
WORKBOOK_STARTS = {b"PK\x03\x04": "xlsx", b"\xd0\xcf\x11\xe0": "xls"}
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")

Line = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class ReadValue:
    """One row: where it stood in the file (1-based), whose it is, and the value; None says absent."""

    line: int
    application_number: str
    value: Decimal | None


def read_component_file(
    content: bytes, *, file: str, maximum: Decimal, known: Collection[str]
) -> tuple[ReadValue, ...]:
    """The rows in order; raises BadFile with every problem, each at its row and column.

    Values run from 0 to ``maximum``; ``known`` are the application numbers there are. The names of columns and the
    words for absence stand in ``component_file.toml``.
    """
    if len(content) > LARGEST_BYTES:
        raise BadFile(file, [FileProblem("", "too_large", str(len(content)))])
    lines, problems = _lines(content, file)
    if len(lines) > MOST_ROWS:
        raise BadFile(file, [FileProblem("", "too_many_rows", str(len(lines)))])
    rows = list(_rows(lines, maximum, problems))
    problems += _unknown(lines, known)
    seen: dict[str, int] = {}
    for row in rows:
        if row.application_number in seen:
            problems.append(FileProblem(f"{row.line}/number", "number_twice", row.application_number))
        seen.setdefault(row.application_number, row.line)
    if not rows and not problems:
        problems.append(FileProblem("", "no_rows"))
    if problems:
        raise BadFile(file, sorted(problems, key=_place_in_file))
    return tuple(rows)


def _lines(content: bytes, file: str) -> tuple[list[Line], list[FileProblem]]:
    for start, extension in WORKBOOK_STARTS.items():
        if content.startswith(start):
            return _workbook_lines(content, extension, file), []
    return _csv_lines(content, file)


def _csv_lines(content: bytes, file: str) -> tuple[list[Line], list[FileProblem]]:
    try:
        text = decode_text(content).text
        read = read_strict_csv(text, _is_header)
    except EncodingRefused as refusal:
        raise BadFile(file, [FileProblem("", "encoding", str(refusal.position))]) from refusal
    except CsvRefused as refusal:
        faults = [FileProblem(f"{each.line}", each.rule, each.text[:80]) for each in refusal.faults]
        raise BadFile(file, faults) from refusal
    faults = [FileProblem(f"{each.line}", each.rule, each.text[:80]) for each in read.faults]
    # Two plain columns hold no line breaks: a row is a line, the header the first.
    return [(row + 2, cells) for row, cells in read.rows if any(cell.strip() for cell in cells)], faults


def _workbook_lines(content: bytes, extension: str, file: str) -> list[Line]:
    with tempfile.TemporaryDirectory() as folder:
        # Under a name of our own: what the sender called it never reaches a path.
        path = Path(folder) / f"values.{extension}"
        path.write_bytes(content)
        try:
            sheets = read_workbook(path)
        except WorkbookRefused as refusal:
            raise BadFile(file, [FileProblem("", "not_a_workbook", refusal.reason)]) from refusal
    shown = [sheet for sheet in sheets if not sheet.is_hidden and any(map(any, sheet.rows))]
    if len(shown) != 1:
        raise BadFile(file, [FileProblem("", "one_sheet", str(len(shown)))])
    lines = [(number, _trimmed(cells)) for number, cells in enumerate(shown[0].rows, start=1) if any(cells)]
    if not _is_header(lines[0][1]):
        raise BadFile(file, [FileProblem(f"{lines[0][0]}", "csv_refused", ",".join(lines[0][1])[:80])])
    wide = [
        FileProblem(f"{number}", "csv_row_width", ",".join(cells)[:80])
        for number, cells in lines
        if len(cells) > 2
    ]
    if wide:
        raise BadFile(file, wide)
    return [(number, (*cells, "", "")[:2]) for number, cells in lines[1:]]


def _trimmed(cells: Sequence[str | None]) -> tuple[str, ...]:
    kept = [cell or "" for cell in cells]
    while kept and not kept[-1].strip():
        kept.pop()
    return tuple(kept)


def _is_header(cells: tuple[str, ...]) -> bool:
    names = tuple(cell.strip() for cell in cells)
    return len(names) == 2 and names[0] in _words()["number"] and names[1] in _words()["value"]


def _rows(lines: Sequence[Line], maximum: Decimal, problems: list[FileProblem]) -> Iterator[ReadValue]:
    for line, (number, text) in lines:
        number, text = number.strip(), text.strip()
        if not number:
            problems.append(FileProblem(f"{line}/number", "no_number", text))
        if text in _words()["absent"]:
            yield ReadValue(line, number, None)
            continue
        rule = _value_rule(text, maximum)
        if rule:
            problems.append(FileProblem(f"{line}/value", rule, text))
        elif number:
            yield ReadValue(line, number, Decimal(text))


def _unknown(lines: Sequence[Line], known: Collection[str]) -> Iterator[FileProblem]:
    """Numbers of nobody; one that only lacks its leading zeros is said to (a spreadsheet took it for a number)."""
    bare = {number.lstrip("0") for number in known}
    for line, (told, _) in lines:
        number = told.strip()
        if number and number not in known:
            rule = "zeros_lost" if number in bare else "unknown_number"
            yield FileProblem(f"{line}/number", rule, number)


def _value_rule(text: str, maximum: Decimal) -> str | None:
    if not text:
        return "no_value"
    if not _NUMBER.fullmatch(text):
        return "not_a_number"
    return None if Decimal(text) <= maximum else "above_maximum"


def _place_in_file(problem: FileProblem) -> tuple[int, str]:
    line, _, column = problem.place.partition("/")
    return (int(line) if line.isdigit() else 0, column)


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    told: dict[str, list[str]] = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return {key: tuple(words) for key, words in told.items()}
