"""Pages of an uploaded PDF tagged as evidence of a category: events that are never changed, and what stands of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.people import PersonId


@dataclass(frozen=True)
class PageTag:
    """Pages from ``first_page`` to ``last_page`` of one content count as evidence of one category."""

    tag_id: str
    application_id: ApplicationId
    sha256: str
    first_page: int
    last_page: int
    category_code: CategoryCode


@dataclass(frozen=True)
class PageTagEvent:
    """A tag was set, or taken back, by a person."""

    event_id: str
    tag: PageTag
    is_removed: bool
    person_id: PersonId
    saved_at: datetime | None = None


def standing_tags(events: Iterable[PageTagEvent]) -> tuple[PageTagEvent, ...]:
    """The events that set the tags which nobody took back, in the order given."""
    seen = list(events)
    removed = {event.tag.tag_id for event in seen if event.is_removed}
    return tuple(event for event in seen if not event.is_removed and event.tag.tag_id not in removed)
