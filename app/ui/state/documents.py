"""State of documents: the page an address asks for, the file resumed, and what became of the last note or tag."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from app.domain.evidence import ApplicationId, EvidenceFile

_PAGE = "page"
_FILE = "file"
_NOTICE = "documents:notice"
_RESUMED = "documents:resumed"
MOST_DIGITS = 5


@dataclass(frozen=True)
class AskedPage:
    """A page of the address, and of which file; an empty key means the first."""

    page: int
    file_key: str


@dataclass(frozen=True)
class PageNotice:
    """What became of a note or tag: the answer to the act with this id."""

    event_id: str
    application_id: ApplicationId
    is_done: bool
    text: str


def asked_page() -> AskedPage | None:
    """The page the address names; what is no page is ignored, whether there is such a page is seen when drawn."""
    text = st.query_params.get(_PAGE, "")
    is_number = text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
    if not is_number or int(text) < 1:
        return None
    return AskedPage(int(text), st.query_params.get(_FILE, ""))


def ask_page(page: int, file_key: str) -> None:
    """Open a document at a page."""
    st.query_params[_PAGE] = str(page)
    if file_key:
        st.query_params[_FILE] = file_key


def resume_file(file: EvidenceFile | None) -> None:
    """The file that was open where the person stopped; its page is told by the door that opens it."""
    st.session_state[_RESUMED] = file.file_key if file else ""


def resumed_file_key() -> str:
    """Key of the file to be opened first where this browser has opened none yet; empty for none."""
    found = st.session_state.get(_RESUMED)
    return found if isinstance(found, str) else ""


def notice_for(application_id: ApplicationId) -> PageNotice | None:
    """What became of the last act on this applicant."""
    found = st.session_state.get(_NOTICE)
    return found if isinstance(found, PageNotice) and found.application_id == application_id else None


def leave_notice(notice: PageNotice) -> None:
    """Remember what became of an act, for the run that follows."""
    st.session_state[_NOTICE] = notice
