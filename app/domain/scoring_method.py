"""How the scores of several reviewers become one value of an application; chosen in the plan, never switched silently."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ScoringMethod(StrEnum):
    """平均, 中位數, Z 分數, T 分數, 組間標準化, 加法嚴寬校正, 多面向 Rasch."""

    RAW_MEAN = "raw_mean"
    MEDIAN = "median"
    Z = "z"
    T = "t"
    PANEL = "panel"
    ADDITIVE = "additive"
    RASCH = "rasch"


@dataclass(frozen=True)
class ScoreAdjustment:
    """The method, and what turns a T score into a score again: T × ``factor`` + ``offset``."""

    method: ScoringMethod = ScoringMethod.RAW_MEAN
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)


class ThirdReading(StrEnum):
    """What a third review does once it is finished."""

    ALL_COUNT = "all_count"
    """All three count alike."""
    DECIDES = "decides"
    """The third alone counts."""
