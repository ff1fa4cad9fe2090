"""The report's own words for keys of the data; a key without one is shown as it is."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

WORD_FILE = Path(__file__).parent / "words.toml"


def word(kind: str, key: object) -> str:
    """What people call the key."""
    return _words().get(kind, {}).get(str(key), str(key))


@cache
def _words() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = tomllib.loads(WORD_FILE.read_text(encoding="utf-8"))
    return words
