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


@dataclass(frozen=True)
class KeyMap:
    """Where each of our columns is found in a JSON record: alternatives, each a path of keys."""

    alternatives: dict[str, tuple[tuple[str, KeyPath], ...]]
    """First key and the keys below it, which most columns do not need."""
    known_keys: frozenset[str]

    def text(self, record: dict[str, Any], column: str) -> str | None:
        value = self.value(record, column)
        return value if type(value) is str else text_of(value)

    def texts(self, record: dict[str, Any], columns: tuple[str, ...]) -> list[str | None]:
        """The texts of several columns; the inner loop of every reader."""
        found: list[str | None] = []
        for column in columns:
            value = None
            for key, deeper in self.alternatives.get(column, ()):
                value = record.get(key)
                if deeper and value is not None:
                    value = _follow(value, deeper)
                if value is not None:
                    break
            found.append(value if type(value) is str else text_of(value))
        return found

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
def load_key_map(name: str, form: str = "handover") -> KeyMap:
    """The key map of one form; ``|`` parts alternatives, ``.`` parts the levels of a path."""
    alternatives = {
        column: tuple(_split_path(path) for path in keys.split("|"))
        for column, keys in load_pairs(name, form).items()
        if keys
    }
    known = frozenset(path[0] for paths in alternatives.values() for path in paths)
    return KeyMap(alternatives, known)


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
