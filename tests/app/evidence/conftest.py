"""A small hand-made snapshot, published the way the pipeline publishes one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from app.domain.evidence import SnapshotId
from app.evidence.snapshot import EvidenceSnapshot, open_snapshot
from pipelines.contract import SCHEMA_VERSION, TABLES
from tests.app.evidence.carried_columns import fill_carried_columns
from tests.app.evidence.snapshot_rows import PDF_CONTENT, ROWS


def write_database(path: Path) -> None:
    """Create every table of the contract and fill it with the hand-made rows."""
    with duckdb.connect(path) as connection:
        for table in TABLES:
            columns = ", ".join(f"{column.name} {column.sql_type}" for column in table.columns)
            connection.execute(f"create table {table.name} ({columns})")
            for row in ROWS.get(table.name, ()):
                names, marks = ", ".join(row), ", ".join("?" * len(row))
                connection.execute(f"insert into {table.name} ({names}) values ({marks})", list(row.values()))
        fill_carried_columns(connection)


def publish(folder: Path, *, schema_version: int = SCHEMA_VERSION) -> SnapshotId:
    """Write database, manifest, original file and the pointer to the current snapshot."""
    written = folder / "evidence-new.duckdb"
    write_database(written)
    sha256 = hashlib.sha256(written.read_bytes()).hexdigest()
    snapshot_id = SnapshotId(sha256[:16])
    written.rename(folder / f"evidence-{snapshot_id}.duckdb")
    manifest = {"schema_version": schema_version, "sha256": sha256, "built_at": "2026-11-01T08:00:00+08:00"}
    (folder / f"evidence-{snapshot_id}.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "current.json").write_text(json.dumps({"snapshot_id": snapshot_id}), encoding="utf-8")
    content_key = hashlib.sha256(PDF_CONTENT).hexdigest()
    (folder / "files" / content_key[:2]).mkdir(parents=True)
    (folder / "files" / content_key[:2] / content_key).write_bytes(PDF_CONTENT)
    return snapshot_id


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EvidenceSnapshot]:
    """The hand-made snapshot, opened once: it never changes."""
    folder = tmp_path_factory.mktemp("snapshots")
    opened = open_snapshot(folder, publish(folder))
    yield opened
    opened.close()
