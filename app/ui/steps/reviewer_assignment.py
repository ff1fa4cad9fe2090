"""評審分派: loads of the reviewers, filling up, recusals; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, ApplicationSummary, Programme
from app.domain.people import PersonId, Role
from app.errors import WorkbenchError
from app.reviews.store import Stale
from app.ui.components.notice_line import render_notice
from app.ui.messages import message_of
from app.ui.state import assignment as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.assignment import WORDS, AssignmentWords
from app.ui.visit import Visit
from app.workflows import reviewer_assignment
from app.workflows.recusal_reasons import readable_recusals
from app.workflows.reviewer_assignment import (
    AssignmentChange,
    AssignmentRefused,
    AssignmentView,
    Outcome,
    ReviewerLoad,
)


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
    _render_recusals(visit, words, view)


def _render_loads(visit: Visit, words: AssignmentWords, view: AssignmentView) -> None:
    if view.without_reviewer:
        st.warning(words.without_reviewer.format(count=view.without_reviewer))
    if view.short_of_required:
        st.warning(words.too_few_reviewers.format(count=view.short_of_required, required=view.required))
    elif not view.without_reviewer:
        st.success(words.everyone_covered.format(required=view.required))
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
        value=max(1, min(view.required, len(names))),
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


def _render_recusals(visit: Visit, words: AssignmentWords, view: AssignmentView) -> None:
    names = {load.reviewer.person_id: load.reviewer.display_name for load in view.loads}
    applicants = {each.application_id: _applicant(each) for each in view.applications}
    standing = [each for each in view.assignments if each.recused]
    if not standing:
        return
    st.subheader(words.recusal_list)
    rows = [
        {
            words.column_reviewer: names.get(each.reviewer_id, each.reviewer_id),
            words.recusal_applicant: applicants.get(each.application_id, each.application_id),
            words.column_reason: each.recusal_reason,
        }
        for each in readable_recusals(visit.access, _programme(visit).programme_code, standing)
    ]
    st.dataframe(rows, hide_index=True, key="assignment:recusals")


def _applicant(each: ApplicationSummary) -> str:
    return f"{each.application_number} {each.name}"


def _fill(visit: Visit, words: AssignmentWords, view: AssignmentView) -> None:
    reviewers: Sequence[PersonId] = st.session_state[state.reviewers_key(view.plan_id)]
    per_application = int(st.session_state[state.per_application_key(view.plan_id)])

    def fill() -> Outcome:
        return reviewer_assignment.fill_assignment(
            visit.access, _programme(visit), reviewers=reviewers, per_application=per_application
        )

    _run(visit, words, fill, done=lambda change: _filled(change, words))


def _recuse(visit: Visit, words: AssignmentWords, view: AssignmentView) -> None:
    recusal = Assignment(
        application_id=ApplicationId(st.session_state[state.recused_applicant_key(view.plan_id)]),
        reviewer_id=PersonId(st.session_state[state.recused_reviewer_key(view.plan_id)]),
        recused=True,
        recusal_reason=str(st.session_state[state.reason_key(view.plan_id)]),
    )

    def recuse() -> Outcome:
        return reviewer_assignment.record_recusal(visit.access, _programme(visit), recusal=recusal)

    _run(visit, words, recuse, done=lambda _: words.recused)


def _undo(visit: Visit, words: AssignmentWords) -> None:
    change = state.take_back(_programme(visit).programme_code)
    if change is None:
        return

    def undo() -> Outcome:
        return reviewer_assignment.undo_change(visit.access, _programme(visit), change)

    _run(visit, words, undo, done=lambda _: words.undone, can_undo=False)


def _run(
    visit: Visit,
    words: AssignmentWords,
    act: Callable[[], Outcome],
    *,
    done: Callable[[AssignmentChange], str],
    can_undo: bool = True,
) -> None:
    """Act, keep what can be taken back, and say what happened."""
    try:
        outcome = act()
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    if isinstance(outcome, AssignmentRefused):
        leave_notice(Notice("error", _refusal(outcome, words)))
    elif isinstance(outcome, Stale):
        leave_notice(Notice("warning", words.stale))
    else:
        if can_undo and outcome.before != outcome.after:
            state.remember(_programme(visit).programme_code, outcome)
        leave_notice(Notice("success", done(outcome)))


def _filled(change: AssignmentChange, words: AssignmentWords) -> str:
    added = len(change.after) - len(change.before)
    return words.filled.format(count=added) if added else words.nothing_to_fill


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
