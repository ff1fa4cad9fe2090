"""評分面向: what is scored, on which scale, with which rubric."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from typing import NewType

from app.domain.evidence import ApplicationId

DimensionId = NewType("DimensionId", str)

PERCENT_MAXIMUM = Decimal(100)
LEVEL_FLOORS = (Decimal("0.9"), Decimal("0.8"), Decimal("0.7"), Decimal("0.6"), Decimal("0"))
"""Where the usual levels begin, as shares of the maximum, best first."""


class ScoringScale(StrEnum):
    """百分制: each dimension 0 to 100, weighted. 配分制: each dimension 0 to its points, summed."""

    PERCENT = "percent"
    POINTS = "points"


@dataclass(frozen=True)
class RubricLevel:
    """等第 with its text and inclusive score band, in the units a reviewer enters.

    ``intended_share`` is how much of a reviewer's scores the plan expects in the level, in percent; None says nothing.
    ``note`` is what the committee agreed about the level; ``anchors`` are applications that stand for it.
    """

    name: str
    text: str
    low: Decimal
    high: Decimal
    intended_share: Decimal | None = None
    note: str = ""
    anchors: tuple[ApplicationId, ...] = ()


@dataclass(frozen=True)
class Dimension:
    """One dimension; ``weight_percent`` counts on the percent scale, ``points`` on the points scale."""

    dimension_id: DimensionId
    name: str
    description: str
    weight_percent: Decimal
    points: Decimal
    minimum_score: Decimal | None
    rubric_levels: tuple[RubricLevel, ...]


def maximum_score(dimension: Dimension, scale: ScoringScale) -> Decimal:
    """The highest score a reviewer may enter: 100 on the percent scale, the points on the points scale."""
    return PERCENT_MAXIMUM if scale is ScoringScale.PERCENT else dimension.points


def weight_of(dimension: Dimension, scale: ScoringScale) -> Decimal:
    """What the dimension contributes to a full total: its weight in percent, or its points."""
    return dimension.weight_percent if scale is ScoringScale.PERCENT else dimension.points


def default_rubric(
    scale: ScoringScale, points: Decimal, *, names: Sequence[str], texts: Sequence[str]
) -> tuple[RubricLevel, ...]:
    """The five usual levels, best first, with bands for whole scores: 90–100, 80–89, 70–79, 60–69, 0–59.

    On the points scale the same shares of ``points``, raised to whole points; with few points a level
    whose band holds no whole score is left out. Five ``names`` and five ``texts``, best first.
    """
    maximum = PERCENT_MAXIMUM if scale is ScoringScale.PERCENT else points
    lows = [(maximum * share).to_integral_value(ROUND_CEILING) for share in LEVEL_FLOORS]
    highs = [maximum, *(low - 1 for low in lows[:-1])]
    levels = map(RubricLevel, names, texts, lows, highs)
    if len(names) != len(LEVEL_FLOORS) or len(texts) != len(LEVEL_FLOORS):
        raise ValueError("a default rubric needs five names and five texts")
    return tuple(level for level in levels if level.low <= level.high)
