"""群體選課: uptake, what goes together, competencies; every number passed the suppression layer."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.ui.components.cohort_views import render_competencies, render_pairs, render_uptake
from app.ui.state import research as state
from app.ui.text.research import WORDS, ResearchWords
from app.ui.visit import Visit
from app.workflows.cohort_research import LOWEST_MINIMUM


def render(visit: Visit) -> None:
    """Choose a view and the smallest group, then show it."""
    words = WORDS[visit.language]
    views: dict[str, tuple[str, Callable[[Visit, ResearchWords, int], None]]] = {
        "uptake": (words.view_uptake, render_uptake),
        "pairs": (words.view_pairs, render_pairs),
        "competencies": (words.view_competencies, render_competencies),
    }
    if visit.workbench.find_current_snapshot_id() is None:
        st.info(visit.words.no_snapshot)
        return
    st.text(words.intro)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.segmented_control(
            words.view,
            list(views),
            format_func=lambda view: views[view][0],
            default="uptake",
            required=True,
            key=state.VIEW,
        )
        minimum = st.number_input(
            words.minimum,
            min_value=LOWEST_MINIMUM,
            max_value=100,
            value=LOWEST_MINIMUM,
            help=words.minimum_help.format(lowest=LOWEST_MINIMUM),
            key=state.MINIMUM,
            width=160,
        )
    views[chosen or "uptake"][1](visit, words, int(minimum))
