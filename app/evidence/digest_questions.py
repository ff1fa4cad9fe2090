"""The question of what each application shows, told by digests that compare across snapshots."""

from __future__ import annotations

from collections import defaultdict

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode
from app.domain.evidence_change import Digests, EvidenceDigest
from app.evidence.snapshot import EvidenceSnapshot


def load_evidence_digests(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> dict[ApplicationId, Digests]:
    """The digest of every category of every application of a programme."""
    digests: dict[ApplicationId, dict[CategoryCode, EvidenceDigest]] = defaultdict(dict)
    for application_id, category_code, entries, digest in snapshot.rows(
        "load_evidence_digests", {"programme_code": programme_code}
    ):
        digests[application_id][category_code] = EvidenceDigest(entries, digest)
    return dict(digests)
