"""Writes calendar days in the forms that exports use."""

import random
from datetime import date, timedelta

_FIRST_DAY = date(2023, 9, 1)
_LAST_DAY = date(2026, 1, 31)


def random_day(rng: random.Random) -> date:
    return _FIRST_DAY + timedelta(days=rng.randrange((_LAST_DAY - _FIRST_DAY).days))


def semester_day(academic_year: int, semester: int, rng: random.Random) -> date:
    """A day inside the semester: September to January, or February to June."""
    start = date(academic_year + 1911, 9, 5) if semester == 1 else date(academic_year + 1912, 2, 15)
    return start + timedelta(days=rng.randrange(125))


def roc_compact(day: date) -> str:
    return f"{day.year - 1911}{day.month:02d}{day.day:02d}"


def roc_slashed(day: date) -> str:
    return f"{day.year - 1911}/{day.month:02d}/{day.day:02d}"


def roc_with_time(day: date, hour: int) -> str:
    half = "上午" if hour < 12 else "下午"
    return f"{roc_slashed(day)} {half} {hour % 12 or 12:02d}:30:00"


def gregorian(day: date) -> str:
    return day.isoformat()
