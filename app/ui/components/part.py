"""Own browser parts: JavaScript and style beside each other, registered once a process, fed with plain data."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_PARTS = Path(__file__).parent / "parts"


@cache
def part(name: str, *made_of: str) -> ComponentRenderer:
    """The browser part ``parts/<name>``: the shared script and style, the pieces it is made of, then its own.

    A part receives its words and values as ``data`` and puts them on screen with ``textContent`` only.
    """
    pieces = ("shared", *made_of, name)
    return st.components.v2.component(
        f"workbench_{name}", css=_joined(pieces, ".css"), js=_joined(pieces, ".js")
    )


def desk_part(name: str, *made_of: str) -> ComponentRenderer:
    """A part of the desk: on top of what the parts of the desk share."""
    return part(name, "desk", *made_of)


@cache
def shape(name: str) -> ComponentRenderer:
    """The style ``parts/<name>.css`` for the page itself; it holds only while it is drawn."""
    return st.components.v2.component(f"workbench_{name}", css=_joined((name,), ".css"), isolate_styles=False)


def on_trigger(key: str, name: str, act: Callable[[Any], None]) -> Callable[[], None]:
    """A callback that hands over what the part sent; the value is read when it arrives, not when drawn."""

    def arrived() -> None:
        value = getattr(st.session_state[key], name)
        if value is not None:
            act(value)

    return arrived


def _joined(pieces: tuple[str, ...], ending: str) -> str:
    files = [_PARTS / f"{piece}{ending}" for piece in pieces]
    return "".join(file.read_text(encoding="utf-8") for file in files if file.exists())
