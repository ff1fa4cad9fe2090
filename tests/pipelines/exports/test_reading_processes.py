"""Processes that share a folder of tasks: everything is read once, errors arrive, a lost process is told."""

from __future__ import annotations

import os
from functools import partial
from operator import methodcaller
from pathlib import Path

import pytest

from pipelines.errors import WorkerLost
from pipelines.exports.reading_processes import put_down, results_of


def test_every_task_is_done_once(tmp_path: Path) -> None:
    folder = tmp_path / "tasks"
    put_down(folder, [f"text {number}" for number in range(40)])
    found = list(results_of(folder, methodcaller, ("upper",), workers=2))
    assert sorted(found) == sorted(f"TEXT {number}" for number in range(40))
    assert list(folder.iterdir()) == []


def test_error_of_a_task_is_raised_where_it_is_awaited(tmp_path: Path) -> None:
    put_down(tmp_path / "tasks", ["a", 1])
    with pytest.raises(AttributeError, match="upper"):
        list(results_of(tmp_path / "tasks", methodcaller, ("upper",), workers=2))


@pytest.mark.parametrize("workers", [1, 2])
def test_process_ended_from_outside_is_told(tmp_path: Path, workers: int) -> None:
    put_down(tmp_path / "tasks", [partial(os._exit, 9), *[partial(str, 1)] * 20])
    with pytest.raises(WorkerLost):
        list(results_of(tmp_path / "tasks", methodcaller, ("__call__",), workers=workers))
