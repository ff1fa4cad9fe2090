"""差分檢核: the phase of the round, the queue of cases, the opened case, and what other limits would raise."""

from __future__ import annotations

import streamlit as st

from app.domain.evidence import Programme
from app.domain.gap_case import CaseState
from app.domain.scores import ReviewState
from app.ui.components.gap_case import render_case
from app.ui.components.gap_preview import render_preview
from app.ui.components.gap_queue import render_queue
from app.ui.components.gap_step import render_step, today
from app.ui.components.notice_line import render_notice
from app.ui.components.phase_panel import render_phase
from app.ui.state import address
from app.ui.state import gaps as state
from app.ui.text.gaps import WORDS, GapWords
from app.ui.visit import Visit
from app.workflows.gap_decision import CaseReview, open_case
from app.workflows.gap_queue import Basis, QueueView, open_queue


def render(visit: Visit) -> None:
    """The step for the programme of the visit."""
    words = WORDS[visit.language]
    # A place of its own, so that a notice moves nothing below it: an open box would close.
    with st.container():
        render_notice()
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    code = visit.programme.programme_code
    view = open_queue(visit.access, visit.programme, today=today(), basis=state.basis(code))
    if view is None:
        st.info(visit.words.no_plan)
        return
    render_phase(visit, visit.programme, view)
    st.caption(words.intro)
    left, right = st.columns([1, 1], gap="medium")
    with left:
        _render_basis(words, view)
        if view.rows:
            render_queue(words, view)
        else:
            st.info(words.nothing)
    with right:
        _render_opened(visit, words, visit.programme, view=view)


def _render_basis(words: GapWords, view: QueueView) -> None:
    key = state.key(view.plan.programme_code, "basis")
    st.session_state.setdefault(key, Basis.RAW)
    st.segmented_control(
        words.basis,
        list(Basis),
        format_func=lambda basis: words.bases[basis],
        key=key,
        required=True,
        persist_state="session",
        help=words.basis_help,
    )
    if view.basis is Basis.ADJUSTED and not view.compared:
        st.warning(words.adjusted_not_comparable, icon=":material/link_off:")


def _render_opened(visit: Visit, words: GapWords, programme: Programme, *, view: QueueView) -> None:
    opened = address.chosen_application()
    row = next((each for each in view.rows if each.case.application_id == opened), None)
    if opened is None or row is None:
        if opened is not None:
            st.info(words.gone)
        st.markdown(f"**{words.preview}**")
        render_preview(words, view)
        return
    case = open_case(visit.access, view.plan, opened)
    if case is None:
        st.info(words.gone)
        return
    render_case(words, case, row.case.flags, on_close=address.leave_application)
    third = next((each for each in case.reviews if each.is_third), None)
    if case.case.state is CaseState.THIRD and third is not None and _waits_for(visit, third):
        st.info(words.third_is_you, icon=":material/rate_review:")
    if case.may_decide:
        render_step(visit, words, programme, view=case)
    with st.expander(words.preview, icon=":material/bar_chart:"):
        render_preview(words, view)


def _waits_for(visit: Visit, third: CaseReview) -> bool:
    """Whether it is this person who still has to read the case a third time."""
    return third.reviewer_id == visit.person.person_id and third.state is not ReviewState.SCORED
