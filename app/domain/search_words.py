"""The words of the query language: every name of a field, a measure, a state, in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.evidence import CategoryCode
from app.domain.folding import fold
from app.domain.search_terms import CourseField, Measure, OwnState, PersonField, TextField

Field = TextField | PersonField | CourseField | Measure | OwnState

WORDS_FILE = Path(__file__).with_name("search_words.toml")
NEARNESS = 0.5
"""Of the characters of two names, at least this share must agree for one to be offered for the other."""


def find_field(name: str) -> Field | None:
    """The field of that name; None when nothing is called so."""
    return _fields().get(fold(name))


def near_field(name: str) -> str | None:
    """The name of a field that could have been meant, in the language in which it was typed."""
    every = {fold(word): word for words in _names().values() for word in words}
    near = get_close_matches(fold(name), every, n=1, cutoff=NEARNESS)
    return every[near[0]] if near else None


def find_mode(text: str) -> str | None:
    """The way of handing in called so."""
    return _meanings("modes").get(fold(text))


def near_mode(text: str) -> str | None:
    """A way of handing in that could have been meant."""
    words = {fold(each): each for names in _read()["modes"].values() for each in names}
    near = get_close_matches(fold(text), words, n=1, cutoff=NEARNESS)
    return words[near[0]] if near else None


def school_type_names(code: str) -> tuple[str, ...]:
    """What a type of school is called, in every language; an unknown code names itself."""
    return tuple(_read()["school_types"].get(code, (code,)))


def particle(text: str) -> str | None:
    """``or``, ``and``, ``not`` or ``me``; None for every other word."""
    return _meanings("particles").get(fold(text))


def word_for_me(name: str) -> str:
    """The word for the own review, in the language in which the state is named."""
    words = _read()["particles"]["me"]
    return str(words[1] if name.isascii() else words[0])


def categories_of(field: TextField) -> tuple[CategoryCode, ...]:
    """Where the texts of a field lie."""
    return tuple(map(CategoryCode, _read()["text_fields"][field]["categories"]))


def offered_words() -> Mapping[Field, str]:
    """The first name of every field, as the hint shows it."""
    return {_fields()[fold(words[0])]: words[0] for words in _names().values()}


@cache
def _read() -> Mapping[str, Any]:
    return tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))


@cache
def _meanings(section: str) -> Mapping[str, str]:
    return {fold(word): meaning for meaning, words in _read()[section].items() for word in words}


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """The names of every field, by its code."""
    read = _read()
    names = {code: tuple(each["words"]) for code, each in read["text_fields"].items()}
    for section in ("person_fields", "course_fields", "measures", "own_states"):
        names |= {code: tuple(words) for code, words in read[section].items()}
    return names


@cache
def _fields() -> Mapping[str, Field]:
    kinds: dict[str, type[Field]] = {
        "text_fields": TextField,
        "person_fields": PersonField,
        "course_fields": CourseField,
        "measures": Measure,
        "own_states": OwnState,
    }
    return {
        fold(word): kind(code)
        for section, kind in kinds.items()
        for code in _read()[section]
        for word in _names()[code]
    }
