"""待討論: what waits for a reviewer in the discussion or the third reading."""

from __future__ import annotations

import streamlit as st

from app.ui.components.gap_case import desk_link, render_case
from app.ui.components.gap_step import today
from app.ui.components.phase_meaning import meaning_of
from app.ui.plain import plain
from app.ui.text.gaps import WORDS, GapWords
from app.ui.text.phases import WORDS as PHASE_WORDS
from app.ui.visit import Visit
from app.workflows.discussion import DiscussionCase, DiscussionView, open_discussion


def render(visit: Visit) -> None:
    """The step for the programme of the visit."""
    words, phases = WORDS[visit.language], PHASE_WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    view = open_discussion(visit.access, visit.programme, today=today())
    if view is None:
        st.info(visit.words.no_plan)
        return
    phase = phases.names[view.rules.phase]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.badge(phases.standing.format(phase=phase), color="green")
        st.text(meaning_of(phases, view.rules))
    if not view.is_open:
        st.info(words.discussion_closed.format(phase=phase))
        return
    st.caption(words.discussion_intro)
    if not view.cases:
        st.info(words.discussion_none)
    for case in view.cases:
        _render_case(words, view, case)


def _render_case(words: GapWords, view: DiscussionView, case: DiscussionCase) -> None:
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.badge(plain(words.states[case.step.state]), color="orange")
            st.text(f"{case.summary.application_number} {case.summary.name}")
            if case.step.deadline:
                due = words.overdue if case.is_overdue else words.due
                st.badge(due.format(date=case.step.deadline), color="red" if case.is_overdue else "gray")
            st.link_button(
                words.open_desk,
                "/" + desk_link(view.plan.programme_code, case.summary.application_id),
                key=f"discussion:open:{case.summary.application_id}",
            )
        if case.is_third:
            st.text(words.you_are_third)
        elif case.view is None:
            st.caption(words.discussion_after_own if view.shows_after_own else words.discussion_blind)
        else:
            if case.step.reason:
                st.text(case.step.reason)
            render_case(words, case.view, case.view.case.flags)
