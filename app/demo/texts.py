"""The words of the demonstration round, read from ``round.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.identity_list import IdentityList
from app.domain.total_component import ComponentId, TotalComponent

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
class ComponentText:
    """What counts beside the review; ``file`` is its results, below the export."""

    component: TotalComponent
    file: str


@dataclass(frozen=True)
class PlanText:
    """One plan of the round; a plan that is not locked stays a draft, and without tie-breaks of its own its
    dimensions break ties in their order."""

    programme_code: str
    title: str
    locked: bool
    dimensions: tuple[DimensionText, ...]
    tie_breaks: tuple[str, ...]
    components: tuple[ComponentText, ...]
    identity_lists: tuple[IdentityList, ...]


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
    case_reasons: dict[str, str]
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
        case_reasons=data["case_reasons"],
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
    return PlanText(
        programme_code=data["programme_code"],
        title=data["title"],
        locked=data["locked"],
        dimensions=dimensions,
        tie_breaks=tuple(data.get("tie_breaks", [each.dimension_id for each in dimensions])),
        components=tuple(_component(each) for each in data.get("component", [])),
        identity_lists=tuple(_list(each) for each in data.get("identity_list", [])),
    )


def _component(data: dict[str, Any]) -> ComponentText:
    component = TotalComponent(
        component_id=ComponentId(data["component_id"]),
        name=data["name"],
        weight_percent=Decimal(data["weight_percent"]),
        maximum=Decimal(data["maximum"]),
        minimum_value=Decimal(data["minimum_value"]),
    )
    return ComponentText(component, data["file"])


def _list(data: dict[str, Any]) -> IdentityList:
    return IdentityList(
        list_id=data["list_id"],
        name=data["name"],
        statuses=frozenset(data["statuses"]),
        quota=data["quota"],
        waitlist=data["waitlist"],
    )
