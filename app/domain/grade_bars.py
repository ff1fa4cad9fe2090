"""Which of the ten bars and the hundred bins a grade belongs to."""

from __future__ import annotations

from decimal import Decimal

BARS = 10
BINS = 100


def bin_of(grade: Decimal) -> int | None:
    """0-based one-point bin; 100 is in the last one. None outside 0 to 100, sentinels such as -1 included."""
    if not 0 <= grade <= BINS:
        return None
    return min(int(grade), BINS - 1)


def bar_of(grade: Decimal) -> int | None:
    """0-based ten-point bar of the grade; None where no bar can be marked."""
    grade_bin = bin_of(grade)
    return None if grade_bin is None else grade_bin // (BINS // BARS)
