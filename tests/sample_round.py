"""One synthetic sample, one snapshot and one demo round for the whole test run, shared by its processes."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.demo.round import make_store
from app.evidence.snapshot import find_current_snapshot
from app.settings import Settings
from app.workbench import Workbench, open_workbench
from pipelines.build import build_snapshot
from pipelines.synthesis import write_sample

APPLICANTS = 60
SEED = 20260115
WAIT_SECONDS = 300


def shared_folder(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folder ``name`` made by exactly one process of the run; the others wait for it."""
    base = factory.getbasetemp()
    # Under xdist every process has a folder of its own below the one they share.
    folder = (base.parent if base.name.startswith("popen-") else base) / name
    try:
        folder.mkdir()
    except FileExistsError:
        _wait_for(folder / "ready")
    else:
        make(folder)
        (folder / "ready").touch()
    return folder


def _wait_for(mark: Path) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not mark.exists():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{mark.parent.name} was not made by the process that began it")
        time.sleep(0.1)


def make_exports(folder: Path) -> None:
    """The synthetic exports that every test may read and none may change."""
    write_sample(folder / "exports", applicants=APPLICANTS, seed=SEED)


def make_snapshots(exports: Path) -> Callable[[Path], None]:
    """A maker of the snapshot of ``exports``."""

    def make(folder: Path) -> None:
        report = build_snapshot(exports, folder / "snapshots")
        assert report.snapshot_id == find_current_snapshot(folder / "snapshots")

    return make


def make_round(snapshots: Path, exports: Path) -> Callable[[Path], None]:
    """A maker of a demo round over ``snapshots``: people, plans, assignments, scores, and the results in ``exports``."""

    def make(folder: Path) -> None:
        make_store(folder, settings_of(snapshots, folder), exports=exports)

    return make


def settings_of(snapshots: Path, folder: Path) -> Settings:
    """Settings of a workbench whose store lies in ``folder``."""
    store = f"sqlite:///{(folder / 'review.db').absolute()}"
    return Settings(snapshots=snapshots, store=store, cache=folder / "cache", demo=True)


def copy_of_round(template: Path, *, snapshots: Path, folder: Path) -> Workbench:
    """A workbench over a copy of the round, which a test may change."""
    shutil.copy(template / "review.db", folder / "review.db")
    return open_workbench(settings_of(snapshots, folder))
