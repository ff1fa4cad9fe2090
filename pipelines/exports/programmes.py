"""The programme list: which channel and year a programme code belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.decode.restored_code import restored_code
from pipelines.exports.column_map import load_columns, load_pairs
from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.list_file import ListForm, ListRow, read_list
from pipelines.exports.reading import Reading

DEFAULT_CHANNEL = "cac"
FORM = ListForm("programme_list", "programme", load_columns("programme"))


@dataclass(frozen=True)
class Programme:
    """One programme of the list, with the row it came from; unlisted ones have no file."""

    programme_code: str
    programme_name: str
    university_code: str
    university_name: str
    admission_channel: str
    admission_year: int | None
    file_id: str | None = None
    position: int | None = None


def read_programmes(
    listed_files: list[ListedFile], reading: Reading, *, known_codes: frozenset[str] = frozenset()
) -> dict[str, Programme]:
    """Programmes by code; a code listed twice keeps its later year.

    A code whose leading zeros a spreadsheet has taken is restored where ``known_codes``, of the folders, prove it.
    """
    programmes: dict[str, Programme] = {}
    for listed in listed_files:
        source, rows = read_list(listed, FORM, reading)
        for row in rows:
            programme = _read_row(row, source, known_codes, reading)
            if programme is not None:
                _keep_later(programmes, programme, source, reading)
    return programmes


def _read_row(
    row: ListRow, source: SourceFile, known_codes: frozenset[str], reading: Reading
) -> Programme | None:
    channels = {text: channel for channel, text in load_pairs("admission_channel", "form_1").items()}
    channel = channels.get(row.text("admission_channel"))
    year = row.text("admission_year")
    if channel is None:
        place = ("admission_channel", row.values["admission_channel"])
        reading.set_aside("unknown_channel", source, row=row.position, place=place)
        return None
    if not re.fullmatch(r"[0-9]{2,3}", year):
        place = ("admission_year", year)
        reading.set_aside("unreadable_admission_year", source, row=row.position, place=place)
        return None
    codes = {
        column: _proven_code(row.text(column), known_codes)
        for column in ("programme_code", "university_code")
    }
    for column, code in codes.items():
        if code != row.text(column):
            place = (column, f"{row.text(column)} → {code}")
            reading.report("leading_zero_lost", source, row=row.position, place=place)
    return Programme(
        codes["programme_code"],
        row.text("programme_name"),
        codes["university_code"],
        row.text("university_name"),
        channel,
        int(year),
        source.file_id,
        row.position,
    )


def _proven_code(text: str, known_codes: frozenset[str]) -> str:
    """The only folder's code that the text may have been; the text itself without one."""
    proposals = {restored_code(text, len(code)) for code in known_codes}
    proven = [code for code in known_codes if code in proposals]
    return proven[0] if len(proven) == 1 and text not in known_codes else text


def _keep_later(
    programmes: dict[str, Programme], programme: Programme, source: SourceFile, reading: Reading
) -> None:
    known = programmes.get(programme.programme_code)
    if known is None or (programme.admission_year or 0) > (known.admission_year or 0):
        programmes[programme.programme_code] = programme
    if known is not None:
        place = ("programme_code", programme.programme_code)
        reading.set_aside("repeated_programme", source, row=programme.position, place=place)


def complete_programme(
    programmes: dict[str, Programme], programme_code: str, university_code: str
) -> Programme:
    """The listed programme, or one that speaks by its codes, of the latest year listed."""
    listed = programmes.get(programme_code)
    if listed is not None:
        return listed
    years = [programme.admission_year for programme in programmes.values() if programme.admission_year]
    return Programme(
        programme_code,
        programme_code,
        university_code,
        university_code,
        DEFAULT_CHANNEL,
        max(years, default=None),
    )


def add_programme(programme: Programme, reading: Reading) -> None:
    reading.raw.add(
        "raw_programme",
        (
            programme.programme_code,
            programme.programme_name or programme.programme_code,
            programme.university_code,
            programme.university_name or programme.university_code,
            programme.admission_channel,
            programme.admission_year,
            programme.file_id,
            programme.position,
        ),
    )
