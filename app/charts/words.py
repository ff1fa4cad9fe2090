"""The few words a figure needs; the screen fills them in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.evidence import StandingLevel


@dataclass(frozen=True)
class ChartWords:
    """Labels beside numbers. All are the program's own words, so they may hold Plotly markup."""

    population: str
    """Before the number of people of a distribution: 母體人數."""
    people: str
    """Axis of counts and unit of a count: 人數."""
    standing: str
    """Axis of 推估相對表現, in percent from the top."""
    semester_grade: str
    score: str
    total: str
    rank: str
    share: str
    """Axis of shares in percent."""
    hidden: str
    """In place of a count that may not be shown."""
    unknown: str
    """In place of a value or label nobody gave."""
    level_names: Mapping[StandingLevel, str]
