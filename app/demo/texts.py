"""The words of the demonstration round, read from ``round.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROUND_FILE = Path(__file__).with_name("round.toml")


@dataclass(frozen=True)
class DimensionText:
    """One dimension: rubric texts from the best level down, course groups by label, categories by code."""

    dimension_id: str
    name: str
    description: str
    weight_percent: str
    courses: tuple[str, ...]
    categories: tuple[str, ...]
    levels: tuple[str, ...]


@dataclass(frozen=True)
class PlanText:
    """One plan of the round; a plan that is not locked stays a draft."""

    programme_code: str
    title: str
    locked: bool
    dimensions: tuple[DimensionText, ...]


@dataclass(frozen=True)
class RoundTexts:
    """Everything written in the file."""

    people: dict[str, str]
    plans: tuple[PlanText, ...]
    rubric_names: tuple[str, ...]
    rubric_bands: tuple[tuple[str, str], ...]
    comments: dict[str, tuple[str, ...]]
    abstain_reason: str
    recusal_reason: str
    gap_comment: str
    gap_reason: str
    gap_closed_reason: str
    calibration_comments: tuple[str, ...]


@cache
def round_texts() -> RoundTexts:
    """The file, read once."""
    data = tomllib.loads(ROUND_FILE.read_text(encoding="utf-8"))
    comments = data["comments"]
    return RoundTexts(
        people=data["people"],
        plans=tuple(_plan(each) for each in data["plan"]),
        rubric_names=tuple(data["rubric"]["names"]),
        rubric_bands=tuple((low, high) for low, high in data["rubric"]["bands"]),
        comments={level: tuple(comments[level]) for level in ("excellent", "good", "fair", "weak")},
        abstain_reason=comments["abstain"],
        recusal_reason=comments["recusal"],
        gap_comment=comments["gap"],
        gap_reason=comments["gap_reason"],
        gap_closed_reason=comments["gap_closed_reason"],
        calibration_comments=tuple(comments["calibration"]),
    )


def _plan(data: dict[str, Any]) -> PlanText:
    dimensions = tuple(
        DimensionText(
            dimension_id=each["dimension_id"],
            name=each["name"],
            description=each["description"],
            weight_percent=each["weight_percent"],
            courses=tuple(each["courses"]),
            categories=tuple(each["categories"]),
            levels=tuple(each["levels"]),
        )
        for each in data["dimension"]
    )
    return PlanText(data["programme_code"], data["title"], data["locked"], dimensions)
