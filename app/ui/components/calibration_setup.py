"""Setting a calibration round up, and watching how far it is: counts, never scores."""

from __future__ import annotations

import streamlit as st

from app.domain.calibration import CalibrationRound
from app.domain.evidence import ApplicationId, Programme
from app.domain.people import PersonId, Role
from app.errors import WorkbenchError
from app.reviews.store import Stale
from app.ui.messages import message_of
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.calibration import CalibrationWords
from app.ui.visit import Visit
from app.workflows.calibration import (
    CalibrationView,
    SetUpRefused,
    close_calibration,
    set_up_calibration,
)


def render_set_up(
    visit: Visit, words: CalibrationWords, programme: Programme, *, view: CalibrationView
) -> None:
    """Whom, by whom; a proposal to begin with."""
    prefix = f"calibration:set_up:{view.plan.plan_id}:{len(view.rounds)}"
    applicants = {each.application_id: f"{each.application_number} {each.name}" for each in view.applications}
    people = {each.person_id: each.display_name for each in view.reviewers}
    st.session_state.setdefault(f"{prefix}:applicants", list(view.proposed))
    st.session_state.setdefault(
        f"{prefix}:reviewers", [each.person_id for each in view.reviewers if each.role is Role.REVIEWER]
    )
    with st.expander(words.set_up, icon=":material/straighten:", expanded=not view.rounds):
        st.multiselect(
            words.applicants,
            list(applicants),
            format_func=lambda key: applicants[key],
            key=f"{prefix}:applicants",
            help=words.applicants_help,
        )
        st.multiselect(
            words.reviewers, list(people), format_func=lambda key: people[key], key=f"{prefix}:reviewers"
        )
        st.button(
            words.open,
            type="primary",
            key=f"{prefix}:open",
            on_click=_open,
            args=(visit, words, programme, prefix),
        )


def render_running(
    visit: Visit, words: CalibrationWords, programme: Programme, *, view: CalibrationView
) -> None:
    """How many forms each reviewer has finished, and the end of it."""
    calibration = view.rounds[0]
    people = {each.person_id: each.display_name for each in view.reviewers}
    expected = len(calibration.application_ids)
    done = {key: view.done.get((calibration.round_id, key), 0) for key in calibration.reviewer_ids}
    rows = [
        {words.progress_reviewer: people.get(key, key), words.progress_done: f"{count} / {expected}"}
        for key, count in done.items()
    ]
    left, right = st.columns([2, 1], gap="medium", vertical_alignment="bottom")
    with left:
        st.dataframe(rows, hide_index=True, key=f"calibration:progress:{calibration.round_id}")
    with right:
        missing = sum(max(0, expected - count) for count in done.values())
        confirmed = True
        if missing:
            key = f"calibration:confirm:{calibration.round_id}:{missing}"
            confirmed = st.checkbox(words.close_confirm.format(count=missing), key=key)
        st.button(
            words.close,
            key=f"calibration:close:{calibration.round_id}",
            disabled=not confirmed,
            help=None if confirmed else words.close_first,
            on_click=_close,
            args=(visit, words, programme, calibration),
        )


def _open(visit: Visit, words: CalibrationWords, programme: Programme, prefix: str) -> None:
    applicants = [ApplicationId(each) for each in st.session_state[f"{prefix}:applicants"]]
    reviewers = [PersonId(each) for each in st.session_state[f"{prefix}:reviewers"]]
    try:
        outcome = set_up_calibration(
            visit.access, programme, application_ids=applicants, reviewer_ids=reviewers
        )
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    if isinstance(outcome, SetUpRefused):
        leave_notice(Notice("error", " ".join(words.problems[each] for each in outcome.problems)))
    elif isinstance(outcome, Stale):
        leave_notice(Notice("warning", words.stale_round))
    else:
        leave_notice(Notice("success", words.opened.format(count=len(outcome.reviewer_ids))))


def _close(
    visit: Visit, words: CalibrationWords, programme: Programme, calibration: CalibrationRound
) -> None:
    try:
        outcome = close_calibration(visit.access, programme, calibration.round_id)
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    is_stale = isinstance(outcome, Stale)
    leave_notice(
        Notice("warning" if is_stale else "success", words.stale_round if is_stale else words.closed)
    )
