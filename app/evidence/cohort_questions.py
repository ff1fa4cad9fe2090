"""Research questions over many applicants: results hold counts only, no names and no keys of people.

Applications without course records in the database take no part: what they chose is unknown.
Small counts are not hidden here; whoever shows or writes them puts them through suppression first.
"""

from __future__ import annotations

from app.domain.cohort import CoChoice, CompetencyCover, UptakeRow, UptakeSplit, UptakeSubject
from app.domain.evidence import ProgrammeCode
from app.evidence.snapshot import EvidenceSnapshot

CO_CHOICE_LIMIT = 50


def load_uptake(
    snapshot: EvidenceSnapshot,
    *,
    by: UptakeSubject,
    split: UptakeSplit = "none",
    programme_code: ProgrammeCode | None = None,
) -> tuple[UptakeRow, ...]:
    """Distinct applicants per category, learning area or subject; a person counts once in each split."""
    params = {"by": by, "split": split, "programme_code": programme_code}
    return tuple(UptakeRow(*row) for row in snapshot.rows("load_uptake", params))


def load_co_choice(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode | None = None, *, limit: int = CO_CHOICE_LIMIT
) -> tuple[CoChoice, ...]:
    """Pairs of elective subjects by how many applicants took both."""
    params = {"programme_code": programme_code, "limit": limit}
    return tuple(CoChoice(*row) for row in snapshot.rows("load_co_choice", params))


def load_competency_cover(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode | None = None
) -> tuple[CompetencyCover, ...]:
    """A1 to C3 for each programme, zeros included."""
    rows = snapshot.rows("load_competency_cover", {"programme_code": programme_code})
    return tuple(CompetencyCover(*row) for row in rows)
