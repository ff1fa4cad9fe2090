"""What must hold of a snapshot folder whatever befell the builds in it."""

from __future__ import annotations

from pathlib import Path

import duckdb

from pipelines.snapshot import (
    BUILDING_PREFIX,
    FILES_FOLDER,
    current_snapshot_id,
    digest_of_file,
    is_published,
    load_manifest,
    snapshot_path,
)


def published_ids(snapshots: Path) -> set[str]:
    """Every snapshot that the folder offers by a manifest."""
    return {path.stem.removeprefix("evidence-") for path in snapshots.glob(f"evidence-{'?' * 16}.json")}


def half_published(snapshots: Path) -> set[str]:
    """Offered, but not the database its manifest describes; never any."""
    return {each for each in published_ids(snapshots) if not is_published(snapshots, each)}


def wrong_files(snapshots: Path) -> list[str]:
    """Kept files whose content is not the one they are named by; never any."""
    files = [path for path in (snapshots / FILES_FOLDER).rglob("*") if path.is_file()]
    return [path.name for path in files if digest_of_file(path) != path.name]


def left_overs(snapshots: Path) -> list[Path]:
    """What a dead build left, until the next one begins."""
    return sorted(snapshots.glob(f"{BUILDING_PREFIX}*"))


def served_applications(snapshots: Path) -> int:
    """Rows a reader of the current snapshot finds; opening it is part of the promise."""
    current = current_snapshot_id(snapshots)
    assert current is not None
    with duckdb.connect(str(snapshot_path(snapshots, current)), read_only=True) as connection:
        rows = connection.execute("select count(*)::integer from application").fetchall()
    assert rows[0][0] == load_manifest(snapshots)["row_counts"]["application"]
    return int(rows[0][0])


def assert_whole(snapshots: Path) -> None:
    """Whatever is offered is whole, and something is offered."""
    assert half_published(snapshots) == set(), half_published(snapshots)
    assert wrong_files(snapshots) == [], wrong_files(snapshots)
    assert current_snapshot_id(snapshots) in published_ids(snapshots)
    assert served_applications(snapshots) > 0
