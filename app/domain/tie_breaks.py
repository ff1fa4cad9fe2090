"""同分參酌: the order of merit, equal ranks, and which tie-break told equal totals apart.

What is still equal after the tie-breaks of the plan shares a rank (1, 2, 2, 4); no id, name or moment decides.
Rows that share a rank stand in the order in which they were given, which says nothing of merit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.plan import COMPONENT_TIE, REVIEW_TOTAL_TIE, ReviewPlan
from app.domain.ranked_row import TieState

Merit = tuple[Decimal, ...]
"""The total, then the value of every tie-break; more is better in each."""


@dataclass(frozen=True)
class Placing:
    """``place`` is where the item stood among those given; ``rank`` counts from 1, ``equals`` share it.

    ``deciding`` is the number of the tie-break (from 0) after which no other of the same total was still level.
    """

    place: int
    rank: int
    equals: int
    tie: TieState
    deciding: int | None = None


def known_tie_breaks(plan: ReviewPlan) -> tuple[str, ...]:
    """The tie-breaks of the plan that its dimensions and components know."""
    components = {f"{COMPONENT_TIE}{each.component_id}" for each in plan.rules.components}
    known = {str(each.dimension_id) for each in plan.dimensions} | components | {REVIEW_TOTAL_TIE}
    return tuple(name for name in plan.rules.tie_breaks if name in known)


def placings(merits: Sequence[Merit]) -> list[Placing]:
    """A placing for each, best first."""
    # A stable sort on merit alone: equal merit keeps the order in which it came.
    order = sorted(range(len(merits)), key=merits.__getitem__, reverse=True)
    by_total: defaultdict[Decimal, Counter[Merit]] = defaultdict(Counter)
    first: dict[Merit, int] = {}
    for rank, place in enumerate(order, start=1):
        merit = merits[place]
        by_total[merit[0]][merit] += 1
        first.setdefault(merit, rank)
    return [
        _placing(place, merits[place], first[merits[place]], by_total[merits[place][0]]) for place in order
    ]


def _placing(place: int, merit: Merit, rank: int, level: Counter[Merit]) -> Placing:
    if level[merit] > 1:
        return Placing(place, rank, level[merit], TieState.SHARED)
    if len(level) == 1:
        return Placing(place, rank, 1, TieState.NONE)
    needed = max(_first_difference(merit, other) for other in level if other != merit)
    return Placing(place, rank, 1, TieState.BROKEN, needed - 1)


def _first_difference(merit: Merit, other: Merit) -> int:
    return next(place for place, (mine, its) in enumerate(zip(merit, other, strict=True)) if mine != its)
