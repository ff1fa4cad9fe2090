"""Each distinct raw value decoded once, as tables that the staging queries join."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from decimal import ROUND_HALF_UP, Decimal
from operator import attrgetter

import pyarrow as pa

from pipelines.decode.course_code import CourseCode, read_course_code
from pipelines.decode.flags import UnreadableFlag, read_flag
from pipelines.decode.numbers import UnreadableNumber, read_number
from pipelines.decode.roc_date import UnreadableDate, read_date
from pipelines.decode.text import fold_text
from pipelines.exports.raw_tables import RAW_COLUMNS, RawTables
from pipelines.exports.text_arrays import text_table
from pipelines.matching.syllabus import SyllabusMatch, SyllabusMatcher, SyllabusName
from pipelines.reference_lists import REFERENCE_FOLDER, load_rows

NUMBER_COLUMNS = {
    "raw_course_record": ("academic_year", "semester", "credits", "grade_text"),
    "raw_semester_grade": ("academic_year", "semester", "semester_grade"),
    "raw_course_outcome": ("academic_year", "semester"),
    "raw_activity_record": ("academic_year", "semester", "hours", "weekly_periods", "weeks", "result_score"),
    "raw_syllabus": ("academic_year",),
}
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
SEARCHED_COLUMNS = {
    "raw_profile": ("name", "school_name", "county", "program_group_name", "department_name"),
    "raw_course_record": ("subject",),
    "raw_course_outcome": ("subject", "summary"),
    "raw_activity_record": ("title", "organiser", "role", "item", "summary"),
}


def build_decoded_tables(raw: RawTables) -> dict[str, pa.Table]:
    """Tables named ``decoded_…``, ``raw_course_syllabus_match`` and ``ref_…``."""
    return {
        "decoded_course_code": _course_codes(raw),
        "decoded_date": _dates(raw),
        "decoded_flag": _flags(raw),
        "decoded_number": _numbers(raw),
        "decoded_text": _texts(raw),
        "raw_course_syllabus_match": _matches(raw),
        **_reference_tables(),
    }


def _distinct(raw: RawTables, table: str, *columns: str) -> list[str]:
    """The distinct texts of some columns of a raw table, sorted."""
    places = [RAW_COLUMNS[table].index(column) for column in columns]
    rows = raw.rows[table]
    texts = {row[place] for row in rows for place in places}
    return sorted(text for text in texts if text is not None)


def _course_codes(raw: RawTables) -> pa.Table:
    codes = {*_distinct(raw, "raw_course_record", "course_code"), ""}
    names = [field.name for field in fields(CourseCode)]
    values_of = attrgetter("course_code", "joined_rules", *names[2:], "forbids_grade")
    rows = [values_of(read_course_code(code)) for code in sorted(codes)]
    return text_table([*names, "forbids_grade"], rows)


def _dates(raw: RawTables) -> pa.Table:
    texts = _distinct(raw, "raw_activity_record", "start_date", "end_date")
    rows = [(text, *_decode(read_date, text, UnreadableDate)) for text in texts]
    return text_table(["text", "date_value", "is_readable"], rows)


def _flags(raw: RawTables) -> pa.Table:
    texts = _distinct(raw, "raw_profile", "low_income")
    rows = [(text, *_decode(read_flag, text, UnreadableFlag)) for text in texts]
    return text_table(["text", "flag", "is_readable"], rows)


def _decode(read: Callable[[str], object], text: str, refusal: type[ValueError]) -> tuple[object, bool]:
    try:
        return read(text), True
    except refusal:
        return None, False


def _numbers(raw: RawTables) -> pa.Table:
    """``whole_value`` is null for a number with a fraction."""
    texts = sorted(
        {text for table, columns in NUMBER_COLUMNS.items() for text in _distinct(raw, table, *columns)}
    )
    rows = [(text, *_number(text)) for text in texts]
    return text_table(["text", "number_value", "whole_value", "is_readable"], rows)


def _number(text: str) -> tuple[Decimal | None, int | None, bool]:
    try:
        number = read_number(text)
    except UnreadableNumber:
        return None, None, False
    if number is None:
        return None, None, True
    return number.quantize(MILLIONTH, ROUND_HALF_UP), int(number) if number % 1 == 0 else None, True


def _texts(raw: RawTables) -> pa.Table:
    texts: set[str] = set()
    for table, columns in SEARCHED_COLUMNS.items():
        texts.update(_distinct(raw, table, *columns))
    return text_table(["text", "folded_text"], [(text, fold_text(text)) for text in sorted(texts)])


def _matches(raw: RawTables) -> pa.Table:
    columns = RAW_COLUMNS["raw_syllabus"]
    places = [columns.index(name) for name in ("syllabus_id", "course_code", "subject", "academic_year")]
    matcher = SyllabusMatcher(
        SyllabusName(*(row[place] or "" for place in places)) for row in raw.rows["raw_syllabus"]
    )
    names = [field.name for field in fields(SyllabusMatch)]
    rows = list(map(attrgetter(*names), _find(raw, matcher)))
    return text_table(names, rows)


def _find(raw: RawTables, matcher: SyllabusMatcher) -> Iterable[SyllabusMatch]:
    columns = RAW_COLUMNS["raw_course_record"]
    code, subject = columns.index("course_code"), columns.index("subject")
    courses = {(row[code] or "", row[subject] or "") for row in raw.rows["raw_course_record"]}
    found = (matcher.find(*course) for course in sorted(courses))
    return (match for match in found if match is not None)


def _reference_tables() -> dict[str, pa.Table]:
    """Every list of ``reference/`` as a table ``ref_<name>``, all columns text."""
    tables = {}
    for path in sorted(REFERENCE_FOLDER.glob("*.csv")):
        rows = load_rows(path.stem)
        names = list(rows[0])
        tables[f"ref_{path.stem}"] = text_table(names, [tuple(row.values()) for row in rows])
    return tables
