"""The sign-in gate: who is here, asked of the store on every run; nobody passes on the word of the browser."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NoReturn

import streamlit as st

from app.domain.evidence import Programme
from app.domain.people import Person, Role
from app.errors import WorkbenchError
from app.settings import Settings
from app.ui.messages import show_error
from app.ui.state import address
from app.ui.text.frame import WORDS, FrameWords
from app.ui.text.language import Language
from app.ui.visit import Visit
from app.workbench import Workbench, open_workbench
from app.workflows import evidence_facts
from app.workflows.access import Access
from app.workflows.sign_in import LANGUAGE_COOKIE, SESSION_COOKIE, person_of_cookie


def language_of_browser() -> Language:
    """The language chosen before, else Traditional Chinese."""
    return Language.EN if st.context.cookies.get(LANGUAGE_COOKIE) == Language.EN else Language.ZH


def open_visit() -> Visit:
    """The visit of the person behind the cookie, or the end of this run with a way to the sign-in page."""
    language = language_of_browser()
    words = WORDS[language]
    try:
        workbench = open_workbench(Settings.from_environment())
        cookie = st.context.cookies.get(SESSION_COOKIE)
        person = person_of_cookie(workbench.store, cookie, datetime.now(UTC))
        if person is None:
            _turn_away(words)
        return build_visit(workbench, person, language=language, cookie=cookie)
    except WorkbenchError as error:
        show_error(error, words)
        st.stop()


def build_visit(
    workbench: Workbench, person: Person, *, language: Language, cookie: str | None = None
) -> Visit:
    """The visit of a known person at the programme of the address."""
    programmes = {programme.programme_code: programme for programme in programmes_of(workbench, person)}
    chosen = address.chosen_programme(list(programmes))
    return Visit(
        workbench=workbench,
        access=Access(workbench=workbench, person=person, cookie=cookie),
        person=person,
        language=language,
        words=WORDS[language],
        programme=programmes[chosen] if chosen else None,
    )


def programmes_of(workbench: Workbench, person: Person) -> Sequence[Programme]:
    """The programmes a person works in; the office sees all, a researcher none by name of applicants."""
    snapshot_id = workbench.find_current_snapshot_id()
    if snapshot_id is None or person.role is Role.RESEARCHER:
        return ()
    programmes = evidence_facts.programmes_of(workbench.snapshot(snapshot_id))
    if person.role is Role.OFFICE:
        return programmes
    return [programme for programme in programmes if programme.programme_code in person.programme_codes]


def _turn_away(words: FrameWords) -> NoReturn:
    st.warning(words.signed_out)
    st.link_button(words.sign_in_again, "/sign-in")
    st.stop()
    raise AssertionError("st.stop ends the run")
