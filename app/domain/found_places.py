"""Where a text is found in another when both are folded: places of the original, so that they can be shown."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from app.domain.folding import fold

MOST_FOUND = 500
"""Places in one text at most; nobody looks at more on a page."""

Span = tuple[int, int]
"""From the first character to the one after the last."""


def find_places(characters: Iterable[str], keyword: str) -> list[Span]:
    """Every place of ``keyword`` in the text of these characters, as spans of them; none for an empty keyword."""
    folded, places = _folded_places(characters)
    word = fold(keyword)
    found: list[Span] = []
    start = folded.find(word) if word else -1
    while start >= 0 and len(found) < MOST_FOUND:
        found.append((places[start], places[start + len(word) - 1] + 1))
        start = folded.find(word, start + len(word))
    return found


def _folded_places(characters: Iterable[str]) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the original."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(characters):
        for each in _folded_character(character):
            folded.append(each)
            places.append(place)
    return "".join(folded), places


@lru_cache(maxsize=8192)
def _folded_character(character: str) -> str:
    """A document has a hundred thousand characters, and few different ones."""
    return fold(character)
