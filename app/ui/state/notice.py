"""The notice of the last action, shown once on the next drawing of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import streamlit as st

_NOTICE = "notice"


@dataclass(frozen=True)
class Notice:
    """What the last action did."""

    kind: Literal["success", "warning", "error"]
    text: str


def leave_notice(notice: Notice) -> None:
    """Keep a notice for the next drawing of the page."""
    st.session_state[_NOTICE] = notice


def take_notice() -> Notice | None:
    """The notice of the last action, once."""
    notice = st.session_state.pop(_NOTICE, None)
    return notice if isinstance(notice, Notice) else None
