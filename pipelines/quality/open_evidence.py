"""Published snapshots, attached read-only to a database in memory that reaches nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from pipelines.errors import SnapshotNotFound
from pipelines.snapshot import snapshot_path
from pipelines.transform import load_queries

Row = tuple[Any, ...]

_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
}


@contextmanager
def attached(snapshots: Path, ids: Mapping[str, str]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Snapshots by the name under which queries know them; raises SnapshotNotFound.

    Attached, not connected to: one process may have a database open with one configuration only, and the
    workbench may be in this process with another.
    """
    connection = duckdb.connect(config=_CONFIG)
    try:
        for name, snapshot_id in ids.items():
            path = snapshot_path(snapshots, snapshot_id)
            if not path.is_file():
                raise SnapshotNotFound(snapshots, snapshot_id)
            connection.execute(f"attach '{_quoted(path)}' as {name} (read_only)")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        yield connection
    finally:
        connection.close()


def rows(
    connection: duckdb.DuckDBPyConnection, question: str, params: Mapping[str, object] | None = None
) -> list[Row]:
    """All rows of ``sql/quality/<question>.sql``."""
    return connection.execute(load_queries(("quality",))[question], dict(params or {})).fetchall()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
