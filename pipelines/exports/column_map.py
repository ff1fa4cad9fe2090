"""Our column names beside the headers and keys that the exports use, read from ``column_maps/``."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import orjson

MAP_FOLDER = Path(__file__).parent / "column_maps"

KeyPath = tuple[str, ...]


@cache
def load_map_rows(name: str) -> tuple[dict[str, str], ...]:
    """Every row of ``column_maps/<name>.csv``."""
    with (MAP_FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def load_headers(name: str) -> tuple[tuple[str, ...], ...]:
    """The exact header of each known form of a CSV file, in the order of our columns."""
    rows = load_map_rows(name)
    forms = [form for form in rows[0] if form != "column"]
    return tuple(tuple(row[form] for row in rows) for form in forms)


def load_columns(name: str) -> tuple[str, ...]:
    return tuple(row["column"] for row in load_map_rows(name))


@cache
def load_pairs(name: str, form: str = "handover") -> dict[str, str]:
    """Our name to the key of one form."""
    return {row["column"]: row[form] for row in load_map_rows(name)}


@dataclass(frozen=True, eq=False)
class KeyMap:
    """Where each of our columns is found in a JSON record: alternatives, each a path of keys."""

    alternatives: dict[str, tuple[tuple[str, KeyPath], ...]]
    """First key and the keys below it, which most columns do not need."""
    known_keys: frozenset[str]
    known_below: dict[str, frozenset[str]]
    """The keys read inside the objects that some first keys hold."""

    def text(self, record: dict[str, Any], column: str) -> str | None:
        value = self.value(record, column)
        return value if type(value) is str else text_of(value)

    def texts(self, record: dict[Any, Any], columns: tuple[str, ...]) -> list[str | None]:
        """The texts of several columns; the inner loop of every reader."""
        found: list[str | None] = []
        for key, deeper, has_others, column in _plan(self, columns):
            value = record.get(key)
            if deeper and value is not None:
                value = _follow(value, deeper)
            if value is None and has_others:
                value = self.value(record, column)
            found.append(value if type(value) is str else text_of(value))
        return found

    def has_unknown(self, record: dict[str, Any]) -> bool:
        """Whether the record, or an object in it that holds one of our columns, has a key we do not read."""
        if not record.keys() <= self.known_keys:
            return True
        for key, known in self.known_below.items():
            below = record.get(key)
            if type(below) is dict and not below.keys() <= known:
                return True
        return False

    def value(self, record: dict[str, Any], column: str) -> Any:
        """The value of the first alternative that is there; None without any."""
        for key, deeper in self.alternatives.get(column, ()):
            value = record.get(key)
            if deeper and value is not None:
                value = _follow(value, deeper)
            if value is not None:
                return value
        return None


@cache
def _plan(keys: KeyMap, columns: tuple[str, ...]) -> tuple[tuple[str | None, KeyPath, bool, str], ...]:
    """Each column with its first alternative and whether there are others; no record has the key None."""
    found = [keys.alternatives.get(column, ((None, ()),)) for column in columns]
    return tuple(
        (*alternatives[0], len(alternatives) > 1, column)
        for column, alternatives in zip(columns, found, strict=True)
    )


@cache
def load_key_map(name: str, form: str = "handover") -> KeyMap:
    """The key map of one form; ``|`` parts alternatives, ``.`` parts the levels of a path."""
    alternatives = {
        column: tuple(_split_path(path) for path in keys.split("|"))
        for column, keys in load_pairs(name, form).items()
        if keys
    }
    paths = [path for of_column in alternatives.values() for path in of_column]
    known = frozenset(first for first, _ in paths)
    below: dict[str, frozenset[str]] = {}
    for first, deeper in paths:
        if deeper:
            below[first] = below.get(first, frozenset()) | {deeper[0]}
    return KeyMap(alternatives, known, below)


def _split_path(path: str) -> tuple[str, KeyPath]:
    first, *deeper = path.split(".")
    return first, tuple(deeper)


def _follow(value: Any, path: KeyPath) -> Any:
    for key in path:
        if not isinstance(value, dict):
            # A plain value where a nested one was expected is still the value.
            return value
        value = value.get(key)
    return value


def text_of(value: Any) -> str | None:
    """The value as text: numbers as written by their shortest form, structures as JSON."""
    if value is None or type(value) is str:
        return value
    if isinstance(value, (bool, int, float)):
        return str(value)
    return orjson.dumps(value).decode()
