"""The one clock of the application: every moment a person reads, on screen or on paper, is told in Taiwan's time.

Whoever reads abroad, or on a machine set to another zone, sees what the printed sheet says. Files for programs name
their offset.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

HOME = timezone(timedelta(hours=8), "Asia/Taipei")
"""Taiwan keeps no summer time: a fixed offset needs no table of zones, which Windows does not bring."""


def date_and_time(moment: datetime) -> str:
    """Date, hours and minutes."""
    return moment.astimezone(HOME).strftime("%Y-%m-%d %H:%M")


def date_and_seconds(moment: datetime) -> str:
    """Date, hours, minutes and seconds."""
    return moment.astimezone(HOME).strftime("%Y-%m-%d %H:%M:%S")


def clock_time(moment: datetime, *, now: datetime) -> str:
    """Hours, minutes, seconds; with the date unless it is the day of ``now``."""
    is_today = home_day(moment) == home_day(now)
    return moment.astimezone(HOME).strftime("%H:%M:%S") if is_today else date_and_time(moment)


def home_day(moment: datetime) -> date:
    """The day on which a moment lies."""
    return moment.astimezone(HOME).date()


def home_moment(day: date, clock: time) -> datetime:
    """The moment at which the clock shows this."""
    return datetime.combine(day, clock, tzinfo=HOME)


def with_offset(moment: datetime) -> str:
    """A moment for programs: ISO 8601 with microseconds and the offset of the house."""
    return moment.astimezone(HOME).isoformat(timespec="microseconds")
