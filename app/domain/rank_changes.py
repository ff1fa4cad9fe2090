"""What a change of the plan does to a list: who moves, whose outcome changes, which gap cases come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.domain.evidence import ApplicationId
from app.domain.ranked_row import Outcome, RankedList, RankedRow, RowBlock
from app.domain.score_gap import GapRule


@dataclass(frozen=True)
class RankMove:
    """One application that stands elsewhere than before; a rank of None is a place without one.

    ``outcomes`` hold, by identity list, the outcome before and after where they differ.
    """

    application_id: ApplicationId
    before: int | None
    after: int | None
    total_before: Decimal | None
    total_after: Decimal | None
    block_before: RowBlock
    block_after: RowBlock
    outcomes: Mapping[str, tuple[Outcome | None, Outcome | None]]


@dataclass(frozen=True)
class RankChanges:
    """``moves`` in the order of the new list. Gap cases count applications, by rule; ``applications`` are all."""

    moves: tuple[RankMove, ...]
    applications: int
    gaps_before: Mapping[GapRule, int]
    gaps_after: Mapping[GapRule, int]
    gap_cases_before: int
    gap_cases_after: int

    @property
    def crossing(self) -> tuple[RankMove, ...]:
        """The moves that change what somebody is told."""
        return tuple(each for each in self.moves if each.outcomes)

    @property
    def furthest(self) -> int:
        """The most places that anybody moves."""
        return max(
            (abs(each.after - each.before) for each in self.moves if each.after and each.before), default=0
        )


def rank_changes(before: RankedList, after: RankedList) -> RankChanges:
    """The changes from one list to another of the same applications; a missing one raises KeyError."""
    stood = {row.application_id: row for row in before.rows}
    moves = (_move(stood[row.application_id], row) for row in after.rows)
    return RankChanges(
        moves=tuple(move for move in moves if move is not None),
        applications=len(after.rows),
        gaps_before=_gaps(before),
        gaps_after=_gaps(after),
        gap_cases_before=sum(bool(row.gaps) for row in before.rows),
        gap_cases_after=sum(bool(row.gaps) for row in after.rows),
    )


def _move(old: RankedRow, new: RankedRow) -> RankMove | None:
    outcomes = _outcomes(old, new) if old.standings != new.standings else {}
    if (old.rank, old.block) == (new.rank, new.block) and not outcomes:
        return None
    return RankMove(
        application_id=new.application_id,
        before=old.rank,
        after=new.rank,
        total_before=old.total,
        total_after=new.total,
        block_before=old.block,
        block_after=new.block,
        outcomes=outcomes,
    )


def _outcomes(old: RankedRow, new: RankedRow) -> dict[str, tuple[Outcome | None, Outcome | None]]:
    before = {each.list_id: each.outcome for each in old.standings}
    after = {each.list_id: each.outcome for each in new.standings}
    return {
        list_id: (before.get(list_id), after.get(list_id))
        for list_id in dict.fromkeys([*before, *after])
        if before.get(list_id) != after.get(list_id)
    }


def _gaps(ranked: RankedList) -> Mapping[GapRule, int]:
    return Counter(rule for row in ranked.rows for rule in {gap.rule for gap in row.gaps})
