"""Questions about what a requirement would ask of applicants: who has which evidence, and what their schools offer."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.domain.category_cover import CategoryOrigin, SchoolOrigin
from app.domain.evidence import CategoryCode, ProgrammeCode
from app.evidence.snapshot import EvidenceSnapshot


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


def load_offer_cover(
    snapshot: EvidenceSnapshot, programme_code: ProgrammeCode
) -> Mapping[str, frozenset[CategoryCode]]:
    """The course groups that each school with a course list offers."""
    params = snapshot.places.of_programme(programme_code)._asdict()
    offers: dict[str, set[CategoryCode]] = {}
    for school_code, category_code in snapshot.rows("load_offer_cover", params):
        offers.setdefault(school_code, set()).add(CategoryCode(category_code))
    return {school: frozenset(codes) for school, codes in offers.items()}
