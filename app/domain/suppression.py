"""Small counts hidden before any table, plot or file is made, so that no subtraction brings them back.

The rules, in the order in which they are applied:

* A cell, a row or column total or the grand total from 1 to ``minimum`` − 1 is hidden.
* A zero stays: nobody is in it. But where a row, a column or the table as a whole counts fewer than
  ``minimum`` people, its zeros are hidden too, since they say what those few are not.
* More cells are hidden, the smallest that help, until every hidden cell could hold at least two different
  counts. That is checked exactly: the table could change without touching anything shown. A reader sees that
  zeros are shown, so a hidden cell with somebody in it never counts as possibly empty.
* What is hidden on a line whose total is shown adds up to nobody or to ``minimum`` at least: the sum of the
  hidden cells is a group too.

It guards against whoever knows the shown counts and can add and subtract; not against someone who knows
members of a group from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from app.domain.rounding import round_half_up

Place = tuple[int, int]
Node = tuple[str, int]


@dataclass(frozen=True)
class CountTable:
    """Counts by row and column with their totals; None is hidden, which is neither zero nor missing.

    A table of one row is a plain series of counts with one total.
    """

    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None


def build_count_table(
    row_labels: Sequence[str], column_labels: Sequence[str], cells: Sequence[Sequence[int]]
) -> CountTable:
    """The table with totals that are the sums of its cells; counts must not be negative."""
    shape_is_right = len(cells) == len(row_labels) and all(len(row) == len(column_labels) for row in cells)
    if not shape_is_right or any(count < 0 for row in cells for count in row):
        raise ValueError("counts must be a full table of numbers not below zero")
    return CountTable(
        row_labels=tuple(row_labels),
        column_labels=tuple(column_labels),
        cells=tuple(tuple(row) for row in cells),
        row_totals=tuple(sum(row) for row in cells),
        column_totals=tuple(sum(row[place] for row in cells) for place in range(len(column_labels))),
        total=sum(sum(row) for row in cells),
    )


def suppress(table: CountTable, minimum: int) -> CountTable:
    """The table with everything hidden that must be; totals are taken from the cells, which must all be known."""
    if not table.row_labels or not table.column_labels:
        return table
    counts = _extended(table)
    hidden = set(_too_small(counts, minimum))
    while (place := _next_to_hide(counts, hidden, minimum)) is not None:
        hidden.add(place)
    return _with_hidden(table, counts, hidden)


def _next_to_hide(counts: _Extended, hidden: set[Place], minimum: int) -> Place | None:
    bare = _recoverable(counts, hidden)
    return _best_cover(counts, hidden, bare) if bare else _cover_of_remainder(counts, hidden, minimum)


def _cover_of_remainder(counts: _Extended, hidden: set[Place], minimum: int) -> Place | None:
    """The smallest shown count on a line whose hidden cells together are fewer than ``minimum`` people."""
    for *cells, total in counts.lines():
        remainder = sum(counts.at(cell) for cell in cells if cell in hidden)
        shown = [cell for cell in cells if cell not in hidden and counts.at(cell) > 0]
        if total not in hidden and 0 < remainder < minimum and shown:
            return min(shown, key=lambda cell: (counts.at(cell), cell))
    return None


def row_shares(table: CountTable) -> tuple[tuple[Decimal | None, ...], ...]:
    """Each cell in percent of its row's total, two decimals; only where both are shown and somebody is counted."""
    return tuple(
        tuple(_share(count, whole) for count in row)
        for row, whole in zip(table.cells, table.row_totals, strict=True)
    )


def _share(count: int | None, whole: int | None) -> Decimal | None:
    return None if count is None or not whole else round_half_up(Fraction(100 * count, whole))


class _Extended:
    """Cells and totals in one grid: the last row and column hold the totals, the corner the grand total."""

    def __init__(self, cells: Sequence[Sequence[int]]) -> None:
        rows = [[*row, sum(row)] for row in cells]
        self.grid: list[list[int]] = [*rows, [sum(column) for column in zip(*rows, strict=True)]]
        self.last_row, self.last_column = len(self.grid) - 1, len(self.grid[0]) - 1

    def places(self) -> Iterator[Place]:
        """Every place, totals last within a line."""
        return ((r, c) for r in range(self.last_row + 1) for c in range(self.last_column + 1))

    def lines(self) -> Iterator[list[Place]]:
        """Every row and column, its total last."""
        rows, columns = range(self.last_row + 1), range(self.last_column + 1)
        yield from ([(row, column) for column in columns] for row in rows)
        yield from ([(row, column) for row in rows] for column in columns)

    def margins(self, place: Place) -> int:
        """0 for a cell, 1 for a row or column total, 2 for the grand total."""
        return (place[0] == self.last_row) + (place[1] == self.last_column)

    def at(self, place: Place) -> int:
        """The count."""
        return self.grid[place[0]][place[1]]


def _extended(table: CountTable) -> _Extended:
    known = [[count for count in row if count is not None] for row in table.cells]
    if any(len(row) != len(table.column_labels) for row in known):
        raise ValueError("a table with hidden cells cannot be suppressed again")
    return _Extended(known)


def _too_small(counts: _Extended, minimum: int) -> Iterator[Place]:
    for row, column in counts.places():
        wholes = (
            counts.at((row, counts.last_column)),
            counts.at((counts.last_row, column)),
            counts.at((counts.last_row, counts.last_column)),
        )
        if 0 < counts.at((row, column)) < minimum or any(0 < whole < minimum for whole in wholes):
            yield row, column


def _recoverable(counts: _Extended, hidden: set[Place]) -> list[Place]:
    """Hidden places whose count follows from what is shown."""
    return [place for place in sorted(hidden) if not _can_change(counts, hidden, place)]


def _can_change(counts: _Extended, hidden: set[Place], place: Place) -> bool:
    """Whether the hidden counts can be altered, this one among them, with nothing shown changed or below zero.

    Rows and columns are the nodes of a graph, hidden places its edges. With totals counted negative every
    line sums to zero, so an alteration is a closed walk that raises and lowers by turns; raising always
    works, lowering only where it leaves somebody. Whole counts suffice: such systems are unimodular.
    """
    start, goal = ("row", place[0]), ("column", place[1])
    raising = _raises(counts, place, from_row=True)
    if (raising or counts.at(place) > 1) and _connects(counts, hidden - {place}, goal, start):
        return True
    lowering = _raises(counts, place, from_row=False)
    return (lowering or counts.at(place) > 1) and _connects(counts, hidden - {place}, start, goal)


def _connects(counts: _Extended, edges: set[Place], origin: Node, goal: Node) -> bool:
    seen, waiting = {origin}, [origin]
    while waiting:
        kind, index = waiting.pop()
        for row, column in edges:
            from_row = kind == "row"
            if (row if from_row else column) != index:
                continue
            node = ("column", column) if from_row else ("row", row)
            passable = _raises(counts, (row, column), from_row=from_row) or counts.at((row, column)) > 1
            if node not in seen and passable:
                seen.add(node)
                waiting.append(node)
    return goal in seen


def _raises(counts: _Extended, place: Place, *, from_row: bool) -> bool:
    """Whether walking this edge from its row raises the count; totals are counted negative, the corner not."""
    return from_row == (counts.margins(place) != 1)


def _best_cover(counts: _Extended, hidden: set[Place], bare: Sequence[Place]) -> Place:
    """The shown place to hide next, on a line where a bare place is alone if there is such a line.

    A cell before a total, somebody before nobody, one whose other line hides something already (it closes
    a circle) before one that opens another, few before many.
    """
    shown = [place for place in counts.places() if place not in hidden]
    alone = [line for place in bare for line in _lines(place) if _hidden_in(hidden, line) == 1]
    lines = alone[:1] or [line for place in bare for line in _lines(place)]
    beside = [place for place in shown if set(_lines(place)) & set(lines)]

    def cost(place: Place) -> tuple[int, bool, bool, int, Place]:
        closes = any(_hidden_in(hidden, line) for line in _lines(place) if line not in lines)
        return counts.margins(place), counts.at(place) == 0, not closes, counts.at(place), place

    return min(beside or shown, key=cost)


def _lines(place: Place) -> tuple[Node, Node]:
    return ("row", place[0]), ("column", place[1])


def _hidden_in(hidden: set[Place], line: Node) -> int:
    return sum(line in _lines(place) for place in hidden)


def _with_hidden(table: CountTable, counts: _Extended, hidden: set[Place]) -> CountTable:
    def shown(row: int, column: int) -> int | None:
        return None if (row, column) in hidden else counts.at((row, column))

    rows, columns = range(counts.last_row), range(counts.last_column)
    return CountTable(
        row_labels=table.row_labels,
        column_labels=table.column_labels,
        cells=tuple(tuple(shown(row, column) for column in columns) for row in rows),
        row_totals=tuple(shown(row, counts.last_column) for row in rows),
        column_totals=tuple(shown(counts.last_row, column) for column in columns),
        total=shown(counts.last_row, counts.last_column),
    )
