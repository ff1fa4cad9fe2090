"""Questions for a page of applicants at once: their entries in a line each, and in which form their items arrived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.evidence import ApplicationId, CategoryCode, EvidenceLine, ItemModes, ProgrammeCode
from app.evidence.snapshot import EvidenceSnapshot


def load_evidence_lines(
    snapshot: EvidenceSnapshot,
    programme_code: ProgrammeCode,
    *,
    application_ids: Sequence[ApplicationId],
    category_codes: Sequence[CategoryCode],
) -> tuple[EvidenceLine, ...]:
    """Every entry of these applications in these categories; ``course_group`` asks for all course groups."""
    # Known numbers, not a join: only so does the database skip everything of other programmes.
    places = snapshot.places.of_programme(programme_code)
    params = {
        "first_place": places.first_place,
        "last_place": places.last_place,
        "application_ids": list(application_ids),
        "category_codes": list(category_codes),
    }
    return tuple(EvidenceLine(*row) for row in snapshot.rows("load_evidence_lines", params))


def load_modes_by_application(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Mapping[ApplicationId, ItemModes]:
    """The form of courses, outcomes and activities by application."""
    rows = snapshot.rows("load_modes_by_application", {"programme_code": programme_code})
    return {ApplicationId(row[0]): ItemModes(*row[1:]) for row in rows}
