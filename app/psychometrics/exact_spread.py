"""Mean and population SD in exact arithmetic: the root alone is rounded, to fifty digits on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from app.domain.rounding import round_half_up

_FINE = Context(prec=60, rounding=ROUND_HALF_EVEN)
_DIGITS = 30


@dataclass(frozen=True)
class Spread:
    """Mean, and SD over the number of values (not one less); zero where nothing varies."""

    mean: Fraction
    sd: Decimal

    def standardised(self, value: Decimal | Fraction) -> Decimal:
        """z = (value − mean) / SD to thirty decimals, so that what is finite is exact. ZeroDivisionError without SD."""
        if not self.sd:
            raise ZeroDivisionError("no spread, no standard score")
        apart = Fraction(value) - self.mean
        numerator, denominator = (Decimal(part) for part in apart.as_integer_ratio())
        z = _FINE.divide(_FINE.divide(numerator, denominator), self.sd)
        return round_half_up(z, _DIGITS)


def spread_of(values: Sequence[Decimal]) -> Spread:
    """Of at least one value."""
    exact = [Fraction(value) for value in values]
    mean = sum(exact, Fraction(0)) / len(exact)
    variance = sum(((value - mean) ** 2 for value in exact), Fraction(0)) / len(exact)
    numerator, denominator = (Decimal(part) for part in variance.as_integer_ratio())
    return Spread(mean, _FINE.sqrt(_FINE.divide(numerator, denominator)))


def rescaled(z: Decimal, spread: Spread) -> Decimal:
    """The value that lies ``z`` standard deviations from the mean of ``spread``, to thirty decimals."""
    return round_half_up(Fraction(z) * Fraction(spread.sd) + spread.mean, _DIGITS)
