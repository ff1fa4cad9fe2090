"""Values that stand for "nothing was given"."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from pipelines.reference_lists import load_rows, per_reference


@per_reference
def missing_words() -> frozenset[str]:
    return frozenset(row["text"] for row in load_rows("missing_value") if row["kind"] == "word")


@per_reference
def missing_numbers() -> frozenset[Decimal]:
    return frozenset(Decimal(row["text"]) for row in load_rows("missing_value") if row["kind"] == "number")


def is_missing(text: str | None) -> bool:
    """Whether the text is empty, a word for none, or one of the sentinel numbers in any spelling."""
    if text is None:
        return True
    stripped = text.strip()
    if not stripped or stripped in missing_words():
        return True
    return stripped.startswith("-") and _is_missing_number(stripped)


def _is_missing_number(text: str) -> bool:
    try:
        return Decimal(text) in missing_numbers()
    except InvalidOperation:
        return False
