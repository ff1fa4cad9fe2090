"""Questions about the state of the data: problems found, modes of submission, the ledger of files."""

from __future__ import annotations

from app.domain.cohort import LedgerTotal, ModeCount, ProblemCount
from app.domain.evidence import ApplicationId, DataProblem, ProgrammeCode
from app.evidence.snapshot import EvidenceSnapshot

PROBLEM_LIMIT = 1000


def load_problems(
    snapshot: EvidenceSnapshot,
    *,
    programme_code: ProgrammeCode | None = None,
    application_id: ApplicationId | None = None,
    limit: int = PROBLEM_LIMIT,
) -> tuple[DataProblem, ...]:
    """Problems, set aside and rare ones first, at most ``limit``; ``load_problem_counts`` counts all."""
    params = {"programme_code": programme_code, "application_id": application_id, "limit": limit}
    return tuple(DataProblem(*row) for row in snapshot.rows("load_problems", params))


def load_problem_counts(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode | None = None
) -> tuple[ProblemCount, ...]:
    """How often each rule was broken, the most frequent first."""
    rows = snapshot.rows("load_problem_counts", {"programme_code": programme_code})
    return tuple(ProblemCount(*row) for row in rows)


def load_mode_counts(snapshot: EvidenceSnapshot) -> tuple[ModeCount, ...]:
    """Applications by programme and submission mode."""
    return tuple(ModeCount(*row) for row in snapshot.rows("load_mode_counts"))


def load_source_ledger(snapshot: EvidenceSnapshot) -> tuple[LedgerTotal, ...]:
    """Totals of the ledger by file role."""
    return tuple(LedgerTotal(*row) for row in snapshot.rows("load_source_ledger"))
