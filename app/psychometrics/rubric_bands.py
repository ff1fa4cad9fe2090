"""Scores put into the bands of the rubric: the ordered categories the Rasch model counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from app.domain.dimensions import (
    LEVEL_FLOORS,
    PERCENT_MAXIMUM,
    Dimension,
    DimensionId,
    ScoringScale,
    maximum_score,
)

Floors = Sequence[Decimal]
"""Where the bands above the lowest begin, ascending, in percent of the maximum: m floors make m + 1 bands."""

USUAL_FLOORS: Floors = tuple(sorted(share * PERCENT_MAXIMUM for share in LEVEL_FLOORS if share))


def floors_of(dimension: Dimension, scale: ScoringScale) -> Floors:
    """The floors of a dimension's own rubric levels, in percent of its maximum; the usual ones without a rubric.

    A score between two bands (89.5 between 80–89 and 90–100) counts in the lower one.
    """
    if len(dimension.rubric_levels) < 2:
        return USUAL_FLOORS
    lows = sorted(level.low for level in dimension.rubric_levels)
    maximum = maximum_score(dimension, scale)
    return tuple(low * PERCENT_MAXIMUM / maximum for low in lows[1:])


def common_floors(dimensions: Iterable[Dimension], scale: ScoringScale) -> Mapping[DimensionId, Floors]:
    """The floors of each dimension where all have equally many, otherwise the usual ones for all.

    The rating scale model lets all dimensions share their thresholds, so that they need the same categories.
    """
    own = {dimension.dimension_id: floors_of(dimension, scale) for dimension in dimensions}
    if len({len(floors) for floors in own.values()}) <= 1:
        return own
    return dict.fromkeys(own, USUAL_FLOORS)


def band_of(value: Decimal, floors: Floors) -> int:
    """The number of floors reached: 0 is the lowest band."""
    return bisect_right(floors, value)
