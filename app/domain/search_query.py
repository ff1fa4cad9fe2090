"""The query language: a typed line becomes a frozen query; nothing that is typed is an error of the program.

Words, "quoted phrases", -excluded words, ``not`` before what is excluded, ``field:value``, ``field>=number``,
``field:low..high``, and ``A or B``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.domain.folding import fold
from app.domain.search_scan import Piece, scan
from app.domain.search_terms import (
    Bounds,
    CountTerm,
    CourseField,
    CourseTerm,
    MeanTerm,
    Measure,
    OwnState,
    OwnTerm,
    PersonField,
    PersonTerm,
    Problem,
    ProblemKind,
    SearchQuery,
    Term,
    TextField,
    TextTerm,
    TotalTerm,
)
from app.domain.search_words import find_field, find_mode, near_field, near_mode, particle, word_for_me

MOST_TERMS = 12
MOST_SOUGHT = 60
"""Words and courses of a query together: each is a bit of a whole number of the database."""
LONGEST = 160
"""Characters of a query that are read."""

_NUMBER = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)\D?")
_RANGE = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)\D?(?:\.{2,3}|\u2026|~|-)(\d{1,6}(?:\.\d{1,4})?)\D?")

_JOINING = ("or", "and", "not")
"""Words that say how the next piece is meant; the word for *me* is one only behind a field."""

Read = Term | Problem | None
"""What one piece means; None when it means nothing."""


def parse_query(text: str) -> SearchQuery:
    """The query as it is understood; what is not understood stands among its problems."""
    groups: list[tuple[Term, ...]] = []
    problems: list[Problem] = []
    joins = excludes = False
    for piece in scan(text[:LONGEST]):
        said = "or" if piece is None else _particle(piece)
        if piece is None or said in _JOINING:
            joins = bool(groups) if said == "or" else joins
            excludes = excludes or said == "not"
            continue
        for read in _read(replace(piece, is_excluded=piece.is_excluded or excludes)):
            if isinstance(read, Problem):
                problems.append(read)
            elif read is not None:
                _add(groups, read, joins=joins)
                joins = False
        excludes = False
    kept = _within_bounds(groups[:MOST_TERMS])
    if kept != tuple(groups):
        problems.append(Problem(ProblemKind.TOO_MANY, text))
    return SearchQuery(kept, tuple(problems))


def _within_bounds(groups: Iterable[tuple[Term, ...]]) -> tuple[tuple[Term, ...], ...]:
    """The groups as far as no more is sought than one search can tell apart."""
    left = MOST_SOUGHT
    kept: list[tuple[Term, ...]] = []
    for group in groups:
        terms: list[Term] = []
        for term in group:
            if isinstance(term, TextTerm):
                # No word may be left of a term: it would ask for nothing.
                fewer = replace(term, words=term.words[:left])
                left -= len(fewer.words)
                terms += [fewer] if fewer.words else []
            elif not isinstance(term, CourseTerm):
                terms.append(term)
            elif left:
                left -= 1
                terms.append(term)
        kept += [tuple(terms)] if terms else []
    return tuple(kept)


def as_word(text: str) -> str:
    """How a text is typed so that it is sought as it stands: in quotation marks where it would mean more."""
    return text if parse_query(text) == SearchQuery(((TextTerm((text,)),),)) else f"\u300c{text}\u300d"


def _particle(piece: Piece) -> str | None:
    is_bare = not piece.head and not piece.is_quoted and not piece.is_excluded
    return particle(piece.values[0]) if is_bare else None


def _add(groups: list[tuple[Term, ...]], term: Term, *, joins: bool) -> None:
    """As an alternative, as more about the course before it, or as a condition of its own."""
    last = groups[-1] if groups else ()
    if joins and len(last) < MOST_TERMS:
        groups[-1] = (*last, term)
        return
    if len(last) == 1 and isinstance(last[0], CourseTerm) and isinstance(term, CourseTerm):
        joined = last[0].joined(term)
        if joined is not None:
            groups[-1] = (joined,)
            return
    groups.append((term,))


def _read(piece: Piece) -> Iterable[Read]:
    if piece.is_open:
        yield Problem(ProblemKind.OPEN_QUOTE, piece.raw)
    if not piece.head:
        yield _bare(piece)
        return
    if particle(piece.head) == "not":
        yield from _excluded(piece)
        return
    if not piece.values:
        yield Problem(ProblemKind.EMPTY_VALUE, piece.raw)
        return
    field = find_field(piece.head)
    if field is None:
        yield from _unknown(piece)
    else:
        yield _of_field(piece, field)


def _bare(piece: Piece) -> Read:
    """A word to be found, unless it stands for a state of the own review; such words of English are common ones."""
    word = piece.values[0]
    if not fold(word).strip("-"):
        return None
    field = None if piece.is_quoted or word.isascii() else find_field(word)
    if isinstance(field, OwnState):
        return OwnTerm(field, piece.is_excluded)
    return TextTerm((word,), is_excluded=piece.is_excluded)


def _excluded(piece: Piece) -> Iterable[Read]:
    """What follows the word for *without*, read by itself."""
    if piece.is_quoted:
        yield TextTerm(piece.values, is_excluded=True)
        return
    for value in piece.values:
        for inner in scan(value):
            if inner is not None:
                yield from _read(replace(inner, raw=piece.raw, is_excluded=True))


def _unknown(piece: Piece) -> Iterable[Read]:
    """The name of a subject when a number follows; else the text as it stands."""
    bounds = _bounds(piece)
    if piece.sign != ":" and bounds is not None:
        yield _subject_term(piece, bounds)
        return
    is_address = piece.values[0].startswith("//")
    if not is_address and not piece.head.isdecimal():
        yield Problem(ProblemKind.UNKNOWN_FIELD, piece.raw, _near(piece))
    yield TextTerm((piece.raw.lstrip("-\u2212\uff0d"),), is_excluded=piece.is_excluded)


def _near(piece: Piece) -> str | None:
    near = near_field(piece.head)
    return f"{near}{piece.sign}{piece.values[0]}" if near else None


def _subject_term(piece: Piece, bounds: Bounds) -> Term:
    """A subject with a grade, or with a rank when its name ends with that word."""
    for place in range(1, len(piece.head)):
        measure = find_field(piece.head[place:])
        name = (piece.head[:place],)
        if measure is Measure.RANK:
            return CourseTerm(anywhere=name, standing=bounds.turned(), is_excluded=piece.is_excluded)
        if measure is Measure.STANDING:
            return CourseTerm(anywhere=name, standing=bounds, is_excluded=piece.is_excluded)
        if measure is Measure.GRADE:
            return CourseTerm(anywhere=name, grade=bounds, is_excluded=piece.is_excluded)
    return CourseTerm(anywhere=(piece.head,), grade=bounds, is_excluded=piece.is_excluded)


def _of_field(piece: Piece, field: object) -> Read:
    excluded = piece.is_excluded
    if isinstance(field, Measure):
        return _measured(piece, field)
    if isinstance(field, OwnState):
        return _own(piece, field)
    if piece.sign not in (":", "=") or (piece.sign == "=" and isinstance(field, TextField)):
        return _counted(piece, field)
    if isinstance(field, PersonField):
        return _person(piece, field)
    if isinstance(field, CourseField):
        asked: dict[str, Any] = {field.value: piece.values}
        return CourseTerm(**asked, is_excluded=excluded)
    assert isinstance(field, TextField)
    return TextTerm(piece.values, field, excluded)


def _own(piece: Piece, state: OwnState) -> Read:
    """A state of the own review: whoever else is named is not answered."""
    if all(particle(value) == "me" for value in piece.values):
        return OwnTerm(state, piece.is_excluded)
    return Problem(ProblemKind.ONLY_OWN, piece.raw, f"{piece.head}:{word_for_me(piece.head)}")


def _counted(piece: Piece, field: object) -> Read:
    bounds = _bounds(piece)
    if isinstance(field, TextField) and bounds is not None:
        return CountTerm(field, bounds, piece.is_excluded)
    if isinstance(field, TextField) and piece.sign == "=":
        return TextTerm(piece.values, field, piece.is_excluded)
    kind = ProblemKind.NOT_A_NUMBER if isinstance(field, TextField) else ProblemKind.NOT_COMPARED
    return Problem(kind, piece.raw)


def _person(piece: Piece, field: PersonField) -> Read:
    if field is not PersonField.MODE:
        return PersonTerm(field, piece.values, piece.is_excluded)
    modes = tuple(find_mode(value) or "" for value in piece.values)
    if all(modes):
        return PersonTerm(field, modes, piece.is_excluded)
    near = near_mode(piece.values[modes.index("")])
    return Problem(ProblemKind.UNKNOWN_MODE, piece.raw, f"{piece.head}:{near}" if near else None)


def _measured(piece: Piece, measure: Measure) -> Read:
    bounds, excluded = _bounds(piece), piece.is_excluded
    if bounds is None:
        return Problem(ProblemKind.NOT_A_NUMBER, piece.raw)
    if measure is Measure.TOTAL:
        return TotalTerm(bounds, excluded)
    if measure is Measure.GRADE:
        return CourseTerm(grade=bounds, is_excluded=excluded)
    if measure is Measure.STANDING:
        return CourseTerm(standing=bounds, is_excluded=excluded)
    if measure is Measure.RANK:
        return CourseTerm(standing=bounds.turned(), is_excluded=excluded)
    if measure is Measure.MEAN_RANK:
        return MeanTerm(Measure.MEAN_STANDING, bounds.turned(), excluded)
    return MeanTerm(measure, bounds, excluded)


def _bounds(piece: Piece) -> Bounds | None:
    """The numbers of a comparison or of a range; None when there are none."""
    if len(piece.values) != 1:
        return None
    value = fold(piece.values[0])
    between = _RANGE.fullmatch(value) if piece.sign in (":", "=") else None
    if between is not None:
        low, high = sorted((Decimal(between[1]), Decimal(between[2])))
        return Bounds(at_least=low, at_most=high)
    number = _NUMBER.fullmatch(value)
    return _compared(piece.sign, Decimal(number[1])) if number else None


def _compared(sign: str, number: Decimal) -> Bounds:
    if sign == ">=":
        return Bounds(at_least=number)
    if sign == ">":
        return Bounds(above=number)
    if sign == "<=":
        return Bounds(at_most=number)
    if sign == "<":
        return Bounds(below=number)
    return Bounds(at_least=number, at_most=number)
