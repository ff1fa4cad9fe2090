"""The form of the next step of a case: state, reason, day, third reviewer."""

from __future__ import annotations

from datetime import UTC, date, datetime

import streamlit as st

from app.domain.evidence import Programme
from app.domain.gap_case import REASON_LENGTH, CaseState, CaseStep, GapCase
from app.domain.home_time import home_day
from app.domain.people import PersonId, Role
from app.domain.round_phase import Phase
from app.domain.scores import ReviewState
from app.errors import WorkbenchError
from app.reviews.store import Stale
from app.ui.messages import message_of
from app.ui.number_text import number_text
from app.ui.plain import plain
from app.ui.state import gaps as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.gaps import GapWords
from app.ui.visit import Visit
from app.workflows.gap_decision import CaseView, StepOutcome, StepRefused, StepRequest, record_step


def render_step(visit: Visit, words: GapWords, programme: Programme, *, view: CaseView) -> None:
    """What the chair decides next; pressed twice it is recorded once."""
    case = view.case
    st.markdown(f"**{words.act}**")
    if state.is_moved_elsewhere(case.application_id, case.revision):
        st.warning(words.moved.format(state=words.states[case.state]))
    offered = _offered(case)
    names = {
        each.person_id: words.chair_name.format(name=each.display_name)
        if each.role is Role.CHAIR
        else each.display_name
        for each in view.candidates
    }
    chosen = st.segmented_control(
        words.next_state,
        offered,
        default=offered[0],
        required=True,
        format_func=lambda each: words.states[each],
        key=_key(case, "state"),
    )
    if chosen is CaseState.THIRD:
        if not names:
            st.warning(words.no_candidate)
        st.selectbox(
            words.third_reviewer,
            list(names),
            index=None,
            format_func=lambda each: names[each],
            key=_key(case, "third"),
            placeholder=words.choose_third,
            help=words.third_help,
        )
    for told in _hints(visit, words, view, chosen):
        st.caption(plain(told))
    st.text_area(
        words.reason, key=_key(case, "reason"), max_chars=REASON_LENGTH, height=80, help=words.reason_help
    )
    if chosen is not CaseState.CLOSED:
        st.date_input(words.deadline, value=case.deadline, key=_key(case, "deadline"), format="YYYY-MM-DD")
    st.button(
        words.record,
        type="primary",
        key=_key(case, "record"),
        on_click=_record,
        args=(visit, words, programme, case),
    )


def _hints(visit: Visit, words: GapWords, view: CaseView, chosen: CaseState) -> list[str]:
    """What the chosen step needs or leads to besides being recorded."""
    phase = visit.access.round_state(view.plan.programme_code).phase.rules.phase
    third = next((each for each in view.reviews if each.is_third), None)
    if chosen is CaseState.CLOSED and view.case.state is CaseState.THIRD and third is not None:
        if third.state is ReviewState.SCORED:
            return [words.third_finished.format(name=third.name, total=number_text(third.total))]
        return [words.third_unfinished.format(name=third.name)]
    if chosen is CaseState.THIRD:
        has_chair = any(each.role is Role.CHAIR for each in view.candidates)
        told = [words.third_later] if phase is not Phase.THIRD_READING else []
        return [*told, *([words.third_chair] if has_chair else [])]
    return [words.discuss_later] if chosen is CaseState.DISCUSS and phase is not Phase.DISCUSSION else []


def today() -> date:
    """The day in the country of the round."""
    return home_day(datetime.now(UTC))


def _offered(case: GapCase) -> list[CaseState]:
    """Onward first: what stands already may only be repeated with another reason or day."""
    order = {
        CaseState.DISCUSS: [CaseState.THIRD, CaseState.CLOSED, CaseState.DISCUSS],
        CaseState.THIRD: [CaseState.CLOSED, CaseState.THIRD, CaseState.DISCUSS],
        CaseState.CLOSED: [CaseState.DISCUSS, CaseState.THIRD],
    }
    return order[case.state]


def _key(case: GapCase, name: str) -> str:
    return state.step_key(case.application_id, case.revision, name)


def _record(visit: Visit, words: GapWords, programme: Programme, case: GapCase) -> None:
    values = st.session_state
    to = CaseState(values[_key(case, "state")])
    third = values.get(_key(case, "third")) if to is CaseState.THIRD else None
    deadline = values.get(_key(case, "deadline"))
    request = StepRequest(
        application_id=case.application_id,
        state=to,
        reason=str(values.get(_key(case, "reason"), "")),
        seen_revision=case.revision,
        event_id=state.event_id(_key(case, to)),
        deadline=deadline if isinstance(deadline, date) else None,
        third_reviewer=PersonId(third) if third else None,
    )
    try:
        outcome = record_step(visit.access, programme, request, today=today())
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    if isinstance(outcome, CaseStep):
        state.note_own_step(case.application_id, case.revision + 1)
    leave_notice(_notice(words, outcome))


def _notice(words: GapWords, outcome: StepOutcome) -> Notice:
    if isinstance(outcome, StepRefused):
        return Notice("error", " ".join(words.problems[each] for each in outcome.problems))
    if isinstance(outcome, Stale):
        return Notice("warning", words.stale)
    return Notice("success", words.recorded.format(state=words.states[outcome.state]))
