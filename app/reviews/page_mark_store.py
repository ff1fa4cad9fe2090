"""The room of private page marks."""

from __future__ import annotations

from app.reviews.store_room import StoreRoom


class PageMarkStore(StoreRoom):
    """Highlights and notes on pages; every question names the one person they belong to."""
