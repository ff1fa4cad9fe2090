"""State of step 4: filter, view of PDF uploads, the opened row. May vanish at any time."""

from __future__ import annotations

import streamlit as st

from app.domain.evidence import ApplicationId, ProgrammeCode


def key(programme_code: ProgrammeCode, name: str, *parts: object) -> str:
    """A widget key that belongs to one programme."""
    return ":".join(["ranking", programme_code, name, *map(str, parts)])


def open_row(programme_code: ProgrammeCode, application_id: ApplicationId | None) -> None:
    """Open a row, or close the one that is open."""
    st.session_state[key(programme_code, "opened")] = application_id


def opened_row(programme_code: ProgrammeCode) -> ApplicationId | None:
    """The row that is open."""
    opened = st.session_state.get(key(programme_code, "opened"))
    return ApplicationId(opened) if isinstance(opened, str) else None
