"""Own browser parts: JavaScript and style beside each other, registered once a process, fed with plain data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_PARTS = Path(__file__).parent / "parts"


@cache
def part(name: str) -> ComponentRenderer:
    """The browser part ``parts/<name>.js`` with ``parts/<name>.css`` on top of the shared style.

    A part receives its words and values as ``data`` and puts them on screen with ``textContent`` only.
    """
    style = (_PARTS / "shared.css").read_text(encoding="utf-8")
    own_style = _PARTS / f"{name}.css"
    if own_style.exists():
        style += own_style.read_text(encoding="utf-8")
    script = (_PARTS / f"{name}.js").read_text(encoding="utf-8")
    return st.components.v2.component(f"workbench_{name}", css=style, js=script)


@cache
def shape(name: str) -> ComponentRenderer:
    """The style ``parts/<name>.css`` for the page itself rather than for one part."""
    style = (_PARTS / f"{name}.css").read_text(encoding="utf-8")
    return st.components.v2.component(f"workbench_{name}", css=style, isolate_styles=False)
