"""An empty export folder with one profile, and the synthetic sample with the snapshot built from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from pipelines.build import BuildReport, build_snapshot
from pipelines.snapshot import snapshot_path
from pipelines.synthesis import write_sample
from tests.pipelines.handmade import Exports, profile


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
def sample_build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleBuild]:
    folder = tmp_path_factory.mktemp("sample_build")
    write_sample(folder / "exports", applicants=60, seed=7)
    report = build_snapshot(folder / "exports", folder / "snapshots")
    assert report.snapshot_id is not None
    path = snapshot_path(folder / "snapshots", report.snapshot_id)
    with duckdb.connect(str(path), read_only=True) as connection:
        yield SampleBuild(folder / "exports", folder / "snapshots", report, connection)
