"""正取, 增額, 備取 of many resamples at once: the rules of ``domain.admission`` over arrays.

The domain is the reference: for every row of keys the outcomes and ranks are those of its ``standings``. Everything is
worked out in the order of merit, where a list is a running count: who stands before a group of equals and who is the
last of it says whether the group finds places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.ranked_row import Outcome
from app.psychometrics.rank_resampling import Integers

Counts = NDArray[np.int32]
Codes = NDArray[np.int8]
Booleans = NDArray[np.bool_]

OUTCOMES = tuple(Outcome)
"""A code is a place in here."""
ABSENT = -1
"""The code of an application that does not compete in the list."""
_CODE_OF = {outcome: np.int8(code) for code, outcome in enumerate(OUTCOMES)}


@dataclass(frozen=True, eq=False)
class ListDraws:
    """One list in every resample: ``outcomes`` are codes, ``ranks`` count from 1 and are 0 where there is none (both
    resamples × applications)."""

    outcomes: Codes
    ranks: Counts


@dataclass(frozen=True, eq=False)
class _Merit:
    """Applications of every resample best first: ``order`` are their places, ``starts`` and ``ends`` mark the first
    and the last of equal merit."""

    order: Integers
    starts: Booleans
    ends: Booleans

    def sorted(self, flags: Booleans) -> Booleans:
        """Flags of applications (or resamples × applications) in the order of merit."""
        return flags[self.order] if flags.ndim == 1 else np.take_along_axis(flags, self.order, axis=1)

    def before(self, flags: Booleans) -> Counts:
        """How many flags stand before the equals of each."""
        counted = np.cumsum(flags, axis=1, dtype=np.int32) - flags
        return np.maximum.accumulate(np.where(self.starts, counted, 0), axis=1, dtype=np.int32)

    def through(self, flags: Booleans) -> Counts:
        """How many flags stand before the equals of each or among them."""
        counted = np.cumsum(flags, axis=1, dtype=np.int32)
        least = np.where(self.ends, counted, np.int32(flags.shape[1]))
        return np.minimum.accumulate(least[:, ::-1], axis=1, dtype=np.int32)[:, ::-1]

    def unsorted(self, codes: Codes, ranks: Counts) -> ListDraws:
        """Back in the order of the applications."""
        outcomes, places = np.empty_like(codes), np.empty_like(ranks)
        np.put_along_axis(outcomes, self.order, codes, axis=1)
        np.put_along_axis(places, self.order, ranks, axis=1)
        return ListDraws(outcomes, places)


def draw_lists(
    lists: Sequence[IdentityList],
    members: Sequence[Booleans],
    *,
    keys: Integers,
    is_ranked: Booleans,
    tie_at_line: TieAtLine,
) -> list[ListDraws]:
    """The lists of the plan, in its order.

    ``members`` say for each list who competes in it; ``keys`` (resamples × applications) are larger where merit is
    better and equal where it is equal; ``is_ranked`` is False for those whom a minimum keeps out in that resample.
    """
    merit = _by_merit(keys)
    ranked = merit.sorted(is_ranked)
    free = ranked.copy()
    found = []
    for one, competing in zip(lists, map(merit.sorted, members), strict=True):
        standing = ranked & competing
        takers = standing & free
        codes = _decisions(one, merit, takers, tie_at_line)
        codes[standing & ~free] = _CODE_OF[Outcome.ELSEWHERE]
        unreached = Outcome.OPEN if one.quota is None else Outcome.NOT_ADMITTED
        codes[competing & ~ranked] = _CODE_OF[unreached]
        codes[~competing] = ABSENT
        free &= (codes != _CODE_OF[Outcome.ADMITTED]) & (codes != _CODE_OF[Outcome.EXTRA])
        found.append(merit.unsorted(codes, np.where(standing, merit.before(standing) + np.int32(1), 0)))
    return found


def _by_merit(keys: Integers) -> _Merit:
    order = np.argsort(-keys, axis=1, kind="stable")
    ordered = np.take_along_axis(keys, order, axis=1)
    starts = np.ones(keys.shape, dtype=bool)
    starts[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    ends = np.ones(keys.shape, dtype=bool)
    ends[:, :-1] = starts[:, 1:]
    return _Merit(order, starts, ends)


def _decisions(one: IdentityList, merit: _Merit, takers: Booleans, tie_at_line: TieAtLine) -> Codes:
    """What those come to who may take a place; the codes of all others mean nothing."""
    if one.quota is None:
        return np.full(takers.shape, _CODE_OF[Outcome.OPEN])
    before, last = merit.before(takers), merit.through(takers)
    at_line = takers & (before < one.quota) & (last > one.quota)
    is_extra = tie_at_line is TieAtLine.EXTRA
    # Of the undecided, as many as there are places will be admitted: the others wait before these.
    given = np.where(at_line & is_extra, last, one.quota).max(axis=1, initial=one.quota, keepdims=True)
    is_waiting = before + 1 - given <= (takers.shape[1] if one.waitlist is None else one.waitlist)
    codes = np.where(is_waiting, _CODE_OF[Outcome.WAITLISTED], _CODE_OF[Outcome.NOT_ADMITTED])
    codes[last <= one.quota] = _CODE_OF[Outcome.ADMITTED]
    codes[at_line] = _CODE_OF[Outcome.EXTRA if is_extra else Outcome.UNDECIDED]
    return codes
