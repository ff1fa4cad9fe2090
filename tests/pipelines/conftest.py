"""An empty export folder with one profile, and the synthetic sample with the snapshot built from it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import duckdb
import pytest

from pipelines.build import BuildReport
from pipelines.snapshot import load_manifest, snapshot_path
from tests.pipelines.handmade import Exports, profile


@pytest.fixture(autouse=True)
def no_script_to_repeat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screen tests leave their script behind as the main module; a spawned worker would run it again."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    folder = Exports(tmp_path / "exports")
    folder.item("基本資料", profile())
    return folder


@dataclass(frozen=True)
class SampleBuild:
    """The synthetic sample, its snapshot folder, and what the build said."""

    exports: Path
    snapshots: Path
    report: BuildReport
    connection: duckdb.DuckDBPyConnection


@pytest.fixture(scope="session")
def sample_build(
    sample_exports: Path, sample_snapshots: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SampleBuild]:
    """The sample that all rooms share; its build had no failed check, or it would not be published.

    It is opened from a copy: DuckDB keeps one instance a path, and the workbench may hold the original
    in this process with other settings.
    """
    manifest = load_manifest(sample_snapshots)
    report = BuildReport(manifest["snapshot_id"], manifest["problems"], manifest["row_counts"])
    published = snapshot_path(sample_snapshots, manifest["snapshot_id"])
    path = Path(shutil.copy(published, tmp_path_factory.mktemp("copy")))
    with duckdb.connect(str(path), read_only=True) as connection:
        yield SampleBuild(sample_exports, sample_snapshots, report, connection)
