"""What differs between two lists of the same round: who moved, by how much, and to which outcome."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.evidence import ApplicationId
from app.domain.ranked_row import ListStanding, RankedList, RankedRow, RowBlock
from app.domain.total_component import ComponentId


@dataclass(frozen=True)
class RowPlace:
    """What of a row can be seen to change: its block, rank, totals, other scores, and outcome in each list."""

    block: RowBlock
    rank: int | None
    total: Decimal | None
    review_total: Decimal | None
    components: tuple[tuple[ComponentId, Decimal | None], ...]
    outcomes: tuple[ListStanding, ...]
    """Without the places inside a list: those of the whole list are told."""


@dataclass(frozen=True)
class RowChange:
    """One application in both lists; None where it stood in no list."""

    application_id: ApplicationId
    before: RowPlace | None
    after: RowPlace | None

    @property
    def moved_by_others(self) -> bool:
        """Whether nothing of its own changed: only where others stand."""
        if self.before is None or self.after is None:
            return False
        return (self.before.total, self.before.block) == (self.after.total, self.after.block)


def row_changes(before: RankedList | None, after: RankedList | None) -> tuple[RowChange, ...]:
    """Every row that differs, in the order of the later list; ``None`` is a moment without a list."""
    earlier, later = (_places(each) for each in (before, after))
    changes = (RowChange(key, earlier.get(key), later.get(key)) for key in dict.fromkeys([*later, *earlier]))
    return tuple(each for each in changes if each.before != each.after)


def place_of(row: RankedRow) -> RowPlace:
    """What of this row can be seen to change."""
    return RowPlace(
        block=row.block,
        rank=row.rank,
        total=row.total,
        review_total=row.review_total,
        components=tuple(sorted(row.components.items())),
        outcomes=tuple(each._replace(rank=None, equals=0) for each in row.standings),
    )


def _places(ranked: RankedList | None) -> dict[ApplicationId, RowPlace]:
    return {row.application_id: place_of(row) for row in ranked.rows} if ranked is not None else {}
