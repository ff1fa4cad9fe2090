"""The rank an award names, read from its usual words; nothing is guessed from other words."""

from __future__ import annotations

from app.domain.folding import fold
from app.domain.written_values import AWARDS

UNREAD = len(AWARDS) + 1
"""Behind every rank that can be read."""


def award_rank(award: str | None) -> int:
    """1 for a first place … 6 for taking part; ``UNREAD`` where the words name no rank."""
    text = fold(award or "")
    found = (rank for rank, words in enumerate(AWARDS, start=1) if any(fold(word) in text for word in words))
    return next(found, UNREAD)
