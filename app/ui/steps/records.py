"""名單紀錄: why the list is as it is, as of any moment, for office and chair."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from app.domain.visibility import Action
from app.ui.components.record_appeal import render_appeal
from app.ui.components.record_difference import render_difference
from app.ui.components.record_list import render_left_lists, render_list_as_of
from app.ui.components.record_verification import render_verification
from app.ui.state import records as state
from app.ui.text.records import WORDS
from app.ui.visit import Visit


def render(visit: Visit) -> None:
    """Choose a view; only the open one is computed."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    code = visit.programme.programme_code
    visit.access.require(Action.VIEW_RECORDS, programme_code=code)
    plan_id = visit.workbench.store.find_plan_of_programme(code)
    locked = visit.workbench.store.find_locked(plan_id) if plan_id is not None else None
    if locked is None:
        st.info(visit.words.no_plan)
        return
    plan, now = locked.plan, datetime.now(UTC)
    view = st.segmented_control(
        words.view,
        list(words.views),
        format_func=lambda name: words.views[name],
        default="as_of",
        required=True,
        key=state.VIEW,
        label_visibility="collapsed",
    )
    if view == "compare":
        render_difference(visit, words, plan, now=now)
    elif view == "left":
        render_left_lists(visit, words, plan)
    elif view == "verify":
        render_verification(visit, words, plan)
    elif view == "appeal":
        render_appeal(visit, words, plan)
    else:
        render_list_as_of(visit, words, plan, now=now)
