"""One worker process as seen from the server: ask, wait with a limit, replace it when it dies or has done enough."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO

ROOT = Path(__file__).parents[2]
WALL_SECONDS = 25.0
MOST_REQUESTS = 200

Task = Mapping[str, str | int]


@dataclass(frozen=True)
class Made:
    """What the worker made: JPEG bytes or JSON text."""

    content: bytes


@dataclass(frozen=True)
class NotShown:
    """Why the file cannot be shown: a word of the page words."""

    reason: str


class PictureProcess:
    """A worker that is started when first needed; used by one thread at a time."""

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._requests = 0

    def ask(self, task: Task) -> Made | NotShown:
        """The answer, or ``too_heavy`` when the worker died or took too long over it."""
        process = self._ready_process()
        timer = Timer(self._wall_seconds, process.kill)
        timer.start()
        try:
            answer = _exchange(process, task)
        finally:
            timer.cancel()
        if answer is None:
            self.close()
            return NotShown("too_heavy")
        return answer

    def close(self) -> None:
        """End the worker."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close_quietly(pipe)
        process.wait()

    def _ready_process(self) -> subprocess.Popen[bytes]:
        is_spent = self._requests >= MOST_REQUESTS
        if self._process is None or is_spent or self._process.poll() is not None:
            self.close()
            self._process, self._requests = _start(), 0
        self._requests += 1
        return self._process


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "app.web.picture_worker"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _exchange(process: subprocess.Popen[bytes], task: Task) -> Made | NotShown | None:
    if process.stdin is None or process.stdout is None:
        return None
    try:
        process.stdin.write(json.dumps(task).encode() + b"\n")
        process.stdin.flush()
        line = process.stdout.readline()
        header = json.loads(line) if line.endswith(b"\n") else None
        content = process.stdout.read(header["length"]) if header else b""
    except OSError:
        return None
    if header is None or len(content) != header["length"]:
        return None
    return Made(content) if header["ok"] else NotShown(header["reason"])


def _close_quietly(pipe: IO[bytes]) -> None:
    # Closing flushes what a dead reader never took.
    with suppress(OSError):
        pipe.close()
