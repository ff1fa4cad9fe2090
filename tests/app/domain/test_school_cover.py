"""Schools by category: what few applicants would tell is hidden, what a course plan says is not."""

from __future__ import annotations

from decimal import Decimal

from app.domain.category_cover import SchoolOrigin, requirement_cover
from app.domain.evidence import CategoryCode
from app.domain.school_cover import (
    EVERYONE,
    HeldCount,
    LeftOut,
    SchoolShare,
    held_shares,
    left_out_schools,
)

WORK = CategoryCode("activity.work")


def shares(own: tuple[int, int], whole: tuple[int, int]) -> tuple[SchoolShare, SchoolShare]:
    """Of 8 schools and 60 applicants here, of 30 schools and 600 applicants in all: schools and applicants having it."""
    return held_shares(
        {EVERYONE: HeldCount(8, 60), WORK: HeldCount(*own)},
        {EVERYONE: HeldCount(30, 600), WORK: HeldCount(*whole)},
        WORK,
        minimum=10,
    )


def test_schools_are_counted_where_enough_have_it_and_enough_have_not() -> None:
    own, whole = shares((5, 25), (21, 300))
    assert (own, whole) == (SchoolShare(8, 5), SchoolShare(30, 21))
    assert [own.percent, whole.percent] == [Decimal(63), Decimal(70)]


def test_few_who_have_it_hide_their_schools() -> None:
    assert shares((3, 4), (21, 300))[0] == SchoolShare(8, None)
    assert shares((8, 55), (30, 500))[0] == SchoolShare(8, None)


def test_few_in_all_hide_the_schools_of_all() -> None:
    assert shares((4, 5), (7, 9)) == (SchoolShare(8, None), SchoolShare(30, None))


def test_nobody_is_a_zero_that_is_never_hidden() -> None:
    assert shares((0, 0), (21, 300)) == (SchoolShare(8, 0), SchoolShare(30, 21))
    none = held_shares({EVERYONE: HeldCount(8, 60)}, {EVERYONE: HeldCount(30, 600)}, WORK, minimum=10)
    assert [each.count for each in none] == [0, 0]


def test_few_elsewhere_are_not_found_by_taking_the_own_from_all() -> None:
    own, whole = shares((5, 25), (7, 28))
    assert None in (own.count, whole.count)


ORIGINS = [
    SchoolOrigin("1", "H", "甲縣", 30, 20, "一中"),
    SchoolOrigin("1", "", "", 2, 0, "一中"),
    SchoolOrigin("2", "V", "甲縣", 15, 0, "二工"),
    SchoolOrigin("3", "V", "乙縣", 3, 0, "三商"),
    SchoolOrigin("4", "V", "乙縣", 2, 0, "四農"),
    SchoolOrigin("", "", "", 5, 0),
]


def test_schools_left_out_are_named_unless_their_applicants_are_few() -> None:
    found = left_out_schools(ORIGINS, None, minimum=10)
    assert [(each.school_name, each.reason, each.is_large) for each in found.named] == [
        ("二工", LeftOut.NOBODY_HAS, True)
    ]
    assert found.unnamed == 2


def test_a_course_plan_without_the_course_is_told_of_every_school() -> None:
    found = left_out_schools(ORIGINS, {"1": True, "2": False, "3": False}, minimum=10)
    assert [(each.school_name, each.reason, each.is_large) for each in found.named] == [
        ("三商", LeftOut.OFFERS_NONE, False),
        ("二工", LeftOut.OFFERS_NONE, True),
    ]
    assert found.unnamed == 1


def test_where_those_without_are_few_no_school_is_told_by_them() -> None:
    origins = [SchoolOrigin("1", "H", "甲縣", 40, 40, "一中"), SchoolOrigin("3", "V", "乙縣", 3, 0, "三商")]
    found = left_out_schools(origins, None, minimum=10)
    assert (found.named, found.unnamed) == ((), None)
    assert requirement_cover(origins, None, minimum=10).schools_without is None
