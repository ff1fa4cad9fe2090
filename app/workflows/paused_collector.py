"""A stretch of work without the cyclic garbage collector, for the making of one long list."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collector() -> Iterator[None]:
    """The collector rests until the block ends, also by an error.

    For work that makes hundreds of thousands of records and no cycle: the collector would look through
    all of them again and again and find nothing, at a quarter of the time. What other threads leave behind in
    cycles waits as long. Of overlapping pauses the one that found the collector at work wakes it, so it can wake
    too early, never too late; a collector that somebody else has switched off stays off.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
