"""Two-by-two tables against published results."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.contingency import TwoByTwo, common_odds, fisher_exact, wilson_interval

# Agresti, Categorical Data Analysis (2002), table 6.9: two treatments in eight centres.
CENTRES = (
    TwoByTwo(11, 25, 10, 27),
    TwoByTwo(16, 4, 22, 10),
    TwoByTwo(14, 5, 7, 12),
    TwoByTwo(2, 14, 1, 16),
    TwoByTwo(6, 11, 0, 12),
    TwoByTwo(1, 10, 0, 10),
    TwoByTwo(1, 4, 1, 8),
    TwoByTwo(4, 2, 6, 1),
)
counts = st.integers(0, 12)
tables = st.builds(TwoByTwo, counts, counts, counts, counts)


def test_tea_tasting_is_exact() -> None:
    # Fisher 1935: three of four cups right; 34 of 70 arrangements are no more likely.
    assert fisher_exact(TwoByTwo(3, 1, 1, 3)) == Fraction(34, 70)
    assert fisher_exact(TwoByTwo(4, 0, 0, 4)) == Fraction(2, 70)


# Newcombe 1998, table I: score method without continuity correction.
@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_score_interval_is_as_published(hits: int, total: int, low: float, high: float) -> None:
    interval = wilson_interval(hits, total)
    assert interval is not None
    assert [round(end, 4) for end in interval] == [low, high]


def test_score_interval_of_nobody_is_unknown() -> None:
    assert wilson_interval(0, 0) is None


def test_common_odds_are_as_published() -> None:
    found = common_odds(CENTRES)
    assert found.odds_ratio is not None
    assert found.low is not None
    assert found.high is not None
    assert found.p_value is not None
    # Agresti: 2.13, standard error of its logarithm 0.303, chi-square 6.38 (p = .012).
    assert round(float(found.odds_ratio), 2) == 2.13
    assert (round(found.low, 2), round(found.high, 2)) == (1.18, 3.87)
    assert round(found.p_value, 3) == 0.012
    assert found.strata == 8


def test_stratum_of_one_side_says_nothing() -> None:
    silent = (TwoByTwo(5, 5, 0, 0), TwoByTwo(3, 0, 9, 0))
    assert common_odds(silent).strata == 0
    assert common_odds(silent).p_value is None
    assert common_odds((*CENTRES, *silent)) == common_odds(CENTRES)


@given(tables)
def test_exact_p_is_a_probability_and_knows_no_sides(table: TwoByTwo) -> None:
    p = fisher_exact(table)
    assert 0 < p <= 1
    turned = TwoByTwo(table.other_hits, table.other_misses, table.hits, table.misses)
    assert fisher_exact(turned) == p


@given(st.lists(tables, max_size=4))
def test_turning_the_sides_turns_the_odds(several: list[TwoByTwo]) -> None:
    turned = [TwoByTwo(each.other_hits, each.other_misses, each.hits, each.misses) for each in several]
    ratio, other = common_odds(several).odds_ratio, common_odds(turned).odds_ratio
    if ratio and other:
        assert ratio * other == 1
