"""Private highlights and notes of one person on the pages of a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import isfinite

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId

LEAST_SIDE = 0.001
ROUNDING = 1e-4


class MarkKind(StrEnum):
    """What a mark means to its author; each has a colour and a pattern of its own."""

    KEY = "key"
    STRENGTH = "strength"
    DOUBT = "doubt"
    CHECK = "check"


@dataclass(frozen=True)
class PageArea:
    """A rectangle as shares (0 to 1) of the page as it lies in the file, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def is_on_page(self) -> bool:
        """Whether it has an extent and lies within the page."""
        sides = (self.left, self.top, self.width, self.height)
        if not all(isfinite(side) and 0 <= side <= 1 for side in sides):
            return False
        is_inside = self.left + self.width <= 1 + ROUNDING and self.top + self.height <= 1 + ROUNDING
        return is_inside and self.width >= LEAST_SIDE and self.height >= LEAST_SIDE


@dataclass(frozen=True)
class PageMark:
    """A note on a page, or on an area of it; ``content`` may be empty for an area. Only its author reads it."""

    mark_id: str
    person_id: PersonId
    application_id: ApplicationId
    sha256: str
    page_number: int
    kind: MarkKind
    area: PageArea | None
    content: str
    saved_at: datetime | None = None
