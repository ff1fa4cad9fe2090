"""Step 1, 面向設定: dimensions, rubric and rules of a programme; check, lock, revise."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from app.ui.components.dimension_editor import edit_names, render_dimension_editor, template_of
from app.ui.components.dimension_library import render_dimension_library
from app.ui.components.earlier_plans import render_earlier_plans
from app.ui.components.notice_line import render_notice
from app.ui.components.plan_comparison import render_plan_comparison, render_since_last
from app.ui.components.plan_desk import attempt, render_conflict, render_status
from app.ui.components.plan_file_box import render_plan_file
from app.ui.components.plan_lock import render_history, render_lock, render_snapshot
from app.ui.components.plan_rules import render_rules
from app.ui.components.what_if_desk import render_standing_influence, render_what_if
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.text.dimension_setup import WORDS, DimensionWords
from app.ui.text.setting_up import WORDS as SETTING_UP_WORDS
from app.ui.text.what_if import WORDS as WHAT_IF_WORDS
from app.ui.visit import Visit
from app.workflows.core_data_selection import category_labels
from app.workflows.dimension_setup import with_template
from app.workflows.plan_draft import PlanView, blank_plan, open_plan, plan_id_of, save_plan


def render(visit: Visit) -> None:
    """The step for the programme of the visit."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    view = open_plan(visit.access, visit.programme)
    if view.stored is None:
        _render_start(visit, words, view)
        return
    plan_id = view.stored.plan.plan_id
    state.show(plan_id, view.stored)
    labels = category_labels(visit.access, view.stored.plan)
    render_notice()
    render_status(visit, words, view, beside=lambda: render_since_last(visit, view, tabs_key=_tabs_key(view)))
    if not render_conflict(visit, words, labels, plan_id):
        _render_sections(visit, words, view, labels)


def _tabs_key(view: PlanView) -> str:
    return state.key(plan_id_of(view.programme), "tabs")


def _render_sections(visit: Visit, words: DimensionWords, view: PlanView, labels: Mapping[str, str]) -> None:
    view_words = SETTING_UP_WORDS[visit.language]
    dimensions, library, rules, trial, lock, history, earlier, compare, file = st.tabs(
        [
            words.tab_dimensions,
            view_words.tab_library,
            words.tab_rules,
            plain(WHAT_IF_WORDS[visit.language].tab),
            words.tab_lock,
            words.tab_history,
            view_words.tab_earlier,
            view_words.tab_compare,
            words.tab_file,
        ],
        on_change="rerun",
        key=_tabs_key(view),
    )
    with dimensions:
        render_dimension_editor(visit, words, view)
        render_standing_influence(visit, view)
    with rules:
        render_rules(visit, words, view)
    with lock:
        render_snapshot(visit, words, view)
        render_lock(visit, words, view)
    with history:
        render_history(visit, words, view, labels)
    with file:
        render_plan_file(visit, words, view, labels)
    if trial.open:
        with trial:
            render_what_if(visit, view, labels)
    # What reads other plans or many words is drawn only where it is looked at.
    for tab, draw in (
        (library, render_dimension_library),
        (earlier, render_earlier_plans),
        (compare, render_plan_comparison),
    ):
        if tab.open:
            with tab:
                draw(visit, words, view, labels)


def _render_start(visit: Visit, words: DimensionWords, view: PlanView) -> None:
    plan_id = plan_id_of(view.programme)
    render_notice()
    st.subheader(words.start_title)
    if not view.may_edit:
        st.text(words.read_only)
        return
    st.text(words.start_text)
    with st.container(horizontal=True):
        for name, label in (("template", words.start_template), ("blank", words.start_blank)):
            st.button(
                plain(label),
                key=state.key(plan_id, "start", name),
                type="primary" if name == "template" else "secondary",
                on_click=_start,
                args=(visit, words, view, name),
            )


def _start(visit: Visit, words: DimensionWords, view: PlanView, name: str) -> None:
    programme = view.programme
    title = words.start.template_title.format(
        programme=programme.programme_name, year=programme.admission_year
    )
    plan = blank_plan(programme, view.current_snapshot_id, title=title)
    if name == "template":
        plan = with_template(plan, template_of(words), edit_names(words))
    attempt(visit, plan.plan_id, lambda: save_plan(visit.access, plan, seen_revision=0))
