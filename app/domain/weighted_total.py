"""The total of an application: the share of the review and of every other component, exact, rounded once.

total = review share × review total + Σ component share × value / maximum × 100, in percent of a full total;
rounded half up to two decimals before anything is compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

from app.domain.plan import RankingRules
from app.domain.rounding import nearest
from app.domain.total_component import ComponentId
from app.domain.whole_scores import decimals, whole


class WeightedTotal:
    """Totals of one plan. ``columns`` are the imported values of each component, to find their smallest unit.

    A value below 0 or above its component's maximum is a broken promise and raises ValueError.
    """

    def __init__(self, rules: RankingRules, columns: Mapping[ComponentId, Sequence[Decimal | None]]) -> None:
        review = Fraction(rules.review_weight_percent) / 100
        shares: dict[ComponentId, Fraction] = {}
        self._units: dict[ComponentId, dict[Decimal, int]] = {}
        for component in rules.components:
            values = {value for value in columns.get(component.component_id, ()) if value is not None}
            for value in values:
                if not 0 <= value <= component.maximum:
                    raise ValueError(f"{value} is no value of component {component.component_id}")
            unit = 10 ** max(map(decimals, values), default=0)
            self._units[component.component_id] = {value: whole(value, unit) for value in values}
            shares[component.component_id] = Fraction(component.weight_percent) / (
                Fraction(component.maximum) * unit
            )
        self._full = lcm(review.denominator, *(share.denominator for share in shares.values()))
        self._review = int(review * self._full)
        self._factors = {key: int(share * self._full) for key, share in shares.items()}

    def of(self, review: tuple[int, int], components: Mapping[ComponentId, Decimal]) -> Decimal:
        """The rounded total of a review total (numerator and denominator) and a value of every component."""
        numerator, denominator = review
        beside = sum(self._factors[key] * self._units[key][value] for key, value in components.items())
        return nearest(self._review * numerator + beside * denominator, self._full * denominator, 2)
