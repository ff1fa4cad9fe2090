"""The only rounding of anything that decides, and the context in which sums and products stay exact."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction

EXACT = Context(prec=100, rounding=ROUND_HALF_UP, traps=[Inexact, InvalidOperation])
"""Raises rather than rounds: a total is the exact sum of what was entered, whatever context a library sets."""


def round_half_up(value: Decimal | Fraction, digits: int = 2) -> Decimal:
    """``value`` with ``digits`` decimals; a half goes away from zero. Raises on NaN and infinity."""
    exact = Fraction(value) * 10**digits
    whole = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    sign = 1 if exact < 0 and whole else 0
    return Decimal((sign, tuple(int(digit) for digit in str(whole)), -digits))
