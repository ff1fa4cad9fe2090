"""Activities over the semesters: where a mark stands, and what has no place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.activity_timeline import build_timeline
from app.domain.school_semester import SchoolSemester
from tests.app.domain.test_strongest import activity

FIRST_DAY, LAST_DAY = date(2023, 8, 1), date(2024, 2, 1)


def test_a_span_reaches_from_its_first_to_its_last_day() -> None:
    timeline = build_timeline([activity("a", "cadre", days=(FIRST_DAY, LAST_DAY))], entry_year=112)
    mark = timeline.rows[0].lanes[0][0]
    assert timeline.semesters[0] == SchoolSemester(112, 1)
    assert len(timeline.semesters) == 6
    assert (mark.start, mark.end, mark.is_span, mark.is_semester_only) == (0, 1, True, False)


def test_a_single_day_is_a_point_and_a_semester_is_a_span_of_its_own_kind() -> None:
    only = replace(activity("b", "flexible_learning"), academic_year=113, semester=2)
    timeline = build_timeline([activity("a", "competition", days=(LAST_DAY, None)), only], entry_year=112)
    point, span = (row.lanes[0][0] for row in timeline.rows)
    assert (point.start, point.end, point.is_span) == (1, 1, False)
    assert (span.start, span.end, span.is_span, span.is_semester_only) == (3, 4, True, True)


def test_without_any_date_an_activity_is_listed_apart() -> None:
    timeline = build_timeline([activity("a", "work")], entry_year=112)
    assert timeline.rows == ()
    assert [each.activity_id for each in timeline.undated] == ["a"]


def test_days_outside_of_school_stand_at_the_edge_and_say_so() -> None:
    early = activity("a", "work", days=(date(2020, 1, 1), None))
    late = activity("b", "work", days=(date(2027, 1, 1), None))
    marks = [mark for lane in build_timeline([early, late], entry_year=112).rows[0].lanes for mark in lane]
    assert [(mark.start, mark.is_before, mark.is_after) for mark in marks] == [
        (0, True, False),
        (6, False, True),
    ]


def test_without_a_cohort_the_semesters_are_those_the_activities_reach() -> None:
    timeline = build_timeline([activity("a", "work", days=(FIRST_DAY, LAST_DAY))], entry_year=None)
    assert timeline.semesters == (SchoolSemester(112, 1), SchoolSemester(112, 2))
    assert build_timeline([], entry_year=None).semesters == ()


def test_marks_that_would_cover_each_other_stand_in_lanes() -> None:
    same = [activity(key, "work", days=(FIRST_DAY, None)) for key in "abc"]
    row = build_timeline(same, entry_year=112).rows[0]
    assert ([len(lane) for lane in row.lanes], row.count) == ([1, 1, 1], 3)


def test_days_in_the_wrong_order_lose_nothing() -> None:
    wrong = build_timeline([activity("a", "cadre", days=(LAST_DAY, FIRST_DAY))], entry_year=112)
    assert (wrong.rows[0].lanes[0][0].start, wrong.rows[0].lanes[0][0].end) == (0, 1)
