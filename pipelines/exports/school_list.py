"""The school list by year: names change when a school is renamed or upgraded."""

from __future__ import annotations

import re

from pipelines.decode.restored_code import SCHOOL_CODE_LENGTH, proven_school_code, restored_code
from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.list_file import ListForm, ListRow, read_list
from pipelines.exports.reading import Reading

FORM = ListForm("school_list", "school_name", ("academic_year", "school_code", "school_name"))
_CODE = re.compile(r"[0-9A-Z]{6,7}")
_YEAR = re.compile(r"[0-9]{2,3}")


def read_school_lists(listed_files: list[ListedFile], reading: Reading) -> None:
    """One raw row per school and year; a row without a code, year or name is set aside, a repeated one too."""
    seen: set[tuple[str, str]] = set()
    for listed in listed_files:
        source, rows = read_list(listed, FORM, reading)
        for row in rows:
            key = (school_code_of(row.text("school_code"), source, row.position, reading=reading), _year(row))
            if not _YEAR.fullmatch(key[1]) or not _CODE.fullmatch(key[0]) or not row.text("school_name"):
                reading.set_aside("list_row_refused", source, row=row.position, place=_shown(row))
            elif key in seen:
                reading.set_aside("list_row_repeated", source, row=row.position, place=_shown(row))
            else:
                seen.add(key)
                values = (key[0], key[1], row.text("school_name"), row.text("county") or None)
                reading.raw.add("raw_school_name", (source.file_id, row.position, *values))


def _year(row: ListRow) -> str:
    return row.text("academic_year")


def _shown(row: ListRow) -> tuple[None, str]:
    return None, ",".join(value or "" for value in row.values.values())


def school_code_of(text: str, source: SourceFile, position: int, *, reading: Reading) -> str:
    """The code, restored where the official list proves it; what a spreadsheet may have eaten is told."""
    proposal = restored_code(text, SCHOOL_CODE_LENGTH)
    if proposal is None:
        return text
    proven = proven_school_code(text)
    place = ("school_code", f"{text} → {proposal}" if proven == proposal else f"{text} → {proposal}?")
    reading.report("leading_zero_lost", source, row=position, place=place)
    return proven


def refuse_reference_lists(listed_files: list[ListedFile], reading: Reading) -> None:
    """Code lists that came with the data are told and not used: which lists hold is the office's choice."""
    for listed in listed_files:
        source, _ = reading.open(listed, "reference_list")
        reading.report("reference_not_used", source)
