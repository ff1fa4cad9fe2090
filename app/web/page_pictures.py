"""Pages and images of originals as JPEG: from the cache, or made by a limited worker process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256 as sha256_of
from pathlib import Path
from queue import SimpleQueue

from app.domain.folding import fold
from app.web.picture_cache import PictureCache
from app.web.picture_process import Made, NotShown, PictureProcess, Task

WORKERS = 2
MOST_WAITING = 64
NARROWEST, WIDEST = 200, 2000
MEGABYTE = 1024 * 1024


class PagePictures:
    """Two workers, each in its own process and asked by its own thread, so that a slow file never holds the server."""

    def __init__(self, folder: Path, *, most_megabytes: int) -> None:
        self._cache = PictureCache(folder, most_bytes=most_megabytes * MEGABYTE)
        self._threads = ThreadPoolExecutor(WORKERS, thread_name_prefix="pictures")
        self._idle: SimpleQueue[PictureProcess] = SimpleQueue()
        for _ in range(WORKERS):
            self._idle.put(PictureProcess())
        self._waiting = 0

    async def page_sizes(self, path: Path, sha256: str) -> Made | NotShown:
        """JSON text: number of pages and their sizes in points."""
        task: Task = {"task": "page_sizes", "path": str(path)}
        return await self._find_or_make(f"{sha256}-sizes.json", task)

    async def page_jpeg(self, path: Path, sha256: str, *, page: int, width: int) -> Made | NotShown:
        """One page, 1-based, ``width`` pixels wide within the allowed range."""
        wide = clamp_width(width)
        task: Task = {"task": "page_jpeg", "path": str(path), "page": page, "width": wide}
        return await self._find_or_make(f"{sha256}-page-{page}-{wide}.jpg", task)

    async def page_finds(self, path: Path, sha256: str, *, page: int, text: str) -> Made | NotShown:
        """JSON text: where ``text`` stands on one page, 1-based. What was sought is kept as a digest only."""
        sought = sha256_of(fold(text).encode()).hexdigest()[:32]
        task: Task = {"task": "page_finds", "path": str(path), "page": page, "text": text}
        return await self._find_or_make(f"{sha256}-find-{page}-{sought}.json", task)

    async def image_jpeg(self, path: Path, sha256: str, *, width: int) -> Made | NotShown:
        """A PNG or JPEG re-encoded, at most ``width`` pixels wide."""
        wide = clamp_width(width)
        task: Task = {"task": "image_jpeg", "path": str(path), "width": wide}
        return await self._find_or_make(f"{sha256}-image-{wide}.jpg", task)

    def close(self) -> None:
        """End the workers; what was being made is given up."""
        self._threads.shutdown(wait=True, cancel_futures=True)
        while not self._idle.empty():
            self._idle.get().close()

    async def _find_or_make(self, key: str, task: Task) -> Made | NotShown:
        found = await asyncio.to_thread(self._cache.find, key)
        if found is not None:
            return Made(found)
        if self._waiting >= MOST_WAITING:
            return NotShown("busy")
        self._waiting += 1
        try:
            return await self._in_own_thread(lambda: self._make(key, task))
        finally:
            self._waiting -= 1

    async def _in_own_thread(self, work: Callable[[], Made | NotShown]) -> Made | NotShown:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def _make(self, key: str, task: Task) -> Made | NotShown:
        found = self._cache.find(key)
        if found is not None:
            return Made(found)
        worker = self._idle.get()
        try:
            answer = worker.ask(task)
        finally:
            self._idle.put(worker)
        if isinstance(answer, Made):
            self._cache.keep(key, answer.content)
        return answer


def clamp_width(width: int) -> int:
    """A width that neither blurs to nothing nor fills the memory."""
    return max(NARROWEST, min(WIDEST, width))
