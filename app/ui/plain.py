"""Text of others on its way into a label: every punctuation mark escaped, so that nothing of it is Markdown."""

from __future__ import annotations

import re

_MARKDOWN_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LINE_BREAKS = re.compile(r"\s*[\r\n]+\s*")


def plain(text: str | None) -> str:
    """Text that a Markdown sink shows letter by letter: no link, image, directive or formula is left alive."""
    if not text:
        return ""
    return _MARKDOWN_PUNCTUATION.sub(r"\\\1", _LINE_BREAKS.sub(" ", text))
