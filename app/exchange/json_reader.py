"""Reading JSON that people may have edited: every problem collected with its place, nothing trusted, nothing guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from app.errors import FileProblem

E = TypeVar("E", bound=StrEnum)

LONGEST_TEXT = 5_000
MOST_ITEMS = 2_000
SHOWN_CHARACTERS = 100
# Bounded, so that 1E999999999 does not become a billion digits.
DECIMAL_TEXT = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,6})?([eE][+-]?[0-9])?")


def parse_json(text: str, problems: list[FileProblem]) -> object:
    """The document, or an empty mapping with a problem; a key written twice is a problem, not a choice."""

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        names = [name for name, _ in pairs]
        problems.extend(
            FileProblem(name, "key_twice") for name in sorted({n for n in names if names.count(n) > 1})
        )
        return dict(pairs)

    try:
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        problems.append(FileProblem("", "not_json", str(error)[:SHOWN_CHARACTERS]))
        return {}


class JsonReader:
    """Typed values of a parsed document. A bad value is reported and replaced by a neutral one, which
    nobody sees: the caller refuses the document as soon as ``problems`` holds anything."""

    def __init__(self) -> None:
        self.problems: list[FileProblem] = []

    def report(self, place: str, rule: str, value: object = "") -> None:
        """One more problem; long values are shown shortened."""
        self.problems.append(FileProblem(place, rule, str(value)[:SHOWN_CHARACTERS]))

    def mapping(
        self, value: object, place: str, *, keys: Sequence[str], later: Sequence[str] = ()
    ) -> dict[str, object]:
        """A mapping with exactly these keys; those that came ``later`` may be missing."""
        if not isinstance(value, dict):
            self.report(place, "not_a_mapping", value)
            return {}
        for key in sorted(set(keys) - set(value)):
            self.report(f"{place}.{key}", "missing_key")
        for key in sorted(set(value) - {*keys, *later}):
            self.report(f"{place}.{key}", "unknown_key")
        return value

    def items(
        self, data: dict[str, object], key: str, place: str, *, most: int = MOST_ITEMS
    ) -> Sequence[object]:
        """A list of at most ``most`` items."""
        value = data.get(key)
        if isinstance(value, list) and len(value) <= most:
            return value
        if key in data:
            self.report(f"{place}.{key}", "not_a_list" if not isinstance(value, list) else "too_many")
        return ()

    def text(self, data: dict[str, object], key: str, place: str) -> str:
        """A text of bearable length, of characters that can be stored and shown."""
        value = data.get(key)
        if isinstance(value, str) and len(value) <= LONGEST_TEXT and not _has_controls(value):
            return value
        self._report_present(data, key, place, "not_a_text")
        return ""

    def decimal(self, data: dict[str, object], key: str, place: str) -> Decimal:
        """A number written as text, or a whole number."""
        value = data.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and DECIMAL_TEXT.fullmatch(value):
            return Decimal(value)
        self._report_present(data, key, place, "not_a_number")
        return Decimal(0)

    def decimal_or_none(self, data: dict[str, object], key: str, place: str) -> Decimal | None:
        """The same, or null."""
        return None if data.get(key) is None else self.decimal(data, key, place)

    def integer(self, data: dict[str, object], key: str, place: str) -> int:
        """A whole number from 0 to a thousand."""
        value = data.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1000:
            return value
        self._report_present(data, key, place, "not_a_whole_number")
        return 0

    def boolean(self, data: dict[str, object], key: str, place: str) -> bool:
        """True or false."""
        value = data.get(key)
        if isinstance(value, bool):
            return value
        self._report_present(data, key, place, "not_true_or_false")
        return False

    def choice(self, data: dict[str, object], key: str, place: str, *, kind: type[E]) -> E:
        """One of the values of ``kind``."""
        value = data.get(key)
        if isinstance(value, str) and value in set(kind):
            return kind(value)
        self._report_present(data, key, place, "unknown_value")
        return next(iter(kind))

    def _report_present(self, data: dict[str, object], key: str, place: str, rule: str) -> None:
        # A missing key was reported with its mapping: once is enough.
        if key in data:
            self.report(f"{place}.{key}", rule, data[key])


def _has_controls(text: str) -> bool:
    # A lone surrogate cannot be written as UTF-8 by whoever stores the text later.
    return any((mark < " " and mark not in "\n\r\t") or "\ud800" <= mark <= "\udfff" for mark in text)
