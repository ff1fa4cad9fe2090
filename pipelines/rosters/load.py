"""Every roster of a build: checked, read into narrow tables in the work folder, and shown to the build's database."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate, groupby
from pathlib import Path

import duckdb

from pipelines.contract import COHORT_TABLES
from pipelines.exports.inventory import ListedFile, SourceFile
from pipelines.exports.reading import Progress, Reading
from pipelines.rosters.database import (
    ATTACHED,
    roster_database,
    run_query,
    show_decoded,
    show_received,
)
from pipelines.rosters.distributions import count_bins
from pipelines.rosters.findings import RosterSheet, is_set_aside, report_findings
from pipelines.rosters.opened import open_roster, source_of
from pipelines.rosters.prepared import PreparedSheet, RosterFile
from pipelines.rosters.sheets import Kind

DATABASE_NAME = "rosters.duckdb"
THREADS = 2
KINDS: tuple[Kind, ...] = ("grade", "student", "activity")
STEPS = ("check rosters", "read rosters", "sort cohorts")
FINAL_TABLES = (
    "raw_roster_record",
    "raw_roster_student",
    "raw_roster_activity",
    "raw_roster_category_count",
)
FILE_TABLE = "raw_roster_file"
COHORT_OF = {table.name.replace("cohort_", "raw_roster_"): table for table in COHORT_TABLES}
"""The tables the cohort is published from, by name."""


def load_rosters(
    files: Sequence[ListedFile],
    connection: duckdb.DuckDBPyConnection,
    reading: Reading,
    *,
    work: Path,
    progress: Progress | None,
) -> None:
    """Make the ``raw_roster_…`` tables visible in ``connection``, which may attach files of ``work``.

    Without rosters they are empty. Problems and ledger lines go into ``reading``.
    """
    sheets = _admit(files, reading, work, progress)
    if not sheets:
        show_nothing(connection)
        return
    database = work / DATABASE_NAME
    with roster_database(database, [each.sheet.path for each in sheets]) as rosters:
        _tell(progress, 1)
        _make_tables(rosters, sheets, reading)
        _tell(progress, 2)
        _make_cohort(rosters)
    _show(connection, database)
    _tell(progress, len(STEPS))


def _tell(progress: Progress | None, done: int) -> None:
    if progress is not None:
        progress(STEPS[min(done, len(STEPS) - 1)], done, len(STEPS))


def _admit(
    files: Sequence[ListedFile], reading: Reading, work: Path, progress: Progress | None
) -> list[RosterSheet]:
    """Hash and check the files, two at a time; findings are told in the order of the files."""
    sheets: list[RosterSheet] = []
    seen: dict[str, str] = {}
    with ThreadPoolExecutor(THREADS) as pool:
        sources = pool.map(source_of, files)
        opened = pool.map(lambda listed: open_roster(listed, work), files)
        for done, (source, file) in enumerate(zip(sources, opened, strict=True), start=1):
            twin = seen.setdefault(source.sha256, source.relative_path)
            is_twin = twin != source.relative_path
            admitted = _enter(source, file, reading, twin if is_twin else None)
            sheets += [RosterSheet(len(sheets) + n, sheet, source) for n, sheet in enumerate(admitted)]
            if progress is not None:
                progress(STEPS[0], done, len(files))
    return sheets


def _enter(
    source: SourceFile, file: RosterFile, reading: Reading, twin: str | None
) -> tuple[PreparedSheet, ...]:
    """One line of the ledger; a file read before under another name is set aside whole."""
    reading.ledger.append(source)
    source.text_encoding = file.encoding
    if twin is not None:
        source.rows_read += 1
        reading.set_aside("roster_file_repeated", source, place=(None, twin))
        return ()
    for finding in file.findings:
        place = (finding.column, finding.value)
        if is_set_aside(finding.rule):
            source.rows_read += 1
            reading.set_aside(finding.rule, source, row=finding.row, place=place)
        else:
            reading.report(finding.rule, source, row=finding.row, place=place)
    source.rows_read += sum(sheet.rows for sheet in file.sheets)
    return file.sheets


def _make_tables(rosters: duckdb.DuckDBPyConnection, sheets: Sequence[RosterSheet], reading: Reading) -> None:
    """The narrow rows of all sheets: keys from a first scan, values from a second, then what was found."""
    groups = [list(group) for _, group in groupby(sorted(sheets, key=_form_of), key=_form_of)]
    for kind in KINDS:
        _collect(rosters, kind, [])
    for group in groups:
        _collect(rosters, group[0].sheet.kind, group)
    for name in ("school_key", "student_key", "raw_roster_course", "twin_student"):
        run_query(rosters, name, into=name)
    for kind in KINDS:
        _read(rosters, kind, [])
    _read_in_pairs(rosters, groups)
    report_findings(rosters, sheets, reading)


def _collect(rosters: duckdb.DuckDBPyConnection, kind: Kind, group: Sequence[RosterSheet]) -> None:
    """What the sheets speak of: students, schools, courses, and for a moment birth dates."""
    show_received(rosters, kind, [each.sheet for each in group])
    run_query(rosters, f"seen_{'grade' if kind == 'grade' else 'student'}_value", into="seen_value")
    if kind == "student":
        run_query(rosters, "seen_birth", into="seen_birth")


def _read_in_pairs(rosters: duckdb.DuckDBPyConnection, groups: Sequence[Sequence[RosterSheet]]) -> None:
    """A numbered scan is the work of one thread, so two are made at a time."""
    halves = [half for group in groups for half in _halves(group)]
    halves.sort(key=lambda half: -sum(each.sheet.rows for each in half))
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda half: _read(rosters, half[0].sheet.kind, half), halves))


def _halves(group: Sequence[RosterSheet]) -> list[Sequence[RosterSheet]]:
    halves = (group[0::2], group[1::2]) if len(group) > 1 else (group,)
    return [half for half in halves if half]


def _read(rosters: duckdb.DuckDBPyConnection, kind: Kind, group: Sequence[RosterSheet]) -> None:
    """Append the narrow rows of some sheets of one form, in a connection of its own."""
    with rosters.cursor() as cursor:
        _number_sheets(cursor, group)
        show_received(cursor, kind, [each.sheet for each in group], numbered=True)
        show_decoded(cursor, kind)
        run_query(cursor, f"{kind}_row", into=f"{kind}_row")


def _form_of(each: RosterSheet) -> tuple[str, str, bytes, tuple[str, ...]]:
    return each.sheet.kind, each.sheet.role, each.sheet.line_end, each.sheet.columns


def _number_sheets(rosters: duckdb.DuckDBPyConnection, group: Sequence[RosterSheet]) -> None:
    """Where the rows of each file begin when the files are read one after the other."""
    rosters.execute(
        "create or replace temp table roster_file (filename varchar, file_no uinteger, first_number bigint)"
    )
    starts = accumulate((each.sheet.rows for each in group), initial=0)
    rows = [(str(each.sheet.path), each.file_no, start) for each, start in zip(group, starts, strict=False)]
    if rows:
        rosters.executemany("insert into roster_file values (?, ?, ?)", rows)


def _make_cohort(rosters: duckdb.DuckDBPyConnection) -> None:
    """The tables of the cohort in their final order."""
    for name in FINAL_TABLES:
        run_query(rosters, name, into=name)
    run_query(rosters, "term_course", into="term_course")
    count_bins(rosters)


def _show(connection: duckdb.DuckDBPyConnection, database: Path) -> None:
    """The finished tables under their names in the database of the build; nothing is copied."""
    path = str(database).replace("'", "''")
    connection.execute(f"attach '{path}' as {ATTACHED} (read_only)")
    for name in (*COHORT_OF, FILE_TABLE):
        connection.execute(f"create view {name} as select * from {ATTACHED}.{name}")


def show_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    """The tables of a build without rosters: most builds, which need no second database."""
    for name, table in COHORT_OF.items():
        columns = ", ".join(f"cast(null as {column.sql_type}) as {column.name}" for column in table.columns)
        connection.execute(f"create view {name} as select {columns} where false")
    connection.execute(f"create table {FILE_TABLE} (file_id varchar, kind varchar, rows_published bigint)")
