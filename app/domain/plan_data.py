"""Reading and writing of plain data: each reader returns what the key must hold, or raises UnreadablePlan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

E = TypeVar("E", bound=StrEnum)


class UnreadablePlan(ValueError):
    """The data is not a plan; ``place`` is the key that could not be read."""

    def __init__(self, place: str) -> None:
        super().__init__(f"not a plan: {place}")
        self.place = place


def number_text(number: Decimal) -> str:
    """A finite number as text, without losing a digit."""
    # What could not be read back must not be written.
    if not number.is_finite():
        raise ValueError("a plan holds finite numbers only")
    return str(number)


def text_or_none(number: Decimal | None) -> str | None:
    """The same; None stays None."""
    return None if number is None else number_text(number)


def string(value: object, place: str) -> str:
    """The value, if it is text."""
    if not isinstance(value, str):
        raise UnreadablePlan(place)
    return value


def text(data: Mapping[str, object], key: str) -> str:
    """The text under a key."""
    return string(data.get(key), key)


def integer(data: Mapping[str, object], key: str) -> int:
    """The whole number under a key."""
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise UnreadablePlan(key)
    return value


def boolean(data: Mapping[str, object], key: str) -> bool:
    """The truth value under a key."""
    value = data.get(key)
    if not isinstance(value, bool):
        raise UnreadablePlan(key)
    return value


def decimal(data: Mapping[str, object], key: str) -> Decimal:
    """The finite number under a key, written as text."""
    try:
        number = Decimal(text(data, key))
    except InvalidOperation as problem:
        raise UnreadablePlan(key) from problem
    if not number.is_finite():
        raise UnreadablePlan(key)
    return number


def decimal_or_none(data: Mapping[str, object], key: str) -> Decimal | None:
    """The same, or None where null is written."""
    # A missing key is not "no limit": only a written null is.
    if key in data and data[key] is None:
        return None
    return decimal(data, key)


def choice(data: Mapping[str, object], key: str, kind: type[E]) -> E:
    """The member of a closed set under a key."""
    try:
        return kind(text(data, key))
    except ValueError as problem:
        raise UnreadablePlan(key) from problem


def items(data: Mapping[str, object], key: str) -> Sequence[object]:
    """The list under a key."""
    value = data.get(key)
    if not isinstance(value, list):
        raise UnreadablePlan(key)
    return value


def mapping(value: object, place: str) -> Mapping[str, object]:
    """The value, if it is a mapping."""
    if not isinstance(value, dict):
        raise UnreadablePlan(place)
    return value


def mappings(data: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    """The list of mappings under a key."""
    return [mapping(item, key) for item in items(data, key)]
