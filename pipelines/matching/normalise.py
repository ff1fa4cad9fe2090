"""One folding of course names: width, variants, spaces, punctuation, and every level mark written one way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, partial

from pipelines.reference_lists import load_mapping, load_rows, per_reference

MARK = "^"
"""Stands before every level mark, so that a level is never mistaken for a letter of the name."""
_PUNCTUATION = re.compile(rf"(?<![a-z])#|[^\w+#{re.escape(MARK)}]|_")
_DIGITS = re.compile(r"0*([0-9]+)")


def fold_subject(subject: str) -> str:
    """The folded name: (一), Ⅰ, I and 1 become ``^1``; equal exactly when the names mean the same course.

    Folding a folded name changes nothing. A name of punctuation alone folds to nothing.
    """
    # Letters that come together when a space goes may compose: fold until nothing changes.
    is_folded = _folded_name().fullmatch
    while not is_folded(subject):
        folded = _fold_once(subject)
        if folded == subject:
            break
        subject = folded
    return subject


def _fold_once(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_variants())
    folded = _DIGITS.sub(rf"{MARK}\1", folded)
    for pattern, values in _level_patterns():
        folded = pattern.sub(partial(_marked, values=values), folded)
    return _single_marks(_PUNCTUATION.sub("", folded))


def _marked(found: re.Match[str], *, values: dict[str, str]) -> str:
    """The marks of a run, each with its sign; longer words first, as the pattern reads them."""
    run = found.group("run")
    marks = _mark_words(tuple(values)).findall(run)
    return "".join(f"{MARK}{values[mark]}" for mark in marks)


def _single_marks(text: str) -> str:
    """One sign before a mark, none before anything else."""
    doubled = re.sub(rf"\{MARK}+", MARK, text)
    return _stray_sign().sub("", doubled)


@per_reference
def _variants() -> dict[int, str]:
    return str.maketrans(load_mapping("folded_character", "character", "folded"))


@per_reference
def _marks(*kinds: str) -> dict[str, str]:
    """Text to value of some kinds of level marks."""
    return {row["text"]: row["value"] for row in load_rows("level_mark") if row["kind"] in kinds}


@per_reference
def _level_patterns() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Roman numerals between other letters; runs of marks that close a part of the name; ordinals anywhere.

    In the middle of a word the same characters mean something else: 一般, 上學, 甲板.
    """
    numbers, closing, roman = _marks("number"), _marks("number", "stream", "half"), _marks("roman")
    ordinal = "|".join(_marks("ordinal"))
    return (
        (re.compile(rf"(?<![a-z0-9])(?P<run>{_any_of(roman)})(?![a-z])"), roman),
        (re.compile(rf"(?P<run>(?:{_any_of(closing)})+)(?=[\W\d]|$)"), closing),
        (re.compile(rf"(?<=(?:{ordinal}))(?P<run>(?:{_any_of(numbers)})+)"), numbers),
    )


@cache
def _mark_words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_any_of(words))


@per_reference
def _stray_sign() -> re.Pattern[str]:
    values = "".join(sorted(_marks("stream", "half").values()))
    return re.compile(rf"\{MARK}(?![0-9{values}])")


@per_reference
def _folded_name() -> re.Pattern[str]:
    """Han characters without variants, and marks: most names are folded already, and this is quick to see."""
    special = {*_marks("number", "stream", "half"), *load_mapping("folded_character", "character", "folded")}
    excluded = "".join(sorted({character for text in special for character in text}))
    values = "".join(sorted(_marks("stream", "half").values()))
    return re.compile(rf"(?:(?![{excluded}])[\u4e00-\u9fff]|\{MARK}(?:0|[1-9][0-9]*|[{values}]))*")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
