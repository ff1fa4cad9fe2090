"""Made pictures on disk, in a private folder of limited size: the same page is rendered once."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from uuid import uuid4

KEPT_SHARE = 0.8


class PictureCache:
    """Files named by content, page and width; the least recently used go first when the folder is full."""

    def __init__(self, folder: Path, *, most_bytes: int) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._lock = Lock()
        # Pages of applicants lie here: nobody else on the machine may read them.
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        self._bytes = sum(path.stat().st_size for path in folder.iterdir())

    def find(self, key: str) -> bytes | None:
        """The picture, or None; finding it makes it recently used."""
        path = self._folder / key
        try:
            content = path.read_bytes()
            os.utime(path)
        except FileNotFoundError:
            return None
        return content

    def keep(self, key: str, content: bytes) -> None:
        """Written aside and renamed, so that a half-written picture is never found."""
        aside = self._folder / f".{uuid4().hex}"
        aside.write_bytes(content)
        aside.rename(self._folder / key)
        with self._lock:
            self._bytes += len(content)
            if self._bytes > self._most_bytes:
                self._bytes = self._remove_oldest()

    def _remove_oldest(self) -> int:
        newest_first = sorted(self._listing(), reverse=True)
        total = 0
        for index, (_, size, path) in enumerate(newest_first):
            if index > 0 and total + size > self._most_bytes * KEPT_SHARE:
                path.unlink(missing_ok=True)
            else:
                total += size
        return total

    def _listing(self) -> list[tuple[int, int, Path]]:
        listed = []
        for path in self._folder.iterdir():
            try:
                facts = path.stat()
            except FileNotFoundError:
                continue
            listed.append((facts.st_mtime_ns, facts.st_size, path))
        return listed
