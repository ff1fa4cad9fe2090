"""同分參酌: the order of merit, equal ranks, and which tie-break told equal totals apart.

What is still equal after the tie-breaks of the plan shares a rank (1, 2, 2, 4); no id, name or moment decides.
Rows that share a rank stand in the order in which they were given, which says nothing of merit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from app.domain.plan import COMPONENT_TIE, REVIEW_TOTAL_TIE, ReviewPlan
from app.domain.ranked_row import TieState

Merit = tuple[Decimal, ...]
"""The total, then the value of every tie-break; more is better in each."""


@dataclass(frozen=True, slots=True)
class EqualGroup:
    """Those of one merit: where they stood among those given, and the rank they share."""

    merit: Merit
    rank: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Placing:
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


def equal_groups(merits: Sequence[Merit]) -> list[EqualGroup]:
    """The groups of equal merit, best first."""
    # A stable sort on merit alone: equal merit keeps the order in which it came.
    order = sorted(range(len(merits)), key=merits.__getitem__, reverse=True)
    groups: list[EqualGroup] = []
    before = 0
    for merit, places in groupby(order, key=merits.__getitem__):
        group = EqualGroup(merit, before + 1, tuple(places))
        before += len(group.places)
        groups.append(group)
    return groups


def placings(merits: Sequence[Merit]) -> list[Placing]:
    """A placing for each, best first."""
    groups = equal_groups(merits)
    found: list[Placing] = []
    for at, group in enumerate(groups):
        if len(group.places) > 1:
            found += [Placing(place, group.rank, TieState.SHARED) for place in group.places]
            continue
        # In order of merit nobody shares more with a group than the one before it or the one behind.
        beside = [each.merit for each in (*groups[max(0, at - 1) : at], *groups[at + 1 : at + 2])]
        needed = max((_first_difference(group.merit, each) for each in beside), default=0)
        tie = TieState.BROKEN if needed else TieState.NONE
        found.append(Placing(group.places[0], group.rank, tie, needed - 1 if needed else None))
    return found


def _first_difference(merit: Merit, other: Merit) -> int:
    """0 is a difference in the total."""
    place = 0
    while merit[place] == other[place]:
        place += 1
    return place
