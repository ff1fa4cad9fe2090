"""The course-code lists that the curriculum platform gives to schools."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.list_file import ListForm, ListRow, open_csv, open_text, read_list
from pipelines.exports.reading import Reading
from pipelines.table_files.strict_csv import (
    Cells,
    CsvFault,
    CsvRefused,
    CsvRule,
    StrictCsv,
    read_headerless_csv,
    read_strict_csv,
)

FORM = ListForm("course_code_list", "course_offer", ("course_code", "subject", "semester_credits"))
WIDTH = 3
_ANCHORED = re.compile(
    r'([0-9A-Z]{23}),(?:"((?:[^"\x00-\x1f\x7f]|"")+)"|([^"\x00-\x1f\x7f][^\x00-\x1f\x7f]*)),([0-9A-Z]{6})'
)

Offer = tuple[int, str | None, str | None, str | None]
"""Position, course code, subject and credits."""


def read_course_code_lists(listed_files: list[ListedFile], reading: Reading) -> None:
    """One raw row per course offered; the same code and name again is set aside."""
    seen: set[tuple[str | None, str | None]] = set()
    for listed in listed_files:
        source, offers = _open_list(listed, reading)
        for position, code, subject, credits in offers:
            if (code, subject) in seen:
                reading.set_aside("repeated_course_offer", source, row=position, place=(None, code))
                continue
            seen.add((code, subject))
            reading.raw.add("raw_course_offer", (source.file_id, position, code, subject, credits))


def _open_list(listed: ListedFile, reading: Reading) -> tuple[SourceFile, list[Offer]]:
    if listed.extension != "txt":
        source, rows = read_list(listed, FORM, reading)
        return source, [_offer(row) for row in rows]
    source, content = reading.open(listed, FORM.role)
    text = open_text(source, content, reading)
    return source, [] if text is None else list(_headerless(text, source, reading))


def _offer(row: ListRow) -> Offer:
    values = row.values
    return row.position, values["course_code"], values["subject"], values["semester_credits"]


def _headerless(text: str, source: SourceFile, reading: Reading) -> Iterator[Offer]:
    passed = open_csv(lambda: read_offers(text), source, reading)
    for position, (code, subject, credits) in passed.rows:
        yield position, code, subject, credits


def read_offers(text: str) -> StrictCsv:
    """Rows of code, name, credits, as the platform writes them: without a header, the name as it is.

    A code of 23 and credits of six at the ends of a line leave the name between, whatever marks are in it; a line
    without them must be strict CSV. No line can swallow the next.
    """
    lines = [line.removesuffix("\r") for line in text.rstrip("\x1a\r\n").split("\n")]
    if FORM.is_header(lines[0].split(",")):
        return read_strict_csv(text, FORM.is_header)
    rows: list[tuple[int, Cells]] = []
    faults: list[CsvFault] = []
    for number, line in enumerate(lines if lines != [""] else []):
        cells = _anchored_cells(line) or _strict_cells(line)
        if cells is not None:
            rows.append((number, cells))
        else:
            faults.append(CsvFault(CsvRule.ROW_WIDTH, number, number + 1, None, line))
    return StrictCsv((), tuple(rows), tuple(faults))


def _anchored_cells(line: str) -> Cells | None:
    found = _ANCHORED.fullmatch(line)
    if found is None:
        return None
    code, quoted, bare, credits = found.groups()
    return code, quoted.replace('""', '"') if quoted else bare, credits


def _strict_cells(line: str) -> Cells | None:
    try:
        passed = read_headerless_csv(line, range(WIDTH, WIDTH + 1))
    except CsvRefused:
        return None
    return passed.rows[0][1] if passed.rows else None
