"""The words of a search, marked in the text around them: compared as the search compares, shown as received."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from app.domain.folding import fold

CONTEXT = 28
"""Characters shown before the first and after the last mark of a hit."""

WIDEST = 200
"""Characters from the first mark to the last that is shown: a page is longer than a glance."""

Pieces = tuple[tuple[str, bool], ...]
"""A text cut where marks begin and end; True is marked."""


def marked_pieces(text: str, words: Sequence[str]) -> Pieces:
    """The text around the words, compared as the search compares: folded, without spaces."""
    folded, places = _folded_places(text)
    spans = _merged(
        (places[start], places[start + len(word) - 1] + 1)
        for word in map(fold, words)
        for start in _occurrences(folded, word)
    )
    if not spans:
        return ((text[: 4 * CONTEXT], False),)
    return _cut(text, spans)


def _folded_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the original."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in _folded_character(character):
            folded.append(each)
            places.append(place)
    return "".join(folded), places


@lru_cache(maxsize=8192)
def _folded_character(character: str) -> str:
    """A page has a thousand characters and a search finds hundreds of pages."""
    return fold(character)


def _occurrences(folded: str, word: str) -> Iterable[int]:
    start = folded.find(word) if word else -1
    while start >= 0:
        yield start
        start = folded.find(word, start + 1)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut(text: str, spans: list[tuple[int, int]]) -> Pieces:
    spans = [span for span in spans if span[1] <= spans[0][0] + WIDEST] or spans[:1]
    begin, finish = max(0, spans[0][0] - CONTEXT), min(len(text), spans[-1][1] + CONTEXT)
    pieces: list[tuple[str, bool]] = []
    place = begin
    for start, end in spans:
        pieces += [(text[place:start], False), (text[start:end], True)]
        place = end
    pieces.append((text[place:finish], False))
    lead, trail = "…" * (begin > 0), "…" * (finish < len(text))
    pieces = [(lead, False), *pieces, (trail, False)]
    return tuple((piece, marked) for piece, marked in pieces if piece)
