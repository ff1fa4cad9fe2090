"""One thread beside the reviewers: what may be written a little later, and what is read before it is asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import Any

READS_MOST = 96
"""Three for each of some thirty reviewers. With more waiting, the oldest would come too late for anybody."""


class Aside:
    """Everything in order, one after the other, so that it never crowds out who waits for a screen."""

    def __init__(self, *, reads_most: int = READS_MOST) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
        self._writes: dict[Hashable, Callable[[], object]] = {}
        self._reads: deque[Callable[[], object]] = deque(maxlen=reads_most)
        self._lock = Lock()

    def write(self, key: Hashable, act: Callable[[], object]) -> None:
        """Do it soon. Of several that wait under one key, the newest takes the turn of the oldest."""
        with self._lock:
            is_new = key not in self._writes
            self._writes[key] = act
            if is_new:
                self._thread.submit(self._write_newest, key)

    def read_ahead(self, question: Callable[..., object], *args: Any, **named: Any) -> None:
        """Ask soon, unless so much is waiting that the answer would come too late: what waits longest is left out."""
        with self._lock:
            is_room = len(self._reads) < (self._reads.maxlen or 0)
            self._reads.append(partial(question, *args, **named))
            # One turn of the thread for each read that waits: the turn of one left out goes to this one.
            if is_room:
                self._thread.submit(self._read_oldest)

    def finish(self) -> None:
        """Wait for everything; nothing can be asked any more."""
        self._thread.shutdown(wait=True)

    def _write_newest(self, key: Hashable) -> None:
        with self._lock:
            act = self._writes.pop(key)
        act()

    def _read_oldest(self) -> None:
        with self._lock:
            read = self._reads.popleft()
        read()
