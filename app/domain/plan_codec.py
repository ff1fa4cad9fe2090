"""A review plan as plain data (text, numbers as text, lists, mappings) and back, without losing a digit."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, DimensionId, RubricLevel, ScoringScale
from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode, SnapshotId
from app.domain.plan import PlanId, PlanStatus, ReviewPlan
from app.domain.plan_data import UnreadablePlan as UnreadablePlan
from app.domain.plan_data import (
    choice,
    decimal,
    decimal_or_none,
    integer,
    items,
    mapping,
    mappings,
    number_text,
    string,
    text,
    text_or_none,
)
from app.domain.rules_codec import rules_from_data, rules_to_data


def plan_to_data(plan: ReviewPlan) -> dict[str, object]:
    """Plain data for JSON. Decimals become text, so 83.5 never turns into 83.50 or a float."""
    return {
        "plan_id": plan.plan_id,
        "programme_code": plan.programme_code,
        "snapshot_id": plan.snapshot_id,
        "revision": plan.revision,
        "status": plan.status.value,
        "title": plan.title,
        "scale": plan.scale.value,
        "dimensions": [_dimension_to_data(dimension) for dimension in plan.dimensions],
        "core_data": sorted([dimension, category] for dimension, category in plan.core_data.pairs),
        "rules": rules_to_data(plan.rules),
    }


def plan_from_data(data: Mapping[str, object]) -> ReviewPlan:
    """The plan written by ``plan_to_data``; raises UnreadablePlan naming the key that is missing or wrong."""
    return ReviewPlan(
        plan_id=PlanId(text(data, "plan_id")),
        programme_code=ProgrammeCode(text(data, "programme_code")),
        snapshot_id=SnapshotId(text(data, "snapshot_id")),
        revision=integer(data, "revision"),
        status=choice(data, "status", PlanStatus),
        title=text(data, "title"),
        scale=choice(data, "scale", ScoringScale),
        dimensions=tuple(_dimension_from_data(item) for item in mappings(data, "dimensions")),
        core_data=CoreDataSelection(frozenset(_pair(item) for item in items(data, "core_data"))),
        rules=rules_from_data(mapping(data.get("rules"), "rules")),
    )


def _dimension_to_data(dimension: Dimension) -> dict[str, object]:
    return {
        "dimension_id": dimension.dimension_id,
        "name": dimension.name,
        "description": dimension.description,
        "weight_percent": number_text(dimension.weight_percent),
        "points": number_text(dimension.points),
        "minimum_score": text_or_none(dimension.minimum_score),
        "rubric_levels": [_level_to_data(level) for level in dimension.rubric_levels],
    }


def _dimension_from_data(data: Mapping[str, object]) -> Dimension:
    return Dimension(
        dimension_id=DimensionId(text(data, "dimension_id")),
        name=text(data, "name"),
        description=text(data, "description"),
        weight_percent=decimal(data, "weight_percent"),
        points=decimal(data, "points"),
        minimum_score=decimal_or_none(data, "minimum_score"),
        rubric_levels=tuple(_level_from_data(level) for level in mappings(data, "rubric_levels")),
    )


def _level_to_data(level: RubricLevel) -> dict[str, object]:
    return {
        "name": level.name,
        "text": level.text,
        "low": number_text(level.low),
        "high": number_text(level.high),
        "intended_share": text_or_none(level.intended_share),
        "note": level.note,
        "anchors": list(level.anchors),
    }


def _level_from_data(data: Mapping[str, object]) -> RubricLevel:
    return RubricLevel(
        name=text(data, "name"),
        text=text(data, "text"),
        low=decimal(data, "low"),
        high=decimal(data, "high"),
        # Plans of before levels had shares, notes and anchors say nothing of them.
        intended_share=decimal_or_none({"intended_share": None, **data}, "intended_share"),
        note=text({"note": "", **data}, "note"),
        anchors=tuple(
            ApplicationId(string(item, "anchors")) for item in items({"anchors": [], **data}, "anchors")
        ),
    )


def _pair(item: object) -> tuple[DimensionId, CategoryCode]:
    if not isinstance(item, list) or len(item) != 2:
        raise UnreadablePlan("core_data")
    dimension, category = item
    return DimensionId(string(dimension, "core_data")), CategoryCode(string(category, "core_data"))
