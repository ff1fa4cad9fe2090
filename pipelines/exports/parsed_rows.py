"""What the JSON files of applicants say, as rows that hold good for the same content in any delivery."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from pipelines.errors import RAW_VALUE_LIMIT
from pipelines.exports.column_map import load_columns
from pipelines.exports.grade_bins import DistributionPool
from pipelines.exports.text_arrays import typed_table

LINK_COLUMNS = ("document_link", "video_link", "certificate_link", "work_link")
COURSE_RECORD_TEXTS = (
    "academic_year",
    "semester",
    "course_code",
    "subject",
    "credits",
    "course_category_text",
    "learning_area_text",
    "grade_text",
)
OUTCOME_TEXTS = ("subject", "academic_year", "semester", "outcome_kind", "summary", "external_link")
ACTIVITY_TEXTS = tuple(column for column in load_columns("activity_record") if column not in LINK_COLUMNS)
PROFILE_TEXTS = load_columns("applicant_profile")

DISTRIBUTION_TABLE = "parsed_grade_distribution"
_PLACE = ("file_ref", "position")
PARSED_COLUMNS: dict[str, tuple[str, ...]] = {
    "parsed_file": (
        "digest",
        "file_ref",
        "rows_read",
        "rows_set_aside",
        "is_readable",
        "text_encoding",
        "school_code",
    ),
    "parsed_profile": (*_PLACE, *PROFILE_TEXTS, "raw_profile"),
    "parsed_course_record": (
        "record_id",
        *_PLACE,
        *COURSE_RECORD_TEXTS,
        "grade_distribution_id",
        "raw_record",
    ),
    "parsed_semester_grade": (*_PLACE, "academic_year", "semester", "semester_grade", "raw_record"),
    "parsed_semester_standing": (*_PLACE, "standing_level", "unit_name", "grade_distribution_id"),
    "parsed_course_outcome": ("outcome_id", *_PLACE, *OUTCOME_TEXTS, "raw_record"),
    "parsed_activity_record": ("activity_id", *_PLACE, "activity_list", *ACTIVITY_TEXTS, "raw_record"),
    "parsed_link": (
        "attachment_id",
        *_PLACE,
        "owner_id",
        "category_code",
        "link_kind",
        "linked_path",
        "local_path",
    ),
    "parsed_problem": ("rule", "file_ref", "row_position", "column_name", "raw_value"),
}

Place = tuple[str | None, str | None]
"""Column name and raw value, as far as there are any."""


class ParsedRows:
    """Rows by parsed table, in the order read, and the pool of grade distributions."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in PARSED_COLUMNS}
        self.distributions = DistributionPool()

    def to_arrow(self) -> dict[str, pa.Table]:
        tables = {name: typed_table(columns, self.rows[name]) for name, columns in PARSED_COLUMNS.items()}
        tables[DISTRIBUTION_TABLE] = self.distributions.to_arrow()
        return tables


@dataclass
class ParsedFile:
    """One JSON file while it is read; ``file_ref`` is its number among the files parsed together."""

    file_ref: int
    application_id: str
    parsed: ParsedRows
    rows_read: int = 0
    rows_set_aside: int = 0
    is_readable: bool = False
    text_encoding: str | None = None
    school_code: str | None = None
    unknown_keys: set[str] = field(default_factory=set)

    def report(self, rule: str, *, row: int | None = None, place: Place = (None, None)) -> None:
        """Add a problem at a place of the file."""
        column_name, value = place
        shown = value[:RAW_VALUE_LIMIT] if value is not None else None
        self.parsed.rows["parsed_problem"].append((rule, self.file_ref, row, column_name, shown))

    def set_aside(self, rule: str, *, row: int | None = None, place: Place = (None, None)) -> None:
        """One row of the file, or the file as one row, that will not be published."""
        self.rows_set_aside += 1
        self.report(rule, row=row, place=place)

    def set_file_aside(self, rule: str, *, place: Place = (None, None)) -> None:
        """The file as one row."""
        self.rows_read = 1
        self.set_aside(rule, place=place)

    def add(self, table: str, row: tuple[Any, ...]) -> None:
        """The row must have the columns of PARSED_COLUMNS in order."""
        self.parsed.rows[table].append(row)

    def close(self, digest: str) -> None:
        """Enter the file itself, once its rows are read."""
        for key in sorted(self.unknown_keys):
            # The values are not repeated, they may be anything.
            self.report("unknown_key", place=(key, None))
        counts = (self.rows_read, self.rows_set_aside, self.is_readable)
        self.add("parsed_file", (digest, self.file_ref, *counts, self.text_encoding, self.school_code))
