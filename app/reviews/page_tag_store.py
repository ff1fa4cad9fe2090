"""The room of page tags: which pages of an upload count as evidence of which category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from app.domain.evidence import ApplicationId, CategoryCode
from app.domain.page_tags import PageTagEvent
from app.reviews import page_tag_rows
from app.reviews.log_rows import LogLine, detail_text
from app.reviews.store_room import StoreRoom


class PageTagStore(StoreRoom):
    """Append-only: a tag that is taken back is one more event."""

    def load_page_tag_events(
        self, *, application_id: ApplicationId | None = None, category_code: CategoryCode | None = None
    ) -> Sequence[PageTagEvent]:
        """The events of an application, or of a category over all applications, oldest first."""
        with self._database.read() as connection:
            return page_tag_rows.select_events(
                connection, application_id=application_id, category_code=category_code
            )

    def save_page_tag_event(self, event: PageTagEvent) -> PageTagEvent:
        """Append and read back; the same event sent twice is written once.

        A second event that sets the same tag, and another event under a known key, are a ValueError.
        """

        def work(connection: sa.Connection) -> PageTagEvent:
            written = page_tag_rows.select_event(connection, event.event_id)
            if written is not None:
                return _require_same(written, event)
            if page_tag_rows.is_tag_known(connection, event.tag.tag_id) != event.is_removed:
                raise ValueError("a tag is set once, and taken back only after that")
            saved = replace(event, saved_at=self._clock())
            page_tag_rows.insert_event(connection, saved)
            self._log(connection, _line(saved))
            return saved

        return self._database.save(work)


def _require_same(written: PageTagEvent, offered: PageTagEvent) -> PageTagEvent:
    if replace(offered, saved_at=written.saved_at) != written:
        raise ValueError("the event id belongs to another tag")
    return written


def _line(event: PageTagEvent) -> LogLine:
    tag = event.tag
    detail = detail_text(
        tag_id=tag.tag_id,
        sha256=tag.sha256,
        pages=[tag.first_page, tag.last_page],
        category_code=tag.category_code,
    )
    key = f"application/{tag.application_id}"
    if event.is_removed:
        return LogLine("page_tag_removed", key, detail, person_id=event.person_id)
    return LogLine("page_tag_saved", key, detail, person_id=event.person_id)
