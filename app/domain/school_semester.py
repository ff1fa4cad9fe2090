"""Semesters of Taiwan's schools: the first from August to January, the second from February to July."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

ROC_OFFSET = 1911
SEMESTERS_OF_SCHOOL = 6
"""Three years of senior high school."""
_FIRST_MONTH = 8
_SECOND_MONTH = 2


@dataclass(frozen=True, order=True)
class SchoolSemester:
    """``academic_year`` is a ROC year; ``semester`` is 1 or 2."""

    academic_year: int
    semester: int

    @property
    def number(self) -> int:
        """A running number, so that neighbours differ by one."""
        return self.academic_year * 2 + self.semester - 1

    @property
    def first_day(self) -> date:
        """1 August, or 1 February of the calendar year after."""
        year = self.academic_year + ROC_OFFSET
        return date(year, _FIRST_MONTH, 1) if self.semester == 1 else date(year + 1, _SECOND_MONTH, 1)

    @property
    def next(self) -> SchoolSemester:
        """The semester that follows."""
        return semester_numbered(self.number + 1)


def semester_numbered(number: int) -> SchoolSemester:
    """The semester with this running number."""
    return SchoolSemester(number // 2, number % 2 + 1)


def semester_of(day: date) -> SchoolSemester:
    """The semester a day lies in."""
    year = day.year - ROC_OFFSET
    if day.month >= _FIRST_MONTH:
        return SchoolSemester(year, 1)
    return SchoolSemester(year - 1, 2 if day.month >= _SECOND_MONTH else 1)


def place_of(day: date) -> float:
    """The running number of the day's semester, and behind the point how much of it had passed."""
    semester = semester_of(day)
    length = (semester.next.first_day - semester.first_day).days
    return semester.number + (day - semester.first_day).days / length
