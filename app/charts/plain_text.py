"""Text of others on its way into a figure: shown letter by letter, never as markup."""

from __future__ import annotations

# Plotly reads <b>, <a href>, <br> and entities in every text, and sends $…$ to MathJax where that is loaded.
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"})


def plain_text(text: str) -> str:
    """The text with everything escaped that Plotly would interpret; line breaks become spaces."""
    return " ".join(text.split()).translate(_ENTITIES)
