"""A filter as one line of text and back, for the address and the reading place; what cannot be read is left out."""

from __future__ import annotations

import re
from decimal import Decimal
from urllib.parse import unquote

from app.workflows.applicant_filter import DRAFT, ApplicantFilter, Facet

LENGTH_MOST = 4000
_SCORE = "score"
_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,4})?")
_DELIMITERS = {"%": "%25", ";": "%3B", ":": "%3A", ",": "%2C", "~": "%7E"}


def filter_text(wanted: ApplicantFilter) -> str:
    """``state:partial,not_scored;score:60~80``; empty for the empty filter.

    Drafts lie in one browser and mean nothing elsewhere: they are left out.
    """
    parts = [_facet_text(facet, wanted.chosen(facet) - {DRAFT}) for facet in Facet]
    bounds = (wanted.lowest, wanted.highest)
    if bounds != (None, None):
        parts.append(f"{_SCORE}:{'~'.join('' if each is None else f'{each:f}' for each in bounds)}")
    return ";".join(part for part in parts if part)


def read_filter(text: str) -> ApplicantFilter:
    """The filter of a text, whoever wrote it; unknown facets and broken numbers are no choice."""
    parts = [part.partition(":") for part in text[:LENGTH_MOST].split(";")]
    choices = {
        Facet(name): frozenset(unquote(value) for value in values.split(","))
        for name, colon, values in parts
        if colon and name in list(Facet)
    }
    bounds = next((values for name, _, values in parts if name == _SCORE), "")
    lowest, _, highest = bounds.partition("~")
    return ApplicantFilter(choices, number_in(lowest), number_in(highest))


def number_in(text: str) -> Decimal | None:
    """A plain number of at most four decimals; None for anything else."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _facet_text(facet: Facet, values: frozenset[str]) -> str:
    return f"{facet.value}:{','.join(_escaped(each) for each in sorted(values))}" if values else ""


def _escaped(value: str) -> str:
    return "".join(_DELIMITERS.get(letter, letter) for letter in value)
