"""Builds and readers at once: each build ends well, readers of the earlier snapshot notice nothing."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import duckdb
import pytest

from pipelines import snapshot
from pipelines.snapshot import building_folder, current_snapshot_id, snapshot_path, write_beside
from tests.pipelines.faults.build_process import ended, start_build
from tests.pipelines.faults.folder_state import assert_whole, left_overs, published_ids
from tests.pipelines.handmade import PDF, Exports, course


@pytest.fixture
def served(exports: Exports) -> Exports:
    exports.courses(course())
    exports.build()
    exports.item("其他.pdf", PDF)
    return exports


def test_two_builds_of_the_same_exports_publish_once(served: Exports) -> None:
    builds = [start_build(served.folder, served.snapshots) for _ in range(2)]
    assert [ended(build).status for build in builds] == [0, 0]
    assert len(published_ids(served.snapshots)) == 2
    assert_whole(served.snapshots)
    assert left_overs(served.snapshots) == []


def test_two_builds_of_other_exports_publish_both(served: Exports) -> None:
    other = served.folder.parent / "other"
    shutil.copytree(served.folder, other)
    next(other.rglob("*_其他.pdf")).write_bytes(PDF + b"other")
    builds = [start_build(folder, served.snapshots) for folder in (served.folder, other)]
    assert [ended(build).status for build in builds] == [0, 0]
    assert len(published_ids(served.snapshots)) == 3
    assert_whole(served.snapshots)
    assert left_overs(served.snapshots) == []


def test_reader_of_the_earlier_snapshot_notices_nothing(served: Exports) -> None:
    before = current_snapshot_id(served.snapshots)
    assert before is not None
    question = "select application_id, document_id from document order by all"
    with duckdb.connect(str(snapshot_path(served.snapshots, before)), read_only=True) as reader:
        expected = reader.execute(question).fetchall()
        build = start_build(served.folder, served.snapshots)
        while build.poll() is None:
            assert reader.execute(question).fetchall() == expected
        assert ended(build).status == 0
        assert reader.execute(question).fetchall() == expected
    assert current_snapshot_id(served.snapshots) != before
    assert_whole(served.snapshots)


def test_a_build_that_begins_leaves_alone_what_another_is_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begin() -> None:
        with building_folder(tmp_path):
            pass

    beginning = threading.Thread(target=begin)
    replace = snapshot._replace

    def replace_late(source: Path, target: Path) -> None:
        beginning.start()
        beginning.join(0.5)
        replace(source, target)

    monkeypatch.setattr(snapshot, "_replace", replace_late)
    write_beside(tmp_path, tmp_path / "report.html", b"whole")
    beginning.join()
    assert (tmp_path / "report.html").read_bytes() == b"whole"
