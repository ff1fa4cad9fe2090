"""Strongest first, by facts alone: never by the grade, never by the place in a file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.award_rank import UNREAD, award_rank
from app.domain.evidence import (
    ActivityRecord,
    CategoryCode,
    CourseOutcome,
    CourseRecord,
    EstimatedStanding,
)
from app.domain.strongest import (
    course_of_outcome,
    months_held,
    strongest_activities,
    strongest_courses,
    strongest_outcomes,
)


def course(
    key: str, percent: str | None, *, grade: str = "80", year: int = 112, worst: str | None = None
) -> CourseRecord:
    standing = (
        EstimatedStanding(Decimal(percent), Decimal(percent), Decimal(worst or percent)) if percent else None
    )
    return CourseRecord(
        record_id=key,
        academic_year=year,
        semester=1,
        course_code="",
        subject=key,
        course_group_code="",
        course_group_label="",
        learning_area_name=None,
        credits=None,
        grade=Decimal(grade),
        grade_text=grade,
        standing=standing,
        distribution=None,
        syllabus_id=None,
        match_method=None,
        match_similarity=None,
        is_valid_code=True,
        is_national=False,
        is_repeated_row=False,
    )


def activity(
    key: str,
    activity_list: str,
    *,
    level: str | None = None,
    role: str | None = None,
    hours: str | None = None,
    days: tuple[date | None, date | None] = (None, None),
) -> ActivityRecord:
    return ActivityRecord(
        activity_id=key,
        activity_list=activity_list,
        category_code=CategoryCode(f"activity.{activity_list}"),
        title=key,
        organiser=None,
        role=role,
        level_name=level,
        start_date=days[0],
        end_date=days[1],
        academic_year=None,
        semester=None,
        hours=Decimal(hours) if hours else None,
        summary=None,
        external_link=None,
        files=(),
    )


def outcome(key: str, subject: str, year: int = 112) -> CourseOutcome:
    return CourseOutcome(key, subject, year, 1, None, None, None, ())


def test_courses_go_by_standing_in_the_own_school_and_not_by_grade() -> None:
    records = [course("high grade", "40", grade="99"), course("low grade", "3.5", grade="71")]
    assert [each.record_id for each in strongest_courses(records)] == ["low grade", "high grade"]


def test_equal_standings_go_by_the_narrower_range_and_then_the_newer_semester() -> None:
    records = [course("wide", "5", worst="9"), course("old", "5", year=111), course("new", "5", year=113)]
    assert [each.record_id for each in strongest_courses(records)] == ["new", "old", "wide"]


def test_courses_without_a_distribution_are_in_no_order_of_strength() -> None:
    assert strongest_courses([course("unknown", None, grade="100")]) == ()


def test_competitions_go_by_level_then_rank_then_date() -> None:
    records = [
        activity("school first", "competition", level="校級", role="第一名"),
        activity("national part", "competition", level="全國", role="參賽證明"),
        activity("national second", "competition", level="全國", role="優等"),
        activity("later", "competition", level="縣市級", role="佳作", days=(date(2025, 1, 1), None)),
        activity("earlier", "competition", level="縣市級", role="佳作", days=(date(2024, 1, 1), None)),
        activity("unknown level", "competition", level="區賽", role="第一名"),
    ]
    assert [each.activity_id for each in strongest_activities(records)] == [
        "national second",
        "national part",
        "later",
        "earlier",
        "school first",
        "unknown level",
    ]


def test_offices_of_the_whole_school_come_first_and_then_the_longer_held() -> None:
    half, year = (date(2024, 8, 1), date(2025, 1, 31)), (date(2023, 8, 1), date(2024, 7, 31))
    records = [
        activity("class, half a year", "school_cadre", level="班級", days=half),
        activity("class, a year", "school_cadre", level="班級", days=year),
        activity("school, half a year", "school_cadre", level="校級", days=half),
    ]
    assert [each.activity_id for each in strongest_activities(records)] == [
        "school, half a year",
        "class, a year",
        "class, half a year",
    ]


def test_licences_of_technicians_go_by_grade_and_all_others_are_equal() -> None:
    records = [
        activity("old language", "licence", level="語言能力", role="中高級", days=(date(2023, 1, 1), None)),
        activity("new music", "licence", level="音樂", role="五級", days=(date(2025, 1, 1), None)),
        activity("丙", "licence", level="丙級技術士", role="丙級"),
        activity("乙", "licence", level="乙級技術士", role="乙級"),
        activity("單一", "licence", level="丙級技術士", role="單一級"),
        activity("referee", "licence", level="裁判", role="丙級", days=(date(2024, 1, 1), None)),
    ]
    ordered = [each.activity_id for each in strongest_activities(records)]
    assert ordered == ["乙", "丙", "單一", "new music", "referee", "old language"]


def test_service_goes_by_hours_and_unknown_hours_come_last() -> None:
    records = [activity("unknown", "service_learning"), activity("few", "service_learning", hours="4")]
    records.append(activity("many", "service_learning", hours="40.5"))
    assert [each.activity_id for each in strongest_activities(records)] == ["many", "few", "unknown"]


def test_outcomes_go_by_the_standing_in_their_course() -> None:
    courses = [course("math", "30"), course("physics", "2"), course("twice", "1"), course("twice", "1")]
    outcomes = [outcome("a", "math"), outcome("b", "physics"), outcome("c", "art"), outcome("d", "twice")]
    ordered = [
        (each.outcome_id, own and own.record_id) for each, own in strongest_outcomes(outcomes, courses)
    ]
    assert ordered == [("b", "physics"), ("a", "math"), ("c", None), ("d", None)]
    assert course_of_outcome(outcome("e", "math", year=113), courses) is None


@given(st.permutations(range(8)))
def test_the_place_in_the_file_decides_nothing(order: list[int]) -> None:
    levels = ("國際", "全國", "縣市級", "校級")
    records = [
        activity(str(place), "competition", level=levels[place % 4], role=("第一名", "佳作")[place // 4])
        for place in range(8)
    ]
    shuffled = strongest_activities([records[place] for place in order])
    assert shuffled == strongest_activities(records)


@pytest.mark.parametrize(
    ("award", "rank"),
    [("全國第一名", 1), ("特優", 1), ("優等", 2), ("甲等", 3), ("佳作", 4), ("入選", 5), ("參賽證明", 6)],
)
def test_awards_are_read_by_their_usual_words(award: str, rank: int) -> None:
    assert award_rank(award) == rank


@pytest.mark.parametrize("award", [None, "", "最佳人氣獎"])
def test_other_awards_are_not_guessed(award: str | None) -> None:
    assert award_rank(award) == UNREAD


def test_months_of_an_office_need_both_days_in_order() -> None:
    held = [
        months_held(activity("a", "cadre", days=days))
        for days in (
            (date(2024, 8, 1), date(2025, 7, 31)),
            (date(2024, 8, 1), None),
            (date(2025, 1, 1), date(2024, 1, 1)),
        )
    ]
    assert held == [12, None, None]
