"""How the server's memory is handed out: few pools, so that what one run of a screen gives back the next one takes."""

from __future__ import annotations

import ctypes
import sys

ARENA_MAX = -8
ARENAS = 2


def use_few_pools() -> bool:
    """Tell glibc to keep two pools instead of eight a core; False on other systems, which need no telling.

    Every run of a screen is a thread of its own. With a pool for each of them, an hour of thirty reviewers leaves
    hundreds of megabytes free but scattered.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        return bool(ctypes.CDLL("libc.so.6").mallopt(ARENA_MAX, ARENAS))
    except (OSError, AttributeError):
        return False
