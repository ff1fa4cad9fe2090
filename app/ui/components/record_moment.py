"""A moment to ask for: one that has a name in the round, now, or any date and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

import streamlit as st

from app.domain.evidence import ProgrammeCode
from app.domain.home_time import date_and_seconds, home_day, home_moment
from app.ui.plain import plain
from app.ui.state import records as state
from app.ui.text.records import RecordsWords
from app.ui.visit import Visit
from app.workflows.appeal_sheet import appeal_words
from app.workflows.appeal_text import event_text
from app.workflows.round_record import RecordedEvent, RecordKind

NOW, OTHER = "now", "other"


@dataclass(frozen=True)
class AskedMoment:
    """Which moment of a screen is asked for: whose programme, its name among the keys, its label, and what now is."""

    code: ProgrammeCode
    name: str
    label: str
    now: datetime


def render_moment(
    visit: Visit,
    words: RecordsWords,
    moments: Sequence[RecordedEvent],
    *,
    asked: AskedMoment,
    is_past: bool = False,
) -> datetime:
    """The moment chosen; ``moments`` oldest first are offered newest first. ``is_past`` begins with the newest that
    has a name of its own, not with now."""
    code, name, now = asked.code, asked.name, asked.now
    named = {str(place): each for place, each in enumerate(moments)}
    told = appeal_words(str(visit.language))

    def shown(choice: str) -> str:
        if choice in named:
            event = named[choice]
            return f"{date_and_seconds(event.moment)}　{event_text(event, told)}"
        return words.moment_now if choice == NOW else words.moment_other

    choices = [NOW, *reversed(named), OTHER]
    begun = [key for key, each in named.items() if each.kind is not RecordKind.REVIEW] if is_past else []
    chosen = st.selectbox(
        plain(asked.label),
        choices,
        index=choices.index(begun[-1]) if begun else 0,
        format_func=shown,
        key=state.key(code, name),
        help=words.moment_help,
    )
    if chosen in named:
        return named[chosen].moment
    return _other(words, code, name, now=now) if chosen == OTHER else now


def _other(words: RecordsWords, code: ProgrammeCode, name: str, *, now: datetime) -> datetime:
    with st.container(horizontal=True):
        day = st.date_input(words.date, value=home_day(now), key=state.key(code, name, "date"))
        clock = st.time_input(words.time, value=time(17, 0), key=state.key(code, name, "time"), step=60)
    moment = home_moment(day, clock)
    if moment > now:
        st.caption(words.moment_to_come)
    return moment
