"""Keeps names of persons out of what is printed: whole values of such columns, known names anywhere."""

from __future__ import annotations

from collections.abc import Iterable

from pipelines.reference_lists import load_rows

MASK = "○"
SHORTEST_NAME = 2
"""One character would be found in any text."""


def is_personal(column_name: str | None) -> bool:
    """Whether values of a column say who somebody is: name, number, birth date, address."""
    folded = (column_name or "").lower()
    return any(row["part"] in folded for row in load_rows("personal_column"))


class NameMask:
    """Replaces every known name in a text by circles."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(name for name in names if len(name) >= SHORTEST_NAME)
        self._lengths = sorted({len(name) for name in self._names}, reverse=True)

    def masked(self, text: str) -> str:
        """The longest names first, so that no half of one stays."""
        for length in self._lengths:
            for start in range(len(text) - length + 1):
                if text[start : start + length] in self._names:
                    text = text[:start] + MASK * length + text[start + length :]
        return text
