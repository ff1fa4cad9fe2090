"""Words near a typed one, among the names that stand in the evidence of given applicants; the app's one place of rapidfuzz."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from app.domain.evidence import ApplicationId
from app.domain.folding import fold
from app.domain.search_hits import EvidenceName

OFFERED = 4
SHORT = 5
"""Below this length one character may differ, from it on two."""
CANDIDATES = 60
SHARED = 0.4
"""Of the pairs of neighbouring characters of both, so many must agree for a whole name to be offered."""


def near_words(
    word: str, names: Sequence[tuple[EvidenceName, str]], visible: Collection[ApplicationId]
) -> tuple[str, ...]:
    """The nearest pieces and names first, among equals those that more applicants bear."""
    typed, seen = fold(word), frozenset(visible)
    if len(typed) < 2:
        return ()
    borne = {text: len(each.application_ids & seen) for each, text in names}
    texts = [text for text, count in borne.items() if count]
    edits = 1 if len(typed) < SHORT else 2
    found: Counter[tuple[int, str]] = Counter()
    least = 100 * (1 - edits / len(typed))
    for text, _, _ in process.extract(
        typed, texts, scorer=fuzz.partial_ratio, score_cutoff=least, limit=CANDIDATES
    ):
        for distance, piece in _pieces(typed, text, edits):
            found[distance, piece] += borne[text]
    for text in texts:
        if len(typed) >= 4 and _shared(typed, text) >= SHARED:
            found[edits, text] += borne[text]
    ranked = sorted(found, key=lambda each: (each[0], abs(len(each[1]) - len(typed)), -found[each], each[1]))
    return _apart(piece for _, piece in ranked if piece != typed)


def _apart(pieces: Iterable[str]) -> tuple[str, ...]:
    """Without those that are a part of a better one."""
    kept: list[str] = []
    for piece in pieces:
        if len(kept) < OFFERED and not any(piece in better for better in kept):
            kept.append(piece)
    return tuple(kept)


def _pieces(typed: str, text: str, edits: int) -> Iterable[tuple[int, str]]:
    """The nearest pieces of a name, about as long as what was typed."""
    lengths = range(max(2, len(typed) - 1), len(typed) + 2)
    pieces = {text[start : start + length] for length in lengths for start in range(len(text) - length + 1)}
    near = [(Levenshtein.distance(typed, piece, score_cutoff=edits), piece) for piece in pieces]
    best = min((distance for distance, _ in near), default=edits + 1)
    return [each for each in near if each[0] == best <= edits]


def _shared(left: str, right: str) -> float:
    one, other = _pairs(left), _pairs(right)
    return len(one & other) / len(one | other) if one and other else 0.0


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}
