"""State of the office's step: unsaved ticks and the last notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from app.domain.evidence import ProgrammeCode

_NOTICE = "office:notice"
VIEW = "office:view"


@dataclass(frozen=True)
class Notice:
    """What the last action did, shown once."""

    kind: Literal["success", "warning", "error"]
    text: str


def items_key(programme_code: ProgrammeCode, row_revision: int) -> str:
    """Key of the item table: a new revision is a new table, so no old tick survives a save."""
    return f"office:items:{programme_code}:{row_revision}"


def reason_key(programme_code: ProgrammeCode, row_revision: int) -> str:
    """Key of the reason for reopening."""
    return f"office:reason:{programme_code}:{row_revision}"


def confirm_key(programme_code: ProgrammeCode, row_revision: int) -> str:
    """Key of the confirmation before publishing."""
    return f"office:confirm:{programme_code}:{row_revision}"


def leave_notice(notice: Notice) -> None:
    """Keep a notice for the next drawing of the page."""
    st.session_state[_NOTICE] = notice


def take_notice() -> Notice | None:
    """The notice of the last action, once."""
    notice = st.session_state.pop(_NOTICE, None)
    return notice if isinstance(notice, Notice) else None
