"""Text that a spreadsheet shows and never calculates."""

from __future__ import annotations

import re

# Programs skip these before they look for a formula; a line inside a cell can begin one too.
LINE_START = r"(?:\A|(?<=[\n\r]))"
BLANK = " \u00a0\u3000\u200b\ufeff\t\r\v\f"
TRIGGER = r"=+\-@\uff1d\uff0b\uff0d\uff20"
DANGER = re.compile(f"{LINE_START}(?=[{BLANK}]*[{TRIGGER}]|[\t\r])")


def formula_safe(text: str) -> str:
    """``text`` with an apostrophe before every line a program could take for a formula or a command."""
    return DANGER.sub("'", text)
