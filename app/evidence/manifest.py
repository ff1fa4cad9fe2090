"""The manifest beside a snapshot: what was published, and the proof that nothing changed since."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from app.domain.evidence import SnapshotId
from app.errors import SnapshotBroken
from pipelines.contract import SCHEMA_VERSION


@dataclass(frozen=True)
class SnapshotManifest:
    """Facts about a published snapshot; ``built_at`` is ISO text as the pipeline wrote it."""

    snapshot_id: SnapshotId
    schema_version: int
    sha256: str
    built_at: str


def manifest_path(folder: Path, snapshot_id: SnapshotId) -> Path:
    """Where the manifest of a snapshot lies."""
    return folder / f"evidence-{snapshot_id}.json"


def read_manifest(folder: Path, snapshot_id: SnapshotId) -> SnapshotManifest:
    """The manifest of a snapshot, whatever its schema version."""
    path = manifest_path(folder, snapshot_id)
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        version, sha256, built_at = facts["schema_version"], facts["sha256"], facts["built_at"]
    except FileNotFoundError as error:
        raise SnapshotBroken(path, "the manifest is missing") from error
    except (ValueError, KeyError, TypeError) as error:
        raise SnapshotBroken(path, "the manifest cannot be read") from error
    return SnapshotManifest(snapshot_id, version, str(sha256), str(built_at))


def require_known_schema(path: Path, manifest: SnapshotManifest) -> None:
    """Refuse a snapshot of another schema version before anything is asked of it."""
    if manifest.schema_version != SCHEMA_VERSION:
        reason = f"schema version {manifest.schema_version}, this program reads {SCHEMA_VERSION}"
        raise SnapshotBroken(path, reason)


def require_unchanged(path: Path, manifest: SnapshotManifest) -> None:
    """Compare the content of the database file with the manifest."""
    if not path.is_file():
        raise SnapshotBroken(path, "the database file is missing")
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != manifest.sha256:
        raise SnapshotBroken(path, "the content differs from the manifest")
