"""Snapshots opened aside: verified once, and again only when something changed in their files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.evidence import SnapshotId
from app.errors import SnapshotBroken
from app.evidence.snapshot import database_path, find_current_snapshot
from app.workbench import Workbench
from tests.sample_round import settings_of

PATIENCE = 30.0


@pytest.fixture
def damaged(sample_snapshots: Path, tmp_path: Path) -> Iterator[tuple[Workbench, SnapshotId]]:
    """A workbench over a copy of the sample whose database has one byte too many."""
    snapshot_id = find_current_snapshot(sample_snapshots)
    assert snapshot_id is not None
    folder = tmp_path / "snapshots"
    folder.mkdir()
    for path in sample_snapshots.glob(f"*{snapshot_id}.*"):
        shutil.copy(path, folder / path.name)
    path = database_path(folder, snapshot_id)
    path.chmod(0o600)
    with path.open("ab") as file:
        file.write(b"x")
    workbench = Workbench(settings_of(folder, tmp_path), store=None)  # type: ignore[arg-type]
    yield workbench, snapshot_id
    workbench.aside.finish()


def test_a_damaged_snapshot_is_not_verified_again_while_it_stays_the_same(
    damaged: tuple[Workbench, SnapshotId], monkeypatch: pytest.MonkeyPatch
) -> None:
    workbench, snapshot_id = damaged
    with pytest.raises(SnapshotBroken):
        workbench.find_soon(snapshot_id, patience=PATIENCE)
    monkeypatch.setattr("app.workbench.open_snapshot", lambda *_: pytest.fail("verified again"))
    with pytest.raises(SnapshotBroken):
        workbench.find_soon(snapshot_id, patience=PATIENCE)


def test_a_snapshot_put_right_is_opened_without_a_restart(
    damaged: tuple[Workbench, SnapshotId], sample_snapshots: Path
) -> None:
    workbench, snapshot_id = damaged
    with pytest.raises(SnapshotBroken):
        workbench.find_soon(snapshot_id, patience=PATIENCE)
    folder = workbench.settings.snapshots
    shutil.copy(database_path(sample_snapshots, snapshot_id), database_path(folder, snapshot_id))
    opened = workbench.find_soon(snapshot_id, patience=PATIENCE)
    assert opened is not None
    assert opened.snapshot_id == snapshot_id
    opened.close()
