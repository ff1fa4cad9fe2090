"""State of the office's view of courses and syllabi: the page, and keys that no two courses share."""

from __future__ import annotations

from dataclasses import astuple

import streamlit as st

from app.domain.syllabus_alias import AliasPair

PAGE = "office:aliases:page"


def page_of(pages: int) -> int:
    """The open page from 0; the last one when there are fewer than before."""
    wanted = st.session_state.get(PAGE, 0)
    return max(0, min(wanted if isinstance(wanted, int) else 0, pages - 1))


def turn_page(page: int) -> None:
    st.session_state[PAGE] = page


def button_key(action: str, pair: AliasPair, revision: int) -> str:
    """A later word makes new buttons, so no click meets a course that has changed."""
    return ":".join(("office:alias", action, *astuple(pair), str(revision)))
