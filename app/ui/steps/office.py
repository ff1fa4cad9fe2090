"""招生辦公室: progress of the round, review items of a programme, quality and problems of the data, the log."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.ui.components.alias_desk import render_alias_desk
from app.ui.components.channel_items import render_channel_items, render_office_notice
from app.ui.components.data_quality import render_data_quality
from app.ui.components.data_state import render_data_state
from app.ui.components.event_log import render_event_log
from app.ui.components.item_choice import render_item_choice
from app.ui.components.notice_line import render_notice
from app.ui.components.round_progress import render_round_progress
from app.ui.components.text_likeness import render_text_likeness
from app.ui.state import office as state
from app.ui.text.aliases import WORDS as ALIAS_WORDS
from app.ui.text.core_notice import WORDS as NOTICE_WORDS
from app.ui.text.likeness import WORDS as LIKENESS_WORDS
from app.ui.text.office import WORDS, OfficeWords
from app.ui.text.quality import WORDS as QUALITY_WORDS
from app.ui.visit import Visit


def render(visit: Visit) -> None:
    """Choose a view; only the open one is computed."""
    words = WORDS[visit.language]
    views: dict[str, tuple[str, Callable[[Visit, OfficeWords], None]]] = {
        "progress": (words.view_progress, render_round_progress),
        "channel": (NOTICE_WORDS[visit.language].view_channel, lambda seen, _: render_channel_items(seen)),
        "items": (words.view_items, render_item_choice),
        "notice": (NOTICE_WORDS[visit.language].tab_notice, lambda seen, _: render_office_notice(seen)),
        "quality": (QUALITY_WORDS[visit.language].view, lambda seen, _: render_data_quality(seen)),
        "data": (words.view_data, render_data_state),
        "likeness": (LIKENESS_WORDS[visit.language].view, lambda seen, _: render_text_likeness(seen)),
        "aliases": (ALIAS_WORDS[visit.language].view_aliases, render_alias_desk),
        "log": (words.view_log, render_event_log),
    }
    chosen = st.segmented_control(
        words.view,
        list(views),
        format_func=lambda view: views[view][0],
        default="progress",
        required=True,
        key=state.VIEW,
        label_visibility="collapsed",
    )
    render_notice()
    views[chosen or "progress"][1](visit, words)
