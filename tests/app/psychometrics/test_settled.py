"""Computed numbers as Decimals: noise of the last bits decides nothing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.psychometrics.settled import settled


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (70.00005, "70.0001"),
        (70.00005 - 1e-12, "70.0001"),
        (70.00005 + 1e-12, "70.0001"),
        (70.00004999, "70.0000"),
        (-0.00005, "-0.0001"),
        (0.0, "0.0000"),
        (Fraction(2, 3), "0.6667"),
        (Decimal("0.00625"), "0.0063"),
    ],
)
def test_settled_at_the_edges(value: float | Decimal | Fraction, found: str) -> None:
    assert str(settled(value)) == found


@given(st.integers(-(10**6), 10**6), st.floats(-1e-10, 1e-10))
def test_noise_of_the_last_bits_does_not_show(half_steps: int, noise: float) -> None:
    value = half_steps / 20000
    assert settled(value + noise) == settled(Fraction(half_steps, 20000))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises((ValueError, OverflowError)):
        settled(value)
