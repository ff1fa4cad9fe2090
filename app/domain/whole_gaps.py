"""How far whole numbers lie apart, exactly: what the flags of a ranking and the measures of the desk both rest on.

Values are given in order, lowest first, at least one.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul


def whole_range(values: Sequence[int]) -> int:
    """Highest minus lowest."""
    return values[-1] - values[0]


def whole_variance(values: Sequence[int]) -> int:
    """The population variance, times the square of the number of values."""
    total = sum(values)
    squares: int = len(values) * sum(map(mul, values, values))
    return squares - total * total


def widest_from_mean(values: Sequence[int]) -> int:
    """The largest distance from the mean, times the number of values."""
    number, total = len(values), sum(values)
    return max(number * values[-1] - total, total - number * values[0])
