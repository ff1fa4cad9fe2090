"""Who has evidence of a category, by where applicants come from; groups too small are put together, then hidden.

PDF-only applications take no part: what they have stands in documents that no list counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from app.domain.evidence import CategoryCode
from app.domain.rounding import round_half_up
from app.domain.suppression import build_count_table, suppress

CoverSplit = Literal["school_type", "county"]
SMALLEST_COVER_GROUP = 10
"""Groups of applicants under this size are not told apart."""


@dataclass(frozen=True)
class CategoryOrigin:
    """How many applicants of one school type and county have a category; both are empty where unknown."""

    category_code: CategoryCode
    school_type: str
    county: str
    applicants: int


@dataclass(frozen=True)
class SchoolOrigin:
    """Applicants of one school, school type and county, and how many of them have what is required."""

    school_code: str
    school_type: str
    county: str
    applicants: int
    applicants_with: int
    school_name: str = ""


@dataclass(frozen=True)
class CoverCell:
    """A group's applicants with and without a category, None where hidden; ``applicants`` is never hidden."""

    applicants: int
    having: int | None
    lacking: int | None

    @property
    def percent(self) -> Decimal | None:
        """Those having it, in whole percent; None where hidden."""
        if self.having is None or not self.applicants:
            return None
        return round_half_up(Fraction(100 * self.having, self.applicants), 0)


@dataclass(frozen=True)
class CoverTable:
    """Columns are groups, each of one or more labels put together; rows are cells by category and by group, and
    one for all applicants at the end. ``sizes`` count the applicants of each column."""

    groups: tuple[tuple[str, ...], ...]
    sizes: tuple[int, ...]
    rows: Mapping[CategoryCode, tuple[CoverCell, ...]]
    minimum: int


def merged_groups(sizes: Mapping[str, int], minimum: int) -> tuple[tuple[str, ...], ...]:
    """Labels with their groups: everything under ``minimum`` together, with the next larger ones until it is enough.

    Largest first; equal ones by label. What remains under ``minimum`` even together is one group.
    """
    ordered = sorted(
        (label for label, size in sizes.items() if size), key=lambda label: (-sizes[label], label)
    )
    alone = [label for label in ordered if sizes[label] >= minimum]
    pool = [label for label in ordered if sizes[label] < minimum]
    while pool and alone and sum(sizes[label] for label in pool) < minimum:
        pool.insert(0, alone.pop())
    return (*((label,) for label in alone), *([tuple(pool)] if pool else []))


def cover_table(
    origins: Iterable[SchoolOrigin],
    counts: Iterable[CategoryOrigin],
    *,
    split: CoverSplit,
    minimum: int = SMALLEST_COVER_GROUP,
) -> CoverTable:
    """The share of each group that has each category; ``origins`` are all applicants. Empty below ``minimum`` in all."""
    sizes: Counter[str] = Counter()
    for origin in origins:
        sizes[getattr(origin, split)] += origin.applicants
    groups = merged_groups(sizes, minimum)
    if sum(sizes.values()) < minimum:
        return CoverTable((), (), {}, minimum)
    having: dict[CategoryCode, Counter[str]] = {}
    for count in counts:
        having.setdefault(count.category_code, Counter())[getattr(count, split)] += count.applicants
    totals = [sum(sizes[label] for label in group) for group in groups]
    rows = {
        code: _cells(totals, [sum(found[label] for label in group) for group in groups], minimum)
        for code, found in having.items()
    }
    return CoverTable(groups, (*totals, sum(totals)), rows, minimum)


def _cells(totals: Sequence[int], having: Sequence[int], minimum: int) -> tuple[CoverCell, ...]:
    labels = [str(place) for place in range(len(totals))]
    counts = [[have, total - have] for total, have in zip(totals, having, strict=True)]
    shown = suppress(build_count_table(labels, ("having", "lacking"), counts), minimum)
    columns = zip((*totals, sum(totals)), (*shown.cells, shown.column_totals), strict=True)
    return tuple(CoverCell(total, row[0], row[1]) for total, row in columns)


@dataclass(frozen=True)
class OfferGroup:
    """Schools of one type and county by whether they offer what is required; ``left_out`` applicants, None if hidden."""

    school_type: str
    county: str
    offering: int
    offering_none: int
    unknown: int
    left_out: int | None


@dataclass(frozen=True)
class RequirementCover:
    """What it would mean to require one of some categories.

    ``lacking`` applicants have none of them, ``schools_without`` schools sent nobody who has; None where hidden: with
    an applicant or two a school, the one number would tell the other. Applicants of an unknown school are of none.
    ``offers`` is there only where a course is required; groups with a school that offers none come first.
    """

    applicants: int
    lacking: int | None
    schools: int
    schools_without: int | None
    offers: tuple[OfferGroup, ...]


def requirement_cover(
    origins: Sequence[SchoolOrigin],
    offered: Mapping[str, bool] | None,
    *,
    minimum: int = SMALLEST_COVER_GROUP,
) -> RequirementCover:
    """``offered`` says of each school with a list whether it offers the courses; None where no course is required."""
    applicants = sum(each.applicants for each in origins)
    having = sum(each.applicants_with for each in origins)
    whole = suppress(
        build_count_table(("all",), ("having", "lacking"), [[having, applicants - having]]), minimum
    )
    by_school: Counter[str] = Counter()
    for each in origins:
        if each.school_code:
            by_school[each.school_code] += each.applicants_with
    is_hidden = None in whole.cells[0]
    return RequirementCover(
        applicants=applicants,
        lacking=whole.cells[0][1],
        schools=len(by_school),
        schools_without=None if is_hidden else sum(count == 0 for count in by_school.values()),
        offers=() if offered is None else _offers(origins, offered, minimum),
    )


def _offers(
    origins: Sequence[SchoolOrigin], offered: Mapping[str, bool], minimum: int
) -> tuple[OfferGroup, ...]:
    places = sorted({(each.school_type, each.county) for each in origins})
    if not places:
        return ()
    schools: dict[tuple[str, str], dict[str, bool | None]] = {place: {} for place in places}
    people = {place: [0, 0, 0] for place in places}
    for each in origins:
        place, says = (each.school_type, each.county), offered.get(each.school_code)
        schools[place][each.school_code] = says
        people[place][_column(says)] += each.applicants
    shown = suppress(
        build_count_table(
            ["/".join(place) for place in places],
            ("offering", "none", "unknown"),
            [people[p] for p in places],
        ),
        minimum,
    )
    found = [
        _offer_group(place, list(schools[place].values()), row[1])
        for place, row in zip(places, shown.cells, strict=True)
    ]
    return tuple(sorted(found, key=lambda each: -each.offering_none))


def _column(says: bool | None) -> int:
    return 2 if says is None else 0 if says else 1


def _offer_group(place: tuple[str, str], says: Sequence[bool | None], left_out: int | None) -> OfferGroup:
    columns = [_column(each) for each in says]
    return OfferGroup(*place, columns.count(0), columns.count(1), columns.count(2), left_out)
