"""其他成績: what counts in the total beside the review (學測, interview …), imported by file."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NewType

ComponentId = NewType("ComponentId", str)


@dataclass(frozen=True)
class TotalComponent:
    """One component. Its values run from 0 to ``maximum``; ``weight_percent`` is its share of the total.

    What the components leave of 100 percent is the share of the review. ``minimum_value`` is the gate 最低得分.
    """

    component_id: ComponentId
    name: str
    weight_percent: Decimal
    maximum: Decimal = Decimal(100)
    minimum_value: Decimal | None = None
