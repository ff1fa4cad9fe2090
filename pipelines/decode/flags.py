"""A yes or no as the exports write it."""

from __future__ import annotations

from pipelines.decode.sentinels import is_missing
from pipelines.reference_lists import load_mapping


class UnreadableFlag(ValueError):
    """The text is neither a yes nor a no."""


def read_flag(text: str | None) -> bool | None:
    """None when nothing was given; raises UnreadableFlag for anything that is not in the list."""
    if text is None or is_missing(text):
        return None
    word = load_mapping("flag_word", "text", "flag").get(text.strip().casefold())
    if word is None:
        raise UnreadableFlag(text)
    return word == "true"
