"""The rules of a plan in a plan file; rules that an older file does not know are as they were before them."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.dimensions import DimensionId
from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.plan import (
    COMPONENT_TIE,
    REVIEW_TOTAL_TIE,
    MissingScorePolicy,
    PdfPlacement,
    RankingRules,
)
from app.domain.rules_codec import UNSAID
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod, ThirdReading
from app.domain.total_component import ComponentId, TotalComponent
from app.exchange.json_reader import JsonReader

PLACE = "plan.rules"
MOST_COMPONENTS = 20
MOST_LISTS = 50
RULE_KEYS = (
    "tie_breaks",
    "missing_score_policy",
    "pdf_placement",
    "minimum_total",
    "required_reviews",
    "score_step",
    "range_gap",
    "shows_running_total",
)
ADJUSTMENT_KEYS = ("method", "factor", "offset")
COMPONENT_KEYS = ("component_id", "name", "weight_percent", "maximum", "minimum_value")
LIST_KEYS = ("list_id", "name", "statuses", "quota", "waitlist")


def read_rules(
    reader: JsonReader, plan: dict[str, object], ids: Mapping[DimensionId, DimensionId]
) -> RankingRules:
    """The rules under the plan's key ``rules``; ``ids`` leads from the dimensions of the file to the new ones."""
    data = {**UNSAID, **reader.mapping(plan.get("rules"), PLACE, keys=RULE_KEYS, later=tuple(UNSAID))}
    components = _components(reader, data)
    return RankingRules(
        tie_breaks=_tie_breaks(reader, data, ids, components),
        missing_score_policy=reader.choice(data, "missing_score_policy", PLACE, kind=MissingScorePolicy),
        pdf_placement=reader.choice(data, "pdf_placement", PLACE, kind=PdfPlacement),
        minimum_total=reader.decimal_or_none(data, "minimum_total", PLACE),
        minimum_review_total=reader.decimal_or_none(data, "minimum_review_total", PLACE),
        required_reviews=reader.integer(data, "required_reviews", PLACE),
        score_step=reader.decimal(data, "score_step", PLACE),
        range_gap=reader.decimal_or_none(data, "range_gap", PLACE),
        shows_running_total=reader.boolean(data, "shows_running_total", PLACE),
        shows_panel_levels=reader.boolean(data, "shows_panel_levels", PLACE),
        sd_gap=reader.decimal_or_none(data, "sd_gap", PLACE),
        mean_gap=reader.decimal_or_none(data, "mean_gap", PLACE),
        level_gap=_integer_or_none(reader, data, "level_gap", PLACE),
        adjustment=_adjustment(reader, data),
        third_reading=reader.choice(data, "third_reading", PLACE, kind=ThirdReading),
        components=components,
        identity_lists=_lists(reader, data),
        tie_at_line=reader.choice(data, "tie_at_line", PLACE, kind=TieAtLine),
    )


def _tie_breaks(
    reader: JsonReader,
    data: dict[str, object],
    ids: Mapping[DimensionId, DimensionId],
    components: tuple[TotalComponent, ...],
) -> tuple[str, ...]:
    others = {REVIEW_TOTAL_TIE, *(f"{COMPONENT_TIE}{each.component_id}" for each in components)}
    known = {**{str(name): str(new) for name, new in ids.items()}, **{name: name for name in others}}
    names = [str(name) for name in reader.items(data, "tie_breaks", PLACE)]
    for name in names:
        if name not in known:
            reader.report(f"{PLACE}.tie_breaks", "unknown_dimension", name)
    return tuple(known[name] for name in names if name in known)


def _adjustment(reader: JsonReader, data: dict[str, object]) -> ScoreAdjustment:
    place = f"{PLACE}.adjustment"
    inside = reader.mapping(data["adjustment"], place, keys=ADJUSTMENT_KEYS)
    return ScoreAdjustment(
        method=reader.choice(inside, "method", place, kind=ScoringMethod),
        factor=reader.decimal(inside, "factor", place),
        offset=reader.decimal(inside, "offset", place),
    )


def _components(reader: JsonReader, data: dict[str, object]) -> tuple[TotalComponent, ...]:
    items = reader.items(data, "components", PLACE, most=MOST_COMPONENTS)
    return tuple(_component(reader, item, f"{PLACE}.components[{place}]") for place, item in enumerate(items))


def _component(reader: JsonReader, item: object, place: str) -> TotalComponent:
    data = reader.mapping(item, place, keys=COMPONENT_KEYS)
    return TotalComponent(
        component_id=ComponentId(reader.text(data, "component_id", place)),
        name=reader.text(data, "name", place),
        weight_percent=reader.decimal(data, "weight_percent", place),
        maximum=reader.decimal(data, "maximum", place),
        minimum_value=reader.decimal_or_none(data, "minimum_value", place),
    )


def _lists(reader: JsonReader, data: dict[str, object]) -> tuple[IdentityList, ...]:
    items = reader.items(data, "identity_lists", PLACE, most=MOST_LISTS)
    return tuple(_list(reader, item, f"{PLACE}.identity_lists[{place}]") for place, item in enumerate(items))


def _list(reader: JsonReader, item: object, place: str) -> IdentityList:
    data = reader.mapping(item, place, keys=LIST_KEYS)
    return IdentityList(
        list_id=reader.text(data, "list_id", place),
        name=reader.text(data, "name", place),
        statuses=frozenset(str(status) for status in reader.items(data, "statuses", place)),
        quota=_integer_or_none(reader, data, "quota", place),
        waitlist=_integer_or_none(reader, data, "waitlist", place),
    )


def _integer_or_none(reader: JsonReader, data: dict[str, object], key: str, place: str) -> int | None:
    return None if data.get(key) is None else reader.integer(data, key, place)
