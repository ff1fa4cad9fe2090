"""Codes that a spreadsheet has changed: leading zeros eaten, digits in full width."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

from pipelines.reference_lists import load_names, per_reference

SCHOOL_CODE_LENGTH = 6


def restored_code(text: str, length: int) -> str | None:
    """The code as it may have been before a spreadsheet took its zeros; None when nothing was lost.

    A proposal: the caller takes it only where a list proves it.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.isascii() and plain.isdigit() and len(plain) < length:
        return plain.zfill(length)
    return plain if plain != text.strip() and len(plain) == length else None


def proven_code(text: str, length: int, known: Container[str]) -> str:
    """The restored code where it is known and the received one is not; else the text as received."""
    received = text.strip()
    restored = restored_code(received, length)
    return restored if restored is not None and received not in known and restored in known else received


def proven_school_code(text: str) -> str:
    return proven_code(text, SCHOOL_CODE_LENGTH, known_schools())


@per_reference
def known_schools() -> frozenset[str]:
    """Every code of the school list in use, the test schools included."""
    return frozenset(load_names("school")) | frozenset(load_names("test_school"))
