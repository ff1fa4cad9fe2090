"""What was read becomes the raw tables: of every file the later one, of every link the file it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.evidence_database import load_tables
from pipelines.exports.applicant_folder import LISTED_COLUMNS
from pipelines.exports.grade_bins import DistributionPool
from pipelines.exports.handover import Handover
from pipelines.exports.parsed_rows import DISTRIBUTION_TABLE, PARSED_COLUMNS
from pipelines.exports.raw_tables import COLUMN_TYPES, LEDGER_COLUMNS, PROBLEM_COLUMNS
from pipelines.exports.table_file import open_tables
from pipelines.exports.text_arrays import text_table, typed_table
from pipelines.transform import create_table, create_tables, load_queries

PACK_SPAN = 1 << 32
"""More files than a pack can hold: numbers of files go on from pack to pack."""
FOLDER_COLUMNS = (
    "folder_number",
    "delivery_number",
    "application_id",
    "applicant_id",
    "programme_code",
    "university_code",
    "application_number",
)
TABLE_BY_QUERY = {
    "raw_profile": "parsed_profile",
    "raw_course_record": "parsed_course_record",
    "raw_semester_grade": "parsed_semester_grade",
    "raw_semester_standing": "parsed_semester_standing",
    "raw_course_outcome": "parsed_course_outcome",
    "raw_activity_record": "parsed_activity_record",
    "raw_grade_distribution": DISTRIBUTION_TABLE,
    "linked_path": "parsed_link",
    "found_problem": "parsed_problem",
}


def load_handover(connection: duckdb.DuckDBPyConnection, handover: Handover) -> None:
    """The lists, and the raw tables of the applicants; lists of codes must be there."""
    load_tables(connection, handover.reading.raw.to_arrow(), COLUMN_TYPES)
    load_tables(connection, {"listed_folder": _folders(handover)}, {})
    listed = [batch.listed for batch in handover.batches]
    for name in LISTED_COLUMNS:
        _store(connection, name, _rows(listed, name))
    _store(connection, "parsed_file", _rows(handover.packs, "parsed_file"))
    create_tables(connection, ("arrival",))
    packs = _used_packs(connection, handover)
    for query, table in TABLE_BY_QUERY.items():
        connection.register(table, _rows(packs, table))
        create_table(connection, "parsed", query)
        connection.unregister(table)


def keep_parsed(connection: duckdb.DuckDBPyConnection, handover: Handover) -> None:
    """Leave what was read anew for the next build, and forget what these deliveries no longer hold."""
    used = _used_packs(connection, handover)
    handover.cache.keep(handover.new_packs)
    handover.cache.sweep(pack for pack, kept in zip(handover.cache.packs, used, strict=False) if kept is None)


def load_ledger(connection: duckdb.DuckDBPyConnection, handover: Handover) -> None:
    """The ledger and the problems of reading, once every list and roster has been read."""
    reading = handover.reading
    rows = list(map(attrgetter(*LEDGER_COLUMNS), reading.ledger))
    problems = list(map(attrgetter(*PROBLEM_COLUMNS), reading.problems.problems))
    replaced = [(old.relative_path, new.relative_path) for _, old, new in handover.replaced]
    deliveries = [(delivery.number, delivery.name) for delivery in handover.deliveries]
    tables = {
        "ledger": typed_table(LEDGER_COLUMNS, rows),
        "list_problem": typed_table(PROBLEM_COLUMNS, problems),
        "replaced_list": text_table(("relative_path", "replacing_path"), replaced),
        "listed_delivery": typed_table(("delivery_number", "delivery_name"), deliveries),
    }
    load_tables(connection, tables, {})
    create_tables(connection, ("handover",))


def has_only_broken_files(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether there is JSON that cannot be read and nothing else of any applicant."""
    rows = connection.execute(load_queries(("parsed",))["readable_row"]).fetchall()
    return rows == [(False, True)]


def _folders(handover: Handover) -> pa.Table:
    values = attrgetter(*FOLDER_COLUMNS[2:])
    rows = [(number, delivery, *values(application)) for number, delivery, application in handover.folders]
    return typed_table(FOLDER_COLUMNS, rows)


def _store(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.RecordBatchReader) -> None:
    connection.register("arriving", rows)
    connection.execute(f"create table {name} as select * from arriving")
    connection.unregister("arriving")


def _used_packs(connection: duckdb.DuckDBPyConnection, handover: Handover) -> list[Path | None]:
    """The packs by number; None in the places of those that no file needs."""
    query = load_queries(("parsed",))["used_pack"]
    used = {int(number) for (number,) in connection.execute(query, [PACK_SPAN]).fetchall()}
    return [pack if number in used else None for number, pack in enumerate(handover.packs)]


def _rows(files: Iterable[Path | None], name: str) -> pa.RecordBatchReader:
    """The rows of one table of all files, read as they are asked for; an empty table has its columns too."""
    schema = _schema(name)
    return pa.RecordBatchReader.from_batches(schema, _batches(files, name, schema))


def _batches(files: Iterable[Path | None], name: str, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    for number, path in enumerate(files):
        if path is None:
            continue
        for batch in open_tables(path, (name,)).get(name, ()):
            columns = [
                pc.add(column, pa.scalar(number * PACK_SPAN, pa.int64())) if field == "file_ref" else column
                for field, column in zip(schema.names, batch.columns, strict=True)
            ]
            yield pa.RecordBatch.from_arrays(columns, schema=schema)


def _schema(name: str) -> pa.Schema:
    if name == DISTRIBUTION_TABLE:
        return DistributionPool().to_arrow().schema
    columns = (PARSED_COLUMNS | LISTED_COLUMNS)[name]
    return typed_table(columns, ()).schema
