"""Courses taken beside those the own class could take: what a school does not offer, nobody could choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from app.domain.evidence import CourseRecord
from app.domain.school_semester import SEMESTERS_OF_SCHOOL, SchoolSemester

PLAN_LENGTH = 16
UNDIVIDED = "0"
REQUIRED = ("1", "2")
ELECTIVE = ("3", "4", "5", "6", "7")
_YEAR, _SCHOOL, _CATEGORY, _AREA = slice(0, 3), slice(3, 9), 16, slice(19, 21)


_Key = tuple[str, str | None]
"""A course category, and the learning area of an elective one."""


@dataclass(frozen=True)
class OfferedCourse:
    """A course of a school's plan; ``semester_credits`` are six characters, one a semester."""

    course_code: str
    subject: str
    semester_credits: str


@dataclass(frozen=True)
class ChoiceGroup:
    """One course category, or learning area of an elective one: what was open to the own class, and what was taken.

    ``offered`` and its credits are None when no plan of the class is known. ``elsewhere`` are courses taken that the
    own class's plan does not name, such as those of another class or school: they count as taken.
    """

    course_category: str
    learning_area: str | None
    offered: int | None
    offered_credits: Decimal | None
    taken: int
    taken_credits: Decimal
    elsewhere: int


@dataclass(frozen=True)
class AreaCredits:
    """Credits of one learning area, by semester: of courses that everybody takes, and of electives."""

    learning_area: str
    required: tuple[Decimal, ...]
    elective: tuple[Decimal, ...]


@dataclass(frozen=True)
class CourseChoices:
    """The comparison of one applicant; ``semesters`` are those in which courses were taken."""

    semesters: tuple[SchoolSemester, ...]
    groups: tuple[ChoiceGroup, ...]
    areas: tuple[AreaCredits, ...]
    """What was taken when, in the order of the codes."""
    is_plan_known: bool
    unread: int
    """Courses whose code cannot be read: they belong to no category."""

    @property
    def not_offered(self) -> tuple[str, ...]:
        """Elective categories of which the own class's plan holds nothing, and nothing was taken."""
        met = {each.course_category for each in self.groups}
        return tuple(each for each in ELECTIVE[:3] if each not in met) if self.is_plan_known else ()


def class_plans(records: Iterable[CourseRecord], school_code: str) -> tuple[str, ...]:
    """The plans of the own class: the undivided one and that of its class group, as the own school's codes tell."""
    plans = Counter(each.course_code[:PLAN_LENGTH] for each in records if each.is_valid_code)
    own = [plan for plan in plans if plan[_SCHOOL] == school_code]
    if not own:
        return ()
    main = min(own, key=lambda plan: (-plans[plan], plan))
    near = [plan for plan in own if plan[:-1] == main[:-1]]
    best: dict[bool, str] = {}
    for plan in sorted(near, key=lambda each: (each != main, -plans[each], each)):
        best.setdefault(plan.endswith(UNDIVIDED), plan)
    return tuple(sorted(best.values()))


def entry_year_of(records: Iterable[CourseRecord]) -> int | None:
    """The cohort most of the course codes name, the later one among equals."""
    years = Counter(each.course_code[_YEAR] for each in records if each.is_valid_code)
    return int(max(years, key=lambda year: (years[year], year))) if years else None


def compare_choices(records: Sequence[CourseRecord], offered: Sequence[OfferedCourse]) -> CourseChoices:
    """Taken beside offered, in the semesters that the records cover, by category and elective learning area."""
    readable = [each for each in records if each.is_valid_code]
    semesters = sorted({found for each in readable if (found := _semester(each)) is not None})
    taken = _by_group(readable)
    covered = _by_group(_covered(offered, semesters, entry_year=entry_year_of(readable)))
    return CourseChoices(
        semesters=tuple(semesters),
        groups=tuple(
            _compared(key, taken.get(key, []), covered.get(key, []), is_known=bool(offered))
            for key in sorted({*taken, *covered}, key=_order)
        ),
        areas=_areas(readable, semesters),
        is_plan_known=bool(offered),
        unread=len(records) - len(readable),
    )


@dataclass(frozen=True)
class _OpenCourse:
    course_code: str
    subject: str
    credits: Decimal


def _covered(
    offered: Iterable[OfferedCourse], semesters: Iterable[SchoolSemester], *, entry_year: int | None
) -> list[_OpenCourse]:
    """Offered courses with the credits of the semesters on record; those of other semesters stay out."""
    first = SchoolSemester(entry_year or 0, 1).number
    places = [each.number - first for each in semesters if 0 <= each.number - first < SEMESTERS_OF_SCHOOL]
    opened = []
    for course in offered:
        marks = [course.semester_credits[place : place + 1] for place in places]
        if any(mark not in ("", "0") for mark in marks):
            # A letter says that the course is taught and not how many credits it earns.
            earned = sum(int(mark) for mark in marks if mark.isdecimal())
            opened.append(_OpenCourse(course.course_code, course.subject, Decimal(earned)))
    return opened


Course = TypeVar("Course", CourseRecord, _OpenCourse)


def _areas(records: Sequence[CourseRecord], semesters: Sequence[SchoolSemester]) -> tuple[AreaCredits, ...]:
    own: dict[str, list[CourseRecord]] = {}
    for each in records:
        own.setdefault(each.course_code[_AREA], []).append(each)
    return tuple(
        AreaCredits(
            area,
            required=tuple(_earned(own[area], each, is_elective=False) for each in semesters),
            elective=tuple(_earned(own[area], each, is_elective=True) for each in semesters),
        )
        for area in sorted(own)
    )


def _earned(records: Iterable[CourseRecord], semester: SchoolSemester, *, is_elective: bool) -> Decimal:
    return _total(
        each.credits
        for each in records
        if _semester(each) == semester and (each.course_code[_CATEGORY] in ELECTIVE) is is_elective
    )


def _by_group(courses: Iterable[Course]) -> dict[_Key, list[Course]]:
    groups: dict[_Key, list[Course]] = {}
    for each in courses:
        groups.setdefault(_group(each.course_code), []).append(each)
    return groups


def _compared(
    key: _Key, own: Sequence[CourseRecord], covered: Sequence[_OpenCourse], *, is_known: bool
) -> ChoiceGroup:
    open_ = {_identity(each): each for each in covered}
    taken = {_identity(each) for each in own}
    return ChoiceGroup(
        course_category=key[0],
        learning_area=key[1],
        offered=len(open_) if is_known else None,
        offered_credits=_total(each.credits for each in open_.values()) if is_known else None,
        taken=len(taken),
        taken_credits=_total(each.credits for each in own),
        elsewhere=len(taken - set(open_)) if is_known else 0,
    )


def _identity(course: CourseRecord | _OpenCourse) -> tuple[str, str]:
    """The same course in the undivided plan and in that of the class group is one."""
    return (course.course_code[PLAN_LENGTH:], course.subject)


def _group(course_code: str) -> _Key:
    category = course_code[_CATEGORY]
    return (category, course_code[_AREA] if category in ELECTIVE else None)


def _order(key: _Key) -> tuple[bool, bool, str, str]:
    """Electives first: they are what was chosen."""
    return (key[0] not in ELECTIVE, key[0] not in REQUIRED, key[0], key[1] or "")


def _semester(record: CourseRecord) -> SchoolSemester | None:
    if record.academic_year is None:
        return None
    return SchoolSemester(record.academic_year, record.semester or 1)


def _total(values: Iterable[Decimal | None]) -> Decimal:
    return sum((each for each in values if each is not None), Decimal(0))
