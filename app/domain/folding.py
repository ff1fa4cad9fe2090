"""The folded form in which keywords are sought: a key for comparison, never shown and never stored back."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """NFKC, case folded, 台 for 臺, every kind of space removed."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\u81fa", "\u53f0")
    return "".join(folded.split())
