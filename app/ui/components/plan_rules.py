"""Rules of scoring and ranking of a plan: each widget follows what is stored and saves when it is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import streamlit as st

from app.domain.dimensions import ScoringScale
from app.domain.plan import COMPONENT_TIE, REVIEW_TOTAL_TIE, PdfPlacement, ReviewPlan
from app.ui.components.component_rules import render_components
from app.ui.components.list_rules import render_lists
from app.ui.components.plan_desk import save_edit
from app.ui.components.rule_widgets import RuleDesk, TextRule, text_rule, with_rules
from app.ui.components.total_rules import render_gaps, render_method, render_missing, render_third
from app.ui.number_text import number_text
from app.ui.plain import field_name, plain
from app.ui.state import plan as state
from app.ui.text.dimension_setup import DimensionWords
from app.ui.text.rule_words import WORDS, RuleWords
from app.ui.visit import Visit
from app.workflows.applicant_statuses import load_statuses
from app.workflows.dimension_setup import number_or_none, with_scale
from app.workflows.plan_draft import PlanView

LONGEST_TITLE = 120
STEPS = ("0.1", "0.5", "1", "5")


def render_rules(visit: Visit, words: DimensionWords, view: PlanView) -> None:
    """Scoring beside totals and ties; below them components, lists and gap limits."""
    if view.stored is None:
        return
    desk = RuleDesk(visit, words, view.stored.plan, disabled=not view.is_editable)
    own = WORDS[visit.language]
    left, right = st.columns(2, gap="large")
    with left:
        _render_scoring(desk, own)
    with right:
        _render_totals(desk, own)
    left, right = st.columns(2, gap="large")
    with left, st.container(border=True):
        st.markdown(f"**{plain(own.components_title)}**")
        render_components(desk, own)
    with right, st.container(border=True):
        st.markdown(f"**{plain(own.lists_title)}**")
        render_lists(desk, own, load_statuses(visit.access, desk.plan))


def _render_scoring(desk: RuleDesk, own: RuleWords) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(own.scoring_title)}**")
        _title(desk)
        _scale(desk)
        _step(desk)
        _required(desk)
        _running(desk)
        _panel(desk)
    with st.container(border=True):
        st.markdown(f"**{plain(own.gaps_title)}**")
        render_gaps(desk, own)
        render_third(desk, own)


def _render_totals(desk: RuleDesk, own: RuleWords) -> None:
    rules, off = desk.plan.rules, desk.words.no_limit
    with st.container(border=True):
        st.markdown(f"**{plain(own.total_title)}**")
        render_method(desk, own)
        render_missing(desk, own)
        _tie_breaks(desk, own)
        with st.container(horizontal=True):
            minimum = TextRule(
                "minimum-total", desk.words.rule_minimum_total, rules.minimum_total, _with_minimum, empty=off
            )
            text_rule(desk, minimum)
            review = TextRule(
                "minimum-review", own.minimum_review_total, rules.minimum_review_total, _with_review_minimum
            )
            text_rule(desk, replace(review, empty=off))
        _pdf(desk)
        st.caption(plain(desk.words.rounding))


def _title(desk: RuleDesk) -> None:
    widget = desk.key("title")
    st.text_input(
        field_name(desk.words.rule_title),
        max_chars=LONGEST_TITLE,
        key=state.follow(widget, desk.plan.title),
        disabled=desk.disabled,
        on_change=desk.changed,
        args=(widget, _with_title),
    )


def _scale(desk: RuleDesk) -> None:
    names = {ScoringScale.PERCENT: desk.words.scale_percent, ScoringScale.POINTS: desk.words.scale_points}
    widget = desk.key("scale")
    st.segmented_control(
        field_name(desk.words.scale),
        list(ScoringScale),
        format_func=lambda scale: names[scale],
        key=state.follow(widget, desk.plan.scale),
        help=desk.words.scale_help,
        disabled=desk.disabled,
        required=True,
        on_change=desk.changed,
        args=(widget, _with_scale),
    )


def _step(desk: RuleDesk) -> None:
    stored, widget = number_text(desk.plan.rules.score_step), desk.key("step")
    st.segmented_control(
        field_name(desk.words.rule_step),
        [*STEPS, *([] if stored in STEPS else [stored])],
        key=state.follow(widget, stored),
        disabled=desk.disabled,
        required=True,
        on_change=desk.changed,
        args=(widget, _with_step),
    )


def _required(desk: RuleDesk) -> None:
    widget = desk.key("required")
    st.number_input(
        field_name(desk.words.rule_required),
        min_value=1,
        max_value=20,
        step=1,
        width=220,
        key=state.follow(widget, max(1, desk.plan.rules.required_reviews)),
        disabled=desk.disabled,
        on_change=desk.changed,
        args=(widget, _with_required),
    )


def _tie_breaks(desk: RuleDesk, own: RuleWords) -> None:
    plan = desk.plan
    names = {str(each.dimension_id): each.name for each in plan.dimensions}
    if plan.rules.components:
        names[REVIEW_TOTAL_TIE] = own.tie_review_total
        names |= {f"{COMPONENT_TIE}{each.component_id}": each.name for each in plan.rules.components}
    chosen = [key for key in plan.rules.tie_breaks if key in names]
    widget = desk.key("tie-breaks")
    st.multiselect(
        field_name(desk.words.rule_tie_breaks),
        list(names),
        format_func=lambda key: names.get(key, key),
        key=state.follow(widget, chosen),
        placeholder=desk.words.choose,
        help=desk.words.rule_tie_breaks_help,
        disabled=desk.disabled,
        on_change=_ties_changed,
        args=(desk, widget),
    )
    order = " → ".join(names[key] for key in chosen)
    st.caption(plain(desk.words.tie_order.format(order=order) if chosen else desk.words.tie_order_none))


def _pdf(desk: RuleDesk) -> None:
    names = {PdfPlacement.TOGETHER: desk.words.pdf_together, PdfPlacement.APART: desk.words.pdf_apart}
    widget = desk.key("pdf")
    st.radio(
        field_name(desk.words.rule_pdf),
        list(PdfPlacement),
        format_func=lambda placement: names[placement],
        key=state.follow(widget, desk.plan.rules.pdf_placement),
        disabled=desk.disabled,
        on_change=desk.changed,
        args=(widget, _with_pdf),
    )


def _running(desk: RuleDesk) -> None:
    widget = desk.key("running")
    st.toggle(
        field_name(desk.words.rule_running),
        key=state.follow(widget, desk.plan.rules.shows_running_total),
        disabled=desk.disabled,
        on_change=desk.changed,
        args=(widget, _with_running),
    )


def _panel(desk: RuleDesk) -> None:
    widget = desk.key("panel")
    st.toggle(
        field_name(desk.words.rule_panel),
        key=state.follow(widget, desk.plan.rules.shows_panel_levels),
        help=desk.words.rule_panel_help,
        disabled=desk.disabled,
        on_change=desk.changed,
        args=(widget, _with_panel),
    )


def _ties_changed(desk: RuleDesk, widget: str) -> None:
    shown = state.shown(desk.plan.plan_id)
    order: Sequence[object] = st.session_state[widget]
    if shown is not None:
        changed = with_rules(shown.plan, tie_breaks=tuple(map(str, order)))
        save_edit(desk.visit, desk.plan.plan_id, changed)


def _with_title(plan: ReviewPlan, value: str) -> ReviewPlan:
    return replace(plan, title=value.strip())


def _with_scale(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_scale(plan, ScoringScale(value))


def _with_step(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, score_step=Decimal(value))


def _with_required(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, required_reviews=int(value))


def _with_minimum(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, minimum_total=number_or_none(value))


def _with_review_minimum(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, minimum_review_total=number_or_none(value))


def _with_pdf(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, pdf_placement=PdfPlacement(value))


def _with_running(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, shows_running_total=value == "True")


def _with_panel(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_rules(plan, shows_panel_levels=value == "True")
