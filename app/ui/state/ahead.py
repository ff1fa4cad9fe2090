"""State of the reading ahead: which way one walks, and the page that was handed over last."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import streamlit as st

AHEAD = "desk:ahead"
_AT = "desk:ahead:at"
_STEP = "desk:ahead:step"
_PAGE = "desk:ahead:page"


def direction(place: int) -> int:
    """1 for who goes down the list, -1 for who goes up; asked once a run with the place one stands at."""
    before = st.session_state.get(_AT, place)
    step: int = st.session_state.get(_STEP, 1) if place == before else 1 if place > before else -1
    st.session_state[_AT], st.session_state[_STEP] = place, step
    return step


def kept_page(key: Hashable, make: Callable[[], bytes]) -> bytes:
    """The page of this key; only the last one is kept."""
    kept: tuple[Hashable, bytes] | None = st.session_state.get(_PAGE)
    if kept is None or kept[0] != key:
        kept = (key, make())
        st.session_state[_PAGE] = kept
    return kept[1]
