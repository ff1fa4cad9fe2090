"""A full disk: the build ends with a clear message, the earlier snapshot serves, the next run works."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.snapshot import current_snapshot_id
from tests.pipelines.faults.build_process import Ended, assert_said, run_build
from tests.pipelines.faults.folder_state import assert_whole, left_overs
from tests.pipelines.handmade import PDF, Exports, course

KIB = 1 << 10
BIG_PDF = PDF + b"\0" * (900 * KIB) + b"\n%%EOF\n"

ON_A_SMALL_DISK = """
mount -t tmpfs -o size="$1" tmpfs "$2" && cp -r "$3/." "$2" || exit 77
"$4" -m pipelines build --exports "$5" --snapshots "$2"; status=$?
rm -rf "$3" && cp -r "$2" "$3"; exit $status
"""
NO_MOUNT_RIGHTS = 77


@pytest.fixture
def served(exports: Exports) -> Exports:
    """An export folder whose first snapshot is offered, and then more to write than before."""
    exports.courses(course())
    exports.build()
    exports.item("其他.pdf", BIG_PDF)
    return exports


def files_up_to(size: int) -> Callable[[], None]:
    """No file of the process may grow beyond a size: the same refusal in the same system call."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("size", [1, 12 * KIB, 800 * KIB])
def test_build_that_cannot_write_on_leaves_the_earlier_snapshot(served: Exports, size: int) -> None:
    before = current_snapshot_id(served.snapshots)
    build = run_build(served.folder, served.snapshots, before=files_up_to(size))
    assert_said(build, 2, str(served.snapshots))
    assert current_snapshot_id(served.snapshots) == before
    assert_whole(served.snapshots)
    assert served.build().was_reused is False
    assert left_overs(served.snapshots) == []


@pytest.mark.parametrize("free", [300 * KIB, 3000 * KIB])
def test_build_on_a_full_disk_leaves_the_earlier_snapshot(served: Exports, tmp_path: Path, free: int) -> None:
    before = current_snapshot_id(served.snapshots)
    build = build_on_small_disk(served, tmp_path / "disk", free)
    assert_said(build, 2, "error: ")
    assert current_snapshot_id(served.snapshots) == before
    assert_whole(served.snapshots)
    assert served.build().was_reused is False
    assert left_overs(served.snapshots) == []


def build_on_small_disk(exports: Exports, mount: Path, free: int) -> Ended:
    """In a disk of its own, or under a limit of file size where nothing may be mounted."""
    mount.mkdir()
    used = sum(path.stat().st_size for path in exports.snapshots.rglob("*") if path.is_file())
    folders = map(str, (mount, exports.snapshots, sys.executable, exports.folder))
    script = ["sh", "-c", ON_A_SMALL_DISK, "sh", str(used + free), *folders]
    namespace = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    done = subprocess.run([*namespace, *script], capture_output=True, text=True, timeout=120)
    if done.returncode in (1, NO_MOUNT_RIGHTS) and "Traceback" not in done.stderr:
        return run_build(exports.folder, exports.snapshots, before=files_up_to(free))
    return Ended(done.returncode, done.stdout, done.stderr)
