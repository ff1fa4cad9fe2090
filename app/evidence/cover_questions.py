"""Questions about what a requirement would ask of applicants: who has which evidence, and what their schools offer."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.domain.category_cover import CategoryOrigin, SchoolOrigin
from app.domain.evidence import CategoryCode, ProgrammeCode
from app.domain.school_cover import HeldCount
from app.evidence.application_places import PlaceRange
from app.evidence.snapshot import EvidenceSnapshot

ANYWHERE = PlaceRange(0, 2**31 - 1)
"""Every place there is."""


def load_category_cover(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> tuple[CategoryOrigin, ...]:
    """Applicants with each category by school type and county, without PDF-only ones."""
    params = snapshot.places.of_programme(programme_code)._asdict()
    return tuple(CategoryOrigin(*row) for row in snapshot.rows("load_category_cover", params))


def load_requirement_cover(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode, *, category_codes: Collection[CategoryCode]
) -> tuple[SchoolOrigin, ...]:
    """Applicants by school, and how many have any of the categories, without PDF-only ones."""
    places = snapshot.places.of_programme(programme_code)._asdict()
    params = {**places, "category_codes": sorted(category_codes)}
    return tuple(SchoolOrigin(*row) for row in snapshot.rows("load_requirement_cover", params))


def load_school_cover(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode | None
) -> Mapping[CategoryCode, HeldCount]:
    """Schools and applicants by category, of a programme or of all the data, without PDF-only ones; EVERYONE counts all."""
    places = ANYWHERE if programme_code is None else snapshot.places.of_programme(programme_code)
    return {
        CategoryCode(code): HeldCount(schools, applicants)
        for code, schools, applicants in snapshot.rows("load_school_cover", places._asdict())
    }


def load_offer_schools(snapshot: EvidenceSnapshot) -> Mapping[CategoryCode, int]:
    """How many schools with a course list offer each course group; EVERYONE counts the lists."""
    return {CategoryCode(code): schools for code, schools in snapshot.rows("load_offer_schools", {})}


def load_offer_cover(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Mapping[str, frozenset[CategoryCode]]:
    """The course groups that each school with a course list offers."""
    params = snapshot.places.of_programme(programme_code)._asdict()
    offers: dict[str, set[CategoryCode]] = {}
    for school_code, category_code in snapshot.rows("load_offer_cover", params):
        offers.setdefault(school_code, set()).add(CategoryCode(category_code))
    return {school: frozenset(codes) for school, codes in offers.items()}
