"""The official code lists and our own small lists, read once from ``reference/``."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

REFERENCE_FOLDER = Path(__file__).parent / "reference"


@cache
def load_rows(name: str) -> tuple[dict[str, str], ...]:
    """Every row of ``reference/<name>.csv``, all values as text."""
    with (REFERENCE_FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def load_names(name: str) -> dict[str, str]:
    """Code to name, from a list with the columns code and name."""
    return {row["code"]: row["name"] for row in load_rows(name)}


@cache
def load_mapping(name: str, key: str, value: str) -> dict[str, str]:
    return {row[key]: row[value] for row in load_rows(name)}
