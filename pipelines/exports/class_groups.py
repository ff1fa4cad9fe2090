"""The class-group files: which letter of a course code stands for which class group of a school."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipelines.decode.restored_code import known_schools
from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.list_file import JSON_EXTENSIONS, ListForm, read_cells, read_list
from pipelines.exports.reading import Reading
from pipelines.table_files.strict_csv import Cells

FORM = ListForm("class_group_list", "class_group", ("class_group", "class_group_name"))
WIDTHS = range(3, 40)
LETTER_PLACE, NAME_PLACE = 4, 5
_LETTER = re.compile(r"[A-Z0-9]")
_SCHOOL = re.compile(r"[0-9]{2}[0-9A-Z]{4}")
_YEAR = re.compile(r"1[0-9]{2}")
_IN_NAME = tuple(
    re.compile(rf"(?<![0-9A-Za-z])({pattern.pattern})(?![0-9A-Za-z])") for pattern in (_SCHOOL, _YEAR)
)


@dataclass(frozen=True)
class NamedGroup:
    """One row: whose letter it is, and its name."""

    position: int
    school_code: str
    entry_year: str
    letter: str
    name: str


def read_class_groups(listed_files: list[ListedFile], reading: Reading) -> None:
    """One raw row per school, entry year and letter."""
    seen: set[tuple[str, str, str]] = set()
    for listed in listed_files:
        source, groups = _open_list(listed, reading)
        for group in groups:
            key = (group.school_code, group.entry_year, group.letter)
            shown = (None, ",".join((*key, group.name)))
            if not _SCHOOL.fullmatch(group.school_code) or not _LETTER.fullmatch(group.letter):
                reading.set_aside("list_row_refused", source, row=group.position, place=shown)
            elif key in seen or not group.name:
                rule = "list_row_repeated" if key in seen else "list_row_refused"
                reading.set_aside(rule, source, row=group.position, place=shown)
            else:
                seen.add(key)
                values = (group.school_code, group.entry_year or None, group.letter, group.name)
                reading.raw.add("raw_class_group", (source.file_id, group.position, *values))


def _open_list(listed: ListedFile, reading: Reading) -> tuple[SourceFile, list[NamedGroup]]:
    if listed.extension in JSON_EXTENSIONS:
        source, listed_rows = read_list(listed, FORM, reading)
        return source, [NamedGroup(row.position, *map(row.text, FORM.alternatives)) for row in listed_rows]
    source, rows = read_cells(listed, FORM.role, WIDTHS, reading)
    if rows and FORM.is_header(rows[0][1]):
        source.rows_read -= 1
        return source, _by_header(rows[0][1], rows[1:])
    return source, _by_place(rows, listed.parts[-1])


def _by_header(header: Cells, rows: Sequence[tuple[int, Cells]]) -> list[NamedGroup]:
    places = [
        next((index for index, name in enumerate(header) if name.strip() in names), len(header))
        for names in FORM.alternatives.values()
    ]
    return [NamedGroup(position - 1, *(_cell(cells, place) for place in places)) for position, cells in rows]


def _by_place(rows: Sequence[tuple[int, Cells]], file_name: str) -> list[NamedGroup]:
    """Letter and name stand fifth and sixth; school and year are known by their values, else by the file name."""
    school = _place_where(rows, lambda text: text in known_schools() or bool(_SCHOOL.fullmatch(text)))
    year = _place_where(rows, lambda text: bool(_YEAR.fullmatch(text)))
    school_in_name, year_in_name = (
        found.group(1) if (found := pattern.search(file_name)) else "" for pattern in _IN_NAME
    )
    return [
        NamedGroup(
            position,
            school_in_name if school is None else _cell(cells, school),
            year_in_name if year is None else _cell(cells, year),
            _cell(cells, LETTER_PLACE),
            _cell(cells, NAME_PLACE),
        )
        for position, cells in rows
    ]


def _place_where(rows: Sequence[tuple[int, Cells]], holds: Callable[[str], bool]) -> int | None:
    """The only place before the letter where every row holds such a value; two such places tell nothing."""
    places = [
        place
        for place in range(LETTER_PLACE)
        if rows and all(holds(_cell(cells, place)) for _, cells in rows)
    ]
    return places[0] if len(places) == 1 else None


def _cell(cells: Cells, place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""
