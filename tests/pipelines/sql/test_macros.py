"""The shared arithmetic of the SQL macros against exact fractions in Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.transform import create_macros

Standing = tuple[Decimal | None, Decimal | None, Decimal | None]

QUERY = """
    select standing_estimate(grade, bins, population), standing_lower_end(grade, bins, population),
        standing_upper_end(grade, bins, population)
    from (select ?::decimal(6, 2) as grade, ?::integer[] as bins, ?::integer as population)
"""


@pytest.fixture(scope="module")
def macros() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    create_macros(connection)
    yield connection
    connection.close()


def standing(
    connection: duckdb.DuckDBPyConnection,
    grade: Decimal | None,
    bins: Sequence[int] | None,
    population: int | None,
) -> Standing:
    row = connection.execute(QUERY, [grade, None if bins is None else list(bins), population]).fetchall()[0]
    return row[0], row[1], row[2]


def half_away(value: Fraction, places: int = 1) -> Decimal:
    """Rounded half away from zero, for values that are not negative."""
    scaled = floor(value * 10**places + Fraction(1, 2))
    return Decimal(scaled).scaleb(-places)


def oracle(grade: Decimal, bins: Sequence[int], population: int) -> Standing:
    """The formula of the field, word for word."""
    exact = Fraction(grade)
    low = 99 if exact == 100 else floor(exact)
    high = 100 if exact == 100 else low + 1
    above = sum(bins[low + 1 :])
    share = (1 - (exact - low) / (high - low)) * bins[low] + above
    ends = (share, Fraction(above), Fraction(bins[low] + above))
    estimate, best, worst = (half_away(end / population * 100) for end in ends)
    return estimate, best, worst


def bins_with(**counts: int) -> list[int]:
    bins = [0] * 100
    for name, count in counts.items():
        bins[int(name.removeprefix("b"))] = count
    return bins


@pytest.mark.parametrize(
    ("grade", "expected"),
    [("88", "25.0"), ("88.5", "20.0"), ("100", "0.0"), ("0", "100.0"), ("99.9", "0.5"), ("87.99", "25.0")],
)
def test_standing_worked_checks(macros: duckdb.DuckDBPyConnection, grade: str, expected: str) -> None:
    bins = bins_with(b0=30, b88=4, b95=4, b99=2)
    assert standing(macros, Decimal(grade), bins, 40)[0] == Decimal(expected)


def test_standing_rounds_half_away_from_zero(macros: duckdb.DuckDBPyConnection) -> None:
    assert standing(macros, Decimal("50"), bins_with(b50=1), 2000)[0] == Decimal("0.1")
    assert standing(macros, Decimal("50"), bins_with(b50=1), 2001)[0] == Decimal("0.0")


@pytest.mark.parametrize(
    ("grade", "bins", "population"),
    [
        (Decimal("-1"), [1] * 100, 100),
        (Decimal("-0.01"), [1] * 100, 100),
        (Decimal("100.01"), [1] * 100, 100),
        (None, [1] * 100, 100),
        (Decimal("80"), None, 100),
        (Decimal("80"), [1] * 100, 0),
        (Decimal("80"), [1] * 100, None),
    ],
)
def test_standing_without_a_comparison_is_null(
    macros: duckdb.DuckDBPyConnection, grade: Decimal | None, bins: list[int] | None, population: int | None
) -> None:
    assert standing(macros, grade, bins, population) == (None, None, None)


def test_standing_where_bins_and_population_differ(macros: duckdb.DuckDBPyConnection) -> None:
    bins = bins_with(b10=10, b80=5)
    assert standing(macros, Decimal("80"), bins, 20) == (Decimal("25.0"), Decimal("0.0"), Decimal("25.0"))


@settings(deadline=None)
@given(
    grade=st.decimals(min_value=0, max_value=100, places=2),
    bins=st.lists(st.integers(0, 60), min_size=100, max_size=100),
    population=st.integers(1, 5000),
)
def test_standing_equals_the_oracle(
    macros: duckdb.DuckDBPyConnection, grade: Decimal, bins: list[int], population: int
) -> None:
    assert standing(macros, grade, bins, population) == oracle(grade, bins, population)


@settings(deadline=None)
@given(grades=st.lists(st.decimals(min_value=0, max_value=100, places=2), min_size=1, max_size=12))
def test_mean_equals_the_oracle(macros: duckdb.DuckDBPyConnection, grades: list[Decimal]) -> None:
    total, entries = sum(grades), len(grades)
    query = "select mean_half_up(?::decimal(18, 2), ?)"
    mean = macros.execute(query, [total, entries]).fetchall()[0][0]
    assert mean == half_away(Fraction(total) / entries)


def test_mean_of_nothing_is_null(macros: duckdb.DuckDBPyConnection) -> None:
    assert macros.execute("select mean_half_up(null, 0)").fetchall() == [(None,)]


def test_ten_bars_put_one_hundred_in_the_last(macros: duckdb.DuckDBPyConnection) -> None:
    bars = macros.execute("select ten_point_bars_of(?::integer[])", [list(range(100))]).fetchall()[0][0]
    assert bars == [sum(range(low, low + 10)) for low in range(0, 100, 10)]


@pytest.mark.parametrize("text", ["", " ", "\u3000", "無", "-1", "-999", "-999.99", "-9999.999"])
def test_given_text_nulls_the_sentinels(macros: duckdb.DuckDBPyConnection, text: str) -> None:
    assert macros.execute("select given_text(?)", [text]).fetchall() == [(None,)]


def test_given_text_keeps_the_text_as_received(macros: duckdb.DuckDBPyConnection) -> None:
    assert macros.execute("select given_text(?)", [" 無名獎 "]).fetchall() == [(" 無名獎 ",)]


def test_lists_are_split_at_the_ideographic_comma(macros: duckdb.DuckDBPyConnection) -> None:
    row = macros.execute("select split_list(?), split_list(null)", ["A1、 B2、"]).fetchall()[0]
    assert row == (["A1", "B2"], [])
