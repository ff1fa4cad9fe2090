"""A plan survives the way to plain data and back; data that is no plan says where."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, RubricLevel, ScoringScale
from app.domain.plan import PdfPlacement, RankingRules, ReviewPlan
from app.domain.plan_codec import UnreadablePlan, plan_from_data, plan_to_data

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-1000, max_value=1000)
TEXTS = st.text(max_size=6)
LEVELS = st.builds(RubricLevel, name=TEXTS, text=TEXTS, low=NUMBERS, high=NUMBERS)
DIMENSIONS = st.builds(
    Dimension,
    dimension_id=TEXTS,
    name=TEXTS,
    description=TEXTS,
    weight_percent=NUMBERS,
    points=NUMBERS,
    minimum_score=st.none() | NUMBERS,
    rubric_levels=st.lists(LEVELS, max_size=3).map(tuple),
)
RULES = st.builds(
    RankingRules,
    tie_breaks=st.lists(st.text(max_size=3), max_size=2).map(tuple),
    minimum_total=st.none() | NUMBERS,
    required_reviews=st.integers(0, 9),
    score_step=NUMBERS,
    range_gap=st.none() | NUMBERS,
)
PLANS = st.builds(
    ReviewPlan,
    plan_id=TEXTS,
    programme_code=TEXTS,
    snapshot_id=TEXTS,
    scale=st.sampled_from(ScoringScale),
    dimensions=st.lists(DIMENSIONS, max_size=3).map(tuple),
    core_data=st.builds(CoreDataSelection, st.frozensets(st.tuples(TEXTS, TEXTS), max_size=4)),
    rules=RULES,
)


@settings(max_examples=50)
@given(PLANS)
def test_plan_survives_json(plan: ReviewPlan) -> None:
    assert plan_from_data(json.loads(json.dumps(plan_to_data(plan)))) == plan


@settings(max_examples=30)
@given(PLANS)
def test_same_plan_is_the_same_text(plan: ReviewPlan) -> None:
    again = plan_from_data(plan_to_data(plan))
    assert json.dumps(plan_to_data(again)) == json.dumps(plan_to_data(plan))


def make_data() -> dict[str, object]:
    """Data of a plan with one dimension."""
    level: dict[str, object] = {
        "name": "傑出",
        "text": "",
        "low": "90",
        "high": "100",
        "intended_share": "12.5",
    }
    level |= {"note": "校準共識", "anchors": ["a1"]}
    dimension = {
        "dimension_id": "d",
        "name": "學業",
        "description": "",
        "weight_percent": "100.0",
        "points": "0",
        "minimum_score": None,
        "rubric_levels": [level],
    }
    rules: dict[str, object] = {
        "tie_breaks": ["d"],
        "missing_score_policy": "no_total",
        "pdf_placement": "apart",
        "minimum_total": None,
        "required_reviews": 2,
        "score_step": "0.5",
        "range_gap": "20",
        "shows_running_total": True,
        "shows_panel_levels": True,
        "minimum_review_total": "60",
        "sd_gap": None,
        "mean_gap": "12.5",
        "level_gap": 2,
        "adjustment": {"method": "t", "factor": "0.9", "offset": "30"},
        "third_reading": "decides",
        "components": [
            {
                "component_id": "gsat",
                "name": "學測",
                "weight_percent": "50",
                "maximum": "60",
                "minimum_value": None,
            }
        ],
        "identity_lists": [
            {"list_id": "general", "name": "一般", "statuses": [], "quota": 30, "waitlist": None}
        ],
        "tie_at_line": "undecided",
    }
    return {
        "plan_id": "p",
        "programme_code": "001012",
        "snapshot_id": "s",
        "revision": 1,
        "status": "draft",
        "title": "計畫",
        "scale": "percent",
        "dimensions": [dimension],
        "core_data": [["d", "profile"]],
        "rules": rules,
    }


def test_data_form_is_fixed() -> None:
    assert plan_to_data(plan_from_data(make_data())) == make_data()


LATER_RULES = (
    "shows_panel_levels",
    "minimum_review_total",
    "sd_gap",
    "mean_gap",
    "level_gap",
    "adjustment",
    "third_reading",
    "components",
    "identity_lists",
    "tie_at_line",
)
LATER_LEVEL_KEYS = ("intended_share", "note", "anchors")


def test_plan_of_before_a_rule_is_read_as_if_it_were_not_there() -> None:
    data: dict[str, Any] = make_data()
    for key in LATER_RULES:
        del data["rules"][key]
    for key in LATER_LEVEL_KEYS:
        del data["dimensions"][0]["rubric_levels"][0][key]
    plan = plan_from_data(data)
    said = RankingRules(
        tie_breaks=("d",),
        pdf_placement=PdfPlacement.APART,
        score_step=Decimal("0.5"),
        range_gap=Decimal(20),
    )
    assert plan.rules == said
    assert plan.dimensions[0].rubric_levels[0] == RubricLevel("傑出", "", Decimal(90), Decimal(100))


def test_decimal_keeps_its_zero() -> None:
    weight = plan_from_data(make_data()).dimensions[0].weight_percent
    assert (weight, str(weight)) == (Decimal("100"), "100.0")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("plan_id", None),
        ("revision", "1"),
        ("revision", True),
        ("status", "open"),
        ("scale", 3),
        ("dimensions", {}),
        ("dimensions", ["d"]),
        ("core_data", [["d"]]),
        ("core_data", [["d", 1]]),
        ("rules", []),
    ],
)
def test_wrong_value_is_named(key: str, value: object) -> None:
    with pytest.raises(UnreadablePlan) as caught:
        plan_from_data(make_data() | {key: value})
    assert caught.value.place == key


@pytest.mark.parametrize(
    ("key", "value"),
    [("score_step", "many"), ("score_step", 0.5), ("range_gap", "NaN"), ("shows_running_total", 1)],
)
def test_wrong_rule_is_named(key: str, value: object) -> None:
    data = make_data()
    rules = data["rules"]
    assert isinstance(rules, dict)
    rules[key] = value
    with pytest.raises(UnreadablePlan) as caught:
        plan_from_data(data)
    assert caught.value.place == key


def test_missing_limit_is_not_no_limit() -> None:
    data = make_data()
    rules = data["rules"]
    assert isinstance(rules, dict)
    del rules["minimum_total"]
    with pytest.raises(UnreadablePlan):
        plan_from_data(data)


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_number_that_could_not_be_read_is_not_written(number: str) -> None:
    plan = plan_from_data(make_data())
    endless = replace(plan, rules=replace(plan.rules, score_step=Decimal(number)))
    with pytest.raises(ValueError, match="finite"):
        plan_to_data(endless)
