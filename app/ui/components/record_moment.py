"""A moment to ask for: now, a day and something that happened on it, or any date and time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby

import streamlit as st

from app.domain.evidence import ProgrammeCode
from app.domain.home_time import clock_time, home_day, home_moment
from app.domain.people import PersonId, Role
from app.ui.plain import field_name
from app.ui.state import records as state
from app.ui.text.records import RecordsWords
from app.ui.visit import Visit
from app.workflows.appeal_sheet import appeal_words
from app.workflows.appeal_text import event_text
from app.workflows.record_moments import RecordMoment
from app.workflows.round_record import RecordKind

NOW, OTHER = "now", "other"
DAY_WIDTH = 200
Days = Mapping[str, Sequence[RecordMoment]]


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
    moments: Sequence[RecordMoment],
    *,
    asked: AskedMoment,
    is_past: bool = False,
) -> datetime:
    """The moment chosen; ``moments`` oldest first are offered newest first, by day. ``is_past`` begins with the newest
    that is no save of reviews, not with now."""
    days = _by_day(moments)
    begun = _begun(moments) if is_past else None

    def shown(choice: str) -> str:
        if choice in days:
            return words.moment_day.format(day=choice, count=len(days[choice]))
        return words.moment_now if choice == NOW else words.moment_other

    choices = [NOW, *days, OTHER]
    with st.container(horizontal=True):
        chosen = st.selectbox(
            field_name(asked.label),
            choices,
            index=choices.index(_day_of(begun)) if begun else 0,
            format_func=shown,
            key=state.key(asked.code, asked.name),
            help=words.moment_help,
            width=DAY_WIDTH,
        )
        if chosen in days:
            return _event(visit, words, days[chosen], asked=asked, begun=begun)
        return _other(words, asked.code, asked.name, now=asked.now) if chosen == OTHER else asked.now


def moment_text(visit: Visit, words: RecordsWords, moment: RecordMoment) -> str:
    """「14:03:22 最後一次存檔…」: the clock, and what it was."""
    event = moment.event
    clock = clock_time(event.moment, now=event.moment)
    if event.kind is not RecordKind.REVIEW:
        return f"{clock}　{event_text(event, appeal_words(str(visit.language)))}"
    saved = words.moment_last_save if moment.is_last else words.moment_last_of_day
    told = saved.format(
        role=_role(visit, event.person_id),
        saves=moment.saves,
        reviewers=moment.reviewers,
        reviews=moment.reviews,
    )
    return f"{clock}　{told}"


def _event(
    visit: Visit,
    words: RecordsWords,
    offered: Sequence[RecordMoment],
    *,
    asked: AskedMoment,
    begun: RecordMoment | None,
) -> datetime:
    # The key names the day: another day begins with its own newest event.
    chosen: int = st.selectbox(
        words.moment_event,
        range(len(offered)),
        index=offered.index(begun) if begun in offered else 0,
        format_func=lambda place: moment_text(visit, words, offered[place]),
        key=state.key(asked.code, asked.name, "event", _day_of(offered[0])),
    )
    return offered[chosen].event.moment


def _by_day(moments: Sequence[RecordMoment]) -> Days:
    return {day: tuple(each) for day, each in groupby(reversed(moments), key=_day_of)}


def _day_of(moment: RecordMoment) -> str:
    return home_day(moment.event.moment).isoformat()


def _begun(moments: Sequence[RecordMoment]) -> RecordMoment | None:
    return next((each for each in reversed(moments) if each.event.kind is not RecordKind.REVIEW), None)


def _role(visit: Visit, person_id: PersonId | None) -> str:
    person = visit.workbench.store.find_person(person_id) if person_id is not None else None
    names = {
        Role.CHAIR: visit.words.role_chair,
        Role.REVIEWER: visit.words.role_reviewer,
        Role.OFFICE: visit.words.role_office,
        Role.RESEARCHER: visit.words.role_researcher,
    }
    return names[person.role] if person is not None else "–"


def _other(words: RecordsWords, code: ProgrammeCode, name: str, *, now: datetime) -> datetime:
    day = st.date_input(words.date, value=home_day(now), key=state.key(code, name, "date"), width=160)
    clock = st.time_input(
        words.time, value=time(17, 0), key=state.key(code, name, "time"), step=60, width=120
    )
    moment = home_moment(day, clock)
    if moment > now:
        st.caption(words.moment_to_come)
    return moment
