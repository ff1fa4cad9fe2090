"""Questions about nearly equal texts and repeated files."""

from __future__ import annotations

from collections.abc import Collection

from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.likeness import LikeEntry, LikePair, RepeatedFile
from app.evidence.snapshot import EvidenceSnapshot, Row

LIKENESS_LIMIT = 500


def load_like_pairs(
    snapshot: EvidenceSnapshot,
    programme_code: ProgrammeCode | None,
    *,
    hidden_ids: Collection[ApplicationId] = (),
) -> tuple[tuple[LikePair, ...], int]:
    """At most ``LIKENESS_LIMIT`` pairs, and how many there are; both entries are of the programme when one is named."""
    rows = _rows(snapshot, "load_like_pairs", programme_code, hidden_ids=hidden_ids)
    pairs = tuple(
        LikePair(LikeEntry(*row[:5]), LikeEntry(*row[5:10]), similarity=row[10], is_identical=row[11])
        for row in rows
    )
    return pairs, _total(rows)


def load_repeated_files(
    snapshot: EvidenceSnapshot,
    programme_code: ProgrammeCode | None,
    *,
    hidden_ids: Collection[ApplicationId] = (),
) -> tuple[tuple[RepeatedFile, ...], int]:
    """At most ``LIKENESS_LIMIT`` entries by content, and how many there are; counted within the programme when named."""
    rows = _rows(snapshot, "load_repeated_files", programme_code, hidden_ids=hidden_ids)
    return tuple(RepeatedFile(row[0], row[1], row[2], LikeEntry(*row[3:8])) for row in rows), _total(rows)


def _rows(
    snapshot: EvidenceSnapshot,
    question: str,
    programme_code: ProgrammeCode | None,
    *,
    hidden_ids: Collection[ApplicationId],
) -> list[Row]:
    params = {"programme_code": programme_code, "hidden_ids": list(hidden_ids), "limit": LIKENESS_LIMIT}
    return snapshot.rows(question, params)


def _total(rows: list[Row]) -> int:
    return int(rows[0][-1]) if rows else 0
