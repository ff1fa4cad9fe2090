"""The rules of a plan as plain data and back; rules that an older plan did not know are as they were before them."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.plan import MissingScorePolicy, PdfPlacement, RankingRules
from app.domain.plan_data import (
    boolean,
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
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod, ThirdReading
from app.domain.total_component import ComponentId, TotalComponent


def rules_to_data(rules: RankingRules) -> dict[str, object]:
    """Plain data for JSON; decimals as text."""
    return {
        "tie_breaks": list(rules.tie_breaks),
        "missing_score_policy": rules.missing_score_policy.value,
        "pdf_placement": rules.pdf_placement.value,
        "minimum_total": text_or_none(rules.minimum_total),
        "required_reviews": rules.required_reviews,
        "score_step": number_text(rules.score_step),
        "range_gap": text_or_none(rules.range_gap),
        "shows_running_total": rules.shows_running_total,
        "shows_panel_levels": rules.shows_panel_levels,
        "minimum_review_total": text_or_none(rules.minimum_review_total),
        "sd_gap": text_or_none(rules.sd_gap),
        "mean_gap": text_or_none(rules.mean_gap),
        "level_gap": rules.level_gap,
        "adjustment": {
            "method": rules.adjustment.method.value,
            "factor": number_text(rules.adjustment.factor),
            "offset": number_text(rules.adjustment.offset),
        },
        "third_reading": rules.third_reading.value,
        "components": [_component_to_data(component) for component in rules.components],
        "identity_lists": [_list_to_data(one) for one in rules.identity_lists],
        "tie_at_line": rules.tie_at_line.value,
    }


# What a plan of before a rule was known says by saying nothing.
UNSAID: Mapping[str, object] = {
    "shows_panel_levels": False,
    "minimum_review_total": None,
    "sd_gap": None,
    "mean_gap": None,
    "level_gap": None,
    "adjustment": {"method": ScoringMethod.RAW_MEAN.value, "factor": "1", "offset": "0"},
    "third_reading": ThirdReading.ALL_COUNT.value,
    "components": [],
    "identity_lists": [],
    "tie_at_line": TieAtLine.EXTRA.value,
}


def rules_from_data(written: Mapping[str, object]) -> RankingRules:
    """The rules written by ``rules_to_data``; raises UnreadablePlan naming the key."""
    data = {**UNSAID, **written}
    return RankingRules(
        tie_breaks=tuple(string(item, "tie_breaks") for item in items(data, "tie_breaks")),
        missing_score_policy=choice(data, "missing_score_policy", MissingScorePolicy),
        pdf_placement=choice(data, "pdf_placement", PdfPlacement),
        minimum_total=decimal_or_none(data, "minimum_total"),
        minimum_review_total=decimal_or_none(data, "minimum_review_total"),
        required_reviews=integer(data, "required_reviews"),
        score_step=decimal(data, "score_step"),
        range_gap=decimal_or_none(data, "range_gap"),
        shows_running_total=boolean(data, "shows_running_total"),
        shows_panel_levels=boolean(data, "shows_panel_levels"),
        sd_gap=decimal_or_none(data, "sd_gap"),
        mean_gap=decimal_or_none(data, "mean_gap"),
        level_gap=_integer_or_none(data, "level_gap"),
        adjustment=_adjustment_from_data(mapping(data["adjustment"], "adjustment")),
        third_reading=choice(data, "third_reading", ThirdReading),
        components=tuple(_component_from_data(item) for item in mappings(data, "components")),
        identity_lists=tuple(_list_from_data(item) for item in mappings(data, "identity_lists")),
        tie_at_line=choice(data, "tie_at_line", TieAtLine),
    )


def _adjustment_from_data(data: Mapping[str, object]) -> ScoreAdjustment:
    return ScoreAdjustment(
        choice(data, "method", ScoringMethod), decimal(data, "factor"), decimal(data, "offset")
    )


def _component_to_data(component: TotalComponent) -> dict[str, object]:
    return {
        "component_id": component.component_id,
        "name": component.name,
        "weight_percent": number_text(component.weight_percent),
        "maximum": number_text(component.maximum),
        "minimum_value": text_or_none(component.minimum_value),
    }


def _component_from_data(data: Mapping[str, object]) -> TotalComponent:
    return TotalComponent(
        component_id=ComponentId(text(data, "component_id")),
        name=text(data, "name"),
        weight_percent=decimal(data, "weight_percent"),
        maximum=decimal(data, "maximum"),
        minimum_value=decimal_or_none(data, "minimum_value"),
    )


def _list_to_data(one: IdentityList) -> dict[str, object]:
    return {
        "list_id": one.list_id,
        "name": one.name,
        "statuses": sorted(one.statuses),
        "quota": one.quota,
        "waitlist": one.waitlist,
    }


def _list_from_data(data: Mapping[str, object]) -> IdentityList:
    return IdentityList(
        list_id=text(data, "list_id"),
        name=text(data, "name"),
        statuses=frozenset(string(item, "statuses") for item in items(data, "statuses")),
        quota=_integer_or_none(data, "quota"),
        waitlist=_integer_or_none(data, "waitlist"),
    )


def _integer_or_none(data: Mapping[str, object], key: str) -> int | None:
    # A missing key is not "no end": only a written null is.
    return None if key in data and data[key] is None else integer(data, key)
