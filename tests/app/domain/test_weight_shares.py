"""Weights in whole units: always the full total, as near to what was announced as whole numbers are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.weight_shares import whole_shares

FULL = Decimal(100)
WEIGHTS = st.lists(st.integers(0, 100_000).map(lambda n: Decimal(n).scaleb(-2)), min_size=1, max_size=9)


@given(WEIGHTS)
def test_shares_are_whole_add_up_and_stay_within_one_unit(weights: list[Decimal]) -> None:
    shares = whole_shares(weights, FULL)
    assert sum(shares) == FULL
    total = sum(weights)
    for weight, share in zip(weights, shares, strict=True):
        exact = weight * FULL / total if total else FULL / len(weights)
        assert share == int(share)
        assert abs(share - exact) < 1


@given(WEIGHTS)
def test_heavier_never_gets_less(weights: list[Decimal]) -> None:
    pairs = sorted(zip(weights, whole_shares(weights, FULL), strict=True))
    assert all(a[1] <= b[1] or a[0] == b[0] for a, b in zip(pairs, pairs[1:], strict=False))


def test_what_adds_up_is_left_alone_and_equal_remainders_go_first_come() -> None:
    assert list(map(int, whole_shares([Decimal(40), Decimal(25), Decimal(35)], FULL))) == [40, 25, 35]
    assert list(map(int, whole_shares([Decimal(1)] * 3, FULL))) == [34, 33, 33]
    assert list(map(int, whole_shares([Decimal(0)] * 4, FULL))) == [25, 25, 25, 25]


@pytest.mark.parametrize("weights", [[], [Decimal(-1), Decimal(101)]])
def test_nothing_and_less_than_nothing_are_refused(weights: list[Decimal]) -> None:
    with pytest.raises(ValueError, match="weights"):
        whole_shares(weights, FULL)
