"""尺規校準: the running round with the own forms, setting one up, and the results of those that closed."""

from __future__ import annotations

import streamlit as st

from app.domain.calibration import CalibrationRound, CalibrationState
from app.domain.evidence import Programme
from app.domain.home_time import date_and_time
from app.domain.visibility import Action
from app.ui.components.calibration_form import render_forms
from app.ui.components.calibration_notes import render_notes
from app.ui.components.calibration_report import render_report
from app.ui.components.calibration_setup import render_running, render_set_up
from app.ui.components.notice_line import render_notice
from app.ui.text.calibration import WORDS, CalibrationWords
from app.ui.visit import Visit
from app.workflows.calibration import CalibrationView, open_calibration
from app.workflows.calibration_results import load_results


def render(visit: Visit) -> None:
    """The step for the programme of the visit."""
    words = WORDS[visit.language]
    # A place of its own, so that a notice moves nothing below it: an open box would close.
    with st.container():
        render_notice()
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    view = open_calibration(visit.access, visit.programme)
    if view is None:
        st.info(visit.words.no_plan)
        return
    st.caption(words.intro)
    running = next((each for each in view.rounds if each.state is CalibrationState.OPEN), None)
    if running is None:
        if view.may_set_up:
            render_set_up(visit, words, visit.programme, view=view)
        elif not view.rounds:
            st.info(words.none_yet)
    else:
        _render_running(visit, words, visit.programme, view=view)
    _render_results(visit, words, visit.programme, view=view)


def _render_running(
    visit: Visit, words: CalibrationWords, programme: Programme, *, view: CalibrationView
) -> None:
    calibration = view.rounds[0]
    st.info(
        words.running.format(
            applicants=len(calibration.application_ids), reviewers=len(calibration.reviewer_ids)
        ),
        icon=":material/straighten:",
    )
    if view.may_set_up:
        render_running(visit, words, programme, view=view)
    if visit.person.person_id in calibration.reviewer_ids:
        render_forms(visit, words, programme, view=view)


def _render_results(
    visit: Visit, words: CalibrationWords, programme: Programme, *, view: CalibrationView
) -> None:
    closed = {each.round_id: each for each in view.rounds if each.state is CalibrationState.CLOSED}
    if not closed:
        return
    st.subheader(words.results)
    chosen = st.selectbox(
        words.results,
        list(closed),
        format_func=lambda key: _name(words, closed[key]),
        key=f"calibration:results:{view.plan.plan_id}",
        label_visibility="collapsed",
    )
    if chosen is None:
        return
    results = load_results(visit.access, programme, chosen)
    render_report(visit, words, programme, results=results)
    if visit.access.allows(Action.EDIT_PLAN, programme_code=programme.programme_code):
        render_notes(visit, words, programme, results=results)


def _name(words: CalibrationWords, calibration: CalibrationRound) -> str:
    saved_at = calibration.event.saved_at if calibration.event else None
    time = date_and_time(saved_at) if saved_at else ""
    return words.round_name.format(time=time, count=len(calibration.application_ids))
