"""The raw tables: what the readers found, as text, by columns."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from pipelines.exports.column_map import load_columns
from pipelines.exports.grade_bins import DistributionPool
from pipelines.exports.text_arrays import text_table

_PLACE = ("application_id", "file_id", "position")
COLUMN_TYPES = {
    "position": "integer",
    "byte_size": "bigint",
    "rows_read": "integer",
    "rows_set_aside": "integer",
    "row_position": "integer",
    "admission_year": "integer",
    "has_sixth_semester": "boolean",
    "has_profile": "boolean",
}
"""Everything else is text; these come from us, not from the exports."""

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
LINK_COLUMNS = ("document_link", "video_link", "certificate_link", "work_link")
ACTIVITY_TEXTS = tuple(column for column in load_columns("activity_record") if column not in LINK_COLUMNS)
PROFILE_TEXTS = load_columns("applicant_profile")
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
    "raw_application": (
        "application_id",
        "applicant_id",
        "programme_code",
        "university_code",
        "application_number",
        "course_record_mode",
        "course_outcome_mode",
        "activity_record_mode",
        "has_sixth_semester",
        "has_profile",
    ),
    "raw_profile": (*_PLACE, *PROFILE_TEXTS, "raw_profile"),
    "raw_course_record": ("record_id", *_PLACE, *COURSE_RECORD_TEXTS, "grade_distribution_id", "raw_record"),
    "raw_semester_grade": (*_PLACE, "academic_year", "semester", "semester_grade", "raw_record"),
    "raw_semester_standing": (*_PLACE, "standing_level", "unit_name", "grade_distribution_id"),
    "raw_course_outcome": ("outcome_id", *_PLACE, *OUTCOME_TEXTS, "raw_record"),
    "raw_activity_record": ("activity_id", *_PLACE, "activity_list", *ACTIVITY_TEXTS, "raw_record"),
    "raw_document": ("document_id", "application_id", "document_kind", "file_id"),
    "raw_attachment": (
        "attachment_id",
        "application_id",
        "owner_id",
        "category_code",
        "link_kind",
        "linked_path",
        "file_id",
    ),
    "raw_syllabus": ("syllabus_id", "file_id", "position", *SYLLABUS_TEXTS),
    "raw_course_offer": ("file_id", "position", "course_code", "subject", "semester_credits"),
    "raw_source_file": (
        "file_id",
        "relative_path",
        "file_role",
        "media_type",
        "byte_size",
        "sha256",
        "application_id",
        "rows_read",
        "rows_set_aside",
    ),
    "raw_problem": (
        "rule",
        "file_id",
        "relative_path",
        "row_position",
        "column_name",
        "raw_value",
        "application_id",
        "programme_code",
    ),
}


class RawTables:
    """Rows by raw table, in the order read, and the pool of grade distributions."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in RAW_COLUMNS}
        self.distributions = DistributionPool()

    def add(self, table: str, row: tuple[Any, ...]) -> None:
        """The row must have the columns of RAW_COLUMNS in order."""
        self.rows[table].append(row)

    def to_arrow(self) -> dict[str, pa.Table]:
        """Every table but the problems, which are complete only after the checks."""
        tables = {name: self.arrow_table(name) for name in RAW_COLUMNS if name != "raw_problem"}
        tables["raw_grade_distribution"] = self.distributions.to_arrow()
        return tables

    def arrow_table(self, name: str) -> pa.Table:
        return text_table(RAW_COLUMNS[name], self.rows[name])
