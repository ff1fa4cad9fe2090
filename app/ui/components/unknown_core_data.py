"""Categories of a plan that the matrix has no row for: named, with the one way to be rid of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.domain.evidence import CategoryCode
from app.domain.plan import PlanId
from app.errors import PlanLocked
from app.ui.components.plan_desk import save_edit
from app.ui.messages import message_of
from app.ui.plain import plain
from app.ui.state import plan as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.core_data import CoreDataWords
from app.ui.visit import Visit
from app.workflows.core_data_selection import without_categories
from app.workflows.plan_check import unknown_categories
from app.workflows.plan_draft import PlanView

MOST_NAMED = 6


def render_unknown_core_data(visit: Visit, words: CoreDataWords, view: PlanView) -> None:
    """Nothing while every category has its row; the button only for who may change the draft."""
    if view.stored is None or not view.is_editable:
        return
    plan = view.stored.plan
    codes = unknown_categories(visit.access, plan)
    if not codes:
        return
    names = "、".join(codes[:MOST_NAMED])
    more = words.and_more.format(count=len(codes)) if len(codes) > MOST_NAMED else ""
    st.warning(plain(words.unknown.format(names=names + more)), icon=":material/help:")
    st.button(
        words.unknown_remove,
        key=state.key(plan.plan_id, "remove-unknown"),
        icon=":material/delete:",
        on_click=_remove,
        args=(visit, plan.plan_id, codes),
    )


def _remove(visit: Visit, plan_id: PlanId, codes: Sequence[CategoryCode]) -> None:
    shown = state.shown(plan_id)
    if shown is None:
        return
    try:
        save_edit(visit, plan_id, without_categories(shown.plan, codes))
    except PlanLocked as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
