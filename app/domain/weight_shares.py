"""Weights brought to a full total in whole units, so that what people announce adds up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction


def whole_shares(weights: Sequence[Decimal], full: Decimal) -> tuple[Decimal, ...]:
    """Whole numbers in proportion to ``weights`` that add up to ``full``, itself a whole number.

    By largest remainder (Hamilton); what is equal goes to the earlier place. Weights that are all zero share alike;
    a negative weight, or none at all, raises ValueError.
    """
    if not weights or min(weights) < 0:
        raise ValueError("weights to share out must not be negative, and there must be one")
    parts = [Fraction(each) for each in weights] if any(weights) else [Fraction(1)] * len(weights)
    exact = [part * Fraction(full) / sum(parts) for part in parts]
    whole = [part.numerator // part.denominator for part in exact]
    left = int(full) - sum(whole)
    by_remainder = sorted(range(len(exact)), key=lambda place: (whole[place] - exact[place], place))
    for place in by_remainder[:left]:
        whole[place] += 1
    return tuple(Decimal(each) for each in whole)
