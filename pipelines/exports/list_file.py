"""Lists beside the applicant folders, as strict CSV or as one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import orjson

from pipelines.exports.column_map import load_headers, text_of
from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.reading import Reading
from pipelines.exports.strict_csv import CsvRefused, read_strict_csv
from pipelines.exports.text_encoding import EncodingRefused, decode_text

LIST_SEPARATOR = "\u3001"

Row = tuple[int, tuple[str | None, ...]]
"""Position in the file and values in the order of our columns."""


def read_list(listed: ListedFile, role: str, map_name: str, reading: Reading) -> tuple[SourceFile, list[Row]]:
    """The rows of a list file; refused rows are set aside."""
    if listed.extension == "csv":
        source, rows = open_csv(listed, role, load_headers(map_name), reading)
        return source, list(enumerate(rows))
    return _open_json_lines(listed, role, load_headers(map_name)[0], reading)


def open_csv(
    listed: ListedFile, role: str, headers: Sequence[tuple[str, ...]], reading: Reading
) -> tuple[SourceFile, list[tuple[str, ...]]]:
    """The rows of a CSV file; a refused file counts as one row set aside."""
    source, content = reading.open(listed, role)
    text = _open_text(source, content, reading)
    if text is None:
        return source, []
    try:
        rows = read_strict_csv(text, headers)
    except CsvRefused as refusal:
        source.rows_read = 1
        place = (f"column {refusal.column}", refusal.reason)
        reading.set_aside("csv_refused", source, row=refusal.row, place=place)
        return source, []
    source.rows_read = len(rows)
    return source, rows


def _open_text(source: SourceFile, content: bytes, reading: Reading) -> str | None:
    try:
        return decode_text(content)
    except EncodingRefused as refusal:
        source.rows_read = 1
        reading.set_aside("encoding_refused", source, place=(None, str(refusal)))
        return None


def _open_json_lines(
    listed: ListedFile, role: str, keys: tuple[str, ...], reading: Reading
) -> tuple[SourceFile, list[Row]]:
    source, content = reading.open(listed, role)
    text = _open_text(source, content, reading)
    if text is None:
        return source, []
    rows: list[Row] = []
    for position, line in _numbered_lines(text):
        source.rows_read += 1
        record = _read_line(line)
        if record is None or not record.keys() <= set(keys):
            reading.set_aside("jsonl_row_refused", source, row=position, place=(None, line))
        else:
            rows.append((position, tuple(_plain_text(record.get(key)) for key in keys)))
    return source, rows


def _numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(line for line in text.split("\n") if line.strip())


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
