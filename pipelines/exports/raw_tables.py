"""The raw tables: what the lists say, as text, by columns."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from pipelines.exports.column_map import load_columns
from pipelines.exports.text_arrays import text_table

COLUMN_TYPES = {
    "position": "integer",
    "byte_size": "bigint",
    "rows_read": "integer",
    "rows_set_aside": "integer",
    "row_position": "integer",
    "admission_year": "integer",
    "delivery_number": "integer",
    "folder_number": "integer",
}
"""Everything else is text; these come from us, not from the exports."""

CHUNK_ROWS = 50_000
"""A country has half a million syllabi of several thousand characters; their offsets need chunks, too."""
SYLLABUS_TEXTS = load_columns("syllabus")

RAW_COLUMNS: dict[str, tuple[str, ...]] = {
    "raw_programme": (
        "programme_code",
        "programme_name",
        "university_code",
        "university_name",
        "admission_channel",
        "admission_year",
        "file_id",
        "position",
    ),
    "raw_syllabus": ("syllabus_id", "file_id", "position", *SYLLABUS_TEXTS, "raw_record"),
    "raw_syllabus_week": ("syllabus_id", "position", "week", "topic", "content", "periods"),
    "raw_course_offer": ("file_id", "position", "course_code", "subject", "semester_credits"),
    "raw_class_group": (
        "file_id",
        "position",
        "school_code",
        "entry_year",
        "class_group",
        "class_group_name",
    ),
    "raw_school_name": ("file_id", "position", "school_code", "academic_year", "school_name", "county"),
    "raw_syllabus_alias": ("file_id", "position", *load_columns("syllabus_alias")[:5]),
    "raw_match_truth": ("file_id", "position", *load_columns("match_truth")),
}
"""The lists beside the applicants; what applicants handed in is in parsed_rows."""
LEDGER_COLUMNS = (
    "file_id",
    "delivery_number",
    "relative_path",
    "file_role",
    "media_type",
    "byte_size",
    "sha256",
    "text_encoding",
    "rows_read",
    "rows_set_aside",
)
PROBLEM_COLUMNS = (
    "rule",
    "file_id",
    "relative_path",
    "row_position",
    "column_name",
    "raw_value",
    "application_id",
    "programme_code",
)


class RawTables:
    """Rows by raw table, in the order read; many rows leave Python as soon as they fill a chunk."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in RAW_COLUMNS}
        self._chunks: dict[str, list[pa.Table]] = {name: [] for name in RAW_COLUMNS}

    def add(self, table: str, row: tuple[Any, ...]) -> None:
        """The row must have the columns of RAW_COLUMNS in order."""
        rows = self.rows[table]
        rows.append(row)
        if len(rows) >= CHUNK_ROWS:
            self._chunks[table].append(text_table(RAW_COLUMNS[table], rows))
            rows.clear()

    def to_arrow(self) -> dict[str, pa.Table]:
        return {
            name: pa.concat_tables([*self._chunks[name], text_table(columns, self.rows[name])])
            for name, columns in RAW_COLUMNS.items()
        }
