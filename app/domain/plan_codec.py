"""A review plan as plain data (text, numbers as text, lists, mappings) and back, without losing a digit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, DimensionId, RubricLevel, ScoringScale
from app.domain.evidence import CategoryCode, ProgrammeCode, SnapshotId
from app.domain.plan import MissingScorePolicy, PdfPlacement, PlanId, PlanStatus, RankingRules, ReviewPlan

E = TypeVar("E", bound=StrEnum)


class UnreadablePlan(ValueError):
    """The data is not a plan; ``place`` is the key that could not be read."""

    def __init__(self, place: str) -> None:
        super().__init__(f"not a plan: {place}")
        self.place = place


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
        "rules": _rules_to_data(plan.rules),
    }


def plan_from_data(data: Mapping[str, object]) -> ReviewPlan:
    """The plan written by ``plan_to_data``; raises UnreadablePlan naming the key that is missing or wrong."""
    return ReviewPlan(
        plan_id=PlanId(_text(data, "plan_id")),
        programme_code=ProgrammeCode(_text(data, "programme_code")),
        snapshot_id=SnapshotId(_text(data, "snapshot_id")),
        revision=_integer(data, "revision"),
        status=_choice(data, "status", PlanStatus),
        title=_text(data, "title"),
        scale=_choice(data, "scale", ScoringScale),
        dimensions=tuple(_dimension_from_data(item) for item in _mappings(data, "dimensions")),
        core_data=CoreDataSelection(frozenset(_pair(item) for item in _items(data, "core_data"))),
        rules=_rules_from_data(_mapping(data.get("rules"), "rules")),
    )


def _dimension_to_data(dimension: Dimension) -> dict[str, object]:
    return {
        "dimension_id": dimension.dimension_id,
        "name": dimension.name,
        "description": dimension.description,
        "weight_percent": _number_text(dimension.weight_percent),
        "points": _number_text(dimension.points),
        "minimum_score": _text_or_none(dimension.minimum_score),
        "rubric_levels": [_level_to_data(level) for level in dimension.rubric_levels],
    }


def _dimension_from_data(data: Mapping[str, object]) -> Dimension:
    return Dimension(
        dimension_id=DimensionId(_text(data, "dimension_id")),
        name=_text(data, "name"),
        description=_text(data, "description"),
        weight_percent=_decimal(data, "weight_percent"),
        points=_decimal(data, "points"),
        minimum_score=_decimal_or_none(data, "minimum_score"),
        rubric_levels=tuple(_level_from_data(level) for level in _mappings(data, "rubric_levels")),
    )


def _level_to_data(level: RubricLevel) -> dict[str, object]:
    return {
        "name": level.name,
        "text": level.text,
        "low": _number_text(level.low),
        "high": _number_text(level.high),
        "intended_share": _text_or_none(level.intended_share),
    }


def _level_from_data(data: Mapping[str, object]) -> RubricLevel:
    return RubricLevel(
        name=_text(data, "name"),
        text=_text(data, "text"),
        low=_decimal(data, "low"),
        high=_decimal(data, "high"),
        # Plans of before levels had shares say nothing of them.
        intended_share=_decimal_or_none({"intended_share": None, **data}, "intended_share"),
    )


def _rules_to_data(rules: RankingRules) -> dict[str, object]:
    return {
        "tie_breaks": list(rules.tie_breaks),
        "missing_score_policy": rules.missing_score_policy.value,
        "pdf_placement": rules.pdf_placement.value,
        "minimum_total": _text_or_none(rules.minimum_total),
        "required_reviews": rules.required_reviews,
        "score_step": _number_text(rules.score_step),
        "range_gap": _text_or_none(rules.range_gap),
        "shows_running_total": rules.shows_running_total,
        "shows_panel_levels": rules.shows_panel_levels,
    }


def _rules_from_data(data: Mapping[str, object]) -> RankingRules:
    return RankingRules(
        tie_breaks=tuple(_string(item, "tie_breaks") for item in _items(data, "tie_breaks")),
        missing_score_policy=_choice(data, "missing_score_policy", MissingScorePolicy),
        pdf_placement=_choice(data, "pdf_placement", PdfPlacement),
        minimum_total=_decimal_or_none(data, "minimum_total"),
        required_reviews=_integer(data, "required_reviews"),
        score_step=_decimal(data, "score_step"),
        range_gap=_decimal_or_none(data, "range_gap"),
        shows_running_total=_boolean(data, "shows_running_total"),
        # Plans of before this rule kept the panel's levels to themselves.
        shows_panel_levels=_boolean({"shows_panel_levels": False, **data}, "shows_panel_levels"),
    )


def _number_text(number: Decimal) -> str:
    # What could not be read back must not be written.
    if not number.is_finite():
        raise ValueError("a plan holds finite numbers only")
    return str(number)


def _text_or_none(number: Decimal | None) -> str | None:
    return None if number is None else _number_text(number)


def _string(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise UnreadablePlan(place)
    return value


def _text(data: Mapping[str, object], key: str) -> str:
    return _string(data.get(key), key)


def _integer(data: Mapping[str, object], key: str) -> int:
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise UnreadablePlan(key)
    return value


def _boolean(data: Mapping[str, object], key: str) -> bool:
    value = data.get(key)
    if not isinstance(value, bool):
        raise UnreadablePlan(key)
    return value


def _decimal(data: Mapping[str, object], key: str) -> Decimal:
    try:
        number = Decimal(_text(data, key))
    except InvalidOperation as problem:
        raise UnreadablePlan(key) from problem
    if not number.is_finite():
        raise UnreadablePlan(key)
    return number


def _decimal_or_none(data: Mapping[str, object], key: str) -> Decimal | None:
    # A missing key is not "no limit": only a written null is.
    if key in data and data[key] is None:
        return None
    return _decimal(data, key)


def _choice(data: Mapping[str, object], key: str, kind: type[E]) -> E:
    try:
        return kind(_text(data, key))
    except ValueError as problem:
        raise UnreadablePlan(key) from problem


def _items(data: Mapping[str, object], key: str) -> Sequence[object]:
    value = data.get(key)
    if not isinstance(value, list):
        raise UnreadablePlan(key)
    return value


def _mapping(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise UnreadablePlan(place)
    return value


def _mappings(data: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    return [_mapping(item, key) for item in _items(data, key)]


def _pair(item: object) -> tuple[DimensionId, CategoryCode]:
    if not isinstance(item, list) or len(item) != 2:
        raise UnreadablePlan("core_data")
    dimension, category = item
    return DimensionId(_string(dimension, "core_data")), CategoryCode(_string(category, "core_data"))
