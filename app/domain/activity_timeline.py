"""Activities over the semesters of school: spans, single days, and what has no date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.evidence import ActivityRecord, CategoryCode
from app.domain.school_semester import (
    SEMESTERS_OF_SCHOOL,
    SchoolSemester,
    place_of,
    semester_numbered,
)

LEAST_WIDTH = 0.24
"""Of a semester: what a mark takes up, so that neighbours stand below each other rather than on each other."""


@dataclass(frozen=True)
class Mark:
    """One activity: from ``start`` to ``end``, in semesters since the first of the line."""

    record: ActivityRecord
    start: float
    end: float
    is_span: bool
    is_semester_only: bool
    """Only the semester is known, not the days."""
    is_before: bool
    is_after: bool


@dataclass(frozen=True)
class TimelineRow:
    """The marks of one category, in lanes in which none covers another."""

    category_code: CategoryCode
    lanes: tuple[tuple[Mark, ...], ...]

    @property
    def count(self) -> int:
        """Marks in all lanes."""
        return sum(map(len, self.lanes))


@dataclass(frozen=True)
class Timeline:
    """The semesters across, the categories below each other, and what could not be placed."""

    semesters: tuple[SchoolSemester, ...]
    rows: tuple[TimelineRow, ...]
    undated: tuple[ActivityRecord, ...]


def build_timeline(activities: Sequence[ActivityRecord], *, entry_year: int | None) -> Timeline:
    """Rows in the order the categories come in; six semesters from entry, or those the activities reach."""
    reach = {each.activity_id: found for each in activities if (found := _reach(each)) is not None}
    semesters = _semesters(reach.values(), entry_year)
    marks = {
        each.activity_id: _mark(each, reach[each.activity_id], semesters)
        for each in activities
        if each.activity_id in reach
    }
    return Timeline(
        semesters=semesters,
        rows=tuple(_rows(activities, marks)),
        undated=tuple(each for each in activities if each.activity_id not in reach),
    )


def _reach(record: ActivityRecord) -> tuple[float, float] | None:
    """First and last place; days in the wrong order are two single facts, of which the first is shown."""
    days = sorted(place_of(day) for day in (record.start_date, record.end_date) if day is not None)
    if days:
        return days[0], days[-1]
    if record.academic_year is None:
        return None
    if record.semester in (1, 2):
        number = SchoolSemester(record.academic_year, record.semester or 1).number
        return float(number), float(number + 1)
    number = SchoolSemester(record.academic_year, 1).number
    return float(number), float(number + 2)


def _semesters(reach: Iterable[tuple[float, float]], entry_year: int | None) -> tuple[SchoolSemester, ...]:
    if entry_year is not None:
        first = SchoolSemester(entry_year, 1).number
        return tuple(semester_numbered(first + each) for each in range(SEMESTERS_OF_SCHOOL))
    ends = sorted(int(place) for pair in reach for place in pair)
    if not ends:
        return ()
    first = max(ends[0], ends[-1] - 2 * SEMESTERS_OF_SCHOOL)
    return tuple(semester_numbered(number) for number in range(first, ends[-1] + 1))


def _mark(record: ActivityRecord, reach: tuple[float, float], semesters: Sequence[SchoolSemester]) -> Mark:
    first, length = semesters[0].number, len(semesters)
    start, end = reach[0] - first, reach[1] - first
    return Mark(
        record=record,
        start=round(min(max(start, 0), length), 3),
        end=round(min(max(end, 0), length), 3),
        is_span=record.start_date is None or (record.end_date is not None and reach[0] != reach[1]),
        is_semester_only=record.start_date is None and record.end_date is None,
        is_before=start < 0,
        is_after=end > length,
    )


def _rows(activities: Iterable[ActivityRecord], marks: Mapping[str, Mark]) -> Iterable[TimelineRow]:
    by_category: dict[CategoryCode, list[Mark]] = {}
    for each in activities:
        if each.activity_id in marks:
            by_category.setdefault(each.category_code, []).append(marks[each.activity_id])
    for code, own in by_category.items():
        yield TimelineRow(code, _lanes(sorted(own, key=lambda mark: (mark.start, mark.end))))


def _lanes(marks: Iterable[Mark]) -> tuple[tuple[Mark, ...], ...]:
    lanes: list[list[Mark]] = []
    for mark in marks:
        free = next((lane for lane in lanes if _right(lane[-1]) <= mark.start), None)
        if free is None:
            lanes.append([mark])
        else:
            free.append(mark)
    return tuple(tuple(lane) for lane in lanes)


def _right(mark: Mark) -> float:
    return max(mark.end, mark.start + LEAST_WIDTH)
