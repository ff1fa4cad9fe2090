"""State of the school view: the syllabus of an offered course that was opened."""

from __future__ import annotations

import streamlit as st

from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan


def _key(plan: ReviewPlan, application_id: ApplicationId) -> str:
    return f"desk:offered:{plan.plan_id}:{plan.revision}:{application_id}"


def offered_syllabus(plan: ReviewPlan, application_id: ApplicationId) -> str | None:
    """The opened syllabus; whether the school offers it is asked where it is drawn."""
    found = st.session_state.get(_key(plan, application_id))
    return found if isinstance(found, str) else None


def open_offered(plan: ReviewPlan, application_id: ApplicationId, syllabus_id: str) -> None:
    """Open the syllabus of an offered course; an empty key or the open one closes it."""
    is_open = offered_syllabus(plan, application_id) == syllabus_id
    st.session_state[_key(plan, application_id)] = None if is_open or not syllabus_id else syllabus_id
