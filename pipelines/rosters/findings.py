"""What was found in the rows of rosters, as problems with their places, and the rows of every file counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import duckdb

from pipelines.errors import PipelineError
from pipelines.exports.column_map import load_map_rows
from pipelines.exports.inventory import SourceFile
from pipelines.exports.reading import Reading
from pipelines.reference_lists import load_mapping
from pipelines.rosters.prepared import PreparedSheet
from pipelines.transform import load_queries

PLACES_LIMIT = 1000
"""Places listed of one warning in one sheet; how many there are in all is told beside them."""
MORE_RULE = "roster_more_places"
SET_ASIDE = "set_aside"
SET_ASIDE_BITS = 7
FETCHED = 10_000


class RosterMiscounted(PipelineError):
    """The reader gave other rows than the gate counted; nothing of such a build may be published."""

    def __init__(self, relative_path: str, expected: int, counted: int) -> None:
        super().__init__(f"{relative_path}: {expected} rows expected, {counted} read")
        self.relative_path = relative_path
        self.expected = expected
        self.counted = counted


@dataclass(frozen=True)
class RosterSheet:
    """One prepared sheet with its line of the ledger and its number in the database."""

    file_no: int
    sheet: PreparedSheet
    source: SourceFile


@dataclass(frozen=True)
class _Rule:
    """One bit of the findings of a kind of sheet."""

    bit: int
    rule: str
    column: str


@cache
def _rules(kind: str) -> tuple[_Rule, ...]:
    lines = [row for row in load_map_rows("roster_finding") if row["kind"] == kind]
    return tuple(_Rule(int(row["bit"]), row["rule"], row["column"]) for row in lines)


def report_findings(
    rosters: duckdb.DuckDBPyConnection, sheets: Sequence[RosterSheet], reading: Reading
) -> None:
    """Count the rows of every sheet, tell each place, and make ``raw_roster_file`` for the ledger."""
    published = _require_counts(rosters, sheets)
    places: Counter[tuple[int, str]] = Counter()
    for kind, file_no, position, findings, value in _found_rows(rosters):
        each = sheets[file_no]
        rules = [rule for rule in _rules(kind) if findings & rule.bit]
        row = _received_row(each.sheet, position)
        _report_row(each, row, rules=rules, value=value, reading=reading, places=places)
    for (file_no, rule), count in sorted(places.items()):
        if count > PLACES_LIMIT:
            reading.report(MORE_RULE, sheets[file_no].source, place=(rule, str(count)))
    rosters.execute("create table raw_roster_file (file_id varchar, kind varchar, rows_published bigint)")
    if published:
        rows = [(*key, count) for key, count in sorted(published.items())]
        rosters.executemany("insert into raw_roster_file values (?, ?, ?)", rows)


def _require_counts(
    rosters: duckdb.DuckDBPyConnection, sheets: Sequence[RosterSheet]
) -> Counter[tuple[str, str]]:
    """Rows published by file and kind; raises RosterMiscounted when the reader lost, added or moved rows."""
    counted = {
        row[0]: row[1:] for row in rosters.execute(load_queries(("rosters",))["sheet_count"]).fetchall()
    }
    published: Counter[tuple[str, str]] = Counter()
    for each in sheets:
        expected = each.sheet.rows
        read, set_aside, first, last = counted.get(each.file_no, (0, 0, 0, -1))
        if (read, first, last) != (expected, 0, expected - 1):
            raise RosterMiscounted(each.source.relative_path, expected, read)
        published[each.source.file_id, each.sheet.kind] += read - set_aside
    return published


def _found_rows(rosters: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, int, int, int, str | None]]:
    found = rosters.execute(load_queries(("rosters",))["found_row"])
    while rows := found.fetchmany(FETCHED):
        yield from rows


def _report_row(
    each: RosterSheet,
    row: int,
    *,
    rules: Sequence[_Rule],
    value: str | None,
    reading: Reading,
    places: Counter[tuple[int, str]],
) -> None:
    """A row is set aside for its first reason alone; the value belongs to the first finding."""
    first = rules[0]
    if first.bit & SET_ASIDE_BITS:
        reading.set_aside(first.rule, each.source, row=row, place=(_column(each.sheet, first), value))
        return
    for rule in rules:
        places[each.file_no, rule.rule] += 1
        if places[each.file_no, rule.rule] <= PLACES_LIMIT:
            place = (_column(each.sheet, rule), value if rule is first else None)
            reading.report(rule.rule, each.source, row=row, place=place)


def _column(sheet: PreparedSheet, rule: _Rule) -> str | None:
    """The column as received, behind the sheet of a workbook."""
    received = dict(zip(sheet.columns, sheet.header, strict=True)).get(rule.column)
    return "!".join(part for part in (sheet.shown_sheet, received) if part) or None


def _received_row(sheet: PreparedSheet, position: int) -> int:
    """The row in the file as received, which has the refused rows too."""
    for removed in sheet.removed:
        if removed > position:
            break
        position += 1
    return position


def is_set_aside(rule: str) -> bool:
    """Whether the rule sets its row aside."""
    return load_mapping("problem_rule", "rule", "severity")[rule] == SET_ASIDE
