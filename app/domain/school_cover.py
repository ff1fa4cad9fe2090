"""How many schools hold or offer a category at all, and which ones a requirement would leave out.

What a course plan offers is public and told of every school. What a school's applicants have is told of the school
only where they are not few; a count of schools is hidden wherever the count of applicants behind it would be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from app.domain.category_cover import SMALLEST_COVER_GROUP, SchoolOrigin
from app.domain.evidence import CategoryCode
from app.domain.rounding import round_half_up
from app.domain.suppression import build_count_table, suppress

EVERYONE = CategoryCode("")
"""The line of all applicants among the counts by category."""


@dataclass(frozen=True)
class HeldCount:
    """Schools that sent somebody with a category, and how many applicants have it."""

    schools: int
    applicants: int


NOBODY = HeldCount(0, 0)
Held = Mapping[CategoryCode, HeldCount]


@dataclass(frozen=True)
class SchoolShare:
    """So many of ``schools``; None where hidden."""

    schools: int
    count: int | None

    @property
    def percent(self) -> Decimal | None:
        """In whole percent; None where hidden or where there is no school."""
        if self.count is None or not self.schools:
            return None
        return round_half_up(Fraction(100 * self.count, self.schools), 0)


@dataclass(frozen=True)
class SchoolCover:
    """Of one category: schools with somebody who has it, among the programme's applicants and among all applicants
    in the data; for courses also the schools that offer it, among those with a course list."""

    held: SchoolShare
    held_anywhere: SchoolShare
    offered: SchoolShare | None = None
    offered_anywhere: SchoolShare | None = None


def held_shares(
    own: Held, whole: Held, code: CategoryCode, *, minimum: int
) -> tuple[SchoolShare, SchoolShare]:
    """The programme's applicants within all of the data, hidden as one table of both, so that no difference tells."""
    mine, everybody = own.get(code, NOBODY), whole.get(code, NOBODY)
    sizes = (own[EVERYONE].applicants, whole[EVERYONE].applicants)
    having = (mine.applicants, max(0, everybody.applicants - mine.applicants))
    others = max(having[1], sizes[1] - sizes[0])
    rows = [[having[0], sizes[0] - having[0]], [having[1], others - having[1]]]
    shown = suppress(build_count_table(("own", "others"), ("having", "lacking"), rows), minimum)
    is_told = None not in shown.cells[0]
    is_told_of_all = None not in shown.column_totals
    return (
        SchoolShare(own[EVERYONE].schools, mine.schools if is_told else None),
        SchoolShare(whole[EVERYONE].schools, everybody.schools if is_told_of_all else None),
    )


class LeftOut(StrEnum):
    """Why a school would be left out by a requirement."""

    OFFERS_NONE = "offers_none"
    """Its course plan has none of the courses."""
    NOBODY_HAS = "nobody_has"
    """None of its applicants has what is required."""


@dataclass(frozen=True)
class LeftOutSchool:
    """A school that a requirement would leave out; ``is_large`` says that its applicants are not few."""

    school_code: str
    school_name: str
    school_type: str
    county: str
    reason: LeftOut
    is_large: bool


@dataclass(frozen=True)
class LeftOutSchools:
    """Schools by name; ``unnamed`` more have few applicants, of whom nobody has it (None where that is hidden)."""

    named: tuple[LeftOutSchool, ...]
    unnamed: int | None


def left_out_schools(
    origins: Sequence[SchoolOrigin],
    offered: Mapping[str, bool] | None,
    *,
    minimum: int = SMALLEST_COVER_GROUP,
) -> LeftOutSchools:
    """Those that offer none first, by county and name; ``offered`` as in ``requirement_cover``."""
    schools = _by_school(origins)
    having = sum(each.applicants_with for each in origins)
    lacking = sum(each.applicants for each in origins) - having
    is_hidden = (
        None
        in suppress(build_count_table(("all",), ("having", "lacking"), [[having, lacking]]), minimum).cells[0]
    )
    named, unnamed = [], 0
    for code, each in schools.items():
        is_large = each.applicants >= minimum
        if offered is not None and offered.get(code) is False:
            named.append(_left_out(each, LeftOut.OFFERS_NONE, is_large=is_large))
        elif not each.applicants_with and not is_hidden:
            if is_large:
                named.append(_left_out(each, LeftOut.NOBODY_HAS, is_large=True))
            else:
                unnamed += 1
    order = list(LeftOut)
    named.sort(key=lambda each: (order.index(each.reason), each.county, each.school_name, each.school_code))
    return LeftOutSchools(tuple(named), None if is_hidden else unnamed)


def _by_school(origins: Sequence[SchoolOrigin]) -> dict[str, SchoolOrigin]:
    """One line a school, of the type and county of most of its applicants; unknown schools are none."""
    lines: dict[str, list[SchoolOrigin]] = {}
    for each in origins:
        if each.school_code:
            lines.setdefault(each.school_code, []).append(each)
    whole = {}
    for code, pile in lines.items():
        most = max(pile, key=lambda each: each.applicants)
        whole[code] = SchoolOrigin(
            code,
            most.school_type,
            most.county,
            sum(each.applicants for each in pile),
            sum(each.applicants_with for each in pile),
            most.school_name,
        )
    return whole


def _left_out(school: SchoolOrigin, reason: LeftOut, *, is_large: bool) -> LeftOutSchool:
    return LeftOutSchool(
        school.school_code, school.school_name, school.school_type, school.county, reason, is_large
    )
