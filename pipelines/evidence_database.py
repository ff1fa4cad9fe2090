"""The DuckDB side of a build: a locked database in memory or aside, and the published tables written to a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines.contract import TABLES, Column, Table

PUBLISHED = "published"
WORKING = "working"
COPY_FROM_ROWS = 2000
"""A list that fits into one vector is read where it is: to copy it costs more than every query of it."""
MEMORY_LIMIT = "1200MB"
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    # Tables of one round are small: a second thread costs a third more work than it saves time.
    "threads": 1,
    # A commit goes into the file at once; a log beside it would be written only to be read again.
    "checkpoint_threshold": "0b",
}


@contextmanager
def locked_database(
    target: Path | None, work: Path | None = None, *, threads: int = 1, is_large: bool = False
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that can write to ``target`` and attach files of the folder ``work``, and reach no other file.

    It is in memory, or with ``is_large`` in the folder, for tables that memory would not hold.
    """
    config, place = _CONFIG | {"threads": threads}, ":memory:"
    if work is not None and is_large:
        config |= {"memory_limit": MEMORY_LIMIT, "temp_directory": str(work / "spilled")}
        place = _quoted(work / f"{WORKING}.duckdb")
    connection = duckdb.connect(config=config)
    try:
        connection.execute(f"attach '{place}' as {WORKING}")
        connection.execute(f"use {WORKING}")
        if target is not None:
            connection.execute(f"attach '{_quoted(target)}' as {PUBLISHED}")
        if work is not None:
            connection.execute(f"set allowed_directories = ['{_quoted(work)}']")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        yield connection
    finally:
        connection.close()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def load_tables(
    connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table], column_types: Mapping[str, str]
) -> None:
    """Copy arrow tables in under their names, with some columns cast from text; small lists stay outside."""
    for name, table in tables.items():
        if table.num_rows < COPY_FROM_ROWS and not column_types.keys() & set(table.column_names):
            connection.register(name, table)
            continue
        columns = ", ".join(_arriving(column, column_types.get(column)) for column in table.column_names)
        connection.register("arriving", table)
        connection.execute(f"create table {name} as select {columns} from arriving")
        connection.unregister("arriving")


def _arriving(column: str, sql_type: str | None) -> str:
    return f"cast({column} as {sql_type}) as {column}" if sql_type else column


def write_published(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Write the tables of the contract with their comments; returns the rows of each."""
    # One transaction: two hundred comments, each made durable alone, cost more than all the data.
    connection.execute("begin transaction")
    counts = {table.name: _write_table(connection, table) for table in TABLES}
    connection.execute("commit")
    connection.execute(f"detach {PUBLISHED}")
    return counts


def _write_table(connection: duckdb.DuckDBPyConnection, table: Table) -> int:
    columns = ", ".join(_cast(column) for column in table.columns)
    target = f"{PUBLISHED}.{table.name}"
    created = connection.execute(
        f"create table {target} as select {columns} from {WORKING}.main.{table.name}"
    )
    rows = int(created.fetchall()[0][0])
    connection.execute(f"comment on table {target} is '{_literal(table.grain)}'")
    for column in table.columns:
        connection.execute(f"comment on column {target}.{column.name} is '{_literal(column.meaning)}'")
    return rows


def _cast(column: Column) -> str:
    return f"cast({column.name} as {column.sql_type}) as {column.name}"


def _literal(text: str) -> str:
    return text.replace("'", "''")
