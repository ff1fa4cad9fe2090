"""Rules of totals on step 1: missing scores, method, third reading, gap limits."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app.domain.plan import MissingScorePolicy, ReviewPlan
from app.domain.scoring_method import ScoringMethod, ThirdReading
from app.ui.components.rule_widgets import RuleDesk, TextRule, text_rule, with_rules
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.text.rule_words import RuleWords
from app.workflows.dimension_setup import number_or_none
from app.workflows.rule_edits import number_required, whole_or_none


def render_missing(desk: RuleDesk, words: RuleWords) -> None:
    """What a missing score does."""
    names = {
        MissingScorePolicy.NO_TOTAL: words.missing_no_total,
        MissingScorePolicy.BY_DIMENSION: words.missing_by_dimension,
    }
    widget = desk.key("missing")
    st.radio(
        words.missing,
        list(MissingScorePolicy),
        format_func=lambda policy: names[policy],
        key=state.follow(widget, desk.plan.rules.missing_score_policy),
        disabled=desk.disabled,
        on_change=desk.changed,
        args=(widget, _with_missing),
    )


def render_method(desk: RuleDesk, words: RuleWords) -> None:
    """How several reviewers become one score, with what it takes for granted."""
    adjustment = desk.plan.rules.adjustment
    widget = desk.key("method")
    st.selectbox(
        words.method,
        list(ScoringMethod),
        format_func=lambda method: words.methods[method],
        key=state.follow(widget, adjustment.method),
        disabled=desk.disabled,
        on_change=desk.changed,
        args=(widget, _with_method),
    )
    st.caption(plain(words.method_notes[adjustment.method]))
    if adjustment.method is ScoringMethod.T:
        with st.container(horizontal=True):
            text_rule(desk, TextRule("factor", words.factor, adjustment.factor, _with_factor, width=120))
            text_rule(desk, TextRule("offset", words.offset, adjustment.offset, _with_offset, width=120))


def render_third(desk: RuleDesk, words: RuleWords) -> None:
    """How a third review counts."""
    names = {ThirdReading.ALL_COUNT: words.third_all, ThirdReading.DECIDES: words.third_decides}
    widget = desk.key("third")
    st.radio(
        words.third,
        list(ThirdReading),
        format_func=lambda reading: names[reading],
        key=state.follow(widget, desk.plan.rules.third_reading),
        help=words.third_help,
        disabled=desk.disabled,
        on_change=desk.changed,
        args=(widget, _with_third),
    )


def render_gaps(desk: RuleDesk, words: RuleWords) -> None:
    """The four limits; an empty one is off."""
    rules, off = desk.plan.rules, desk.words.no_limit
    st.caption(words.gap_help)
    left, right = st.columns(2)
    with left:
        text_rule(desk, TextRule("gap", words.range_gap, rules.range_gap, _with_range, empty=off))
        text_rule(desk, TextRule("sd-gap", words.sd_gap, rules.sd_gap, _with_sd, empty=off))
    with right:
        text_rule(desk, TextRule("mean-gap", words.mean_gap, rules.mean_gap, _with_mean, empty=off))
        text_rule(desk, TextRule("level-gap", words.level_gap, rules.level_gap, _with_level, empty=off))


def _with_missing(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, missing_score_policy=MissingScorePolicy(value))


def _with_method(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, adjustment=replace(plan.rules.adjustment, method=ScoringMethod(value)))


def _with_factor(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, adjustment=replace(plan.rules.adjustment, factor=number_required(value)))


def _with_offset(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, adjustment=replace(plan.rules.adjustment, offset=number_required(value)))


def _with_third(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, third_reading=ThirdReading(value))


def _with_range(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, range_gap=number_or_none(value))


def _with_sd(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, sd_gap=number_or_none(value))


def _with_mean(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, mean_gap=number_or_none(value))


def _with_level(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, level_gap=whole_or_none(value))
