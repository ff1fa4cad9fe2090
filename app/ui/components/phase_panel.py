"""The phase of the round in one line, and the chair's way to another one."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from app.domain.evidence import ApplicationId, Programme
from app.domain.gap_case import REASON_LENGTH, CaseState
from app.domain.home_time import date_and_time
from app.domain.round_phase import (
    PHASES,
    Phase,
    PhaseRules,
    SeesOthers,
    is_way_back,
    with_ranking_shown,
    with_reviewers_seeing,
)
from app.errors import WorkbenchError
from app.reviews.store import Stale
from app.ui.components.phase_meaning import meaning_of, render_phase_table
from app.ui.messages import message_of
from app.ui.plain import field_name, plain
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.phases import WORDS, PhaseWords
from app.ui.visit import Visit
from app.workflows.gap_queue import QueueView
from app.workflows.round_phases import (
    PhaseOutcome,
    PhaseRefused,
    PhaseRequest,
    PhaseView,
    open_phase,
    reviewers_may_see,
    set_phase,
)

MOST_AT_ONCE = 2


def render_phase(visit: Visit, programme: Programme, queue: QueueView) -> None:
    """Where the round stands, what that means, and how to go on."""
    words = WORDS[visit.language]
    view = open_phase(visit.access, programme)
    if view is None:
        return
    rules = view.standing.rules
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(words.standing.format(phase=words.names[rules.phase]), color="green")
        st.text(meaning_of(words, rules))
    with st.expander(words.change if view.may_set else words.history, icon=":material/flag:"):
        if view.may_set:
            _render_change(visit, words, programme, view=view, queue=queue)
        _render_history(words, view)
    with st.expander(words.who_may, icon=":material/table:"):
        render_phase_table(words, rules, key=f"phase:{view.plan_id}:table")


def _render_change(
    visit: Visit, words: PhaseWords, programme: Programme, *, view: PhaseView, queue: QueueView
) -> None:
    prefix = _prefix(view)
    left, right = st.columns([1, 2], gap="medium")
    with left:
        chosen = st.selectbox(
            words.to, view.offered, format_func=lambda phase: _name(words, view, phase), key=f"{prefix}:to"
        )
    if chosen is None:
        return
    with left:
        rules = _render_choices(words, view, chosen)
    with right:
        back = is_way_back(view.standing.rules.phase, chosen)
        st.caption(plain(meaning_of(words, rules)))
        if chosen is Phase.THIRD_READING:
            _render_third(words, queue)
        st.text_area(
            words.reason_back if back else words.reason,
            key=f"{prefix}:reason",
            max_chars=REASON_LENGTH,
            height=70,
        )
        open_cases = [row for row in queue.rows if row.case.is_open] if chosen is Phase.CLOSED else []
        if open_cases:
            _render_reasons(words, queue, prefix=prefix)
    st.button(
        (words.stay if chosen is view.standing.rules.phase else words.go).format(phase=words.names[chosen]),
        key=f"{prefix}:go",
        type="primary",
        on_click=_go,
        args=(visit, words, programme, (view, [row.case.application_id for row in open_cases])),
    )


def _render_third(words: PhaseWords, queue: QueueView) -> None:
    """Who would be left without anything to do in the third reading, before it is entered."""
    states = [row.case.state for row in queue.rows]
    if CaseState.THIRD not in states:
        st.warning(words.nobody_third, icon=":material/person_alert:")
    elif CaseState.DISCUSS in states:
        st.caption(words.left_to_discuss.format(count=states.count(CaseState.DISCUSS)))


def _name(words: PhaseWords, view: PhaseView, phase: Phase) -> str:
    return words.names[phase] + (words.is_standing if phase is view.standing.rules.phase else "")


def _render_choices(words: PhaseWords, view: PhaseView, phase: Phase) -> PhaseRules:
    """What the phase leaves to the round, begun from what stands where it is chosen anew; the rules that follow."""
    standing = view.standing.rules
    rules = standing if phase is standing.phase else PHASES[phase]
    if phase is Phase.DISCUSSION:
        key = _choice_key(view, phase, "sees")
        st.session_state.setdefault(key, reviewers_may_see(rules))
        st.selectbox(
            words.reviewers_see, list(SeesOthers), format_func=lambda each: words.others[each], key=key
        )
        rules = with_reviewers_seeing(rules, SeesOthers(st.session_state[key]))
    if rules.may_show_ranking:
        key = _choice_key(view, phase, "ranking")
        st.session_state.setdefault(key, rules.shows_ranking)
        st.checkbox(words.show_ranking, key=key, help=words.show_ranking_help)
        rules = with_ranking_shown(rules, bool(st.session_state[key]))
    return rules


def _choice_key(view: PhaseView, phase: Phase, name: str) -> str:
    return f"{_prefix(view)}:{name}:{phase}"


def _render_reasons(words: PhaseWords, queue: QueueView, *, prefix: str) -> None:
    rows = [row for row in queue.rows if row.case.is_open]
    st.text(words.open_cases.format(count=len(rows)))
    st.caption(words.open_cases_intro)
    with st.container(height=220 if len(rows) > MOST_AT_ONCE else "content"):
        for row in rows:
            label = words.reason_of_case.format(number=row.summary.application_number)
            st.text_input(
                field_name(label), key=_reason_key(prefix, row.case.application_id), max_chars=REASON_LENGTH
            )
    st.text_input(words.reason_of_rest, key=f"{prefix}:rest", max_chars=REASON_LENGTH)


def _render_history(words: PhaseWords, view: PhaseView) -> None:
    if not view.history:
        st.caption(words.never_set)
    for entry, name in reversed(view.history):
        saved_at = entry.event.saved_at if entry.event else None
        time = date_and_time(saved_at) if saved_at else ""
        phase = words.names[entry.rules.phase]
        shown = words.history_ranking if entry.rules.shows_ranking else ""
        st.text(words.history_line.format(time=time, name=name, phase=phase) + shown + _told(entry.reason))


def _told(reason: str) -> str:
    return f"　{reason}" if reason else ""


def _prefix(view: PhaseView) -> str:
    return f"phase:{view.plan_id}:{view.standing.revision}"


def _reason_key(prefix: str, application_id: ApplicationId) -> str:
    return f"{prefix}:case:{application_id}"


def _go(
    visit: Visit,
    words: PhaseWords,
    programme: Programme,
    shown: tuple[PhaseView, list[ApplicationId]],
) -> None:
    view, open_cases = shown
    prefix, state = _prefix(view), st.session_state
    to = Phase(state[f"{prefix}:to"])
    rest = str(state.get(f"{prefix}:rest", ""))
    reasons = {key: str(state.get(_reason_key(prefix, key), "")) or rest for key in open_cases}
    request = PhaseRequest(
        to=to,
        seen_revision=view.standing.revision,
        event_id=str(state.setdefault(f"{prefix}:event:{to}", uuid4().hex)),
        reason=str(state.get(f"{prefix}:reason", "")),
        reviewers_see=SeesOthers(state[_choice_key(view, to, "sees")]) if to is Phase.DISCUSSION else None,
        shows_ranking=bool(state.get(_choice_key(view, to, "ranking"), False)),
        case_reasons=reasons,
    )
    try:
        outcome = set_phase(visit.access, programme, request)
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    leave_notice(_notice(words, outcome))


def _notice(words: PhaseWords, outcome: PhaseOutcome) -> Notice:
    if isinstance(outcome, Stale):
        return Notice("warning", words.stale)
    if isinstance(outcome, PhaseRefused):
        count = len(outcome.open_cases)
        told = [words.problems[each].format(count=count) for each in outcome.problems]
        return Notice("error", " ".join(told))
    done = words.set_done.format(phase=words.names[outcome.entry.rules.phase])
    raised = words.opened_cases.format(count=outcome.raised) if outcome.raised else ""
    return Notice("success", f"{done} {raised}".strip())
