"""How far a command is: bars with the remaining time in a terminal, else a plain line every few seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

Tell = Callable[[str, int, int], None]
"""Called with the step, the units done, and the units in all; bytes where the step knows them."""

SECONDS_BETWEEN_LINES = 5.0


@contextmanager
def shown_progress(stream: TextIO | None = None) -> Iterator[Tell]:
    """On standard error, so that what a command prints stays clean."""
    shown_on = stream or sys.stderr
    if shown_on.isatty():
        with _bars(shown_on) as tell:
            yield tell
    else:
        yield PlainLines(shown_on).tell


@contextmanager
def _bars(stream: TextIO) -> Iterator[Tell]:
    """One bar a step."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskID,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(file=stream), transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield tell


class PlainLines:
    """A line of the step at work, at most every few seconds: for logs and services."""

    def __init__(self, stream: TextIO, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._said_at = clock()
        self._step = ""
        self._began_at = 0.0
        self._began_done = 0

    def tell(self, step: str, done: int, total: int) -> None:
        now = self._clock()
        if step != self._step:
            self._step, self._began_at, self._began_done = step, now, done
        if now - self._said_at >= SECONDS_BETWEEN_LINES:
            self._said_at = now
            print(
                f"{step}: {_percent(done, total)}{self._left(now, done, total)}",
                file=self._stream,
                flush=True,
            )

    def _left(self, now: float, done: int, total: int) -> str:
        """What the pace of this step so far gives; nothing before there is a pace."""
        if done <= self._began_done or done >= total:
            return ""
        seconds = (now - self._began_at) * (total - done) / (done - self._began_done)
        return f", about {int(seconds) // 60}:{int(seconds) % 60:02} left"


def _percent(done: int, total: int) -> str:
    return f"{100 * done // total if total else 100} %"
