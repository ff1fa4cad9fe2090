"""同分參酌: the order of merit, equal ranks, and which tie-break told equal totals apart.

What is still equal after the tie-breaks of the plan shares a rank (1, 2, 2, 4); no id, name or moment decides.
Rows that share a rank stand in the order in which they were given, which says nothing of merit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from app.domain.plan import COMPONENT_TIE, REVIEW_TOTAL_TIE, ReviewPlan
from app.domain.ranked_row import TieState

Merit = tuple[Decimal, ...]
"""The total, then the value of every tie-break; more is better in each."""


@dataclass(frozen=True)
class MeritOrder:
    """Best first: where each stood among those given, its rank (from 1), and how many share that rank."""

    places: Sequence[int]
    ranks: Sequence[int]
    equals: Sequence[int]


class Placing(NamedTuple):
    """``place`` is where the item stood among those given; ``rank`` counts from 1.

    ``deciding`` is the number of the tie-break (from 0) after which no other of the same total was still level.
    """

    place: int
    rank: int
    tie: TieState
    deciding: int | None = None


def known_tie_breaks(plan: ReviewPlan) -> tuple[str, ...]:
    """The tie-breaks of the plan that its dimensions and components know."""
    components = {f"{COMPONENT_TIE}{each.component_id}" for each in plan.rules.components}
    known = {str(each.dimension_id) for each in plan.dimensions} | components | {REVIEW_TOTAL_TIE}
    return tuple(name for name in plan.rules.tie_breaks if name in known)


def merit_order(merits: Sequence[Merit]) -> MeritOrder:
    """The order of merit; what is equal keeps the order in which it came."""
    # A stable sort on merit alone.
    places = sorted(range(len(merits)), key=merits.__getitem__, reverse=True)
    ranks: list[int] = []
    equals: list[int] = []
    for _, group in groupby(places, key=merits.__getitem__):
        size = sum(1 for _ in group)
        ranks += [len(ranks) + 1] * size
        equals += [size] * size
    return MeritOrder(places, ranks, equals)


def placings(merits: Sequence[Merit]) -> Iterator[Placing]:
    """A placing for each, best first."""
    order = merit_order(merits)
    ordered = [merits[place] for place in order.places]
    for at, (place, rank, size) in enumerate(zip(order.places, order.ranks, order.equals, strict=True)):
        if size > 1:
            yield Placing(place, rank, TieState.SHARED)
            continue
        # In order of merit nobody shares more with a row than the one before it or the one behind.
        needed = max(
            _first_difference(ordered[at], ordered[at - 1]) if at else 0,
            _first_difference(ordered[at], ordered[at + 1]) if at + 1 < len(ordered) else 0,
        )
        tie = TieState.BROKEN if needed else TieState.NONE
        yield Placing(place, rank, tie, needed - 1 if needed else None)


def _first_difference(merit: Merit, other: Merit) -> int:
    """0 is a difference in the total."""
    place = 0
    while merit[place] == other[place]:
        place += 1
    return place
