"""The log: who did what to what, when."""

from __future__ import annotations

import json

import streamlit as st

from app.domain.home_time import date_and_seconds
from app.ui.text.data_words import WORDS as DATA_WORDS
from app.ui.text.office import OfficeWords
from app.ui.visit import Visit
from app.workflows.administration import load_log


def render_event_log(visit: Visit, words: OfficeWords) -> None:
    """The newest lines first; times as the reader's clock shows them."""
    actions = DATA_WORDS[visit.language].actions
    rows = [
        {
            words.column_time: date_and_seconds(event.occurred_at),
            words.column_person: name,
            words.column_action: actions.get(event.action, event.action),
            words.column_object: event.object_key,
            words.column_detail: detail_text(event.detail),
        }
        for event, name in load_log(visit.access)
    ]
    st.dataframe(rows, hide_index=True, key="office:log")


def detail_text(detail: str) -> str:
    """The facts of a detail that is a JSON object, as 「revision 1 · row_revision 2」; any other text as it is."""
    try:
        facts = json.loads(detail)
    except ValueError:
        return detail
    if not isinstance(facts, dict):
        return detail
    return " · ".join(f"{name} {_fact_text(value)}" for name, value in facts.items())


def _fact_text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
