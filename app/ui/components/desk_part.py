"""Parts of the desk: like any own browser part, on top of what the parts of the desk share."""

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
def desk_part(name: str) -> ComponentRenderer:
    """The browser part ``parts/<name>.js`` after ``parts/desk.js``, with the shared styles."""
    style = "".join(_read(f"{each}.css") for each in ("shared", "desk", name))
    return st.components.v2.component(f"desk_{name}", css=style, js=_read("desk.js") + _read(f"{name}.js"))


@cache
def desk_shape() -> ComponentRenderer:
    """The style of the columns around the parts; it stands in the page only while the desk is open."""
    return st.components.v2.component("desk_shape", css=_read("desk_shape.css"), isolate_styles=False)


def on_trigger(key: str, name: str, act: Callable[[Any], None]) -> Callable[[], None]:
    """A callback that hands over what the part sent; the value is read when it arrives, not when drawn."""

    def arrived() -> None:
        value = getattr(st.session_state[key], name)
        if value is not None:
            act(value)

    return arrived


def _read(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")
