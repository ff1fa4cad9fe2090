"""Dates as the exports write them: ROC or Gregorian, with or without a time of day."""

from __future__ import annotations

import re
from datetime import date

from pipelines.decode.sentinels import is_missing
from pipelines.reference_lists import load_mapping, per_reference

ROC_OFFSET = 1911
FIRST_GREGORIAN_YEAR = 1900

_DIGITS = re.compile(r"(?P<year>\d{4}|\d{2,3})(?P<month>\d{2})(?P<day>\d{2})")
_PARTS = re.compile(r"(?P<year>\d{2,4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_TIME = re.compile(
    r"(?:[ T]*(?:am|pm)?[ ]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?[ ]*(?:am|pm)?(?:Z|[+-]\d{2}:?\d{2})?)?"
)


class UnreadableDate(ValueError):
    """The text is no date of any known form."""


@per_reference
def _words() -> tuple[tuple[str, str], ...]:
    return tuple(load_mapping("date_word", "text", "meaning").items())


def read_date(text: str | None) -> date | None:
    """None when nothing was given; raises UnreadableDate when the text is no real date.

    Years below 1900 are ROC years: 0980321, 98/3/21 and 112/03/21 上午 09:10:00 are read like 2009-03-21.
    """
    if text is None or is_missing(text):
        return None
    plain = _plain(text)
    found = _PARTS.match(plain) or _match_digits(plain)
    if found is None or not _TIME.fullmatch(plain[found.end() :].rstrip()):
        raise UnreadableDate(text)
    return _make_date(text, *(int(found.group(part)) for part in ("year", "month", "day")))


def _plain(text: str) -> str:
    plain = text.strip()
    for word, meaning in _words():
        plain = plain.replace(word, "" if meaning == "roc" else meaning)
    return plain.strip()


def _match_digits(plain: str) -> re.Match[str] | None:
    run = re.match(r"\d+", plain)
    if run is None or len(run.group()) not in (6, 7, 8):
        return None
    return _DIGITS.fullmatch(plain, 0, run.end())


def _make_date(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year if year >= FIRST_GREGORIAN_YEAR else year + ROC_OFFSET, month, day)
    except ValueError as error:
        raise UnreadableDate(text) from error
