"""A gate for CSV: RFC 4180 and an exact known header, or a refusal with row, column and reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FIELD = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\Z)')
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class CsvRefused(ValueError):
    """The file is not what was promised; ``row`` counts from 0 without the header, -1 is the header."""

    def __init__(self, row: int, column: int, reason: str) -> None:
        super().__init__(f"row {row}, column {column}: {reason}")
        self.row = row
        self.column = column
        self.reason = reason


def read_strict_csv(text: str, headers: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows below a header that equals one of ``headers``; raises CsvRefused for anything doubtful."""
    forbidden = _FORBIDDEN.search(text)
    if forbidden is not None:
        raise CsvRefused(text.count("\n", 0, forbidden.start()) - 1, 0, "control character")
    rows = _split_plain(text) or list(_scan(text))
    if not rows or rows[0] not in headers:
        raise CsvRefused(-1, _first_difference(rows, headers), "unknown header")
    for number, row in enumerate(rows[1:]):
        if len(row) != len(rows[0]):
            raise CsvRefused(number, len(row), "wrong number of columns")
        if row == rows[0]:
            raise CsvRefused(number, 0, "repeated header")
    return rows[1:]


def _split_plain(text: str) -> list[tuple[str, ...]] | None:
    """The rows of a text without quotes and with one kind of line end, which needs no grammar; else None."""
    line_end = "\r\n" if "\r" in text else "\n"
    ends = text.count(line_end)
    if '"' in text or text.count("\n") != ends or text.count("\r") not in (0, ends):
        return None
    return [tuple(line.split(",")) for line in text.removesuffix(line_end).split(line_end)] if text else []


def _scan(text: str) -> Iterator[tuple[str, ...]]:
    """Split by the grammar; the line end of the first row must be that of all rows."""
    position, number, line_end = 0, -1, ""
    fields: list[str] = []
    while position < len(text):
        found = _FIELD.match(text, position)
        if found is None:
            raise CsvRefused(number, len(fields), "quote where none may be")
        quoted, bare, end = found.groups()
        fields.append(bare if quoted is None else quoted.replace('""', '"'))
        position = found.end()
        if end == "," and position < len(text):
            continue
        if end == ",":
            fields.append("")
        line_end = _same_line_end(line_end, end, number)
        yield tuple(fields)
        fields, number = [], number + 1


def _same_line_end(expected: str, end: str, number: int) -> str:
    if end not in ("\n", "\r\n"):
        return expected
    if expected and end != expected:
        raise CsvRefused(number, 0, "mixed line ends")
    return end


def _first_difference(rows: list[tuple[str, ...]], headers: Sequence[tuple[str, ...]]) -> int:
    """Index of the first column that differs from the first known header."""
    received = rows[0] if rows else ()
    pairs = zip(received, headers[0], strict=False)
    return next((index for index, (have, want) in enumerate(pairs) if have != want), len(received))
