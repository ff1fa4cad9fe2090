"""Processes that share a folder of tasks: each claims the next by renaming it, so that no message between them can be lost.

A pool with queues can hang for ever when one of its processes is killed while it starts or while a message is on its way.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, TypeVar

from pipelines.errors import WorkerLost

Result = TypeVar("Result")
Reader = Callable[[Any], Any]

_WAITING, _CLAIMED, _DONE, _WRITING = ".task", ".claimed", ".done", ".writing"
_LOOK_EVERY_SECONDS = 0.05


def put_down(folder: Path, tasks: Sequence[object]) -> None:
    """Every task as a file of the folder, which must be new; only this program reads it."""
    folder.mkdir()
    for number, task in enumerate(tasks):
        (folder / f"{number:07d}{_WAITING}").write_bytes(pickle.dumps(task))


def results_of(
    folder: Path, begin: Callable[..., Reader], about: Sequence[object], *, workers: int
) -> Iterator[Any]:
    """What ``begin(*about)(task)`` gives for each task, in the order of finishing.

    Raises what a reader raised, and WorkerLost as soon as one process was ended from outside; none outlives the call.
    """
    # Spawned, not forked: the calling process may have threads, and other systems know no fork.
    context = get_context("spawn")
    processes = [
        context.Process(target=_work, args=(folder, begin, about), daemon=True) for _ in range(workers)
    ]
    try:
        _start(processes)
        while running := [process for process in processes if process.exitcode is None]:
            wait([process.sentinel for process in running], timeout=_LOOK_EVERY_SECONDS)
            yield from _collect(folder)
            _require_alive(processes)
        yield from _collect(folder)
    finally:
        _end(processes)


def _start(processes: Sequence[SpawnProcess]) -> None:
    try:
        for process in processes:
            process.start()
    except OSError as error:
        raise WorkerLost from error


def _require_alive(processes: Sequence[SpawnProcess]) -> None:
    if any(process.exitcode for process in processes):
        raise WorkerLost


def _end(processes: Sequence[SpawnProcess]) -> None:
    for process in processes:
        if process.pid is not None:
            process.kill()
            process.join()


def _collect(folder: Path) -> Iterator[Any]:
    for path in sorted(folder.glob(f"*{_DONE}")):
        outcome = pickle.loads(path.read_bytes())
        path.unlink()
        if isinstance(outcome, Exception):
            raise outcome
        yield outcome


def _work(folder: Path, begin: Callable[..., Reader], about: Sequence[object]) -> None:
    """One process: claim, read, leave the result, until nothing waits."""
    read = begin(*about)
    for waiting in sorted(folder.glob(f"*{_WAITING}")):
        claimed = waiting.with_suffix(_CLAIMED)
        try:
            waiting.rename(claimed)
        except FileNotFoundError:
            continue
        _leave(claimed, _outcome(read, pickle.loads(claimed.read_bytes())))
        claimed.unlink()


def _outcome(read: Reader, task: object) -> object:
    try:
        return read(task)
    except Exception as error:  # noqa: BLE001 - told by the process that asked
        return error


def _leave(claimed: Path, outcome: object) -> None:
    """Whole or not at all."""
    writing = claimed.with_suffix(_WRITING)
    writing.write_bytes(pickle.dumps(outcome))
    writing.rename(claimed.with_suffix(_DONE))
