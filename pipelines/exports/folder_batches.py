"""Applicant folders read in batches, by worker processes when there are many, each batch left as two files."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipelines.exports.applicant_folder import LISTED_COLUMNS, FolderReading, FolderTask
from pipelines.exports.parse_cache import PACK_SUFFIX, digests_of
from pipelines.exports.reading_processes import put_down, results_of
from pipelines.exports.table_file import write_table_file
from pipelines.exports.text_arrays import typed_table

FOLDERS_A_BATCH = 200
ALONE_UP_TO = 400
"""So many folders are read sooner than a second process has started."""
LISTED_SUFFIX = ".listed"
TASKS_SUFFIX = ".tasks"


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
    bytes_read: int
    folders_parsed: int
    folders_reused: int


def read_batches(
    tasks: Sequence[FolderTask],
    packs: Sequence[Path],
    *,
    work: Path,
    workers: int,
    tell: Callable[[int], None],
) -> list[BatchResult]:
    """Every folder, in the order of the tasks; ``tell`` is called with the bytes read."""
    batches = [
        FolderBatch(tasks[start : start + FOLDERS_A_BATCH], work / f"batch-{start:07d}")
        for start in range(0, len(tasks), FOLDERS_A_BATCH)
    ]
    results: list[BatchResult] = []
    is_alone = workers == 1 or len(tasks) <= ALONE_UP_TO
    for result in _one_by_one(batches, packs) if is_alone else _side_by_side(batches, packs, workers):
        results.append(result)
        tell(sum(done.bytes_read for done in results))
    return sorted(results, key=lambda result: result.listed)


def _one_by_one(batches: Iterable[FolderBatch], packs: Sequence[Path]) -> Iterator[BatchResult]:
    known = _read_known(packs)
    return (_read_batch(batch, known) for batch in batches)


def _side_by_side(
    batches: Sequence[FolderBatch], packs: Sequence[Path], workers: int
) -> Iterator[BatchResult]:
    tasks = batches[0].target.with_suffix(TASKS_SUFFIX)
    put_down(tasks, batches)
    return results_of(tasks, _begin_reading, (packs,), workers=min(workers, len(batches)))


def _begin_reading(packs: Sequence[Path]) -> Callable[[FolderBatch], BatchResult]:
    """Once a process; it makes many objects and no cycles."""
    gc.disable()
    known = _read_known(packs)
    return lambda batch: _read_batch(batch, known)


def _read_known(packs: Iterable[Path]) -> frozenset[str]:
    return frozenset(digest for pack in packs for digest in digests_of(pack))


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
    return BatchResult(listed, pack, reading.bytes_read, reading.folders_parsed, reading.folders_reused)


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
