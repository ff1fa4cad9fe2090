"""Why an assigned reviewer cannot score now, and what becomes of what was typed."""

from __future__ import annotations

import streamlit as st

from app.domain.plan import ReviewPlan
from app.ui.text.phases import WORDS
from app.ui.visit import Visit


def render_phase_closed(visit: Visit, plan: ReviewPlan) -> None:
    """The phase as the reason; a draft stays in the browser until the form is drawn again."""
    words = WORDS[visit.language]
    rules = visit.access.round_state(plan.programme_code).phase.rules
    st.info(
        words.scoring_closed[rules.scorers].format(phase=words.names[rules.phase]),
        icon=":material/pause_circle:",
    )
    st.caption(words.scoring_kept)
