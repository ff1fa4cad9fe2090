"""What keeps two alike names apart: level marks, and words of which a name means one and not the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipelines.matching.normalise import MARK
from pipelines.reference_lists import load_mapping, load_rows, per_reference

LEVEL_KINDS = ("number", "stream", "half")
STRICT_KINDS = frozenset({"stream", "stage"})
"""A name without such a mark is another course than one with it; a number may be left out."""

Marks = tuple[frozenset[str] | tuple[str, ...], ...]
NO_MARKS: Marks = ()


@per_reference
def mark_kinds() -> tuple[str, ...]:
    """Every kind of mark, in the order of ``marks_of``."""
    return (*LEVEL_KINDS, *sorted({row["kind"] for row in load_rows("contrasting_word")}))


@per_reference
def marks_of(folded: str) -> Marks:
    """The marks of a folded name by kind; levels in their order, words in any; NO_MARKS when it has none."""
    levels = _level_marks(folded)
    words = _word_marks(folded)
    if not levels and not words:
        return NO_MARKS
    return tuple(levels.get(kind, ()) or words.get(kind, ()) for kind in mark_kinds())


@per_reference
def marked_places(folded: str) -> tuple[tuple[int, frozenset[str] | tuple[str, ...]], ...]:
    """The marks a folded name has, each with the place of its kind in ``mark_kinds``."""
    return tuple((place, mark) for place, mark in enumerate(marks_of(folded)) if mark)


@per_reference
def comparable_name(folded: str) -> str:
    """The folded name without signs and without the words that say only how a course is offered."""
    bare = _decoration_pattern().sub("", folded)
    return (bare or folded).replace(MARK, "")


def _level_marks(folded: str) -> dict[str, tuple[str, ...]]:
    if MARK not in folded:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for mark in _level_pattern().findall(folded):
        kind = _level_kinds().get(mark, "number")
        found[kind] = (*found.get(kind, ()), mark)
    return found


def _word_marks(folded: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word in _word_pattern().findall(folded):
        kind, value = _contrasting_words()[word]
        found[kind] = found.get(kind, frozenset()) | {value}
    return found


@per_reference
def _level_kinds() -> dict[str, str]:
    return {row["value"]: row["kind"] for row in load_rows("level_mark") if row["kind"] in ("stream", "half")}


@per_reference
def _level_pattern() -> re.Pattern[str]:
    return re.compile(rf"\{MARK}([0-9]+|[{''.join(sorted(_level_kinds()))}])")


@per_reference
def _contrasting_words() -> dict[str, tuple[str, str]]:
    return {row["text"]: (row["kind"], row["value"]) for row in load_rows("contrasting_word")}


@per_reference
def _word_pattern() -> re.Pattern[str]:
    return _any_of(_contrasting_words())


@per_reference
def _decoration_pattern() -> re.Pattern[str]:
    return _any_of(load_mapping("subject_decoration", "text", "text"))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Longer words first; a list without words matches nothing."""
    escaped = map(re.escape, sorted(words, key=lambda word: (-len(word), word)))
    return re.compile("|".join(escaped) or r"(?!)")
