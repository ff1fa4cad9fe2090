"""A lock on an open file that ends with the process holding it, however that ends."""

from __future__ import annotations

import sys
import time
from typing import BinaryIO

PAUSE_SECONDS = 0.02

if sys.platform == "win32":
    import msvcrt

    def try_lock(stream: BinaryIO) -> bool:
        """Whether the lock is ours now, until the stream is closed."""
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(stream: BinaryIO) -> bool:
        """Whether the lock is ours now, until the stream is closed."""
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def wait_for_lock(stream: BinaryIO) -> None:
    """Return when the lock is ours; what is done under it takes milliseconds."""
    while not try_lock(stream):
        time.sleep(PAUSE_SECONDS)
