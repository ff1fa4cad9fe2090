"""School-to-school exchange files: one JSON object of one student who changes school."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from pipelines.exports.column_map import load_key_map, load_map_rows, load_pairs, text_of
from pipelines.exports.inventory import ListedFile
from pipelines.exports.keys import make_key
from pipelines.rosters.prepared import Finding, PreparedSheet, Refused, RosterFile
from pipelines.table_files.text_encoding import EncodingRefused, decode_text

PLACED = ("academic_year", "semester", "school_code", "student_id")
VALUES = ("level_code", "hours", "weekly_periods", "weeks", "activity_year", "activity_semester")
ACTIVITY_KEYS = ("level_code", "hours", "weekly_periods", "weeks", "academic_year", "semester")
COLUMNS = (*PLACED, *VALUES)
OUTCOME_ROLE = "course_outcome"

Row = tuple[str, ...]


def read_exchange(listed: ListedFile, work: Path) -> RosterFile:
    """Outcomes and activities of the student, written for the reader of CSV files; raises Refused."""
    record, encoding = _object_of(Path(listed.path))
    keys = load_pairs("roster_exchange", "exchange")
    outcomes, activities = record.get(keys["outcomes"]), record.get(keys["activities"])
    if keys["profile"] not in record or not isinstance(outcomes, list):
        raise Refused("roster_unrecognised", "json")
    rows = [tuple(text_of(_value(row, keys[name])) or "" for name in PLACED) for row in outcomes]
    sheets = [_written(work, listed, OUTCOME_ROLE, [(*row, *[""] * len(VALUES)) for row in rows])]
    place = next((row for row in rows if row[-1]), None)
    lists = activities if isinstance(activities, dict) else {}
    findings = [] if place or not lists else [Finding("roster_student_lost", None, None, None)]
    for name, role in _known_lists(lists) if place else ():
        sheets.append(_written(work, listed, role, list(_activity_rows(lists[name], role, place or ()))))
    return RosterFile(tuple(sheet for sheet in sheets if sheet.rows), tuple(findings), encoding)


def _object_of(path: Path) -> tuple[dict[str, Any], str]:
    try:
        decoded = decode_text(path.read_bytes())
        record = orjson.loads(decoded.text.removeprefix("\ufeff"))
    except EncodingRefused as refusal:
        raise Refused("encoding_refused", str(refusal)) from refusal
    except orjson.JSONDecodeError as error:
        raise Refused("broken_json") from error
    if not isinstance(record, dict):
        raise Refused("roster_unrecognised", "json")
    return record, decoded.encoding


def _value(row: object, key: str) -> object:
    return row.get(key) if isinstance(row, dict) else None


def _known_lists(lists: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Received name and our name of the lists that are there."""
    for line in load_map_rows("activity_list"):
        if isinstance(lists.get(line["handover"]), list):
            yield line["handover"], line["column"]


def _activity_rows(entries: Sequence[object], role: str, place: Row) -> Iterator[Row]:
    keys = load_key_map("activity_record", role)
    for entry in entries:
        record = entry if isinstance(entry, dict) else {}
        yield *place, *(keys.text(record, column) or "" for column in ACTIVITY_KEYS)


def _written(work: Path, listed: ListedFile, role: str, rows: Sequence[Row]) -> PreparedSheet:
    path = work / f"{make_key('roster_exchange', listed.path, role)}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return PreparedSheet(path, "activity", role, COLUMNS, COLUMNS, b"\n", len(rows))
