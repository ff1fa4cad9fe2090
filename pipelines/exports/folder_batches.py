"""Applicant folders read in batches, by worker processes when there are many, each batch left as two files."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from pipelines.errors import WorkerLost
from pipelines.exports.applicant_folder import LISTED_COLUMNS, FolderReading, FolderTask
from pipelines.exports.parse_cache import PACK_SUFFIX, digests_of
from pipelines.exports.table_file import write_table_file
from pipelines.exports.text_arrays import typed_table

FOLDERS_A_BATCH = 200
ALONE_UP_TO = 400
"""So many folders are read sooner than a second process has started."""
LISTED_SUFFIX = ".listed"
TASKS_SUFFIX = ".tasks"
_WAITING_A_WORKER = 3


@dataclass(frozen=True)
class FolderBatch:
    """Some folders, and where to leave what they say."""

    tasks: Sequence[FolderTask]
    target: Path
    """Without a suffix."""


@dataclass(frozen=True)
class BatchResult:
    """What became of a batch; the pack is None when every file of it was known."""

    listed: Path
    pack: Path | None
    folders: int
    folders_parsed: int
    folders_reused: int


@dataclass(frozen=True)
class _Known:
    digests: frozenset[str]


_known = _Known(frozenset())


def read_batches(
    tasks: Sequence[FolderTask],
    packs: Sequence[Path],
    *,
    work: Path,
    workers: int,
    tell: Callable[[int], None],
) -> list[BatchResult]:
    """Every folder, in the order of the tasks; ``tell`` is called with the folders done."""
    batches = [
        FolderBatch(tasks[start : start + FOLDERS_A_BATCH], work / f"batch-{start:07d}")
        for start in range(0, len(tasks), FOLDERS_A_BATCH)
    ]
    results: list[BatchResult] = []
    is_alone = workers == 1 or len(tasks) <= ALONE_UP_TO
    for result in _one_by_one(batches, packs) if is_alone else _side_by_side(batches, packs, workers):
        results.append(result)
        tell(sum(done.folders for done in results))
    return sorted(results, key=lambda result: result.listed)


def _one_by_one(batches: Iterable[FolderBatch], packs: Sequence[Path]) -> Iterator[BatchResult]:
    known = _read_known(packs)
    return (_read_batch(batch, known) for batch in batches)


def _side_by_side(
    batches: Iterable[FolderBatch], packs: Sequence[Path], workers: int
) -> Iterator[BatchResult]:
    # Spawned, not forked: the calling process may have threads, and other systems know no fork.
    context = get_context("spawn")
    waiting: set[Future[BatchResult]] = set()
    try:
        with ProcessPoolExecutor(workers, context, initializer=_begin_worker, initargs=(packs,)) as pool:
            for batch in batches:
                waiting.add(pool.submit(_read_batch_here, _put_down(batch)))
                if len(waiting) >= workers * _WAITING_A_WORKER:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            yield from (future.result() for future in waiting)
    except BrokenProcessPool as error:
        raise WorkerLost from error


def _begin_worker(packs: Sequence[Path]) -> None:
    """Once a process; it makes many objects and no cycles."""
    global _known  # noqa: PLW0603
    gc.disable()
    _known = _Known(_read_known(packs))


def _read_known(packs: Iterable[Path]) -> frozenset[str]:
    return frozenset(digest for pack in packs for digest in digests_of(pack))


def _put_down(batch: FolderBatch) -> Path:
    """The batch as a file: a worker that dies while a large message is on its way would leave the pool hanging."""
    path = batch.target.with_suffix(TASKS_SUFFIX)
    path.write_bytes(pickle.dumps(batch))
    return path


def _read_batch_here(tasks: Path) -> BatchResult:
    # Written a moment ago by the parent into the folder of this build: nobody else's bytes are unpickled.
    batch: FolderBatch = pickle.loads(tasks.read_bytes())
    tasks.unlink()
    return _read_batch(batch, _known.digests)


def _read_batch(batch: FolderBatch, known: frozenset[str]) -> BatchResult:
    reading = FolderReading(known)
    for task in batch.tasks:
        reading.read(task)
    listed = batch.target.with_suffix(LISTED_SUFFIX)
    tables = {name: typed_table(columns, reading.listed[name]) for name, columns in LISTED_COLUMNS.items()}
    write_table_file(listed, tables)
    pack = batch.target.with_suffix(PACK_SUFFIX) if reading.new else None
    if pack is not None:
        write_table_file(pack, reading.parsed.to_arrow())
    return BatchResult(listed, pack, len(batch.tasks), reading.folders_parsed, reading.folders_reused)


@contextmanager
def without_cycle_search() -> Iterator[None]:
    """Reading makes a million objects and no cycles; looking for some takes a twentieth of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
