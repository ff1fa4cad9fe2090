"""The total of an application: the share of the review and of every other component, exact, rounded once.

total = review share × review total + Σ component share × value / maximum × 100, in percent of a full total;
rounded half up to two decimals before anything is compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import repeat
from math import lcm

from app.domain.plan import RankingRules
from app.domain.rounding import nearest_whole
from app.domain.total_component import ComponentId
from app.domain.whole_scores import Hundredths, decimals, whole


class WeightedTotal:
    """Totals of one plan. ``columns`` are the imported values of each component, to find their smallest unit.

    A value below 0 or above its component's maximum is a broken promise and raises ValueError.
    """

    def __init__(self, rules: RankingRules, columns: Mapping[ComponentId, Sequence[Decimal | None]]) -> None:
        review = Fraction(rules.review_weight_percent) / 100
        shares: dict[ComponentId, Fraction] = {}
        units: dict[ComponentId, dict[Decimal, int]] = {}
        for component in rules.components:
            values = {value for value in columns.get(component.component_id, ()) if value is not None}
            for value in values:
                if not 0 <= value <= component.maximum:
                    raise ValueError(f"{value} is no value of component {component.component_id}")
            unit = 10 ** max(map(decimals, values), default=0)
            units[component.component_id] = {value: whole(value, unit) for value in values}
            shares[component.component_id] = Fraction(component.weight_percent) / (
                Fraction(component.maximum) * unit
            )
        self._full = lcm(review.denominator, *(share.denominator for share in shares.values()))
        self._review = int(review * self._full)
        self._points = {
            key: {value: int(share * self._full) * units[key][value] for value in units[key]}
            for key, share in shares.items()
        }
        self._hundredths = Hundredths()

    def totals(
        self, reviews: Sequence[tuple[int, int]], components: Mapping[ComponentId, Sequence[Decimal]]
    ) -> list[Decimal]:
        """The rounded totals of review totals (numerator and denominator) and of the values of every component."""
        points = [map(self._points[key].__getitem__, values) for key, values in components.items()]
        beside = map(sum, zip(*points, strict=True)) if points else repeat(0)
        full, review, hundredths = self._full, self._review, self._hundredths
        return [
            hundredths[nearest_whole(100 * (review * numerator + more * denominator), full * denominator)]
            for (numerator, denominator), more in zip(reviews, beside, strict=False)
        ]
