"""Rules of scoring and ranking of a plan: each widget follows what is stored and saves when it is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

import streamlit as st

from app.domain.dimensions import ScoringScale
from app.domain.plan import PdfPlacement, PlanId, RankingRules, ReviewPlan
from app.ui.components.plan_desk import save_edit
from app.ui.number_text import number_text
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.dimension_setup import DimensionWords
from app.ui.visit import Visit
from app.workflows.dimension_setup import UnusableEdit, number_or_none, with_scale
from app.workflows.plan_draft import PlanView

LONGEST_TITLE = 120
STEPS = ("0.1", "0.5", "1", "5")

Apply = Callable[[ReviewPlan, str], ReviewPlan]


@dataclass(frozen=True)
class Change:
    """What a widget does to its plan, given its value as text."""

    plan_id: PlanId
    apply: Apply


def render_rules(visit: Visit, words: DimensionWords, view: PlanView) -> None:
    """Two columns of rules and the fixed ones in words."""
    if view.stored is None:
        return
    plan = view.stored.plan
    left, right = st.columns(2, gap="large")
    with left:
        _title(visit, words, plan, disabled=not view.is_editable)
        _scale(visit, words, plan, disabled=not view.is_editable)
        _step(visit, words, plan, disabled=not view.is_editable)
        _required(visit, words, plan, disabled=not view.is_editable)
        _limits(visit, words, plan, disabled=not view.is_editable)
    with right:
        _tie_breaks(visit, words, plan, disabled=not view.is_editable)
        _pdf(visit, words, plan, disabled=not view.is_editable)
        _running(visit, words, plan, disabled=not view.is_editable)
        _panel(visit, words, plan, disabled=not view.is_editable)
        st.caption(f"{words.rule_missing}：{words.missing_no_total}")
        st.caption(words.rounding)


def _title(visit: Visit, words: DimensionWords, plan: ReviewPlan, *, disabled: bool) -> None:
    st.text_input(
        words.rule_title,
        max_chars=LONGEST_TITLE,
        key=state.follow(state.key(plan.plan_id, "title"), plan.title),
        disabled=disabled,
        on_change=_changed,
        args=(visit, words, state.key(plan.plan_id, "title"), Change(plan.plan_id, _with_title)),
    )


def _scale(visit: Visit, words: DimensionWords, plan: ReviewPlan, *, disabled: bool) -> None:
    names = {ScoringScale.PERCENT: words.scale_percent, ScoringScale.POINTS: words.scale_points}
    st.segmented_control(
        words.scale,
        list(ScoringScale),
        format_func=lambda scale: names[scale],
        key=state.follow(state.key(plan.plan_id, "scale"), plan.scale),
        help=words.scale_help,
        disabled=disabled,
        required=True,
        on_change=_changed,
        args=(visit, words, state.key(plan.plan_id, "scale"), Change(plan.plan_id, _with_scale)),
    )


def _step(visit: Visit, words: DimensionWords, plan: ReviewPlan, *, disabled: bool) -> None:
    stored = number_text(plan.rules.score_step)
    st.segmented_control(
        words.rule_step,
        [*STEPS, *([] if stored in STEPS else [stored])],
        key=state.follow(state.key(plan.plan_id, "step"), stored),
        disabled=disabled,
        required=True,
        on_change=_changed,
        args=(visit, words, state.key(plan.plan_id, "step"), Change(plan.plan_id, _with_step)),
    )


def _required(visit: Visit, words: DimensionWords, plan: ReviewPlan, *, disabled: bool) -> None:
    st.number_input(
        words.rule_required,
        min_value=1,
        max_value=20,
        step=1,
        width=220,
        key=state.follow(state.key(plan.plan_id, "required"), max(1, plan.rules.required_reviews)),
        disabled=disabled,
        on_change=_changed,
        args=(visit, words, state.key(plan.plan_id, "required"), Change(plan.plan_id, _with_required)),
    )


def _limits(visit: Visit, words: DimensionWords, plan: ReviewPlan, *, disabled: bool) -> None:
    limits: tuple[tuple[str, str, Decimal | None, Apply, str | None], ...] = (
        ("minimum-total", words.rule_minimum_total, plan.rules.minimum_total, _with_minimum, None),
        ("gap", words.rule_gap, plan.rules.range_gap, _with_gap, words.rule_gap_help),
    )
    for name, label, value, change, explanation in limits:
        st.text_input(
            plain(label),
            placeholder=words.no_limit,
            width=220,
            key=state.follow(state.key(plan.plan_id, name), number_text(value)),
            help=explanation,
            disabled=disabled,
            on_change=_changed,
            args=(visit, words, state.key(plan.plan_id, name), Change(plan.plan_id, change)),
        )


def _tie_breaks(visit: Visit, words: DimensionWords, plan: ReviewPlan, *, disabled: bool) -> None:
    names = {str(each.dimension_id): each.name for each in plan.dimensions}
    chosen = [key for key in plan.rules.tie_breaks if key in names]
    widget = state.key(plan.plan_id, "tie-breaks")
    st.multiselect(
        words.rule_tie_breaks,
        list(names),
        format_func=lambda key: names.get(key, key),
        key=state.follow(widget, chosen),
        placeholder=words.choose,
        help=words.rule_tie_breaks_help,
        disabled=disabled,
        on_change=_ties_changed,
        args=(visit, plan.plan_id, widget),
    )
    order = " → ".join(names[key] for key in chosen)
    st.caption(plain(words.tie_order.format(order=order) if chosen else words.tie_order_none))


def _pdf(visit: Visit, words: DimensionWords, plan: ReviewPlan, *, disabled: bool) -> None:
    names = {PdfPlacement.TOGETHER: words.pdf_together, PdfPlacement.APART: words.pdf_apart}
    st.radio(
        words.rule_pdf,
        list(PdfPlacement),
        format_func=lambda placement: names[placement],
        key=state.follow(state.key(plan.plan_id, "pdf"), plan.rules.pdf_placement),
        disabled=disabled,
        on_change=_changed,
        args=(visit, words, state.key(plan.plan_id, "pdf"), Change(plan.plan_id, _with_pdf)),
    )


def _running(visit: Visit, words: DimensionWords, plan: ReviewPlan, *, disabled: bool) -> None:
    st.toggle(
        words.rule_running,
        key=state.follow(state.key(plan.plan_id, "running"), plan.rules.shows_running_total),
        disabled=disabled,
        on_change=_changed,
        args=(visit, words, state.key(plan.plan_id, "running"), Change(plan.plan_id, _with_running)),
    )


def _panel(visit: Visit, words: DimensionWords, plan: ReviewPlan, *, disabled: bool) -> None:
    st.toggle(
        words.rule_panel,
        key=state.follow(state.key(plan.plan_id, "panel"), plan.rules.shows_panel_levels),
        help=words.rule_panel_help,
        disabled=disabled,
        on_change=_changed,
        args=(visit, words, state.key(plan.plan_id, "panel"), Change(plan.plan_id, _with_panel)),
    )


def _changed(visit: Visit, words: DimensionWords, widget: str, change: Change) -> None:
    shown = state.shown(change.plan_id)
    if shown is None:
        return
    try:
        changed = change.apply(shown.plan, str(st.session_state[widget]))
    except UnusableEdit as problem:
        leave_notice(Notice("warning", words.refused_edit.format(value=problem.value)))
        return
    save_edit(visit, change.plan_id, changed)


def _ties_changed(visit: Visit, plan_id: PlanId, widget: str) -> None:
    shown = state.shown(plan_id)
    if shown is not None:
        order = tuple(str(key) for key in st.session_state[widget])
        save_edit(visit, plan_id, _with_rules(shown.plan, replace(shown.plan.rules, tie_breaks=order)))


def _with_rules(plan: ReviewPlan, rules: RankingRules) -> ReviewPlan:
    return replace(plan, rules=rules)


def _with_title(plan: ReviewPlan, value: str) -> ReviewPlan:
    return replace(plan, title=value.strip())


def _with_scale(plan: ReviewPlan, value: str) -> ReviewPlan:
    return with_scale(plan, ScoringScale(value))


def _with_step(plan: ReviewPlan, value: str) -> ReviewPlan:
    return _with_rules(plan, replace(plan.rules, score_step=Decimal(value)))


def _with_required(plan: ReviewPlan, value: str) -> ReviewPlan:
    return _with_rules(plan, replace(plan.rules, required_reviews=int(value)))


def _with_minimum(plan: ReviewPlan, value: str) -> ReviewPlan:
    return _with_rules(plan, replace(plan.rules, minimum_total=number_or_none(value)))


def _with_gap(plan: ReviewPlan, value: str) -> ReviewPlan:
    return _with_rules(plan, replace(plan.rules, range_gap=number_or_none(value)))


def _with_pdf(plan: ReviewPlan, value: str) -> ReviewPlan:
    return _with_rules(plan, replace(plan.rules, pdf_placement=PdfPlacement(value)))


def _with_running(plan: ReviewPlan, value: str) -> ReviewPlan:
    return _with_rules(plan, replace(plan.rules, shows_running_total=value == "True"))


def _with_panel(plan: ReviewPlan, value: str) -> ReviewPlan:
    return _with_rules(plan, replace(plan.rules, shows_panel_levels=value == "True"))
