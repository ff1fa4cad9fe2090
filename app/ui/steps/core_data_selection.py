"""Step 2, 核心資料設定: which review items and course groups feed which dimension."""

from __future__ import annotations

import streamlit as st

from app.domain.plan import ReviewPlan
from app.domain.visibility import Action
from app.ui.components.core_data_coverage import render_core_data_coverage
from app.ui.components.core_data_matrix import render_core_data_matrix
from app.ui.components.core_data_preview import render_core_data_preview
from app.ui.components.core_notice import render_core_notice
from app.ui.components.notice_line import render_notice
from app.ui.components.plan_desk import render_conflict, render_status
from app.ui.components.unknown_core_data import render_unknown_core_data
from app.ui.components.what_if_desk import render_what_if
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.text import dimension_setup as plan_text
from app.ui.text.core_data import WORDS, CoreDataWords
from app.ui.text.core_notice import WORDS as NOTICE_WORDS
from app.ui.text.what_if import WORDS as WHAT_IF_WORDS
from app.ui.visit import Visit
from app.workflows.core_data_selection import (
    CoreDataView,
    category_labels,
    dimensions_without_core,
    load_core_data,
)
from app.workflows.plan_draft import PlanView, open_plan

MOST_NAMED = 6


def render(visit: Visit) -> None:
    """The step for the programme of the visit."""
    words, plan_words = WORDS[visit.language], plan_text.WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    view = open_plan(visit.access, visit.programme)
    if view.stored is None:
        st.info(words.no_plan)
        return
    plan = view.stored.plan
    state.show(plan.plan_id, view.stored)
    render_notice()
    render_status(visit, plan_words, view)
    if render_conflict(visit, plan_words, category_labels(visit.access, plan), plan.plan_id):
        return
    if not plan.dimensions:
        st.info(words.no_dimensions)
        return
    _render_views(visit, words, view, plan)


def _render_views(visit: Visit, words: CoreDataWords, view: PlanView, plan: ReviewPlan) -> None:
    view_words = NOTICE_WORDS[visit.language]
    choose, cover, trial, notice = st.tabs(
        [
            view_words.tab_choose,
            view_words.tab_cover,
            plain(WHAT_IF_WORDS[visit.language].tab),
            view_words.tab_notice,
        ],
        on_change="rerun",
    )
    with choose:
        _render_desk(visit, words, view, plan)
    # Who only scores is not told where applicants come from.
    may_see = visit.access.allows(Action.VIEW_PROGRESS, programme_code=plan.programme_code)
    if cover.open:
        with cover:
            if may_see:
                render_core_data_coverage(visit, plan, category_labels(visit.access, plan))
            else:
                st.info(words.not_for_reviewers)
    if trial.open:
        with trial:
            render_what_if(visit, view, category_labels(visit.access, plan))
    if notice.open:
        with notice:
            render_core_notice(visit, view.programme)


def _render_desk(visit: Visit, words: CoreDataWords, view: PlanView, plan: ReviewPlan) -> None:
    core = load_core_data(visit.access, view.programme, plan)
    matrix, preview = st.columns([3.2, 1], gap="medium")
    with matrix:
        if view.is_editable:
            st.caption(words.intro)
        render_unknown_core_data(visit, words, view)
        _render_warnings(words, plan, core)
        render_core_data_matrix(visit, words, view, core)
    with preview:
        render_core_data_preview(visit, words, plan)


def _render_warnings(words: CoreDataWords, plan: ReviewPlan, core: CoreDataView) -> None:
    without = dimensions_without_core(plan)
    if without:
        st.warning(plain(words.without_core.format(names="、".join(without))), icon=":material/rule:")
    chosen = plan.core_data.categories()
    empty = [line.label for line in core.lines if line.category_code in chosen and line.is_empty_for_many]
    if empty:
        st.caption(plain(words.many_empty.format(names=_named(words, empty))))


def _named(words: CoreDataWords, labels: list[str]) -> str:
    names = "、".join(labels[:MOST_NAMED])
    return names if len(labels) <= MOST_NAMED else names + words.and_more.format(count=len(labels))
