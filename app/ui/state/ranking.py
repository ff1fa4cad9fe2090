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


def ask(key_of_question: str) -> None:
    """Remember that a person asked for what takes a while."""
    st.session_state[key_of_question] = True


def upload_key(programme_code: ProgrammeCode, component_id: str) -> str:
    """The key of the upload of a component; a new one once what was uploaded is done with."""
    uploads = st.session_state.get(key(programme_code, "uploads", component_id), 0)
    return key(programme_code, "upload", component_id, uploads)


def forget_import(programme_code: ProgrammeCode, component_id: str) -> None:
    """Begin again: no upload, no earlier import to compare with."""
    counter = key(programme_code, "uploads", component_id)
    st.session_state[counter] = st.session_state.get(counter, 0) + 1
    st.session_state.pop(key(programme_code, "earlier", component_id), None)


def compare_earlier(programme_code: ProgrammeCode, component_id: str, revision: int) -> None:
    """Look at what bringing an earlier import back would change."""
    st.session_state[key(programme_code, "earlier", component_id)] = revision


def earlier_import(programme_code: ProgrammeCode, component_id: str) -> int | None:
    """The earlier import that is looked at."""
    revision = st.session_state.get(key(programme_code, "earlier", component_id))
    return revision if isinstance(revision, int) else None
