"""What the pipeline carries into a table from another one, filled in where rows are written by hand."""

from __future__ import annotations

import duckdb

from pipelines.contract import TABLES

COURSE_COLUMNS = ("is_valid_code", "course_category", "learning_area_name")
FILE_COLUMNS = ("relative_path", "media_type", "byte_size", "sha256")


def fill_carried_columns(connection: duckdb.DuckDBPyConnection) -> None:
    """Places of applications and distributions, and the facts of courses and of handed-in files."""
    _count_through(connection, "application", key="application_id", order="programme_code, application_id")
    _count_through(connection, "grade_distribution", key="grade_distribution_id")
    for table in TABLES:
        columns = {column.name for column in table.columns}
        if table.name != "application" and "application_place" in columns:
            _carry(
                connection,
                table.name,
                source="application",
                key="application_id",
                names=("application_place",),
            )
        if table.name != "grade_distribution" and "distribution_place" in columns:
            names = ("distribution_place",)
            _carry(
                connection, table.name, source="grade_distribution", key="grade_distribution_id", names=names
            )
    _carry(connection, "course_record", source="course", key="course_code", names=COURSE_COLUMNS)
    for name in ("document", "attachment"):
        _carry(connection, name, source="source_file", key="file_id", names=FILE_COLUMNS)


def _count_through(
    connection: duckdb.DuckDBPyConnection, name: str, *, key: str, order: str | None = None
) -> None:
    place = "application_place" if name == "application" else "distribution_place"
    connection.execute(
        f"update {name} set {place} = counted.place from"
        f" (select {key}, row_number() over (order by {order or key}) as place from {name}) as counted"
        f" where counted.{key} = {name}.{key}"
    )


def _carry(
    connection: duckdb.DuckDBPyConnection, name: str, *, source: str, key: str, names: tuple[str, ...]
) -> None:
    values = ", ".join(f"{each} = {source}.{each}" for each in names)
    connection.execute(f"update {name} set {values} from {source} where {source}.{key} = {name}.{key}")
