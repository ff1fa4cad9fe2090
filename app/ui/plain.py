"""Text of others on its way into a label, so that nothing of it is Markdown.

``plain`` escapes: right where a label is only seen. The label of a field is read aloud as it was sent, escapes and
all, so ``field_name`` puts the full-width twin of a character where it would mean something.
"""

from __future__ import annotations

import re

_MARKDOWN_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_LINE_BREAKS = re.compile(r"\s*[\r\n]+\s*")
_ACTIVE = re.compile(
    r"[\\`*~\[\]<>$&]"  # emphasis, code, links, markup, formulas, entities, arrows
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis, unless within a word
    r"|:(?=//|[\w+-]+(?:/[\w+-]+)*[:\[])"  # addresses, icons, colours
    r"|(?<=[\w.+-])@(?=\w)|(?<=[wW]{3})\."  # addresses again
    r"|(?<=-)-"  # dashes and rules
)
_TO_FULL_WIDTH = 0xFEE0


def plain(text: str | None) -> str:
    """Text that a Markdown sink shows letter by letter: no link, image, directive or formula is left alive."""
    if not text:
        return ""
    return _MARKDOWN_PUNCTUATION.sub(r"\\\1", _LINE_BREAKS.sub(" ", text))


def field_name(text: str) -> str:
    """The label of a field: shown as it is and read aloud as it is; only what would be Markdown is written wide."""
    return _ACTIVE.sub(lambda found: chr(ord(found[0]) + _TO_FULL_WIDTH), _LINE_BREAKS.sub(" ", text)).strip()
