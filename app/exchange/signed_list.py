"""A ranked list that leaves the house: its columns, its lines, what it was made of, and one digest over all of it.

The four forms (JSON, CSV, XLSX, PDF) are written from this one value, so they say the same, and the same value gives
the same bytes. Whoever has the store and the snapshot can make the value again and compare.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

FORM_NAME = "signed-list/2"
EARLIER_FORMS = frozenset({"signed-list/1"})
"""Forms of lists that left before: read and compared still. The first told its moment in UTC, and in a CSV its rules
on every line."""
ListForm = Literal["json", "csv", "xlsx", "pdf"]
FORMS: tuple[ListForm, ...] = ("pdf", "xlsx", "csv", "json")

ORIGIN_KEYS = (
    "form",
    "language",
    "selection",
    "snapshot_id",
    "plan_id",
    "plan_revision",
    "plan_digest",
    "scores_digest",
    "components_digest",
    "program_version",
    "as_of",
)
"""What a list was made of, in this order. ``as_of`` is a moment with its offset, ``selection`` names a part of the list."""
DIGEST_KEY = "list_digest"


@dataclass(frozen=True)
class ListColumn:
    """One column: a key that never changes, the word above it, and whether its cells are numbers."""

    key: str
    word: str
    is_number: bool = False
    decimals: int = 0


@dataclass(frozen=True)
class ListSheetWords:
    """The words around the list: titles, the labels of what it was made of, lines to sign on."""

    title: str
    subtitle: str
    list_sheet: str
    origin_sheet: str
    rules: str
    origin: Mapping[str, str]
    signatures: tuple[str, ...]
    signed_on: str
    page: str
    everyone: str


@dataclass(frozen=True)
class SignedList:
    """``rows`` hold a text for every column, empty where there is none; ``origin`` a text for every key of it."""

    origin: Mapping[str, str]
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    rules: tuple[str, ...]
    words: ListSheetWords

    @property
    def digest(self) -> str:
        """SHA-256 over rows, columns, rules and origin in canonical form; the words around them are left out."""
        facts = {
            "origin": {key: self.origin[key] for key in ORIGIN_KEYS},
            "columns": [[column.key, column.word] for column in self.columns],
            "rows": [list(row) for row in self.rows],
            "rules": list(self.rules),
        }
        text = json.dumps(facts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def stated(self) -> Mapping[str, str]:
        """What every form states of the list: the origin, and the digest of the list itself."""
        return {**{key: self.origin[key] for key in ORIGIN_KEYS}, DIGEST_KEY: self.digest}
