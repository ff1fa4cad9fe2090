"""同分參酌: the order of merit, equal ranks, and which tie-break told equal totals apart.

What is still equal after the tie-breaks of the plan shares a rank (1, 2, 2, 4); no id, name or moment decides.
Rows that share a rank stand in the order in which they were given, which says nothing of merit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple, Protocol

from app.domain.plan import COMPONENT_TIE, REVIEW_TOTAL_TIE, ReviewPlan
from app.domain.ranked_row import RowBlock, TieState

Merit = tuple[Decimal, ...]
"""The total, then the value of every tie-break; more is better in each."""


class HasMerit(Protocol):
    """An application that is placed; ``merit`` is empty where there is none to compare."""

    @property
    def block(self) -> RowBlock: ...
    @property
    def merit(self) -> Merit: ...


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


def merit_numbers(merits: Sequence[Merit]) -> list[int]:
    """A whole number for each of merits of one length: larger where merit is better, equal where it is equal.

    A round compares merits a million times, and one whole number is compared far sooner than decimals in turn.
    """
    numbers = [0] * len(merits)
    for column in zip(*merits, strict=True):
        worth = {value: at for at, value in enumerate(sorted(set(column)))}
        size = len(worth)
        numbers = [number * size + worth[value] for number, value in zip(numbers, column, strict=True)]
    return numbers


def merits_of_ranked(applications: Iterable[HasMerit]) -> dict[int, Merit]:
    """What is compared of those with a rank, by their place among all."""
    ranked = RowBlock.RANKED  # An enumeration is slow to ask, and this is asked of everyone.
    return {place: each.merit for place, each in enumerate(applications) if each.block is ranked}


class MeritOrder(NamedTuple):
    """``best_first`` are the places of those with a merit; ``number`` leads from a place to one to compare."""

    best_first: list[int]
    number: Mapping[int, int]

    def groups(self, places: Iterable[int]) -> Iterator[list[int]]:
        """Some of the places, given best first, in groups of equal merit."""
        for _, group in groupby(places, key=self.number.__getitem__):
            yield list(group)


def merit_order(merits: Mapping[int, Merit]) -> MeritOrder:
    """The order of merits by place; who has equal merit stays in the order given."""
    number = dict(zip(merits, merit_numbers(list(merits.values())), strict=True))
    return MeritOrder(sorted(number, key=number.__getitem__, reverse=True), number)


def placings(merits: Mapping[int, Merit], order: MeritOrder, best_first: Iterable[int]) -> Iterator[Placing]:
    """A placing for each of the places given, which are some of those in order."""
    groups = list(order.groups(best_first))
    firsts = [merits[group[0]] for group in groups]
    # In order of merit nobody shares more with a row than the one before it or the one behind.
    shared = [0, *map(_first_difference, firsts, firsts[1:]), 0]
    alone, rank = TieState.NONE, 1
    for group, needed in zip(groups, map(max, shared, shared[1:]), strict=False):
        if len(group) > 1:
            yield from (Placing(place, rank, TieState.SHARED) for place in group)
        elif needed:
            yield Placing(group[0], rank, TieState.BROKEN, needed - 1)
        else:
            yield Placing(group[0], rank, alone)
        rank += len(group)


def _first_difference(merit: Merit, other: Merit) -> int:
    """0 is a difference in the total."""
    place = 0
    while merit[place] == other[place]:
        place += 1
    return place
