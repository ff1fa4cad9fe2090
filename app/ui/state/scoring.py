"""State of the score column: the open drawer, and what became of an undo."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from app.domain.evidence import ApplicationId
from app.ui.state import address
from app.workflows.review_history import UndoOutcome

KEYS = "desk:keys"
DRAWERS = ("phrases", "history", "levels")

_DRAWER = "desk:drawer"
_UNDONE = "desk:undone"
_PHRASE_PROBLEM = "desk:phrase_problem"


@dataclass(frozen=True)
class UndoNotice:
    """What became of an undo of the version ``revision``; ``asked_at`` is the applicant then on screen."""

    application_id: ApplicationId
    revision: int
    outcome: UndoOutcome | None
    reason: str = ""
    asked_at: ApplicationId | None = None


def drawer() -> str:
    """The open drawer of the score column; empty when all are shut. It stays open from one applicant to the next."""
    return str(st.session_state.get(_DRAWER, ""))


def open_drawer(name: object) -> None:
    """Open one drawer, or shut all with a name that is none."""
    st.session_state[_DRAWER] = name if name in DRAWERS else ""


def undone() -> UndoNotice | None:
    """What became of the last undo, until something is saved again or a third applicant is opened."""
    found = st.session_state.get(_UNDONE)
    if not isinstance(found, UndoNotice):
        return None
    near = (found.application_id, found.asked_at, None)
    return found if address.chosen_application() in near else None


def leave_undone(notice: UndoNotice | None) -> None:
    """Remember an undo for the runs that follow, or forget it."""
    st.session_state[_UNDONE] = notice


def leave_phrase_problem(text: str) -> None:
    """Why a phrase was not kept, for the run that follows."""
    st.session_state[_PHRASE_PROBLEM] = text


def take_phrase_problem() -> str:
    """The same, once."""
    return str(st.session_state.pop(_PHRASE_PROBLEM, ""))
