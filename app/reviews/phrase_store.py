"""The room of phrases that reviewers keep for their comments."""

from __future__ import annotations

from app.reviews.store_room import StoreRoom


class PhraseStore(StoreRoom):
    """Phrases of one person, in the person's own order."""
