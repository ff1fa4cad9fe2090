"""The folded form of a text, for search; never written back as the text itself."""

from __future__ import annotations

import unicodedata

from pipelines.reference_lists import load_mapping, per_reference


@per_reference
def _character_table() -> dict[int, str]:
    return str.maketrans(load_mapping("folded_character", "character", "folded"))


def fold_text(text: str) -> str:
    """NFKC, case folded, variant characters unified, every white space removed."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_character_table())
    return "".join(folded.split())
