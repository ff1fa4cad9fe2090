"""Each distinct raw value decoded once, as tables that the staging queries join."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from decimal import ROUND_HALF_UP, Decimal
from operator import attrgetter

import duckdb
import pyarrow as pa

from pipelines.decode.course_code import CourseCode, read_course_code
from pipelines.decode.flags import UnreadableFlag, read_flag
from pipelines.decode.numbers import UnreadableNumber, read_number
from pipelines.decode.roc_date import UnreadableDate, read_date
from pipelines.decode.text import fold_text
from pipelines.evidence_database import load_tables
from pipelines.exports.text_arrays import text_table
from pipelines.matching.courses import ConfirmedAlias, CourseName, SyllabusMatch, SyllabusName, match_courses
from pipelines.reference_lists import REFERENCE_FOLDER, load_rows
from pipelines.transform import load_queries

BLOCK_ROWS = 20_000
"""Distinct texts decoded at a time; a cohort has millions of them."""
NUMBER_COLUMNS = {
    "raw_course_record": ("academic_year", "semester", "credits", "grade_text"),
    "raw_semester_grade": ("academic_year", "semester", "semester_grade"),
    "raw_course_outcome": ("academic_year", "semester"),
    "raw_activity_record": ("academic_year", "semester", "hours", "weekly_periods", "weeks", "result_score"),
    "raw_syllabus": ("academic_year",),
}
CODE_COLUMNS = {"raw_course_record": ("course_code",)}
DATE_COLUMNS = {"raw_activity_record": ("start_date", "end_date")}
FLAG_COLUMNS = {"raw_profile": ("low_income",)}
SEARCHED_COLUMNS = {
    "raw_profile": ("name", "school_name", "county", "program_group_name", "department_name"),
    "raw_course_record": ("subject",),
    "raw_course_outcome": ("subject", "summary"),
    "raw_activity_record": ("title", "organiser", "role", "item", "summary"),
}
CODE_PARTS = (*(field.name for field in fields(CourseCode)), "forbids_grade")
_code_values = attrgetter("course_code", "joined_rules", *CODE_PARTS[2:])
MILLIONTH = Decimal("0.000001")
COLUMN_TYPES = {
    "entry_year": "integer",
    "forbids_grade": "boolean",
    "date_value": "date",
    "flag": "boolean",
    "is_readable": "boolean",
    "number_value": "decimal(18, 6)",
    "whole_value": "integer",
    "similarity": "decimal(5, 2)",
}
"""Types of the decoded columns; the rest stays text."""

Places = Mapping[str, tuple[str, ...]]
"""Columns by raw table."""
Row = tuple[object, ...]


def create_decoded_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Tables named ``decoded_…`` and ``raw_course_syllabus_match``, from the raw tables."""
    _create(connection, "decoded_course_code", CODE_PARTS, CODE_COLUMNS, decode=_course_code)
    _create(connection, "decoded_date", ("text", "date_value", "is_readable"), DATE_COLUMNS, decode=_date)
    _create(connection, "decoded_flag", ("text", "flag", "is_readable"), FLAG_COLUMNS, decode=_flag)
    numbers = ("text", "number_value", "whole_value", "is_readable")
    _create(connection, "decoded_number", numbers, NUMBER_COLUMNS, decode=_number)
    _create(connection, "decoded_text", ("text", "folded_text"), SEARCHED_COLUMNS, decode=_text)
    load_tables(connection, {"raw_course_syllabus_match": _matches(connection)}, COLUMN_TYPES)


def _create(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: tuple[str, ...],
    places: Places,
    *,
    decode: Callable[[str], Row],
) -> None:
    """A table with a row for each distinct text, block by block."""
    types = ", ".join(f"{column} {COLUMN_TYPES.get(column, 'varchar')}" for column in columns)
    connection.execute(f"create table {name} ({types})")
    for texts in _distinct_texts(connection, places):
        connection.register("arriving", text_table(columns, [decode(text) for text in texts]))
        connection.execute(f"insert into {name} select * from arriving")
        connection.unregister("arriving")


def _distinct_texts(connection: duckdb.DuckDBPyConnection, places: Places) -> Iterator[list[str]]:
    """The distinct texts of some columns in blocks; the empty text is always one of them."""
    reads = [
        f"select {column} as text from {table}" for table, columns in places.items() for column in columns
    ]
    union = " union all ".join(reads)
    question = f"select distinct text from ({union} union all select '') where text is not null order by text"
    found: pa.Table = connection.sql(question).to_arrow_table()
    for batch in found.to_batches(max_chunksize=BLOCK_ROWS):
        yield batch.column(0).to_pylist()


def _course_code(text: str) -> Row:
    values: Row = _code_values(read_course_code(text))
    return values


def _date(text: str) -> Row:
    try:
        return text, read_date(text), True
    except UnreadableDate:
        return text, None, False


def _flag(text: str) -> Row:
    try:
        return text, read_flag(text), True
    except UnreadableFlag:
        return text, None, False


def _number(text: str) -> Row:
    """The whole value is null for a number with a fraction."""
    try:
        number = read_number(text)
    except UnreadableNumber:
        return text, None, None, False
    if number is None:
        return text, None, None, True
    whole = int(number) if number % 1 == 0 else None
    return text, number.quantize(MILLIONTH, ROUND_HALF_UP), whole, True


def _text(text: str) -> Row:
    return text, fold_text(text)


def _matches(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    courses, syllabi, aliases = (
        connection.execute(load_queries(("matching",))[name]).fetchall()
        for name in ("course_name", "syllabus_name", "confirmed_alias")
    )
    found = match_courses(
        [CourseName(*course) for course in courses],
        [SyllabusName(*syllabus) for syllabus in syllabi],
        aliases=[ConfirmedAlias(*alias) for alias in aliases],
    )
    names = [field.name for field in fields(SyllabusMatch)]
    return text_table(names, list(map(attrgetter(*names), found)))


def build_reference_tables() -> dict[str, pa.Table]:
    """Every list of ``reference/`` as a table ``ref_<name>``, all columns text."""
    tables = {}
    for path in sorted(REFERENCE_FOLDER.glob("*.csv")):
        rows = load_rows(path.stem)
        names = list(rows[0])
        tables[f"ref_{path.stem}"] = text_table(names, [tuple(row.values()) for row in rows])
    return tables
