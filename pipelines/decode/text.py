"""Folded forms of a text: for search, and for comparing subject names; never written back as the text itself."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pipelines.reference_lists import load_mapping


@cache
def _character_table() -> dict[int, str]:
    return str.maketrans(load_mapping("folded_character", "character", "folded"))


def fold_text(text: str) -> str:
    """NFKC, case folded, variant characters unified, every white space removed."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_character_table())
    return "".join(folded.split())


@cache
def _numeral_pattern() -> re.Pattern[str]:
    numerals = sorted(load_mapping("numeral", "text", "digit"), key=len, reverse=True)
    words = "|".join(re.escape(numeral) for numeral in numerals)
    return re.compile(rf"(?:[(\[]({words})[)\]]|(?<![a-z0-9])({words}))$")


def fold_subject(subject: str) -> str:
    """The folded name with a closing numeral written one way: (一), Ⅰ, I and 1 become #1."""
    folded = fold_text(subject)
    found = _numeral_pattern().search(folded)
    if found is None or found.start() == 0:
        return folded
    digit = load_mapping("numeral", "text", "digit")[found.group(1) or found.group(2)]
    return f"{folded[: found.start()]}#{digit}"
