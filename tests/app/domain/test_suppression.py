"""Small counts stay hidden from whoever adds and subtracts, shown by trying every other table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.suppression import CountTable, build_count_table, row_shares, suppress


def table_of(cells: Sequence[Sequence[int]]) -> CountTable:
    """A table with numbered labels."""
    return build_count_table(
        [str(n) for n in range(len(cells))], [str(n) for n in range(len(cells[0]))], cells
    )


def flat(table: CountTable) -> list[int | None]:
    """Cells, row totals, column totals and the grand total in one row."""
    cells = [count for row in table.cells for count in row]
    return [*cells, *table.row_totals, *table.column_totals, table.total]


def alternatives(cells: Sequence[Sequence[int]], shown: list[int | None]) -> list[set[int]]:
    """For each place, every count it takes in tables that agree with all that is shown.

    Cells differ from the truth by at most one: if a place is free at all, so small a change shows it.
    """
    width = len(cells[0])
    truth = [count for row in cells for count in row]
    choices = [
        [count]
        if seen is not None
        else [value for value in (count - 1, count, count + 1) if value >= min(count, 1)]
        for count, seen in zip(truth, shown, strict=False)
    ]
    found: list[set[int]] = [set() for _ in shown]
    for candidate in product(*choices):
        rows = [candidate[start : start + width] for start in range(0, len(candidate), width)]
        whole = flat(table_of(rows))
        if all(seen is None or seen == count for seen, count in zip(shown, whole, strict=True)):
            for values, count in zip(found, whole, strict=True):
                values.add(count if count is not None else -1)
    return found


def test_suppress_large_counts_changes_nothing() -> None:
    table = table_of([[5, 6], [7, 0]])
    assert suppress(table, 5) == table


def test_suppress_one_small_cell_hides_a_complement_in_each_line() -> None:
    assert suppress(table_of([[3, 20, 30], [40, 50, 60], [70, 80, 90]]), 5).cells == (
        (None, None, 30),
        (None, None, 60),
        (70, 80, 90),
    )


def test_suppress_a_series_hides_the_smallest_neighbour() -> None:
    assert suppress(table_of([[2, 30, 9, 12]]), 5).cells == ((None, 30, None, 12),)


def test_suppress_a_small_row_hides_its_zeros() -> None:
    assert suppress(table_of([[3, 0], [40, 50], [60, 70]]), 5).cells[0] == (None, None)


def test_suppress_a_small_whole_hides_everything() -> None:
    assert flat(suppress(table_of([[2, 0], [0, 1]]), 5)) == [None] * 9


def test_suppress_nobody_at_all_hides_nothing() -> None:
    assert flat(suppress(table_of([[0, 0]]), 5)) == [0, 0, 0, 0, 0, 0]


def test_suppress_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="again"):
        suppress(suppress(table_of([[1, 20, 30]]), 5), 5)


def test_suppress_an_empty_table_is_empty() -> None:
    empty = build_count_table([], ["a"], [])
    assert suppress(empty, 5) == empty


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([(1, 2), (1, 4), (2, 2), (2, 3), (3, 2)]).flatmap(
        lambda shape: st.lists(
            st.lists(st.integers(0, 7), min_size=shape[1], max_size=shape[1]),
            min_size=shape[0],
            max_size=shape[0],
        )
    )
)
def test_suppress_leaves_no_hidden_count_to_be_found(cells: list[list[int]]) -> None:
    table = table_of(cells)
    shown = flat(suppress(table, 3))
    for count, seen, values in zip(flat(table), shown, alternatives(cells, shown), strict=True):
        if seen is None:
            assert len(values) > 1
        else:
            assert seen == count
            assert not 0 < seen < 3


@given(st.lists(st.lists(st.integers(0, 12), min_size=2, max_size=4), min_size=2, max_size=3))
@settings(deadline=None)
def test_what_a_line_hides_is_nobody_or_a_large_enough_group(cells: list[list[int]]) -> None:
    width = min(len(row) for row in cells)
    cells = [row[:width] for row in cells]
    shown = suppress(table_of(cells), 5)
    for row, seen, total in zip(cells, shown.cells, shown.row_totals, strict=True):
        hidden = sum(count for count, visible in zip(row, seen, strict=True) if visible is None)
        assert total is None or hidden == 0 or hidden >= 5


def test_two_hidden_single_persons_are_not_worked_out_from_shown_zeros() -> None:
    """1 + 1 of a total of 7 with a shown 5 and a shown 0 can only be one each: the 5 must go too."""
    table = build_count_table(["taken", "not taken"], list("ABCD"), [[1, 1, 5, 0], [40, 30, 60, 50]])
    assert suppress(table, 5).cells[0] == (None, None, None, 0)


def test_row_shares_come_only_from_shown_counts() -> None:
    table = CountTable(("a", "b"), ("x", "y"), ((None, 20), (5, 10)), (30, 15), (None, 30), 45)
    assert row_shares(table) == ((None, Decimal("66.67")), (Decimal("33.33"), Decimal("66.67")))


def test_build_count_table_refuses_gaps_and_negative_counts() -> None:
    for cells in ([[1, 2], [3]], [[-1, 2]]):
        with pytest.raises(ValueError, match="full table"):
            build_count_table(["r"] * len(cells), ["a", "b"], cells)
