"""Proposes the known column name most alike to an unknown one; a proposal is shown and never used."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LEAST_ALIKE = 50.0


def most_alike_header(received: str, known: Iterable[str]) -> str | None:
    """The known name with the highest ratio of at least 50; None without any."""
    found = process.extractOne(received, sorted(known), scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE)
    return None if found is None else str(found[0])
