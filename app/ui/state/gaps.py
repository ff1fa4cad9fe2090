"""State of the gap check: basis, the opened case, form values of the next step. May vanish at any time."""

from __future__ import annotations

from uuid import uuid4

import streamlit as st

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.workflows.gap_queue import Basis


def key(programme_code: ProgrammeCode, name: str, *parts: object) -> str:
    """A widget key that belongs to one programme."""
    return ":".join(["gaps", programme_code, name, *map(str, parts)])


def step_key(application_id: ApplicationId, revision: int, name: str) -> str:
    """A key of the form of the next step: of this applicant, on top of so many steps."""
    return f"gaps:step:{application_id}:{revision}:{name}"


def basis(programme_code: ProgrammeCode) -> Basis:
    """Which scores the rules look at."""
    return Basis(st.session_state.get(key(programme_code, "basis")) or Basis.RAW)


def event_id(name: str) -> str:
    """The id under which the next act of this form is kept: pressed twice, it is written once."""
    return str(st.session_state.setdefault(f"{name}:event", uuid4().hex))


def is_moved_elsewhere(application_id: ApplicationId, revision: int) -> bool:
    """Whether the case took a step that was not recorded here since its form was first drawn; true until the next."""
    seen, moved = _seen_key(application_id), f"gaps:moved:{application_id}"
    if st.session_state.get(seen, revision) != revision:
        st.session_state[moved] = revision
    st.session_state[seen] = revision
    return bool(st.session_state.get(moved) == revision)


def note_own_step(application_id: ApplicationId, revision: int) -> None:
    """The step of this number was recorded here."""
    st.session_state[_seen_key(application_id)] = revision


def _seen_key(application_id: ApplicationId) -> str:
    return f"gaps:seen:{application_id}"
