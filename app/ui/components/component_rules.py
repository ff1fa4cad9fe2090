"""Components of the total on step 1: name, weight, maximum, minimum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from app.domain.plan import ReviewPlan
from app.domain.total_component import ComponentId, TotalComponent
from app.ui.components.rule_widgets import Apply, RuleDesk, TextRule, text_rule
from app.ui.number_text import number_text
from app.ui.plain import plain
from app.ui.text.rule_words import RuleWords
from app.workflows.dimension_setup import number_or_none
from app.workflows.rule_edits import add_component, delete_component, number_required, replace_component

WIDTHS = (5, 2, 2, 2, 1)


def render_components(desk: RuleDesk, words: RuleWords) -> None:
    """One line a component, and what they leave to the review."""
    rules = desk.plan.rules
    st.caption(words.components_help)
    for place, component in enumerate(rules.components):
        _render_component(desk, words, component, is_first=place == 0)
    if rules.components:
        st.text(words.review_share.format(weight=number_text(rules.review_weight_percent)))
    st.button(
        words.add_component,
        key=desk.key("add-component"),
        icon=":material/add:",
        disabled=desk.disabled,
        on_click=desk.edit,
        args=(partial(add_component, name=words.new_component),),
    )


def _render_component(desk: RuleDesk, words: RuleWords, each: TotalComponent, *, is_first: bool) -> None:
    key, empty = each.component_id, desk.words.no_limit
    named, weighed, limited, gated, dropped = st.columns(WIDTHS, vertical_alignment="bottom")
    fields = (
        (named, TextRule(f"name-{key}", words.component_name, each.name, _field(key, _named))),
        (
            weighed,
            TextRule(f"weight-{key}", words.component_weight, each.weight_percent, _field(key, _weighed)),
        ),
        (limited, TextRule(f"maximum-{key}", words.component_maximum, each.maximum, _field(key, _limited))),
        (
            gated,
            TextRule(
                f"minimum-{key}",
                words.component_minimum,
                each.minimum_value,
                _field(key, _gated),
                empty=empty,
            ),
        ),
    )
    for column, rule in fields:
        with column:
            text_rule(desk, replace(rule, width="stretch"), hides_label=not is_first)
    with dropped:
        st.button(
            "",
            key=desk.key("drop", key),
            icon=":material/delete:",
            help=plain(words.delete),
            type="tertiary",
            disabled=desk.disabled,
            on_click=desk.edit,
            args=(partial(delete_component, component_id=key),),
        )


def _field(component_id: ComponentId, change: Callable[[TotalComponent, str], TotalComponent]) -> Apply:
    """A change of one component, found anew in the plan it is applied to."""

    def apply(plan: ReviewPlan, value: str) -> ReviewPlan:
        found = [each for each in plan.rules.components if each.component_id == component_id]
        return replace_component(plan, change(found[0], value)) if found else plan

    return apply


def _named(component: TotalComponent, value: str) -> TotalComponent:
    return replace(component, name=value.strip())


def _weighed(component: TotalComponent, value: str) -> TotalComponent:
    return replace(component, weight_percent=number_required(value))


def _limited(component: TotalComponent, value: str) -> TotalComponent:
    return replace(component, maximum=number_required(value))


def _gated(component: TotalComponent, value: str) -> TotalComponent:
    return replace(component, minimum_value=number_or_none(value))
