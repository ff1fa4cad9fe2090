"""Keyword search at the desk: hits in context, grouped by applicant and category, the keyword marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from app.domain.evidence import ApplicationId, CategoryCode, SearchHit
from app.domain.folding import fold
from app.domain.visibility import Action
from app.evidence.questions import SEARCH_LIMIT, search_application, search_programme
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.desk_views import Desk
from app.workflows.evidence_review import require_view

CONTEXT = 28
"""Characters shown before the first and after the last mark of a hit."""

WIDEST = 200
"""Characters from the first mark to the last that is shown: a page is longer than a glance."""

Pieces = tuple[tuple[str, bool], ...]
"""A text cut where marks begin and end; True is marked."""


@dataclass(frozen=True)
class Hit:
    """A text with its marks; ``page_number`` when it is a page of a PDF."""

    pieces: Pieces
    page_number: int | None


@dataclass(frozen=True)
class HitGroup:
    """The hits of one category of one application."""

    application_id: ApplicationId
    applicant_name: str
    category_code: CategoryCode
    category_label: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Findings:
    """What a keyword found; ``may_be_more`` when the search stopped at its limit."""

    keyword: str
    groups: tuple[HitGroup, ...]
    count: int
    may_be_more: bool


def search_one(access: Access, desk: Desk, application_id: ApplicationId, *, keyword: str) -> Findings:
    """Search one application."""
    snapshot = require_view(access, desk.plan, application_id)
    return _findings(access, desk, keyword, search_application(snapshot, application_id, keyword=keyword))


def search_all(access: Access, desk: Desk, *, keyword: str) -> Findings:
    """Search every application the person may see; the desk holds no other, so no other is asked about."""
    access.require(Action.SEARCH_PROGRAMME, programme_code=desk.plan.programme_code)
    snapshot = access.workbench.snapshot(desk.plan.snapshot_id)
    visible = [line.application_id for line in desk.lines]
    hits = search_programme(snapshot, desk.plan.programme_code, keyword=keyword, application_ids=visible)
    return _findings(access, desk, keyword, hits)


def marked_pieces(text: str, keyword: str) -> Pieces:
    """The text around the words of the keyword, compared as the search compares: folded, without spaces."""
    folded, places = _folded_places(text)
    spans = _merged(
        (places[start], places[start + len(word) - 1] + 1)
        for word in map(fold, keyword.split())
        for start in _occurrences(folded, word)
    )
    if not spans:
        return ((text[: 4 * CONTEXT], False),)
    return _cut(text, spans)


def _findings(access: Access, desk: Desk, keyword: str, hits: tuple[SearchHit, ...]) -> Findings:
    groups = tuple(
        _group(access, desk, keyword, list(members))
        for _, members in groupby(hits, key=lambda hit: (hit.application_id, hit.category_code))
    )
    return Findings(keyword, groups, len(hits), may_be_more=len(hits) >= SEARCH_LIMIT)


def _group(access: Access, desk: Desk, keyword: str, hits: list[SearchHit]) -> HitGroup:
    first = hits[0]
    line = desk.find_line(first.application_id)
    snapshot = access.workbench.snapshot(desk.plan.snapshot_id)
    labels = {node.category_code: node.label for node in facts.tree_of(snapshot, first.application_id)}
    return HitGroup(
        application_id=first.application_id,
        applicant_name=line.summary.name if line else "",
        category_code=first.category_code,
        category_label=labels.get(first.category_code, first.category_code),
        hits=tuple(Hit(marked_pieces(hit.text, keyword), hit.page_number) for hit in hits),
    )


def _folded_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the original."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in _folded_character(character):
            folded.append(each)
            places.append(place)
    return "".join(folded), places


@lru_cache(maxsize=8192)
def _folded_character(character: str) -> str:
    """A page has a thousand characters and a search finds hundreds of pages."""
    return fold(character)


def _occurrences(folded: str, word: str) -> Iterable[int]:
    start = folded.find(word) if word else -1
    while start >= 0:
        yield start
        start = folded.find(word, start + 1)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut(text: str, spans: list[tuple[int, int]]) -> Pieces:
    spans = [span for span in spans if span[1] <= spans[0][0] + WIDEST] or spans[:1]
    begin, finish = max(0, spans[0][0] - CONTEXT), min(len(text), spans[-1][1] + CONTEXT)
    pieces: list[tuple[str, bool]] = []
    place = begin
    for start, end in spans:
        pieces += [(text[place:start], False), (text[start:end], True)]
        place = end
    pieces.append((text[place:finish], False))
    lead, trail = "…" * (begin > 0), "…" * (finish < len(text))
    pieces = [(lead, False), *pieces, (trail, False)]
    return tuple((piece, marked) for piece, marked in pieces if piece)
