"""Own browser parts: JavaScript and style beside each other, registered once a process, fed with plain data."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson
import streamlit as st

from app.ui.components.part_files import joined, loader_of

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer


@cache
def part(name: str, *made_of: str) -> Callable[..., Any]:
    """The browser part ``parts/<name>``: the shared script and style, the pieces it is made of, then its own.

    A part receives its words and values as ``data`` and puts them on screen with ``textContent`` only.
    """
    drawn = st.components.v2.component(f"workbench_{name}", js=loader_of(("shared", *made_of, name)))

    def draw(*, data: object = None, **options: Any) -> Any:
        # Bytes are sent as they are; plain data would be written as JSON three times, escaped.
        return drawn(data=orjson.dumps(data, option=orjson.OPT_NON_STR_KEYS), **options)

    return draw


def desk_part(name: str, *made_of: str) -> Callable[..., Any]:
    """A part of the desk: on top of what the parts of the desk share."""
    return part(name, "desk", *made_of)


@cache
def shape(name: str) -> ComponentRenderer:
    """The style ``parts/<name>.css`` for the page itself; it holds only while it is drawn."""
    return st.components.v2.component(f"workbench_{name}", css=joined((name,), ".css"), isolate_styles=False)


def on_trigger(key: str, name: str, act: Callable[[Any], None]) -> Callable[[], None]:
    """A callback that hands over what the part sent; the value is read when it arrives, not when drawn."""

    def arrived() -> None:
        value = getattr(st.session_state[key], name)
        if value is not None:
            act(value)

    return arrived
