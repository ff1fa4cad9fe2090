"""What is known of one content from inside, and its form as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

FORMAT = 2
"""Raised whenever what is known of a content changes, so that older answers are not taken for new ones."""


class Inspection(StrEnum):
    """How far a content could be looked into."""

    FINE = "fine"
    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too_large"
    """More bytes, pages, characters or pixels than are looked at; what was read is kept."""
    GAVE_UP = "gave_up"
    """It took more time or memory than one content may take."""


class UnreadableInfo(ValueError):
    """The text is not what a content was described with."""


@dataclass(frozen=True)
class ContentInfo:
    """``pages`` are the texts of a PDF; ``thumbnails`` the byte sizes of 1.jpg, 2.jpg … as far as they were drawn."""

    media_type: str
    inspection: Inspection
    page_count: int | None = None
    picture_count: int | None = None
    width: int | None = None
    height: int | None = None
    duration_seconds: float | None = None
    pages: tuple[str, ...] = ()
    thumbnails: tuple[int, ...] = ()

    @property
    def text_characters(self) -> int | None:
        """Characters that are no white space; None where there are no pages to have any."""
        if self.page_count is None:
            return None
        return sum(len("".join(page.split())) for page in self.pages)


def info_to_json(info: ContentInfo) -> bytes:
    """One line without line breaks, ASCII only, so that any text survives a pipe."""
    return json.dumps({"format": FORMAT} | asdict(info)).encode()


def info_from_json(content: bytes) -> ContentInfo:
    """Raises UnreadableInfo for anything but a whole description of the current format."""
    try:
        return _info(json.loads(content))
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableInfo from error


def _info(values: Mapping[str, Any]) -> ContentInfo:
    if values["format"] != FORMAT:
        raise UnreadableInfo
    named = {name: value for name, value in values.items() if name != "format"}
    lists = {name: tuple(named[name]) for name in ("pages", "thumbnails")}
    return ContentInfo(**named | lists | {"inspection": Inspection(named["inspection"])})
