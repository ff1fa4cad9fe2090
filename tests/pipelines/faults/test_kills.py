"""A build killed at any moment: the earlier snapshot serves, nothing half is offered, the next run works."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.snapshot import current_snapshot_id
from tests.pipelines.faults.build_process import ended, run_build, start_build
from tests.pipelines.faults.folder_state import assert_whole, left_overs, published_ids
from tests.pipelines.faults.forked_builds import KILLED, ForkServer, Trial, fork_server
from tests.pipelines.handmade import PDF, Exports, course

LAST_ACCESS = 2000
RANDOM_KILLS = 2


@pytest.fixture(scope="module")
def builds() -> Iterator[ForkServer]:
    with fork_server() as server:
        yield server


@pytest.fixture
def served(exports: Exports) -> Exports:
    """An export folder whose first snapshot is offered."""
    exports.courses(course())
    exports.item("其他.pdf", PDF)
    exports.build()
    return exports


def test_build_killed_before_any_of_its_changes(served: Exports, builds: ForkServer) -> None:
    offered = {current_snapshot_id(served.snapshots)}
    for place in range(1, 200, 6):
        served.item("其他.pdf", PDF + bytes([place]))
        trial = Trial(str(served.folder), str(served.snapshots), kill_at_change=place)
        status = builds.run(trial)
        assert_whole(served.snapshots)
        offered.add(current_snapshot_id(served.snapshots))
        if status != KILLED:
            break
    assert (status, place > 10) == (0, True)
    assert left_overs(served.snapshots) == []
    assert offered <= published_ids(served.snapshots)


def test_first_build_killed_offers_nothing_half(exports: Exports, builds: ForkServer, tmp_path: Path) -> None:
    exports.item("其他.pdf", PDF)
    place, status = 1, KILLED
    while status == KILLED:
        snapshots = tmp_path / f"first-{place}"
        status = builds.run(Trial(str(exports.folder), str(snapshots), kill_at_change=place))
        if current_snapshot_id(snapshots) is not None:
            assert_whole(snapshots)
        place += 25
    assert status == 0


def test_build_killed_at_every_stage(served: Exports, builds: ForkServer) -> None:
    """Reading, deriving, checking and publishing open files, so an opened file marks a moment of each."""
    before = current_snapshot_id(served.snapshots)
    served.item("其他.pdf", PDF + b"changed")
    places = [1]
    while places[-1] < LAST_ACCESS:
        places.append(max(places[-1] + 1, int(places[-1] * 2.5)))
    ended = []
    for place in places:
        ended.append(builds.run(Trial(str(served.folder), str(served.snapshots), kill_at_access=place)))
        assert_whole(served.snapshots)
        if ended[-1] == KILLED:
            assert current_snapshot_id(served.snapshots) in {before, *published_ids(served.snapshots)}
    assert ended.count(KILLED) >= 4
    assert ended[-1] == 0
    assert current_snapshot_id(served.snapshots) != before
    assert left_overs(served.snapshots) == []


def test_build_killed_at_random(served: Exports) -> None:
    """The command itself, start of the interpreter included; what DuckDB writes is hit as well."""
    chance = random.Random(11)
    for attempt in range(RANDOM_KILLS):
        served.item("其他.pdf", PDF + b"again" * attempt)
        build = start_build(served.folder, served.snapshots)
        time.sleep(0.5 + 2 * chance.random())
        build.kill()
        ended(build)
        assert_whole(served.snapshots)
    assert run_build(served.folder, served.snapshots).status == 0
    assert left_overs(served.snapshots) == []
