"""The words of ranked lists as files, by language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

WORDS_FILE = Path(__file__).parent / "ranked_list_words.toml"


@cache
def words_of(language: str) -> Mapping[str, str]:
    """The words of one language."""
    words: dict[str, dict[str, str]] = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return words[language]
