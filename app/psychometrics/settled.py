"""The one way a computed number becomes a Decimal that may decide, the same on every machine."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from app.domain.rounding import round_half_up

VALUE_DIGITS = 4
_NOISE_DIGITS = 8


def settled(value: float | Decimal | Fraction) -> Decimal:
    """``value`` to eight decimals, then half up to four.

    The last bits of a float differ between processors and libraries by some 1e-12. The first rounding removes
    them, so that a true half (70.00005) goes up everywhere; only a value within that noise of the middle between
    two eighth decimals *and* of a half could still differ. Raises on NaN and infinity.
    """
    exact = Decimal(value) if isinstance(value, float) else value
    return round_half_up(round_half_up(exact, _NOISE_DIGITS), VALUE_DIGITS)
