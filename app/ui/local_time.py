"""A moment beside what is on screen now."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain import home_time


def clock_time(moment: datetime) -> str:
    """Hours, minutes, seconds; with the date unless it is today."""
    return home_time.clock_time(moment, now=datetime.now(UTC))
