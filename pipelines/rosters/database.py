"""The DuckDB in which rosters become narrow tables: a file in the work folder, two threads, bounded memory.

The layout was chosen by numbers: a code split once per distinct course and joined by an integer, instead of
eleven slices on every row; two scans of the CSV (what it speaks of, then narrow rows) instead of keeping its
strings; rows sorted by student once, when they are smallest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipelines.exports.text_arrays import text_table
from pipelines.reference_lists import load_rows
from pipelines.rosters.prepared import PreparedSheet
from pipelines.rosters.sheets import Kind
from pipelines.transform import create_macros, load_queries

ATTACHED = "rosters"
MEMORY_LIMIT = "3GB"
AS_WRITTEN = "join_order,build_side_probe_side"
"""Nothing is known of a CSV before it is read: it is guessed at a hundred rows, and then held in memory whole to be
looked up by the keys. Every query has its large side first."""
REFERENCES = (
    "school",
    "test_school",
    "school_type",
    "course_category",
    "delivery",
    "subject_attribute",
)
PLACE_COLUMNS = ("academic_year", "semester", "school_code", "student_id")
COLUMNS: Mapping[Kind, tuple[str, ...]] = {
    "grade": (
        *PLACE_COLUMNS,
        *("course_code", "subject", "credits", "grade", "is_passed", "makeup_grade", "makeup_passed"),
        *("second_grade", "credit_rule", "repeat_mark", "origin_year", "origin_semester"),
    ),
    "student": (
        *PLACE_COLUMNS,
        *("program_group", "department", "division", "class_kind", "gender_code", "birth_date"),
    ),
    "activity": (
        *PLACE_COLUMNS,
        *("level_code", "hours", "weekly_periods", "weeks", "activity_year", "activity_semester"),
        *("organiser", "result_score"),
    ),
}
TYPES = """
create type roster_attempt as enum (
    'semester', 'late_course', 'transfer', 'retake', 'repeat', 'second_study', 'evening', 'evening_makeup'
);
create type roster_reason as enum (
    'first', 'makeup', 'better_of', 'not_graded', 'not_credited', 'not_gradable'
);
"""


@contextmanager
def roster_database(path: Path, readable: Sequence[Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database file that can read the given files and nothing else."""
    connection = duckdb.connect(
        str(path),
        config={
            "threads": 2,
            "memory_limit": MEMORY_LIMIT,
            "preserve_insertion_order": False,
            "disabled_optimizers": AS_WRITTEN,
            "temp_directory": str(path.parent / "spilled"),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
            "python_enable_replacements": False,
        },
    )
    try:
        connection.execute(f"set allowed_directories = [{_quoted(path.parent)}]")
        connection.execute(f"set allowed_paths = [{', '.join(map(_quoted, readable))}]")
        connection.execute("set enable_external_access = false")
        connection.execute(TYPES)
        create_macros(connection)
        for name in REFERENCES:
            rows = load_rows(name)
            table = text_table(list(rows[0]), [tuple(row.values()) for row in rows])
            connection.register(f"ref_{name}", table)
        yield connection
    finally:
        connection.close()


def run_query(
    connection: duckdb.DuckDBPyConnection, name: str, *, into: str, temporary: bool = False
) -> None:
    """The rows of a query of ``sql/rosters`` as a new table, or added to the table that is there."""
    sql = load_queries(("rosters",))[name]
    if _has_table(connection, into):
        connection.execute(f"insert into {into}\n{sql}")
    else:
        connection.execute(f"create {'temp' if temporary else ''} table {into} as\n{sql}")


def _has_table(connection: duckdb.DuckDBPyConnection, name: str) -> bool:
    found = connection.execute("select count(*) from duckdb_tables() where table_name = ?", [name])
    return bool(found.fetchall()[0][0])


def show_decoded(connection: duckdb.DuckDBPyConnection, kind: Kind) -> None:
    """The rows of ``received`` with values and findings, as the view ``decoded``."""
    sql = load_queries(("rosters",))[f"decoded_{kind}"]
    connection.execute(f"create or replace temp view decoded as\n{sql}")


def show_received(
    connection: duckdb.DuckDBPyConnection,
    kind: Kind,
    sheets: Sequence[PreparedSheet],
    *,
    numbered: bool = False,
) -> None:
    """The columns we read of some sheets of one form, as the view ``received``; without sheets it is empty.

    ``running_number`` counts the rows over the sheets in order, which makes the scan a single thread's work.
    """
    columns = sheets[0].columns if sheets else ()
    selected = [_selected(name, columns) for name in COLUMNS[kind]]
    number = "row_number() over () - 1" if numbered else "cast(null as bigint)"
    role = sheets[0].role if sheets else ""
    source = _reader(sheets) if sheets else "(select cast(null as varchar) as filename where false)"
    connection.execute(
        f"create or replace temp view received as select {', '.join(selected)},"
        f" {number} as running_number, '{role}' as role, filename from {source}"
    )


def _reader(sheets: Sequence[PreparedSheet]) -> str:
    """Every option is said but the line end: told ``\\r\\n``, the reader gives no rows and no error."""
    received = {f"c{number}": "varchar" for number in range(len(sheets[0].columns))}
    paths = ", ".join(_quoted(sheet.path) for sheet in sheets)
    return (
        f"read_csv([{paths}], auto_detect = false, columns = {received}, header = true, delim = ',',"
        " quote = '\"', escape = '\"', strict_mode = true, filename = true, null_padding = false,"
        " ignore_errors = false)"
    )


def _selected(name: str, columns: tuple[str, ...]) -> str:
    return f"c{columns.index(name)} as {name}" if name in columns else f"cast(null as varchar) as {name}"


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
