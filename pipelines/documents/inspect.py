"""Every kept content looked into once, by worker processes that cost nothing but themselves when a file attacks them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import LifoQueue

import pyarrow as pa

from pipelines.documents.content_info import ContentInfo, Inspection, info_to_json
from pipelines.documents.derived_files import DerivedFiles
from pipelines.documents.inspection_tables import InspectionTables
from pipelines.documents.limits import DEFAULT_LIMITS, InspectionLimits
from pipelines.documents.worker import INFO_FILE
from pipelines.documents.worker_process import WorkerProcess
from pipelines.errors import SnapshotsNotWritable
from pipelines.exports.media_type import media_type_of
from pipelines.snapshot import building_folder

STEP = "inspect documents"
FILES_A_BLOCK = 200
HEAD_BYTES = 2048

Progress = Callable[[str, int, int], None]
Content = tuple[str, Path]
"""SHA-256 and where the content lies."""


def inspect_documents(
    files: Mapping[str, Path],
    snapshots: Path,
    *,
    workers: int = 2,
    progress: Progress | None = None,
    thumbnails: bool = True,
    limits: InspectionLimits = DEFAULT_LIMITS,
) -> dict[str, pa.Table]:
    """``raw_media_file`` and ``raw_document_page`` of every content, by SHA-256.

    What was found is kept below ``snapshots``. Without thumbnails nothing is kept, and what is kept already is used.
    """
    contents = sorted((sha256, Path(path)) for sha256, path in files.items())
    with _aside(snapshots, is_kept=thumbnails) as folder:
        tables = InspectionTables(folder)
        inspector = _Inspector(DerivedFiles(snapshots), folder if thumbnails else None)
        _tell(progress, 0, len(contents))
        for block in inspector.inspect(contents, workers, limits):
            tables.add(block)
            _tell(progress, tables.count, len(contents))
        return tables.finish()


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None and total:
        progress(STEP, done, total)


@contextmanager
def _aside(snapshots: Path, *, is_kept: bool) -> Iterator[Path]:
    if is_kept:
        with building_folder(snapshots) as folder:
            yield folder
    else:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            yield Path(name)


@dataclass
class _Inspector:
    """``aside`` is where entries are written before they are kept; None keeps nothing."""

    derived: DerivedFiles
    aside: Path | None
    idle: LifoQueue[WorkerProcess] = field(default_factory=LifoQueue)
    """Last in, first out: a few files do not start every process."""

    def inspect(
        self, contents: list[Content], workers: int, limits: InspectionLimits
    ) -> Iterator[list[tuple[str, ContentInfo]]]:
        """Blocks in the order of the contents; each worker is asked by one thread at a time."""
        processes = [WorkerProcess(limits) for _ in range(max(1, workers))]
        for process in processes:
            self.idle.put(process)
        try:
            with ThreadPoolExecutor(len(processes)) as threads:
                for start in range(0, len(contents), FILES_A_BLOCK):
                    block = contents[start : start + FILES_A_BLOCK]
                    yield list(threads.map(self._find_or_look, block))
        finally:
            for process in processes:
                process.close()

    def _find_or_look(self, content: Content) -> tuple[str, ContentInfo]:
        sha256, path = content
        found = self.derived.find(sha256)
        if found is not None:
            return sha256, found
        if self.aside is None:
            return sha256, self._look_into(path, None)
        return sha256, self._look_and_keep(sha256, path, self.aside)

    def _look_and_keep(self, sha256: str, path: Path, aside: Path) -> ContentInfo:
        folder = aside / sha256
        with _writing(aside):
            folder.mkdir()
        info = self._look_into(path, folder)
        with _writing(aside):
            if info.inspection is Inspection.GAVE_UP:
                (folder / INFO_FILE).write_bytes(info_to_json(info))
            self.derived.keep(sha256, folder)
        return info

    def _look_into(self, path: Path, folder: Path | None) -> ContentInfo:
        worker = self.idle.get()
        try:
            answer = worker.ask(path, folder)
        finally:
            self.idle.put(worker)
        return answer or ContentInfo(_media_type(path), Inspection.GAVE_UP)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SnapshotsNotWritable(folder, error.strerror or str(error)) from error


def _media_type(path: Path) -> str:
    with path.open("rb") as stream:
        return media_type_of(stream.read(HEAD_BYTES), "")
