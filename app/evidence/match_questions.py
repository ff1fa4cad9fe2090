"""Questions about how courses found their syllabi."""

from __future__ import annotations

from app.domain.syllabus_alias import AlikeMatch, OfferedSyllabus
from app.evidence.snapshot import EvidenceSnapshot, Row

AIMS_LENGTH = 120


def load_alike_matches(snapshot: EvidenceSnapshot, *, limit: int) -> tuple[AlikeMatch, ...]:
    """Courses matched by an alike name, those of most records first, at most ``limit``."""
    rows = snapshot.rows("load_alike_matches", {"limit": limit, "aims_length": AIMS_LENGTH})
    return tuple(_match(row) for row in rows)


def _match(row: Row) -> AlikeMatch:
    runner_up = OfferedSyllabus(*row[9:13]) if row[9] is not None else None
    values: Row = (*row[:5], OfferedSyllabus(*row[5:9]), runner_up)
    return AlikeMatch(*values)
