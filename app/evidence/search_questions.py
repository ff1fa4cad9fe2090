"""Keyword search over the texts and PDF pages of one application or of a programme."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.domain.evidence import ApplicationId, ProgrammeCode, SearchHit
from app.domain.folding import fold
from app.evidence.snapshot import EvidenceSnapshot

SEARCH_LIMIT = 500
"""Hits of one search at most; as many as that means there may be more."""


def search_application(
    snapshot: EvidenceSnapshot, application_id: ApplicationId, *, keyword: str
) -> tuple[SearchHit, ...]:
    """Entries whose texts, taken together, and pages whose text holds every word of the keyword."""
    return _search(snapshot, "search_application", keyword=keyword, scope={"application_id": application_id})


def search_programme(
    snapshot: EvidenceSnapshot,
    programme_code: ProgrammeCode,
    *,
    keyword: str,
    application_ids: Collection[ApplicationId] | None = None,
) -> tuple[SearchHit, ...]:
    """Entries and pages of a programme, by applicant; only of ``application_ids`` when given, an empty one finds nothing."""
    ids = None if application_ids is None else list(application_ids)
    scope = {"programme_code": programme_code, "application_ids": ids}
    return _search(snapshot, "search_programme", keyword=keyword, scope=scope)


def _search(
    snapshot: EvidenceSnapshot, question: str, *, keyword: str, scope: Mapping[str, object]
) -> tuple[SearchHit, ...]:
    words = [fold(word) for word in keyword.split()]
    if not words:
        return ()
    # The longest word leaves the fewest entries in which the others have to be sought.
    first, *others = sorted(words, key=len, reverse=True)
    params = {**scope, "first_word": first, "other_words": others, "limit": SEARCH_LIMIT}
    return tuple(SearchHit(*row) for row in snapshot.rows(question, params))
