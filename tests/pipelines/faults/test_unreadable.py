"""Rights: what may not be read or written stops the build with its name, and nothing is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.snapshot import current_snapshot_id
from tests.pipelines.faults.build_process import Ended, assert_said, run_build, without_overriding
from tests.pipelines.faults.folder_state import assert_whole
from tests.pipelines.handmade import NUMBER, PDF, PROGRAMME, Exports, course


@pytest.fixture
def served(exports: Exports) -> Exports:
    exports.courses(course())
    exports.build()
    exports.item("其他.pdf", PDF)
    return exports


def build_by_rights(exports: Exports) -> Ended:
    return run_build(exports.folder, exports.snapshots, prefix=without_overriding())


@pytest.mark.parametrize("place", [f"{NUMBER}_修課紀錄.json", f"{NUMBER}_其他.pdf", ""])
def test_exports_that_may_not_be_read_stop_the_build(served: Exports, place: str) -> None:
    before = current_snapshot_id(served.snapshots)
    closed = served.folder / "999" / PROGRAMME / NUMBER / place
    closed.chmod(0)
    build = build_by_rights(served)
    closed.chmod(0o755)
    assert_said(build, 2, str(closed), "Permission denied")
    assert current_snapshot_id(served.snapshots) == before
    assert build_by_rights(served).status == 0
    assert_whole(served.snapshots)


def test_snapshot_folder_that_may_not_be_written_stops_the_build(served: Exports) -> None:
    before = current_snapshot_id(served.snapshots)
    served.snapshots.chmod(0o555)
    build = build_by_rights(served)
    served.snapshots.chmod(0o755)
    assert_said(build, 2, str(served.snapshots), "Permission denied")
    assert current_snapshot_id(served.snapshots) == before
    assert_whole(served.snapshots)


def test_snapshot_folder_that_is_a_file_stops_the_build(served: Exports, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    assert_said(run_build(served.folder, taken), 2, str(taken))
    assert taken.read_text() == "a file"
