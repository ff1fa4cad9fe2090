"""Publishing: the same content has the same name, and a build that dies changes nothing."""

from __future__ import annotations

import stat
from hashlib import sha256
from pathlib import Path

import pytest

from pipelines.build import build_snapshot
from pipelines.errors import ExportsChanged, SnapshotNotFound
from pipelines.snapshot import (
    ALIVE_FILE,
    building_folder,
    current_snapshot_id,
    digest_of_file,
    keep_files,
    load_manifest,
    snapshot_path,
)
from tests.pipelines.conftest import SampleBuild
from tests.pipelines.handmade import PDF, Exports, course


def test_snapshot_of_the_same_exports_has_the_same_id_anywhere(exports: Exports, tmp_path: Path) -> None:
    exports.courses(course())
    first = build_snapshot(exports.folder, tmp_path / "one")
    second = build_snapshot(exports.folder, tmp_path / "two")
    assert first.snapshot_id == second.snapshot_id
    assert (first.was_reused, second.was_reused) == (False, False)


def test_snapshot_is_reused_and_never_written_again(exports: Exports) -> None:
    first = exports.build()
    assert first.snapshot_id is not None
    before = snapshot_path(exports.snapshots, first.snapshot_id).stat()
    second = exports.build()
    after = snapshot_path(exports.snapshots, first.snapshot_id).stat()
    assert (second.snapshot_id, second.was_reused) == (first.snapshot_id, True)
    assert (second.problems, second.row_counts) == (first.problems, first.row_counts)
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_snapshot_of_other_content_leaves_the_first_in_place(exports: Exports) -> None:
    first = exports.build()
    exports.courses(course())
    second = exports.build()
    assert first.snapshot_id != second.snapshot_id
    assert current_snapshot_id(exports.snapshots) == second.snapshot_id
    assert load_manifest(exports.snapshots, first.snapshot_id)["snapshot_id"] == first.snapshot_id


def test_snapshot_is_read_only_and_matches_its_manifest(sample_build: SampleBuild) -> None:
    snapshot_id = current_snapshot_id(sample_build.snapshots)
    assert snapshot_id == sample_build.report.snapshot_id
    assert snapshot_id is not None
    path = snapshot_path(sample_build.snapshots, snapshot_id)
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert load_manifest(sample_build.snapshots)["sha256"] == digest_of_file(path)


def test_snapshot_damaged_on_disk_is_built_again(exports: Exports) -> None:
    snapshot_id = exports.build().snapshot_id
    assert snapshot_id is not None
    path = snapshot_path(exports.snapshots, snapshot_id)
    path.chmod(0o644)
    path.write_bytes(b"damaged")
    report = exports.build()
    assert (report.snapshot_id, report.was_reused) == (snapshot_id, False)
    assert load_manifest(exports.snapshots)["sha256"] == digest_of_file(path)


@pytest.mark.parametrize("snapshot_id", [None, "0" * 16, "../../etc/passwd"])
def test_manifest_of_no_snapshot_is_an_error(tmp_path: Path, snapshot_id: str | None) -> None:
    with pytest.raises(SnapshotNotFound):
        load_manifest(tmp_path, snapshot_id)


def test_kept_file_stays_when_the_delivered_one_is_written_over(exports: Exports) -> None:
    exports.item("其他.pdf", PDF)
    exports.build()
    exports.item("其他.pdf", PDF + b"written over in place")
    digest = sha256(PDF).hexdigest()
    kept = exports.snapshots / "files" / digest[:2] / digest
    assert kept.read_bytes() == PDF
    assert stat.S_IMODE(kept.stat().st_mode) == 0o444


def test_file_that_is_no_longer_what_was_read_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"other")
    for path in ("a.pdf", "gone.pdf"):
        with pytest.raises(ExportsChanged):
            keep_files(tmp_path, {"ab" * 32: str(tmp_path / path)})
    assert list(tmp_path.glob("files/*/*")) == []


def test_next_build_removes_what_a_killed_one_left(tmp_path: Path) -> None:
    (tmp_path / ".building-old").mkdir()
    (tmp_path / ".building-old" / "evidence.duckdb").write_bytes(b"half")
    (tmp_path / ".building-unlocked").mkdir()
    (tmp_path / ".building-unlocked" / ALIVE_FILE).touch()
    (tmp_path / ".building-pointer").touch()
    with building_folder(tmp_path) as folder:
        assert sorted(tmp_path.glob(".building-*")) == [folder]
    assert list(tmp_path.glob(".building-*")) == []


def test_next_build_leaves_a_living_one_alone(tmp_path: Path) -> None:
    with building_folder(tmp_path) as living:
        with building_folder(tmp_path) as other:
            assert sorted(tmp_path.glob(".building-*")) == sorted([living, other])
        assert list(tmp_path.glob(".building-*")) == [living]
