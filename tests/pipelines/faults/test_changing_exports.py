"""Exports that change while they are read: the build stops with the file's name and publishes nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipelines.snapshot import current_snapshot_id
from tests.pipelines.faults.build_process import assert_said, run_build
from tests.pipelines.faults.folder_state import assert_whole
from tests.pipelines.faults.forked_builds import Trial, fork_server
from tests.pipelines.handmade import NUMBER, PDF, PROGRAMME, Exports, course

GROWING_BYTES = 8 << 20
APPEND = """
import sys, time
with open(sys.argv[1], "ab", buffering=0) as stream:
    print("writing", flush=True)
    for _ in range(100_000):
        stream.write(b"x" * 1024)
        time.sleep(0.0002)
"""


@pytest.fixture
def served(exports: Exports) -> Exports:
    exports.courses(course())
    exports.build()
    return exports


def path_of(exports: Exports, name: str) -> Path:
    return exports.folder / "999" / PROGRAMME / NUMBER / f"{NUMBER}_{name}"


@contextmanager
def growing(path: Path) -> Iterator[None]:
    """Somebody is still copying this file in."""
    command = [sys.executable, "-c", APPEND, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        yield
        writer.kill()


def test_file_that_grows_while_it_is_read_stops_the_build(served: Exports) -> None:
    before = current_snapshot_id(served.snapshots)
    served.item("其他.pdf", PDF + b"\0" * GROWING_BYTES)
    with growing(path_of(served, "其他.pdf")):
        build = run_build(served.folder, served.snapshots)
    assert_said(build, 1, f"{NUMBER}_其他.pdf", "changed", "build again")
    assert current_snapshot_id(served.snapshots) == before
    assert_whole(served.snapshots)
    served.item("其他.pdf", PDF)
    assert run_build(served.folder, served.snapshots).status == 0


@pytest.mark.parametrize("name", ["修課紀錄.json", "其他.pdf"])
def test_file_that_vanishes_before_it_is_read_stops_the_build(served: Exports, name: str) -> None:
    before = current_snapshot_id(served.snapshots)
    served.item("其他.pdf", PDF)
    vanishing = str(path_of(served, name))
    with fork_server() as builds:
        status = builds.run(Trial(str(served.folder), str(served.snapshots), vanishing=vanishing))
    assert status == 1
    assert current_snapshot_id(served.snapshots) == before
    assert_whole(served.snapshots)
