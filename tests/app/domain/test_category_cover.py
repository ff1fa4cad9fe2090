"""Coverage by groups: small ones are together, small counts hidden, and what a requirement would leave out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.category_cover import (
    CategoryOrigin,
    OfferGroup,
    SchoolOrigin,
    cover_table,
    merged_groups,
    requirement_cover,
)
from app.domain.evidence import CategoryCode

WORK = CategoryCode("activity.work")
ORIGINS = [
    SchoolOrigin("1", "H", "甲縣", 40, 25),
    SchoolOrigin("2", "V", "甲縣", 15, 0),
    SchoolOrigin("3", "V", "乙縣", 12, 3),
    SchoolOrigin("4", "M", "丙縣", 4, 4),
]


def test_groups_under_the_minimum_are_put_together_until_they_are_enough() -> None:
    assert merged_groups({"a": 30, "b": 9, "c": 4, "d": 0}, 10) == (("a",), ("b", "c"))
    assert merged_groups({"a": 30, "b": 12, "c": 4}, 10) == (("a",), ("b", "c"))
    assert merged_groups({"a": 3, "b": 2}, 10) == (("a", "b"),)
    assert merged_groups({}, 10) == ()


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40)))
def test_every_group_is_large_enough_and_everybody_is_in_one(sizes: dict[str, int]) -> None:
    groups = merged_groups(sizes, 10)
    assert sorted(label for group in groups for label in group) == sorted(k for k, v in sizes.items() if v)
    if sum(sizes.values()) >= 10:
        assert all(sum(sizes[label] for label in group) >= 10 for group in groups)


def test_table_shows_shares_and_hides_what_is_few() -> None:
    counts = [
        CategoryOrigin(WORK, "H", "甲縣", 25),
        CategoryOrigin(WORK, "V", "乙縣", 3),
        CategoryOrigin(WORK, "M", "丙縣", 4),
    ]
    table = cover_table(ORIGINS, counts, split="school_type")
    assert table.groups == (("H",), ("V", "M"))
    assert table.sizes == (40, 31, 71)
    assert [(cell.having, cell.lacking) for cell in table.rows[WORK]][0] in {(25, 15), (None, None)}
    second = table.rows[WORK][1]
    assert second.having is None
    assert second.percent is None
    assert second.applicants == 31


def test_few_applicants_have_no_table() -> None:
    few = [SchoolOrigin("1", "H", "甲縣", 9, 9)]
    assert cover_table(few, [], split="county").groups == ()


def test_requirement_counts_people_and_schools() -> None:
    cover = requirement_cover(ORIGINS, None)
    assert (cover.applicants, cover.lacking, cover.schools, cover.schools_without) == (71, 39, 4, 1)
    assert cover.offers == ()


def test_schools_that_offer_none_come_first_with_whom_they_leave_out() -> None:
    cover = requirement_cover(ORIGINS[:3], {"1": True, "2": False})
    assert cover.offers[0] == OfferGroup("V", "甲縣", 0, 1, 0, 15)
    assert [(each.school_type, each.county, each.unknown) for each in cover.offers[1:]] == [
        ("H", "甲縣", 0),
        ("V", "乙縣", 1),
    ]


def test_few_left_out_are_not_told() -> None:
    origins = [*ORIGINS, SchoolOrigin("5", "S", "丁縣", 3, 0)]
    offers = requirement_cover(origins, {"5": False}).offers
    assert offers[0].offering_none == 1
    assert offers[0].left_out is None
