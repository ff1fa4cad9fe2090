"""評審分派: loads of the reviewers, filling up, recusals; every change can be undone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, ApplicationSummary, Programme
from app.domain.people import PersonId, Role
from app.errors import WorkbenchError
from app.ui.components.notice_line import render_notice
from app.ui.messages import message_of
from app.ui.state import assignment as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.assignment import WORDS, AssignmentWords
from app.ui.visit import Visit
from app.workflows import reviewer_assignment
from app.workflows.reviewer_assignment import AssignmentRefused, AssignmentView, ReviewerLoad


def render(visit: Visit) -> None:
    """Loads on top, then the two things one can do."""
    words = WORDS[visit.language]
    render_notice()
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    view = reviewer_assignment.load_assignment(visit.access, visit.programme)
    st.text(words.intro)
    if view.plan_id is None or not view.loads:
        st.info(words.no_plan if view.plan_id is None else words.no_reviewers)
        return
    _render_loads(visit, words, view)
    left, right = st.columns(2, gap="large")
    with left:
        _render_fill(visit, words, view)
    with right:
        _render_recusal(visit, words, view)
    _render_recusals(words, view)


def _render_loads(visit: Visit, words: AssignmentWords, view: AssignmentView) -> None:
    if view.without_reviewer:
        st.warning(words.without_reviewer.format(count=view.without_reviewer))
    else:
        st.success(words.everyone_covered)
    st.dataframe(
        [_load_row(visit, words, load) for load in view.loads], hide_index=True, key="assignment:loads"
    )
    if visit.programme is not None and state.has_undo(visit.programme.programme_code):
        st.button(visit.words.undo, key="assignment:undo", on_click=_undo, args=(visit, words))


def _load_row(visit: Visit, words: AssignmentWords, load: ReviewerLoad) -> dict[str, str | int]:
    role = visit.words.role_chair if load.reviewer.role is Role.CHAIR else visit.words.role_reviewer
    return {
        words.column_reviewer: load.reviewer.display_name,
        words.column_role: role,
        words.column_assigned: load.assigned,
        words.column_recused: load.recused,
        words.column_reviewed: load.reviewed,
    }


def _render_fill(visit: Visit, words: AssignmentWords, view: AssignmentView) -> None:
    names = {load.reviewer.person_id: load.reviewer.display_name for load in view.loads}
    reviewers = [load.reviewer.person_id for load in view.loads if load.reviewer.role is Role.REVIEWER]
    st.subheader(words.fill_title)
    st.multiselect(
        words.reviewers,
        list(names),
        default=reviewers,
        format_func=lambda person_id: names[person_id],
        key=state.reviewers_key(view.plan_id),
    )
    st.number_input(
        words.per_application,
        min_value=1,
        max_value=max(1, len(names)),
        value=min(2, len(names)),
        key=state.per_application_key(view.plan_id),
    )
    st.button(words.fill, type="primary", key="assignment:fill", on_click=_fill, args=(visit, words, view))


def _render_recusal(visit: Visit, words: AssignmentWords, view: AssignmentView) -> None:
    names = {load.reviewer.person_id: load.reviewer.display_name for load in view.loads}
    applicants = {each.application_id: _applicant(each) for each in view.applications}
    st.subheader(words.recusal_title)
    with st.form(f"assignment:recusal:{view.plan_id}", enter_to_submit=False, border=False):
        st.selectbox(
            words.recusal_reviewer,
            list(names),
            format_func=lambda person_id: names[person_id],
            key=state.recused_reviewer_key(view.plan_id),
        )
        st.selectbox(
            words.recusal_applicant,
            list(applicants),
            format_func=lambda application_id: applicants[application_id],
            key=state.recused_applicant_key(view.plan_id),
        )
        st.text_input(words.recusal_reason, key=state.reason_key(view.plan_id), max_chars=200)
        st.form_submit_button(words.recuse, on_click=_recuse, args=(visit, words, view))


def _render_recusals(words: AssignmentWords, view: AssignmentView) -> None:
    names = {load.reviewer.person_id: load.reviewer.display_name for load in view.loads}
    applicants = {each.application_id: _applicant(each) for each in view.applications}
    recusals = [each for each in view.assignments if each.recused]
    if not recusals:
        return
    st.subheader(words.recusal_list)
    rows = [
        {
            words.column_reviewer: names.get(each.reviewer_id, each.reviewer_id),
            words.recusal_applicant: applicants.get(each.application_id, each.application_id),
            words.recusal_reason: each.recusal_reason,
        }
        for each in recusals
    ]
    st.dataframe(rows, hide_index=True, key="assignment:recusals")


def _applicant(each: ApplicationSummary) -> str:
    return f"{each.application_number} {each.name}"


def _fill(visit: Visit, words: AssignmentWords, view: AssignmentView) -> None:
    programme = _programme(visit)
    reviewers: Sequence[PersonId] = st.session_state[state.reviewers_key(view.plan_id)]
    per_application = int(st.session_state[state.per_application_key(view.plan_id)])
    try:
        outcome = reviewer_assignment.fill_assignment(
            visit.access, programme, reviewers=reviewers, per_application=per_application
        )
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    if isinstance(outcome, AssignmentRefused):
        leave_notice(Notice("error", _refusal(outcome, words)))
    elif outcome:
        state.remember(programme.programme_code, view.assignments)
        leave_notice(Notice("success", words.filled.format(count=len(outcome))))
    else:
        leave_notice(Notice("success", words.nothing_to_fill))


def _recuse(visit: Visit, words: AssignmentWords, view: AssignmentView) -> None:
    programme = _programme(visit)
    recusal = Assignment(
        application_id=ApplicationId(st.session_state[state.recused_applicant_key(view.plan_id)]),
        reviewer_id=PersonId(st.session_state[state.recused_reviewer_key(view.plan_id)]),
        recused=True,
        recusal_reason=str(st.session_state[state.reason_key(view.plan_id)]),
    )
    try:
        outcome = reviewer_assignment.record_recusal(visit.access, programme, recusal=recusal)
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    if isinstance(outcome, AssignmentRefused):
        leave_notice(Notice("error", _refusal(outcome, words)))
    else:
        state.remember(programme.programme_code, view.assignments)
        leave_notice(Notice("success", words.recused))


def _undo(visit: Visit, words: AssignmentWords) -> None:
    programme = _programme(visit)
    earlier = state.take_back(programme.programme_code)
    if earlier is None:
        return
    try:
        reviewer_assignment.restore_assignment(visit.access, programme, earlier)
        leave_notice(Notice("success", words.undone))
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))


def _programme(visit: Visit) -> Programme:
    if visit.programme is None:
        raise RuntimeError("a change without a programme")
    return visit.programme


def _refusal(refused: AssignmentRefused, words: AssignmentWords) -> str:
    sentences = [
        (refused.no_plan, words.no_plan),
        (refused.unknown_reviewers, words.refused_reviewers),
        (refused.unknown_applications, words.refused_applications),
        (refused.reason_missing, words.refused_reason),
    ]
    return " ".join(sentence for holds, sentence in sentences if holds)
