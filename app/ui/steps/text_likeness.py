"""內容相近 as a step of its own for the chair; the office has it among its views."""

from __future__ import annotations

import streamlit as st

from app.ui.components.text_likeness import render_text_likeness
from app.ui.visit import Visit


def render(visit: Visit) -> None:
    """The lists of the chosen programme, or why there is none."""
    if visit.programme is None:
        st.info(visit.words.no_programme)
        return
    render_text_likeness(visit)
