"""The form of a trial: what of a plan may be changed for trying, beginning with what the draft says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import streamlit as st

from app.domain.dimensions import ScoringScale
from app.domain.plan import (
    COMPONENT_TIE,
    FULL_TOTAL,
    REVIEW_TOTAL_TIE,
    RankingRules,
    ReviewPlan,
    weight_shortfall,
)
from app.reviews.store import StoredPlan
from app.ui.number_text import number_text
from app.ui.plain import field_name, plain
from app.ui.state import trial as state
from app.ui.text.what_if import WORDS, WhatIfWords
from app.ui.visit import Visit

LARGEST = 100.0


def render_trial_form(visit: Visit, stored: StoredPlan) -> ReviewPlan:
    """The draft with what was typed; a new version of the draft begins a new form."""
    words, plan = WORDS[visit.language], stored.plan
    version = (plan.revision, stored.row_revision)
    tried = _weights(words, plan, version)
    return replace(tried, rules=_ties(words, plan, _limits(words, plan, version), version=version))


def _weights(words: WhatIfWords, plan: ReviewPlan, version: tuple[int, int]) -> ReviewPlan:
    if plan.scale is ScoringScale.POINTS:
        st.caption(words.unit_points)
        return plan
    dimensions = tuple(
        replace(
            each,
            weight_percent=_decimal(
                st.number_input(
                    field_name(words.weight_of.format(name=each.name)),
                    min_value=0.0,
                    max_value=LARGEST,
                    step=1.0,
                    format="%g",
                    value=float(each.weight_percent),
                    key=state.key(plan.plan_id, "weight", each.dimension_id, *version),
                ),
                each.weight_percent,
            )
            or Decimal(0),
        )
        for each in plan.dimensions
    )
    tried = replace(plan, dimensions=dimensions)
    total = FULL_TOTAL - weight_shortfall(tried)
    text = words.sum_is if total == FULL_TOTAL else words.sum_off.format(sum=number_text(total))
    st.caption(plain(text))
    return tried


def _limits(words: WhatIfWords, plan: ReviewPlan, version: tuple[int, int]) -> RankingRules:
    rules = plan.rules
    standing: Mapping[str, Decimal | int | None] = {
        "range_gap": rules.range_gap,
        "sd_gap": rules.sd_gap,
        "mean_gap": rules.mean_gap,
        "level_gap": rules.level_gap,
    }
    typed: dict[str, Decimal | None] = {}
    columns = st.columns(2)
    for place, (name, value) in enumerate(standing.items()):
        with columns[place % 2]:
            typed[name] = _number(words.gaps[name], value, state.key(plan.plan_id, name, *version))
    level = typed["level_gap"]
    minimum = _number(words.minimum_total, rules.minimum_total, state.key(plan.plan_id, "minimum", *version))
    return replace(
        rules,
        range_gap=typed["range_gap"],
        sd_gap=typed["sd_gap"],
        mean_gap=typed["mean_gap"],
        level_gap=None if level is None else max(1, int(level)),
        minimum_total=minimum,
    )


def _number(label: str, value: Decimal | int | None, key: str) -> Decimal | None:
    typed = st.number_input(
        field_name(label),
        min_value=0.0,
        max_value=LARGEST,
        step=1.0,
        format="%g",
        value=None if value is None else float(value),
        key=key,
    )
    return _decimal(typed, None if value is None else Decimal(value))


def _decimal(typed: float | None, stored: Decimal | None) -> Decimal | None:
    """What was typed, exactly as written; untouched fields keep the digits that are stored."""
    if typed is None:
        return None
    return (
        stored if stored is not None and typed == float(stored) else Decimal(f"{typed:.4f}").normalize() + 0
    )


def _ties(
    words: WhatIfWords, plan: ReviewPlan, rules: RankingRules, *, version: tuple[int, int]
) -> RankingRules:
    names = {str(each.dimension_id): each.name for each in plan.dimensions}
    named = {f"{COMPONENT_TIE}{each.component_id}": each.name for each in plan.rules.components}
    named[REVIEW_TOTAL_TIE] = words.review_total
    offered = {**names, **{key: named.get(key, key) for key in plan.rules.tie_breaks if key not in names}}
    order = st.multiselect(
        words.ties,
        list(offered),
        default=[key for key in plan.rules.tie_breaks if key in offered],
        format_func=lambda key: offered.get(key, key),
        key=state.key(plan.plan_id, "ties", *version),
        placeholder=words.choose,
    )
    return replace(rules, tie_breaks=tuple(order))
