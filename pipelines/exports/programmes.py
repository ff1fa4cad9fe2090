"""The programme list: which channel and year a programme code belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.exports.column_map import load_columns, load_headers, load_pairs
from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.list_file import open_csv
from pipelines.exports.reading import Reading

DEFAULT_CHANNEL = "cac"


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


def read_programmes(listed_files: list[ListedFile], reading: Reading) -> dict[str, Programme]:
    """Programmes by code; a code listed twice keeps its later year."""
    programmes: dict[str, Programme] = {}
    for listed in listed_files:
        source, rows = open_csv(listed, "programme_list", load_headers("programme"), reading)
        for position, values in enumerate(rows):
            programme = _read_row(
                dict(zip(load_columns("programme"), values, strict=True)), source, position, reading
            )
            if programme is not None:
                _keep_later(programmes, programme, source, reading)
    return programmes


def _read_row(row: dict[str, str], source: SourceFile, position: int, reading: Reading) -> Programme | None:
    channels = {text: channel for channel, text in load_pairs("admission_channel", "form_1").items()}
    channel = channels.get(row["admission_channel"].strip())
    year = row["admission_year"].strip()
    if channel is None:
        place = ("admission_channel", row["admission_channel"])
        reading.set_aside("unknown_channel", source, row=position, place=place)
        return None
    if not re.fullmatch(r"[0-9]{2,3}", year):
        reading.set_aside("unreadable_admission_year", source, row=position, place=("admission_year", year))
        return None
    return Programme(
        row["programme_code"].strip(),
        row["programme_name"].strip(),
        row["university_code"].strip(),
        row["university_name"].strip(),
        channel,
        int(year),
        source.file_id,
        position,
    )


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
