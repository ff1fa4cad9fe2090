"""Lists beside the applicant folders: strict CSV, a spreadsheet, or one JSON object a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import orjson

from pipelines.exports.column_map import load_map_rows, text_of
from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.reading import Reading
from pipelines.table_files.strict_csv import (
    Cells,
    CsvFault,
    CsvRefused,
    StrictCsv,
    read_headerless_csv,
    read_strict_csv,
)
from pipelines.table_files.text_encoding import EncodingRefused, decode_text
from pipelines.table_files.workbook import (
    WORKBOOK_EXTENSIONS,
    CellRow,
    Sheet,
    WorkbookRefused,
    read_workbook,
)

LIST_SEPARATOR = "\u3001"
JSON_EXTENSIONS = frozenset({"json", "jsonl"})

Received = tuple[int, dict[str, str | None]]
"""Position in the file and the values by the names they arrived under."""


@dataclass(frozen=True)
class ListForm:
    """A kind of list: the names of its columns, and which of our columns a header must have."""

    role: str
    map_name: str
    required: tuple[str, ...]

    @cached_property
    def alternatives(self) -> dict[str, tuple[str, ...]]:
        """The names each of our columns goes by."""
        rows = load_map_rows(self.map_name)
        return {row["column"]: tuple(row["form_1"].split("|")) for row in rows}

    @cached_property
    def known_names(self) -> frozenset[str]:
        return frozenset(name for names in self.alternatives.values() for name in names)

    def is_header(self, cells: Iterable[str | None]) -> bool:
        """Whether every name is there once, and all that the list cannot do without."""
        names = [(cell or "").strip() for cell in cells]
        distinct = set(names)
        return (
            len(names) > 1
            and len(distinct) == len(names)
            and "" not in distinct
            and all(len(distinct & set(self.alternatives[column])) == 1 for column in self.required)
        )


@dataclass(frozen=True)
class ListRow:
    """One row: our columns, and as JSON text the columns we do not read."""

    position: int
    values: dict[str, str | None]
    unread: str | None

    def text(self, column: str) -> str:
        return (self.values[column] or "").strip()


def read_list(listed: ListedFile, form: ListForm, reading: Reading) -> tuple[SourceFile, list[ListRow]]:
    """The rows of a list file; refused rows are set aside, unknown columns told once each."""
    source, content = reading.open(listed, form.role)
    received = list(_received(listed, form, source, content, reading=reading))
    unknown = sorted({name for _, values in received for name in values.keys() - form.known_names})
    for name in unknown:
        reading.report("unknown_key", source, place=(name, None))
    return source, [_placed(position, values, form) for position, values in received]


def _received(
    listed: ListedFile, form: ListForm, source: SourceFile, content: bytes, *, reading: Reading
) -> Iterator[Received]:
    if listed.extension in WORKBOOK_EXTENSIONS:
        yield from _sheet_rows(open_workbook(listed, source, reading), form, source, reading)
        return
    text = open_text(source, content, reading)
    if text is None:
        return
    if listed.extension in JSON_EXTENSIONS:
        yield from _json_rows(text, form, source, reading)
    else:
        yield from _csv_rows(text, form, source, reading)


def _placed(position: int, values: dict[str, str | None], form: ListForm) -> ListRow:
    """The first name that carries a value wins."""
    ours = {
        column: next((values[name] for name in names if values.get(name) is not None), None)
        for column, names in form.alternatives.items()
    }
    unread = {name: value for name, value in values.items() if name not in form.known_names and value}
    return ListRow(position, ours, orjson.dumps(unread).decode() if unread else None)


def open_text(source: SourceFile, content: bytes, reading: Reading) -> str | None:
    """The text of a list file; None after it was refused as one row set aside."""
    try:
        decoded = decode_text(content)
    except EncodingRefused as refusal:
        source.rows_read = 1
        reading.set_aside("encoding_refused", source, place=(None, str(refusal)))
        return None
    source.text_encoding = decoded.encoding
    if decoded.private_use:
        reading.report("private_use_characters", source, place=(None, str(decoded.private_use)))
    return decoded.text


def open_csv(read: Callable[[], StrictCsv], source: SourceFile, reading: Reading) -> StrictCsv:
    """What the gate lets through; each fault is told and counts as a row set aside."""
    try:
        passed = read()
    except CsvRefused as refusal:
        source.rows_read += len(refusal.faults)
        for fault in refusal.faults:
            _set_aside(fault, source, reading)
        return StrictCsv((), ())
    source.rows_read += len(passed.rows) + len(passed.faults)
    for fault in passed.faults:
        _set_aside(fault, source, reading)
    if passed.blank_lines or passed.has_end_mark:
        tail = f"+{passed.blank_lines}" + " Ctrl-Z" * passed.has_end_mark
        reading.report("csv_tail_ignored", source, place=(None, tail))
    return passed


def _set_aside(fault: CsvFault, source: SourceFile, reading: Reading) -> None:
    reading.set_aside(fault.rule, source, row=max(fault.row, 0), place=(fault.column, fault.shown))


def _csv_rows(text: str, form: ListForm, source: SourceFile, reading: Reading) -> Iterator[Received]:
    passed = open_csv(lambda: read_strict_csv(text, form.is_header), source, reading)
    names = [name.strip() for name in passed.header]
    for position, cells in passed.rows:
        if any(cell.strip() for cell in cells):
            yield position, dict(zip(names, cells, strict=True))
        else:
            reading.set_aside("csv_row_empty", source, row=position)


def open_workbook(listed: ListedFile, source: SourceFile, reading: Reading) -> tuple[Sheet, ...]:
    """The sheets that hold anything; a hidden one is told, a refused file is one row set aside."""
    try:
        sheets = read_workbook(Path(listed.path))
    except WorkbookRefused as refusal:
        source.rows_read = 1
        reading.set_aside("workbook_refused", source, place=(None, refusal.reason))
        return ()
    for sheet in sheets:
        if sheet.is_hidden:
            reading.report("hidden_sheet", source, place=(sheet.name, None))
    return tuple(sheet for sheet in sheets if any(map(any, sheet.rows)))


def _sheet_rows(
    sheets: tuple[Sheet, ...], form: ListForm, source: SourceFile, reading: Reading
) -> Iterator[Received]:
    """The rows of all sheets, counted through; empty rows hold nothing and are not counted."""
    positions = count()
    for sheet in sheets:
        header, *rows = filled_rows(sheet)
        if not form.is_header(header):
            source.rows_read += 1
            reading.set_aside("sheet_refused", source, place=(sheet.name, _shown(header)))
            continue
        names = [(name or "").strip() for name in header]
        for row in rows:
            source.rows_read += 1
            position = next(positions)
            if len(row) <= len(names):
                yield position, dict(zip(names, row, strict=False))
            else:
                reading.set_aside("csv_row_width", source, row=position, place=(sheet.name, _shown(row)))


def read_cells(
    listed: ListedFile, role: str, widths: range, reading: Reading
) -> tuple[SourceFile, list[tuple[int, Cells]]]:
    """The rows of a CSV file or spreadsheet without a header, by position."""
    source, content = reading.open(listed, role)
    if listed.extension in WORKBOOK_EXTENSIONS:
        sheets = open_workbook(listed, source, reading)
        rows = [tuple(cell or "" for cell in row) for sheet in sheets for row in filled_rows(sheet)]
        source.rows_read += len(rows)
        return source, list(enumerate(rows))
    text = open_text(source, content, reading)
    if text is None:
        return source, []
    return source, list(open_csv(lambda: read_headerless_csv(text, widths), source, reading).rows)


def filled_rows(sheet: Sheet) -> list[CellRow]:
    """The rows that hold anything, without the empty cells at their end."""
    return [_trimmed(row) for row in sheet.rows if any(row)]


def _trimmed(row: CellRow) -> CellRow:
    width = len(row)
    while row[width - 1] is None:
        width -= 1
    return row[:width]


def _shown(row: CellRow) -> str:
    return ",".join(cell or "" for cell in row)


def _json_rows(text: str, form: ListForm, source: SourceFile, reading: Reading) -> Iterator[Received]:
    for position, line in enumerate(line for line in text.split("\n") if line.strip()):
        source.rows_read += 1
        record = _read_line(line)
        if record is not None and form.is_header(record):
            yield position, {name.strip(): _plain_text(value) for name, value in record.items()}
        else:
            reading.set_aside("jsonl_row_refused", source, row=position, place=(None, line))


def _read_line(line: str) -> dict[str, Any] | None:
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None
    return record if isinstance(record, dict) else None


def _plain_text(value: Any) -> str | None:
    """A list of words as one text; a list of structures stays JSON."""
    if isinstance(value, list) and value and all(isinstance(word, str) for word in value):
        return LIST_SEPARATOR.join(value)
    return text_of(value)
