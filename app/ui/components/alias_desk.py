"""Courses whose syllabus was found by an alike name: accept, take the runner-up, reject, undo."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app.domain.home_time import date_and_seconds
from app.domain.syllabus_alias import AliasPair, AliasVerdict, AlikeMatch, OfferedSyllabus
from app.errors import WorkbenchError
from app.reviews.store import Stale
from app.ui.messages import message_of
from app.ui.plain import plain
from app.ui.state import aliases as state
from app.ui.state.notice import Notice, leave_notice
from app.ui.text.aliases import WORDS, AliasWords
from app.ui.text.office import OfficeWords
from app.ui.visit import Visit
from app.workflows.alias_confirmation import AliasDecision, OpenMatch, load_alias_desk, save_alias

PAGE_LENGTH = 20


def render_alias_desk(visit: Visit, _: OfficeWords) -> None:
    """What is open page by page, then what was said."""
    words = WORDS[visit.language]
    desk = load_alias_desk(visit.access)
    st.text(words.intro)
    _render_open(visit, words, desk.open_matches)
    st.text(words.decisions_title.format(count=len(desk.decisions)) if desk.decisions else words.no_decisions)
    for decision in desk.decisions:
        _render_decision(visit, words, decision)


def _render_open(visit: Visit, words: AliasWords, matches: Sequence[OpenMatch]) -> None:
    if not matches:
        st.text(words.nothing_open)
        return
    pages = -(-len(matches) // PAGE_LENGTH)
    page = state.page_of(pages)
    st.text(words.open_title.format(count=len(matches)))
    for line in matches[page * PAGE_LENGTH : (page + 1) * PAGE_LENGTH]:
        _render_match(visit, words, line)
    if pages > 1:
        _render_pages(words, page, pages)


def _render_pages(words: AliasWords, page: int, pages: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "←", key="office:aliases:back", disabled=page == 0, on_click=state.turn_page, args=(page - 1,)
        )
        st.text(words.page.format(page=page + 1, pages=pages))
        last = page == pages - 1
        st.button("→", key="office:aliases:on", disabled=last, on_click=state.turn_page, args=(page + 1,))


def _render_match(visit: Visit, words: AliasWords, line: OpenMatch) -> None:
    match = line.match
    with st.container(border=True):
        st.text(
            words.course.format(
                subject=match.subject,
                school=match.school_name,
                code=match.course_code,
                records=match.records,
            )
        )
        if match.is_uncertain:
            st.badge(words.uncertain, color="orange")
        st.text("\n".join(_syllabus_lines(match, words)))
        with st.container(horizontal=True):
            _render_buttons(visit, words, line)


def _syllabus_lines(match: AlikeMatch, words: AliasWords) -> list[str]:
    offered = [(words.found, match.best)]
    if match.runner_up is not None:
        offered.append((words.runner_up, match.runner_up))
    lines = []
    for text, each in offered:
        lines.append(
            text.format(subject=each.subject, code=each.course_code, similarity=int(each.similarity))
        )
        if each.aims:
            lines.append(words.aims.format(aims=each.aims))
    return lines


def _render_buttons(visit: Visit, words: AliasWords, line: OpenMatch) -> None:
    match = line.match
    offered: list[tuple[str, str, OfferedSyllabus, AliasVerdict]] = [
        ("accept", words.accept, match.best, AliasVerdict.ACCEPTED),
        ("reject", words.reject, match.best, AliasVerdict.REJECTED),
    ]
    if match.runner_up is not None:
        offered.insert(1, ("runner_up", words.take_runner_up, match.runner_up, AliasVerdict.ACCEPTED))
    for action, text, syllabus, verdict in offered:
        pair = match.pair(syllabus)
        st.button(
            plain(text),
            key=state.button_key(action, pair, line.revision),
            on_click=_say,
            args=(visit, pair, verdict, line.revision),
        )


def _render_decision(visit: Visit, words: AliasWords, decision: AliasDecision) -> None:
    event = decision.event
    pair = event.pair
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(
            words.decision.format(
                verdict=_verdict_text(event.verdict, words),
                subject=pair.subject,
                code=pair.course_code,
                syllabus=pair.syllabus_subject,
                syllabus_code=pair.syllabus_course_code,
                person=decision.person_name,
                time=date_and_seconds(event.saved_at),
            )
        )
        st.button(
            words.undo,
            key=state.button_key("undo", pair, decision.revision),
            on_click=_say,
            args=(visit, pair, AliasVerdict.WITHDRAWN, decision.revision),
        )


def _verdict_text(verdict: AliasVerdict, words: AliasWords) -> str:
    return words.verdict_accepted if verdict is AliasVerdict.ACCEPTED else words.verdict_rejected


def _say(visit: Visit, pair: AliasPair, verdict: AliasVerdict, seen_revision: int) -> None:
    words = WORDS[visit.language]
    try:
        outcome = save_alias(visit.access, pair, verdict, seen_revision=seen_revision)
    except WorkbenchError as error:
        leave_notice(Notice("error", message_of(error, visit.words)))
        return
    if isinstance(outcome, Stale):
        leave_notice(Notice("warning", words.stale))
        return
    text = words.undone if verdict is AliasVerdict.WITHDRAWN else words.saved
    said = "" if verdict is AliasVerdict.WITHDRAWN else _verdict_text(verdict, words)
    leave_notice(
        Notice("success", text.format(subject=pair.subject, syllabus=pair.syllabus_subject, verdict=said))
    )
