"""我的評分概況: what a reviewer sees of the own habits, before anybody else does."""

from __future__ import annotations

import streamlit as st

from app.ui.components.rater_habits import render_habits
from app.ui.text.raters import WORDS
from app.ui.visit import Visit
from app.workflows.rater_figures import note_own_seen, own_behaviour


def render(visit: Visit) -> None:
    """The own page; that it was looked at is noted once."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    st.text(words.own_note)
    view = own_behaviour(visit.access, visit.programme)
    if view is None:
        st.info(words.own_nothing)
        return
    render_habits(words, view)
    note_own_seen(visit.access, view.plan)
