"""Questions about the pages of a PDF."""

from __future__ import annotations

from app.evidence.snapshot import EvidenceSnapshot


def load_page_texts(snapshot: EvidenceSnapshot, sha256: str) -> tuple[tuple[int, str], ...]:
    """Number and text of every page of a content; a scan has empty texts, what could not be read has no page."""
    rows = snapshot.rows("load_page_texts", {"sha256": sha256})
    return tuple((int(number), text or "") for number, text in rows)
