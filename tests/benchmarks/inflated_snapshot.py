"""A published snapshot of any size, made from a small one inside DuckDB: every copy has keys and texts of its own."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from pipelines.contract import TABLES, Table
from pipelines.snapshot import (
    building_folder,
    digest_of_file,
    load_manifest,
    make_current,
    publish,
    snapshot_path,
)
from pipelines.transform import SQL_FOLDER

INFLATED_ID = "f" * 16
KEYS = frozenset(
    {
        "application_id", "applicant_id", "record_id", "outcome_id", "activity_id", "document_id",
        "attachment_id", "owner_id", "entry_id", "file_id", "grade_distribution_id", "syllabus_id",
        "left_application_id", "right_application_id", "left_entry_id", "right_entry_id",
    }
)  # fmt: skip
CODES = frozenset({"course_code", "relative_path"})
TEXTS = frozenset({"text", "folded_text", "title", "summary"})
PLACES = ("application_place", "distribution_place")
ORDER = re.compile(r"^order by ([a-z_, ]+)$", re.MULTILINE)


PLACED_APPLICATION = """
    create temp table placed_application as
    select
        application_place as old_place,
        number,
        row_number() over (order by programme_code, programme_of(number), number, old_place) as place,
    from small.application, copy
"""
"""A copy follows a copy within its programme, as in the order of a real one."""
PLACED_DISTRIBUTION = """
    create temp table placed_distribution as
    with used as (
        select application_place as old_place, distribution_place from small.course_record
        union
        select application_place, distribution_place from small.semester_standing
    ),

    first_use as (
        select distribution_place as old_place, number, min(place) as first_place
        from used join placed_application using (old_place)
        where distribution_place is not null
        group by all
    )

    select old_place, number, row_number() over (order by first_place, old_place) as place from first_use
"""


def inflate_snapshot(small: Path, folder: Path, *, copies: int, copies_per_programme: int) -> int:
    """Publish the current snapshot of ``small`` many times over in ``folder``; returns its applications."""
    manifest = load_manifest(small)
    with building_folder(folder) as aside:
        target = aside / "evidence.duckdb"
        with duckdb.connect(str(target)) as connection:
            source = snapshot_path(small, manifest["snapshot_id"])
            connection.execute(f"attach '{source}' as small (read_only)")
            # Groups of applicants lie in programmes of their own, so a programme has a real size.
            connection.execute(f"create temp table copy as from range({copies}) as copies(number)")
            connection.execute(f"create temp macro programme_of(number) as number // {copies_per_programme}")
            connection.execute(PLACED_APPLICATION)
            connection.execute(PLACED_DISTRIBUTION)
            counts = {table.name: _inflate(connection, table) for table in TABLES}
        facts = {"snapshot_id": INFLATED_ID, "sha256": digest_of_file(target), "row_counts": counts}
        publish(folder, target, manifest | facts)
    make_current(folder, INFLATED_ID)
    return counts["application"]


def _inflate(connection: duckdb.DuckDBPyConnection, table: Table) -> int:
    names = {column.name for column in table.columns}
    is_copied = bool(names & (KEYS | CODES | {"programme_code"})) and names != {"problem_id"}
    columns = ", ".join(
        f"{_varied(column.name) if is_copied else column.name} as {column.name}" for column in table.columns
    )
    joined = [_joined(table.name, place) for place in PLACES if place in names]
    source = " ".join([f"small.{table.name}", *(["cross join copy"] if is_copied else []), *joined])
    created = connection.execute(
        f"create table {table.name} as select {columns} from {source} {_order(table)}"
    )
    return int(created.fetchall()[0][0])


def _varied(column: str) -> str:
    """The value of one copy; a missing value stays missing."""
    if column in KEYS:
        return f"left(md5({column} || copy.number::varchar), 20)"
    if column in CODES:
        return f"{column} || '~' || copy.number::varchar"
    if column in PLACES:
        return f"placed_{column.removesuffix('_place')}.place::integer"
    if column == "programme_code":
        return "programme_code || lpad(programme_of(copy.number)::varchar, 3, '0')"
    if column in TEXTS:
        return f"{column} || ' ' || left(md5({column} || copy.number::varchar), 6)"
    return f"{column}"


def _joined(table_name: str, place: str) -> str:
    placed = f"placed_{place.removesuffix('_place')}"
    return (
        f"left join {placed} on {placed}.old_place = {table_name}.{place} and {placed}.number = copy.number"
    )


def _order(table: Table) -> str:
    """As the pipeline lays the table out: what is near on the disk decides what a question costs."""
    paths = (SQL_FOLDER / folder / f"{table.name}.sql" for folder in ("evidence", "cohort"))
    texts = [path.read_text(encoding="utf-8") for path in paths if path.is_file()]
    found = ORDER.findall(texts[0]) if texts else []
    return f"order by {found[-1]}" if found else ""
