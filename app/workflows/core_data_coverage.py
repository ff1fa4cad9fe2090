"""Step 2, 涵蓋與開課: who has which evidence by school type and county, and whom a requirement would leave out."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from app.domain.category_cover import (
    SMALLEST_COVER_GROUP,
    CoverSplit,
    CoverTable,
    RequirementCover,
    cover_table,
    requirement_cover,
)
from app.domain.evidence import CategoryCode, ProgrammeCode
from app.domain.plan import ReviewPlan
from app.domain.visibility import Action
from app.evidence.cover_questions import load_category_cover, load_offer_cover, load_requirement_cover
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows.access import Access
from app.workflows.core_data_selection import COURSE_GROUP


def load_cover(access: Access, plan: ReviewPlan, split: CoverSplit) -> CoverTable:
    """Every category of the programme by groups; small groups are together, small counts hidden."""
    return _cover(_snapshot(access, plan), plan.programme_code, split, _minimum(access))


def load_requirement(access: Access, plan: ReviewPlan, codes: Collection[CategoryCode]) -> RequirementCover:
    """What requiring any of these categories would ask of the applicants and their schools."""
    snapshot = _snapshot(access, plan)
    return _requirement(snapshot, plan.programme_code, frozenset(codes), _minimum(access))


def _minimum(access: Access) -> int:
    return max(access.workbench.settings.smallest_group, SMALLEST_COVER_GROUP)


def _snapshot(access: Access, plan: ReviewPlan) -> EvidenceSnapshot:
    access.require(Action.VIEW_PROGRESS, programme_code=plan.programme_code)
    return access.workbench.snapshot(plan.snapshot_id)


# Facts of an immutable snapshot, the same for everyone who may ask: safe to keep for the process.
@lru_cache(maxsize=32)
def _cover(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode, split: CoverSplit, minimum: int
) -> CoverTable:
    everyone = load_requirement_cover(snapshot, programme_code, category_codes=())
    counts = load_category_cover(snapshot, programme_code)
    return cover_table(everyone, counts, split=split, minimum=minimum)


@lru_cache(maxsize=64)
def _requirement(
    snapshot: EvidenceSnapshot,
    programme_code: ProgrammeCode,
    codes: frozenset[CategoryCode],
    minimum: int,
) -> RequirementCover:
    origins = load_requirement_cover(snapshot, programme_code, category_codes=codes)
    courses = {code for code in codes if code.startswith(f"{COURSE_GROUP}.")}
    # Where something else would do as well, no school leaves anybody out.
    if not courses or courses != codes:
        return requirement_cover(origins, None, minimum=minimum)
    offers = load_offer_cover(snapshot, programme_code)
    offered = {school: bool(groups & courses) for school, groups in offers.items()}
    return requirement_cover(origins, offered, minimum=minimum)
