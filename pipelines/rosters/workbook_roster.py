"""Upload workbooks of schools: a cover sheet that says whose and when, then one sheet a list."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipelines.exports.column_map import load_pairs
from pipelines.exports.inventory import ListedFile
from pipelines.exports.keys import make_key
from pipelines.rosters.prepared import Finding, PreparedSheet, Refused, RosterFile
from pipelines.rosters.sheets import SheetForm, difference_told, find_form, is_unused, sheet_named
from pipelines.table_files.workbook import Sheet, WorkbookRefused, read_workbook

PLACED = ("academic_year", "semester", "school_code")

Cells = tuple[str, ...]


def read_workbook_roster(listed: ListedFile, work: Path) -> RosterFile:
    """Every sheet below the cover, written for the reader of CSV files; raises Refused."""
    try:
        cover, *others = read_workbook(Path(listed.path))
    except WorkbookRefused as refusal:
        raise Refused("roster_workbook_refused", refusal.reason) from refusal
    except ValueError as error:
        raise Refused("roster_workbook_refused", "no sheet") from error
    place = _place_on(cover)
    sheets: list[PreparedSheet] = []
    findings: list[Finding] = []
    for sheet in others:
        try:
            prepared = _prepared(sheet, place, work, listed)
            findings += (finding for each in prepared for finding in _cells_beyond(sheet, each))
            sheets += prepared
        except Refused as refusal:
            findings += refusal.findings
    return RosterFile(tuple(sheets), tuple(findings))


def _place_on(cover: Sheet) -> Cells:
    """Year, semester and school: in a row under their names, or each beside its name."""
    names = load_pairs("roster_cover", "upload")
    found = dict(_named_cells(cover, frozenset(names.values())))
    missing = [names[column] for column in PLACED if names[column] not in found]
    if missing:
        raise Refused("roster_cover_unreadable", " ".join(missing))
    return tuple(found[names[column]] for column in PLACED)


def _named_cells(cover: Sheet, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    rows = [_texts(row) for row in cover.rows]
    for number, row in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else ()
        for column, cell in enumerate(row):
            if cell.strip() in names:
                beside = row[column + 1] if column + 1 < len(row) else ""
                under = below[column] if column < len(below) else ""
                value = under if beside.strip() in names or not beside else beside
                yield cell.strip(), value.strip()


def _texts(row: Sequence[str | None]) -> Cells:
    return tuple(cell or "" for cell in row)


def _prepared(sheet: Sheet, place: Cells, work: Path, listed: ListedFile) -> list[PreparedSheet]:
    """The sheet as a work file; a blank sheet is none, a blank row is no row."""
    rows = [_texts(row) for row in sheet.rows]
    if not any(any(row) for row in rows):
        return []
    if is_unused(sheet.name):
        raise Refused("roster_sheet_unused", sheet.name)
    header = _without_blank_end(rows[0])
    form = find_form(header, "upload", sheet_named(sheet.name))
    if form is None:
        told = difference_told(header, "upload", sheet_named(sheet.name))
        raise Refused("roster_header_unknown", f"{sheet.name}: {told}")
    path = work / f"{make_key('roster_sheet', listed.path, sheet.name)}.csv"
    return [_written(path, rows[1:], place=place, form=form, name=sheet.name)]


def _cells_beyond(sheet: Sheet, prepared: PreparedSheet) -> Iterator[Finding]:
    """The first cell behind the header of each row that has one."""
    width = len(prepared.header) - len(PLACED)
    for number, row in enumerate(sheet.rows[1:]):
        cell = next((cell for cell in row[width:] if cell), None)
        if cell is not None:
            yield Finding("roster_cell_beyond", number, sheet.name, cell)


def _without_blank_end(row: Cells) -> Cells:
    length = max((number for number, cell in enumerate(row, start=1) if cell), default=0)
    return row[:length]


def _written(path: Path, rows: Sequence[Cells], *, place: Cells, form: SheetForm, name: str) -> PreparedSheet:
    """Each row behind its place; rows without any cell keep their number and are left out."""
    width = len(form.header)
    blank = [number for number, row in enumerate(rows) if not any(row)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([*PLACED, *form.header])
        writer.writerows((*place, *_padded(row, width)) for row in rows if any(row))
    return PreparedSheet(
        path=path,
        kind=form.kind,
        role=form.role,
        header=(*PLACED, *form.header),
        columns=(*PLACED, *form.columns),
        line_end=b"\n",
        rows=len(rows) - len(blank),
        removed=tuple(blank),
        shown_sheet=name,
    )


def _padded(row: Cells, width: int) -> Cells:
    """Cells beyond the header are told (see ``_cells_beyond``); there is no column to put them in."""
    return (*row, *[""] * (width - len(row)))[:width]
