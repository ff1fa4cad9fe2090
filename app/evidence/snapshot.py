"""The read-only door to one evidence snapshot: verified once, then a cursor for every question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import closing
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import duckdb

from app.domain.evidence import ApplicationId, SnapshotId
from app.errors import SnapshotBroken
from app.evidence.application_places import ApplicationPlaces, build_places
from app.evidence.manifest import (
    SnapshotManifest,
    manifest_path,
    read_manifest,
    require_known_schema,
    require_unchanged,
)
from pipelines.contract import TABLES

SQL_FOLDER = Path(__file__).parent / "sql"
SHA256_LENGTH = 64

# One thread a query answers many reviewers faster than parallel queries do. Everything that reaches outside
# the file is switched off and locked, so that no query can read another file.
LOCKED_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "threads": "1",
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "lock_configuration": "true",
}

Row = tuple[Any, ...]
"""One fetched row, or the values of one record in order; becomes a frozen record at once."""


FileStates = tuple[tuple[int, int, int] | None, ...]
"""Of each file its number, bytes and time of change; None where there is no file."""


@cache
def load_sql(question: str) -> str:
    """Text of ``sql/<question>.sql``."""
    return (SQL_FOLDER / f"{question}.sql").read_text(encoding="utf-8")


class EvidenceSnapshot:
    """One open snapshot. Safe to share between threads: nobody else holds its connection."""

    def __init__(
        self, folder: Path, *, manifest: SnapshotManifest, connection: duckdb.DuckDBPyConnection
    ) -> None:
        self.folder = folder
        self.manifest = manifest
        self._connection = connection

    @property
    def snapshot_id(self) -> SnapshotId:
        """Key made from the content; plans pin it."""
        return self.manifest.snapshot_id

    def rows(self, question: str, params: Mapping[str, object] | None = None) -> list[Row]:
        """All rows of one question, fetched to the end: a half-read result would keep the connection busy."""
        with closing(self._connection.cursor()) as cursor:
            return cursor.execute(load_sql(question), dict(params or {})).fetchall()

    @cached_property
    def places(self) -> ApplicationPlaces:
        """Where every application stands; read when it is first asked for."""
        return build_places(self.rows("load_application_places"))

    def rows_of(
        self, question: str, application_id: ApplicationId, params: Mapping[str, object] | None = None
    ) -> list[Row]:
        """All rows of a question about one application, told by its place; none for an unknown key.

        A known number, not a join: only so does the database skip everything of others.
        """
        place = self.places.by_application.get(application_id)
        return self.rows(question, {"application_place": place, **(params or {})})

    def file_path(self, sha256: str) -> Path:
        """Where the original file of this content lies."""
        path = self.folder / "files" / sha256[:2] / sha256
        if len(sha256) != SHA256_LENGTH or not sha256.isalnum():
            raise SnapshotBroken(path, "not a content key")
        if not path.is_file():
            raise SnapshotBroken(path, "the file of this content is missing")
        return path

    def close(self) -> None:
        """Let go of the database file."""
        self._connection.close()


def open_snapshot(folder: Path, snapshot_id: SnapshotId) -> EvidenceSnapshot:
    """Verify the named snapshot against its manifest and the contract, and open it read-only."""
    manifest = read_manifest(folder, snapshot_id)
    path = database_path(folder, snapshot_id)
    require_known_schema(path, manifest)
    require_unchanged(path, manifest)
    connection = _connect(path)
    try:
        _require_contract(path, connection)
    except SnapshotBroken:
        connection.close()
        raise
    return EvidenceSnapshot(folder, manifest=manifest, connection=connection)


def database_path(folder: Path, snapshot_id: SnapshotId) -> Path:
    """The database file of a snapshot."""
    return folder / f"evidence-{snapshot_id}.duckdb"


def files_of(folder: Path, snapshot_id: SnapshotId) -> FileStates:
    """What the file system says of the files of a snapshot: another answer means that something was changed there."""
    return tuple(map(_state_of, (database_path(folder, snapshot_id), manifest_path(folder, snapshot_id))))


def find_current_snapshot(folder: Path) -> SnapshotId | None:
    """The snapshot the pipeline published last; None before the first one."""
    path = folder / "current.json"
    if not path.is_file():
        return None
    try:
        return SnapshotId(str(json.loads(path.read_text(encoding="utf-8"))["snapshot_id"]))
    except (ValueError, KeyError, TypeError) as error:
        raise SnapshotBroken(path, "does not name a snapshot") from error


def load_snapshot_ids(folder: Path) -> tuple[SnapshotId, ...]:
    """Every published snapshot, oldest first; one of another schema version is listed but will not open."""
    # Sixteen characters: what the pipeline compares with the snapshot before lies beside as .since.json.
    names = (path.stem.removeprefix("evidence-") for path in folder.glob(f"evidence-{'?' * 16}.json"))
    manifests = [read_manifest(folder, SnapshotId(name)) for name in names]
    return tuple(each.snapshot_id for each in sorted(manifests, key=lambda m: (m.built_at, m.snapshot_id)))


def _state_of(path: Path) -> tuple[int, int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(path, read_only=True, config=LOCKED_CONFIG)
    except duckdb.Error as error:
        raise SnapshotBroken(path, "cannot be opened as a database") from error


def _require_contract(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    found = _columns_by_table(connection)
    for table in TABLES:
        promised = [(column.name, column.sql_type.upper()) for column in table.columns]
        if table.name not in found:
            raise SnapshotBroken(path, f"table {table.name} is missing")
        if found[table.name] != promised:
            raise SnapshotBroken(path, f"columns of table {table.name} are not those of the contract")


def _columns_by_table(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[str, str]]]:
    with closing(connection.cursor()) as cursor:
        rows = cursor.execute(load_sql("load_columns")).fetchall()
    tables: dict[str, list[tuple[str, str]]] = {}
    for table_name, column_name, data_type in rows:
        tables.setdefault(table_name, []).append((column_name, data_type.upper()))
    return tables
