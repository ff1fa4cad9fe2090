"""The two languages of the screen."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Traditional Chinese is the language of the house; English is a switch away."""

    ZH = "zh"
    EN = "en"
