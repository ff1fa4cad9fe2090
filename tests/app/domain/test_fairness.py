"""Rates by group: exact, hidden where small, never undone by subtraction."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.evidence import ApplicationId
from app.domain.fairness import (
    FairnessEntry,
    FairnessSubject,
    FairnessTable,
    fairness_table,
    standing_band,
)

TYPE = FairnessSubject.SCHOOL_TYPE


def make_entries(groups: dict[str | None, tuple[int, int]], band: str = "top_10") -> list[FairnessEntry]:
    """Applicants of each group: so many admitted, so many not."""
    entries: list[FairnessEntry] = []
    for group, (admitted, others) in groups.items():
        for place in range(admitted + others):
            key = ApplicationId(f"{group}-{band}-{place}")
            entries.append(FairnessEntry(key, {TYPE: group}, place < admitted, Decimal(80), band))
    return entries


def row_of(table: FairnessTable, group: str | None) -> dict[str, object]:
    """The facts of one group by name."""
    return vars(next(row for row in table.rows if row.group == group))


def test_rates_are_exact_and_beside_the_best() -> None:
    table = fairness_table(make_entries({"普通型": (30, 70), "技術型": (12, 38)}), TYPE)
    plain, technical = table.rows[1], table.rows[0]
    assert (plain.group, plain.rate, plain.ratio) == ("普通型", Fraction(3, 10), Fraction(1))
    assert (technical.rate, technical.ratio) == (Fraction(6, 25), Fraction(4, 5))
    assert not technical.is_below_four_fifths
    assert (table.applicants, table.admitted) == (150, 42)


def test_who_has_no_total_counts_in_the_rate_but_not_in_the_mean() -> None:
    present = make_entries({"a": (5, 5)})
    absent = [
        FairnessEntry(ApplicationId(f"absent-{place}"), {TYPE: "a"}, False, None) for place in range(10)
    ]
    (row,) = fairness_table([*present, *absent], TYPE).rows
    assert (row.applicants, row.rate, row.mean_total) == (20, Fraction(1, 4), Decimal("80.00"))
    (row,) = fairness_table(absent, TYPE).rows
    assert (row.rate, row.mean_total) == (Fraction(0), None)


def test_mean_of_few_totals_is_hidden_in_a_large_group_too() -> None:
    absent = [
        FairnessEntry(ApplicationId(f"absent-{place}"), {TYPE: "a"}, False, None) for place in range(18)
    ]
    (row,) = fairness_table([*make_entries({"a": (1, 1)}), *absent], TYPE).rows
    assert (row.applicants, row.mean_total) == (20, None)


def test_just_below_four_fifths_is_said() -> None:
    table = fairness_table(make_entries({"a": (500, 500), "b": (399, 601)}), TYPE)
    assert [row.is_below_four_fifths for row in table.rows] == [False, True]


def test_small_group_is_hidden_with_one_that_would_give_it_away() -> None:
    table = fairness_table(make_entries({"a": (20, 30), "b": (10, 10), "c": (1, 2)}), TYPE)
    assert [row.is_hidden for row in table.rows] == [False, True, True]
    assert row_of(table, "c") == {**row_of(table, "b"), "group": "c"}
    assert (table.applicants, table.admitted) == (73, 31)


def test_one_shown_group_is_compared_with_nobody() -> None:
    (row,) = fairness_table(make_entries({"a": (10, 30)}), TYPE).rows
    assert (row.rate, row.ratio, row.is_below_four_fifths) == (Fraction(1, 4), None, False)


def test_nobody_at_all_is_an_empty_table() -> None:
    assert fairness_table([], TYPE).rows == ()


def test_unknown_group_is_last_and_kept() -> None:
    table = fairness_table(make_entries({None: (10, 10), "a": (10, 10)}), TYPE)
    assert [row.group for row in table.rows] == ["a", None]


def test_like_is_compared_with_like() -> None:
    """Within each band both groups are admitted alike; the plain rates differ only by who applied (Simpson 1951)."""
    strong = make_entries({"a": (80, 20), "b": (16, 4)}, band="top_10")
    weak = make_entries({"a": (2, 18), "b": (10, 90)}, band="beyond_50")
    table = fairness_table([*strong, *weak], TYPE)
    first, second = table.rows
    assert (first.rate, second.rate) == (Fraction(82, 120), Fraction(26, 120))
    assert first.standardised == second.standardised == Fraction(9, 20)
    assert second.odds is not None
    assert second.odds.odds_ratio == Fraction(1)
    assert second.odds.p_value == pytest.approx(1.0)


def test_band_the_group_never_reached_is_left_out_and_said() -> None:
    strong = make_entries({"a": (10, 10), "b": (10, 10)}, band="top_10")
    weak = make_entries({"b": (5, 15)}, band="beyond_50")
    first = fairness_table([*strong, *weak], TYPE).rows[0]
    assert (first.standardised, first.covered) == (Fraction(1, 2), Fraction(40, 60))


@pytest.mark.parametrize(
    ("standing", "band"),
    [
        (None, "unknown"),
        ("0", "top_10"),
        ("10", "top_10"),
        ("10.1", "top_25"),
        ("50", "top_50"),
        ("100", "beyond_50"),
    ],
)
def test_bands_end_where_they_say(standing: str | None, band: str) -> None:
    assert standing_band(None if standing is None else Decimal(standing)) == band


sizes = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d", None]), st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=5
)


@given(sizes, st.randoms())
def test_order_of_entries_never_matters(
    groups: dict[str | None, tuple[int, int]], dice: random.Random
) -> None:
    entries = make_entries(groups)
    shuffled = list(entries)
    dice.shuffle(shuffled)
    assert fairness_table(shuffled, TYPE) == fairness_table(entries, TYPE)


@given(sizes)
def test_hidden_groups_are_never_one_nor_few(groups: dict[str | None, tuple[int, int]]) -> None:
    table = fairness_table(make_entries(groups), TYPE)
    hidden = [sum(groups[row.group]) for row in table.rows if row.is_hidden]
    if hidden and table.applicants is not None:
        assert len(hidden) > 1
        assert sum(hidden) >= table.smallest_group
