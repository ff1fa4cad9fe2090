"""The items every programme of an admission channel and year may consider."""

from __future__ import annotations

import streamlit as st

from app.errors import WorkbenchError
from app.reviews.store import Saved
from app.ui.components.core_notice import render_core_notice
from app.ui.messages import message_of
from app.ui.plain import field_name, plain
from app.ui.state import notice_forms as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.core_notice import WORDS, NoticeWords
from app.ui.visit import Visit
from app.workflows.allowed_items import (
    ChannelItems,
    ChannelItemsRefused,
    hit_by_closing,
    load_channel_items,
    save_channel_items,
)


def render_channel_items(visit: Visit) -> None:
    """Channel and year are those of the programme of the frame."""
    words = WORDS[visit.language]
    if visit.programme is None:
        st.info(visit.words.no_snapshot)
        return
    view = load_channel_items(visit.access, visit.programme)
    st.subheader(plain(_title(words, view)))
    st.caption(words.channel_intro)
    if view.revision == 0:
        st.caption(words.channel_undecided)
    labels = {item.item_code: f"{item.item_code} {item.label}" for item in view.items}
    chosen = st.pills(
        field_name(_title(words, view)),
        list(labels),
        format_func=lambda code: plain(labels[code]),
        selection_mode="multi",
        default=[code for code in labels if code in view.allowed],
        key=_key(view, "items"),
        label_visibility="collapsed",
    )
    hit = hit_by_closing(visit.access, visit.programme, chosen)
    if hit:
        names = "、".join(each.programme_name for each in hit)
        st.warning(plain(words.channel_hit.format(names=names)))
    st.button(
        words.channel_save,
        key=_key(view, "save"),
        type="primary",
        on_click=_save,
        args=(visit, words, view),
    )


def render_office_notice(visit: Visit) -> None:
    """The announcement of the programme of the frame."""
    if visit.programme is None:
        st.info(visit.words.no_snapshot)
    else:
        render_core_notice(visit, visit.programme)


def _title(words: NoticeWords, view: ChannelItems) -> str:
    channel = words.channels.get(view.admission_channel, view.admission_channel)
    return words.channel_title.format(channel=channel, year=view.admission_year)


def _key(view: ChannelItems, name: str) -> str:
    return state.channel_key(view.admission_channel, view.admission_year, name, view.revision)


def _save(visit: Visit, words: NoticeWords, view: ChannelItems) -> None:
    programme = visit.programme
    allowed = st.session_state[_key(view, "items")]
    if programme is None:
        return
    try:
        outcome = save_channel_items(visit.access, view, programme, allowed=allowed)
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    if isinstance(outcome, Saved):
        channel = words.channels.get(view.admission_channel, view.admission_channel)
        text = words.channel_saved.format(channel=channel, year=view.admission_year, count=len(allowed))
        leave_notice(Notice("success", text))
    elif isinstance(outcome, ChannelItemsRefused):
        unknown = words.channel_unknown.format(items="、".join(sorted(outcome.unknown_items)))
        leave_notice(Notice("error", words.channel_empty if outcome.nothing_allowed else unknown))
    else:
        leave_notice(Notice("warning", words.stale))
