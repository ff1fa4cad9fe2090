"""How long the rest of a pile takes at the reader's own pace."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

BREAK = timedelta(minutes=30)
"""A longer gap between two saves is a pause, not reading."""
NEWEST = 30
LEAST = 5
"""Fewer gaps tell nothing about a pace."""


def time_left(saved_at: Iterable[datetime], remaining: int) -> timedelta | None:
    """Median gap between the newest saves times what remains; None while too little is known or all is done."""
    gaps = [later - earlier for earlier, later in pairwise(sorted(saved_at))]
    read = [gap for gap in gaps if timedelta() < gap <= BREAK][-NEWEST:]
    if len(read) < LEAST or remaining <= 0:
        return None
    return timedelta(seconds=median(gap.total_seconds() for gap in read)) * remaining


def count_since_midnight(saved_at: Iterable[datetime], *, now: datetime) -> int:
    """How many of the moments lie on the day of ``now``, by the clock of its zone."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return sum(moment >= midnight for moment in saved_at)
