"""The log: who did what to what, when."""

from __future__ import annotations

import streamlit as st

from app.ui.text.office import OfficeWords
from app.ui.visit import Visit
from app.workflows.administration import load_log


def render_event_log(visit: Visit, words: OfficeWords) -> None:
    """The newest lines first; times in the browser's zone."""
    rows = [
        {
            words.column_time: event.occurred_at,
            words.column_person: name,
            words.column_action: event.action,
            words.column_object: event.object_key,
            words.column_detail: event.detail,
        }
        for event, name in load_log(visit.access)
    ]
    st.dataframe(
        rows,
        hide_index=True,
        key="office:log",
        column_config={
            words.column_time: st.column_config.DatetimeColumn(
                format="YYYY-MM-DD HH:mm:ss", timezone=st.context.timezone or "Asia/Taipei"
            )
        },
    )
