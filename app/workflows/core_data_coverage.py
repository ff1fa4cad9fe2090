"""Step 2, 涵蓋與開課: who has which evidence by school type and county, and whom a requirement would leave out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
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
from app.domain.school_cover import (
    EVERYONE,
    Held,
    LeftOutSchools,
    SchoolCover,
    SchoolShare,
    held_shares,
    left_out_schools,
)
from app.domain.visibility import Action
from app.evidence.cover_questions import (
    load_category_cover,
    load_offer_cover,
    load_offer_schools,
    load_requirement_cover,
    load_school_cover,
)
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


def load_school_covers(
    access: Access, plan: ReviewPlan, codes: Collection[CategoryCode]
) -> Mapping[CategoryCode, SchoolCover]:
    """How many schools hold, and for courses offer, each of these categories at all: the programme's and all there are."""
    snapshot = _snapshot(access, plan)
    return _school_covers(snapshot, plan.programme_code, frozenset(codes), _minimum(access))


def load_left_out(access: Access, plan: ReviewPlan, codes: Collection[CategoryCode]) -> LeftOutSchools:
    """The schools that requiring any of these categories would leave out, by name where their applicants are not few."""
    snapshot = _snapshot(access, plan)
    return _left_out(snapshot, plan.programme_code, frozenset(codes), _minimum(access))


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
    return requirement_cover(origins, _offered(snapshot, programme_code, codes), minimum=minimum)


@lru_cache(maxsize=64)
def _left_out(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode, codes: frozenset[CategoryCode], minimum: int
) -> LeftOutSchools:
    origins = load_requirement_cover(snapshot, programme_code, category_codes=codes)
    return left_out_schools(origins, _offered(snapshot, programme_code, codes), minimum=minimum)


def _offered(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode, codes: frozenset[CategoryCode]
) -> Mapping[str, bool] | None:
    """Of each school with a course list, whether it offers one of them; None where no course is required."""
    courses = {code for code in codes if _is_course(code)}
    # Where something else would do as well, no school leaves anybody out.
    if not courses or courses != codes:
        return None
    offers = load_offer_cover(snapshot, programme_code)
    return {school: bool(groups & courses) for school, groups in offers.items()}


@lru_cache(maxsize=32)
def _school_covers(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode, codes: frozenset[CategoryCode], minimum: int
) -> Mapping[CategoryCode, SchoolCover]:
    own, whole = load_school_cover(snapshot, programme_code), _whole_cover(snapshot)
    everywhere = load_offer_schools(snapshot)
    origins = load_requirement_cover(snapshot, programme_code, category_codes=())
    sent = {each.school_code for each in origins}
    offers = {
        school: groups
        for school, groups in load_offer_cover(snapshot, programme_code).items()
        if school in sent
    }
    covers = {}
    for code in codes:
        held, held_anywhere = held_shares(own, whole, code, minimum=minimum)
        cover = SchoolCover(held, held_anywhere)
        if _is_course(code):
            offering = sum(code in groups for groups in offers.values())
            cover = replace(
                cover,
                offered=SchoolShare(len(offers), offering),
                offered_anywhere=SchoolShare(everywhere[EVERYONE], everywhere.get(code, 0)),
            )
        covers[code] = cover
    return covers


@lru_cache(maxsize=4)
def _whole_cover(snapshot: EvidenceSnapshot) -> Held:
    return load_school_cover(snapshot, None)


def _is_course(code: CategoryCode) -> bool:
    return code.startswith(f"{COURSE_GROUP}.")
