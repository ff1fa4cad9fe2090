"""Search in the text of one document: the pages on which a text is found, each place with what stands around it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from app.domain.folding import fold
from app.domain.found_places import Span, find_places
from app.evidence.page_questions import load_page_texts
from app.evidence.snapshot import EvidenceSnapshot
from app.web.picture_process import Made, NotShown

CONTEXT = 18
MOST_HITS = 400
MOST_CHARACTERS = 60

Hit = dict[str, object]


def search_document(snapshot: EvidenceSnapshot, sha256: str, text: str) -> Made | NotShown:
    """JSON text: the hits in order of pages; a document without text says so, for nothing can be found in it."""
    pages = load_page_texts(snapshot, sha256)
    if not any(content for _, content in pages):
        return NotShown("no_text")
    hits = list(_hits(pages, text.strip()[:MOST_CHARACTERS]))
    answer = {"hits": hits[:MOST_HITS], "may_be_more": len(hits) >= MOST_HITS}
    return Made(json.dumps(answer, ensure_ascii=False).encode())


def _hits(pages: Iterable[tuple[int, str]], text: str) -> Iterable[Hit]:
    found = 0
    word = fold(text)
    for page, content in pages:
        # Places cost a hundred times what asking costs: only pages that hold the text are gone through.
        if found >= MOST_HITS or not word or word not in fold(content):
            continue
        for place, span in enumerate(find_places(content, text)):
            found += 1
            yield {"page": page, "place": place, **_around(content, span)}


def _around(content: str, span: Span) -> dict[str, str]:
    start, end = span
    return {
        "before": _on_one_line(content[max(0, start - CONTEXT) : start]),
        "match": _on_one_line(content[start:end]),
        "after": _on_one_line(content[end : end + CONTEXT]),
    }


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ")
