"""群體選課: uptake, what goes together, competencies; every number passed the suppression layer."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.ui.components.cohort_views import render_competencies, render_pairs, render_uptake
from app.ui.state import research as state
from app.ui.text.research import WORDS, ResearchWords
from app.ui.visit import Visit


def render(visit: Visit) -> None:
    """Choose a view, then show it."""
    words = WORDS[visit.language]
    views: dict[str, tuple[str, Callable[[Visit, ResearchWords], None]]] = {
        "uptake": (words.view_uptake, render_uptake),
        "pairs": (words.view_pairs, render_pairs),
        "competencies": (words.view_competencies, render_competencies),
    }
    if visit.workbench.find_current_snapshot_id() is None:
        st.info(visit.words.no_snapshot)
        return
    st.text(words.intro)
    chosen = st.segmented_control(
        words.view,
        list(views),
        format_func=lambda view: views[view][0],
        default="uptake",
        required=True,
        key=state.VIEW,
        label_visibility="collapsed",
    )
    views[chosen or "uptake"][1](visit, words)
