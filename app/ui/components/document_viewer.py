"""Documents and loose files of a category, opened in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.evidence import ApplicationId, CategoryCode, EvidenceFile
from app.domain.search_query import parse_query
from app.domain.search_terms import TextTerm
from app.ui.components.page_reading import PageReading
from app.ui.components.part import desk_part
from app.ui.components.viewer_words import viewer_words
from app.ui.state import desk as state
from app.ui.state import documents, search
from app.ui.state.documents import AskedPage
from app.ui.text.desk import DeskWords

KILO = 1024
VIEWER = (
    "file_view",
    "media_view",
    "pdf_layout",
    "pdf_zoom",
    "pdf_pages",
    "page_stop",
    "pdf_side",
    "pdf_find",
    "page_outbox",
    "page_marks",
    "page_notes",
    "page_tags",
    "pdf_view",
)
"""The pieces of a part that opens files in place."""


@dataclass(frozen=True)
class ShownFile:
    """A file with its label; ``pages`` are the first and last page to be shown of it, None for all."""

    label: str
    file: EvidenceFile
    pages: tuple[int, int] | None = None


def draw_document_viewer(
    files: Sequence[ShownFile],
    place: tuple[ApplicationId, CategoryCode],
    *,
    reading: PageReading,
    words: DeskWords,
    is_low: bool = False,
) -> None:
    """Files with their labels, one opened; ``is_low`` leaves room for a note above."""
    key = state.content_key("viewer", *place)
    desk_part("document_viewer", *VIEWER)(
        key=key,
        data={
            "files": [_shown(each) for each in files],
            "is_low": is_low,
            "here": place[1],
            **viewer_data(reading, words),
        },
        on_page_change=reading.trigger(key),
    )


def viewer_data(reading: PageReading, words: DeskWords) -> dict[str, object]:
    """What every part that opens files needs to know."""
    return {
        "snapshot": reading.snapshot_id,
        "asked": _asked(reading.page),
        "resumed": documents.resumed_file_key(),
        "reading": reading.data(),
        "words": viewer_words(words, reading.words),
    }


def _asked(asked: AskedPage | None) -> dict[str, object] | None:
    """The page of the address; a search that runs at the desk leads to it and is marked on it."""
    if asked is None:
        return None
    words = [
        word
        for group in parse_query(search.query().keyword).groups
        for term in group
        if isinstance(term, TextTerm) and not term.is_excluded
        for word in term.words
    ]
    return {"page": asked.page, "file": asked.file_key, "find": max(words, key=len, default="")}


def _shown(each: ShownFile) -> dict[str, object]:
    return {**file_data(each.file), "label": each.label, "range": list(each.pages) if each.pages else None}


def file_data(file: EvidenceFile) -> dict[str, str]:
    """A file as the browser parts want it."""
    return {
        "key": file.file_key,
        "sha256": file.sha256,
        "name": file.file_name,
        "kind": file.media_kind,
        "size": size_text(file.byte_size),
    }


def size_text(byte_size: int) -> str:
    """A size to be read: 12 KB, 1.4 MB."""
    if byte_size < KILO * KILO:
        return f"{max(1, round(byte_size / KILO))} KB"
    return f"{byte_size / KILO / KILO:.1f} MB"
