"""When the process looks for garbage: often among what is new, among everything only once a minute."""

from __future__ import annotations

import asyncio
import gc

YOUNG, MIDDLE, NEVER = 5_000, 20, 1 << 30
"""By themselves collections stop at the second generation."""
EVERY_SECONDS = 60.0


def collect_seldom() -> None:
    """Set what was imported so far aside, and let no run of a screen meet a collection of everything.

    The kept evidence of some hundred applicants makes such a collection stop every thread for a third of a second;
    by the usual rule sixty reviewers meet one every few seconds.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, NEVER)


async def collect_everything_now_and_then() -> None:
    """Until cancelled. What runs leave behind in circles would otherwise never be given back."""
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        gc.collect()
