"""The room of page tags: which pages of an upload count as evidence of which category."""

from __future__ import annotations

from app.reviews.store_room import StoreRoom


class PageTagStore(StoreRoom):
    """Append-only: a tag that is taken back is one more event."""
