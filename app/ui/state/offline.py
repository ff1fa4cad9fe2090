"""State of scoring off line: which upload is shown. May vanish at any time."""

from __future__ import annotations

import streamlit as st

from app.domain.plan import PlanId


def key(plan_id: PlanId, name: str) -> str:
    """A widget key that belongs to one plan."""
    return f"offline:{plan_id}:{name}"


def upload_key(plan_id: PlanId) -> str:
    """The key of the upload; a new one once what was uploaded is done with."""
    return key(plan_id, f"upload:{st.session_state.get(key(plan_id, 'uploads'), 0)}")


def forget_upload(plan_id: PlanId) -> None:
    """Begin again with an empty upload."""
    counter = key(plan_id, "uploads")
    st.session_state[counter] = st.session_state.get(counter, 0) + 1
