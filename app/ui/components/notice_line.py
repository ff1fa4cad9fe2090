"""The line that says what the last action did."""

from __future__ import annotations

import streamlit as st

from app.ui.plain import plain
from app.ui.state.notice import take_notice


def render_notice() -> None:
    """Show the notice left by a callback, once."""
    notice = take_notice()
    if notice is not None:
        {"success": st.success, "warning": st.warning, "error": st.error}[notice.kind](plain(notice.text))
