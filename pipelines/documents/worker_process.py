"""One worker process as seen from the build: ask, wait with a limit, replace it when it dies or has done enough."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Timer

from pipelines.documents.content_info import ContentInfo, UnreadableInfo, info_from_json
from pipelines.documents.limits import FILES_A_PROCESS, MOST_ANSWER_BYTES, InspectionLimits
from pipelines.documents.worker import CANNOT_WRITE
from pipelines.errors import SnapshotsNotWritable

ROOT = Path(__file__).parents[2]


class WorkerProcess:
    """A worker that is started when first needed; used by one thread at a time."""

    def __init__(self, limits: InspectionLimits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0

    def ask(self, path: Path, folder: Path | None) -> ContentInfo | None:
        """What is inside; None when the worker died or took too long over it.

        Raises SnapshotsNotWritable when it could not write.
        """
        process = self._ready_process()
        timer = Timer(self._limits.wall_seconds, process.kill)
        timer.start()
        try:
            answer = _exchange(process, path, folder)
        finally:
            timer.cancel()
        if answer is None:
            code = _exit_code(process)
            self.close()
            if code == CANNOT_WRITE and folder is not None:
                raise SnapshotsNotWritable(folder, "nothing can be written")
        return answer

    def close(self) -> None:
        """End the worker."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                # Closing flushes what a dead reader never took.
                with suppress(OSError):
                    pipe.close()
        process.wait()

    def _ready_process(self) -> subprocess.Popen[bytes]:
        is_spent = self._files >= FILES_A_PROCESS
        if self._process is None or is_spent or self._process.poll() is not None:
            self.close()
            self._process, self._files = _start(self._limits), 0
        self._files += 1
        return self._process


def _start(limits: InspectionLimits) -> subprocess.Popen[bytes]:
    words = (sys.executable, "-m", "pipelines.documents.worker", limits.cpu_seconds, limits.memory_bytes)
    return subprocess.Popen(
        [str(word) for word in words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _exit_code(process: subprocess.Popen[bytes]) -> int | None:
    """None when it goes on although it did not answer."""
    try:
        return process.wait(timeout=1.0)
    except subprocess.TimeoutExpired:
        return None


def _exchange(process: subprocess.Popen[bytes], path: Path, folder: Path | None) -> ContentInfo | None:
    if process.stdin is None or process.stdout is None:
        return None
    request = {"path": str(path.absolute()), "folder": str(folder.absolute()) if folder else None}
    try:
        process.stdin.write(json.dumps(request).encode() + b"\n")
        process.stdin.flush()
        line = process.stdout.readline(MOST_ANSWER_BYTES)
        return info_from_json(line) if line.endswith(b"\n") else None
    except (OSError, UnreadableInfo):
        return None
