"""Courses taken beside those the own class could take."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.course_choice import ChoiceGroup, OfferedCourse, class_plans, compare_choices, entry_year_of
from app.domain.evidence import CourseRecord
from app.domain.school_semester import SchoolSemester
from tests.app.domain.test_strongest import course

UNDIVIDED, CLASS_A, CLASS_B = "112999301H111010", "112999301H11101A", "112999301H11101B"
MATHS, PHYSICS, FILM = "1010203", "311040J", "5110501"


def taken(code: str, subject: str, *, year: int = 112, semester: int = 1, credits: str = "2") -> CourseRecord:
    record = course(subject, None, year=year)
    return replace(record, course_code=code, subject=subject, semester=semester, credits=Decimal(credits))


RECORDS = (
    taken(UNDIVIDED + MATHS, "數學", credits="4"),
    taken(UNDIVIDED + MATHS, "數學", semester=2, credits="4"),
    taken(CLASS_A + PHYSICS, "選修物理", year=113),
)
OFFERED = (
    OfferedCourse(UNDIVIDED + MATHS, "數學", "440000"),
    OfferedCourse(CLASS_A + PHYSICS, "選修物理", "002000"),
    OfferedCourse(CLASS_A + "311040K", "選修化學", "002200"),
    OfferedCourse(CLASS_A + FILM, "影像", "000022"),
)


def test_the_plans_of_a_class_are_the_undivided_one_and_that_of_its_group() -> None:
    other = [taken(CLASS_B + PHYSICS, "選修物理"), taken("112999302H11101A" + FILM, "影像")]
    assert class_plans([*RECORDS, *RECORDS, *other], "999301") == (UNDIVIDED, CLASS_A)
    assert class_plans(RECORDS, "999302") == ()
    assert class_plans([], "999301") == ()


def test_offered_counts_the_semesters_on_record_and_not_what_comes_later() -> None:
    choices = compare_choices(RECORDS, OFFERED)
    assert choices.semesters == (SchoolSemester(112, 1), SchoolSemester(112, 2), SchoolSemester(113, 1))
    assert choices.groups == (
        ChoiceGroup("3", "04", 2, Decimal(4), 1, Decimal(2), 0),
        ChoiceGroup("1", None, 1, Decimal(8), 1, Decimal(8), 0),
    )


def test_without_a_plan_the_offer_is_unknown_and_not_nought() -> None:
    choices = compare_choices(RECORDS, [])
    assert not choices.is_plan_known
    assert [(each.offered, each.offered_credits, each.taken) for each in choices.groups] == [
        (None, None, 1),
        (None, None, 1),
    ]
    assert choices.not_offered == ()


def test_what_the_school_does_not_offer_is_named() -> None:
    assert compare_choices(RECORDS, OFFERED).not_offered == ("4", "5")


def test_a_course_of_another_class_counts_as_taken_elsewhere() -> None:
    records = [*RECORDS, taken(CLASS_B + "5110401", "天文", year=113)]
    group = compare_choices(records, OFFERED).groups[1]
    assert (group.course_category, group.offered, group.taken, group.elsewhere) == ("5", 0, 1, 1)


def test_the_same_course_in_both_plans_is_one_and_a_letter_earns_no_known_credits() -> None:
    offered = [
        OfferedCourse(UNDIVIDED + PHYSICS, "選修物理", "002000"),
        OfferedCourse(CLASS_A + PHYSICS, "選修物理", "00T000"),
    ]
    group = compare_choices(RECORDS, offered).groups[0]
    assert (group.offered, group.offered_credits) == (1, Decimal(0))


def test_courses_whose_code_cannot_be_read_are_counted_apart() -> None:
    unread = replace(taken("11", "代碼不明"), is_valid_code=False)
    assert compare_choices([*RECORDS, unread], OFFERED).unread == 1


def test_the_cohort_is_the_one_most_codes_name() -> None:
    assert entry_year_of([*RECORDS, taken("111" + CLASS_A[3:] + FILM, "影像")]) == 112
    assert entry_year_of([]) is None
