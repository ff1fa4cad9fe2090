"""Printed reports: a template beside this module, data as JSON, and the pages that come of it, without a network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

import typst

from app.errors import WorkbenchError

TEMPLATES = Path(__file__).parent / "typeset"
FONT_FAMILIES = ("Noto Serif CJK TC", "Noto Sans CJK TC")
"""The faces for 繁體中文, best first: with another face some characters take the shape of another country's."""


class NoPrintingFont(WorkbenchError):
    """This machine has no font to print Traditional Chinese with."""

    def __init__(self) -> None:
        super().__init__(f"none of {', '.join(FONT_FAMILIES)} is installed (package fonts-noto-cjk)")


def typeset(template: str, data: Mapping[str, object]) -> bytes:
    """The PDF of ``typeset/<template>.typ``; the same data, fonts and library give the same bytes.

    Values are texts to the template, never markup. Raises NoPrintingFont.
    """
    told = json.dumps({**data, "font": printing_font()}, ensure_ascii=False)
    source = (TEMPLATES / f"{template}.typ").read_bytes()
    return typst.compile(source, format="pdf", sys_inputs={"data": told})


def typesetter() -> str:
    """What sets the pages here: another one may break lines elsewhere. Raises NoPrintingFont."""
    return f"typst {version('typst')}, {printing_font()}"


@cache
def printing_font() -> str:
    """The best face that is installed; raises NoPrintingFont."""
    installed = set(typst.Fonts().families())
    for family in FONT_FAMILIES:
        if family in installed:
            return family
    raise NoPrintingFont
