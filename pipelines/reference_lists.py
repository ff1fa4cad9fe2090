"""The official code lists and our own small lists, read once from ``reference/`` or what replaces them.

A folder named by ``use_reference_folder`` replaces the lists it holds. The choice is kept in the environment, so
that worker processes make it too.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import ParamSpec, TypeVar

REFERENCE_FOLDER = Path(__file__).parent / "reference"
REPLACING_FOLDER = "PORTFOLIO_REFERENCE_FOLDER"

P = ParamSpec("P")
R = TypeVar("R")
_forget: list[Callable[[], None]] = []


def per_reference(function: Callable[P, R]) -> Callable[P, R]:
    """Like functools.cache, for what is made from the lists: forgotten when other lists come into use."""
    cached = cache(function)
    _forget.append(cached.cache_clear)
    return cached  # type: ignore[return-value]


def replacing_folder() -> Path | None:
    """The folder whose lists go before the built-in ones."""
    folder = os.environ.get(REPLACING_FOLDER)
    return Path(folder) if folder else None


def choose_reference_folder(folder: Path | None) -> None:
    """Read lists from this folder first, in this process and in those it starts; the folder is not checked."""
    if folder is None:
        os.environ.pop(REPLACING_FOLDER, None)
    else:
        os.environ[REPLACING_FOLDER] = str(folder.resolve())
    for forget in _forget:
        forget()


def list_path(name: str) -> Path:
    """Where a list is read from."""
    folder = replacing_folder()
    if folder is not None and (folder / f"{name}.csv").is_file():
        return folder / f"{name}.csv"
    return REFERENCE_FOLDER / f"{name}.csv"


def reference_digests() -> dict[str, str]:
    """Name and SHA-256 of every replaced list; empty when all are the built-in ones."""
    folder = replacing_folder()
    replaced = sorted(folder.glob("*.csv")) if folder is not None else []
    return {path.stem: sha256(path.read_bytes()).hexdigest() for path in replaced}


@per_reference
def load_rows(name: str) -> tuple[dict[str, str], ...]:
    """Every row of a list, all values as text."""
    with list_path(name).open(encoding="utf-8-sig", newline="") as lines:
        return tuple(csv.DictReader(lines))


@per_reference
def load_names(name: str) -> dict[str, str]:
    """Code to name, from a list with the columns code and name."""
    return {row["code"]: row["name"] for row in load_rows(name)}


@per_reference
def load_mapping(name: str, key: str, value: str) -> dict[str, str]:
    return {row[key]: row[value] for row in load_rows(name)}
