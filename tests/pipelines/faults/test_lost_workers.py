"""A worker process killed from outside: the build ends with a clear message, never hangs, publishes nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from pipelines.exports.folder_batches import ALONE_UP_TO
from pipelines.snapshot import current_snapshot_id
from tests.pipelines.faults.build_process import assert_said, ended, run_build, start_build
from tests.pipelines.faults.folder_state import assert_whole
from tests.pipelines.handmade import Exports, profile

PATIENCE_SECONDS = 30


def workers_of(build: subprocess.Popen[str]) -> list[int]:
    """Processes that read; the one that looks after shared memory is none."""
    children = Path(f"/proc/{build.pid}/task/{build.pid}/children").read_text().split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def kill_a_worker(build: subprocess.Popen[str]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not (workers := workers_of(build)):
        assert time.monotonic() < until, "no worker process appeared"
        time.sleep(0.005)
    os.kill(workers[0], signal.SIGKILL)


def test_build_that_lost_a_worker_says_so_and_the_next_one_works(exports: Exports) -> None:
    exports.build()
    before = current_snapshot_id(exports.snapshots)
    for number in range(ALONE_UP_TO + 1):
        exports.item("基本資料", profile(編號=str(number)), number=f"2{number:07}")
    build = start_build(exports.folder, exports.snapshots)
    kill_a_worker(build)
    assert_said(ended(build), 2, "ended from outside", "build again")
    assert current_snapshot_id(exports.snapshots) == before
    assert_whole(exports.snapshots)
    assert run_build(exports.folder, exports.snapshots).status == 0
    assert current_snapshot_id(exports.snapshots) != before
