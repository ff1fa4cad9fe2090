"""Semesters of schools: where a day lies, and how far its semester had come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.school_semester import SchoolSemester, place_of, semester_numbered, semester_of


@pytest.mark.parametrize(
    ("day", "semester"),
    [
        (date(2023, 7, 31), SchoolSemester(111, 2)),
        (date(2023, 8, 1), SchoolSemester(112, 1)),
        (date(2024, 1, 31), SchoolSemester(112, 1)),
        (date(2024, 2, 1), SchoolSemester(112, 2)),
        (date(2024, 2, 29), SchoolSemester(112, 2)),
    ],
)
def test_semesters_begin_in_august_and_in_february(day: date, semester: SchoolSemester) -> None:
    assert semester_of(day) == semester


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_places_grow_with_every_day_and_stay_in_their_semester(day: date) -> None:
    assert place_of(day) < place_of(day + timedelta(days=1))
    assert semester_numbered(int(place_of(day))) == semester_of(day)
    assert semester_of(day).first_day <= day < semester_of(day).next.first_day
