"""Strongest first, by rules that only read facts: the same for everyone, without a weight and without a verdict.

Every order ends with what is newest, so that equals are told apart by time and not by place in a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from app.domain.award_rank import award_rank
from app.domain.evidence import ActivityRecord, CourseOutcome, CourseRecord, Document, EstimatedStanding
from app.domain.school_semester import SchoolSemester
from app.domain.written_values import COMPETITION_LEVELS, LICENCE_GRADES, SCHOOL_WIDE, TECHNICIAN

Key = tuple[object, ...]


class StrengthRule(StrEnum):
    """Which rule ordered the entries; told beside them."""

    STANDING = "standing"
    """Estimated standing in the own school, never the grade."""
    COURSE_OF_OUTCOME = "course_of_outcome"
    """Standing in the course an outcome comes from, then newest."""
    LEVEL_AND_RANK = "level_and_rank"
    """Level of a competition, rank of the award, newest."""
    GRADE_OF_LICENCE = "grade_of_licence"
    """甲, 乙, 丙 of a technician's licence; every other licence is equal and ordered by date."""
    LEVEL_AND_TIME_HELD = "level_and_time_held"
    """Offices of the whole school first, then how long they were held."""
    HOURS = "hours"
    """Most hours first."""
    NEWEST = "newest"
    PAGES = "pages"
    """Documents that can be opened first, then by pages."""


RULES: dict[str, StrengthRule] = {
    "competition": StrengthRule.LEVEL_AND_RANK,
    "licence": StrengthRule.GRADE_OF_LICENCE,
    "school_cadre": StrengthRule.LEVEL_AND_TIME_HELD,
    "cadre": StrengthRule.LEVEL_AND_TIME_HELD,
    "service_learning": StrengthRule.HOURS,
    "flexible_learning": StrengthRule.HOURS,
    "group_activity": StrengthRule.HOURS,
    "workplace_learning": StrengthRule.HOURS,
    "advanced_placement": StrengthRule.HOURS,
}
"""By activity list; every other list is ordered by date."""


def rule_of(activity_list: str) -> StrengthRule:
    """The rule of one of the activity lists."""
    return RULES.get(activity_list, StrengthRule.NEWEST)


def strongest_courses(records: Sequence[CourseRecord]) -> tuple[CourseRecord, ...]:
    """Those with an estimated standing, the one furthest to the top first; the others are in no order of strength."""
    ranked = [each for each in records if each.standing is not None]
    return tuple(sorted(ranked, key=lambda each: (_standing_key(each.standing), -_when(each), each.subject)))


def strongest_activities(records: Sequence[ActivityRecord]) -> tuple[ActivityRecord, ...]:
    """The records of one list by its rule."""
    return tuple(sorted(records, key=lambda each: (*_KEYS[rule_of(each.activity_list)](each), -_day(each))))


def strongest_outcomes(
    outcomes: Sequence[CourseOutcome], courses: Sequence[CourseRecord]
) -> tuple[tuple[CourseOutcome, CourseRecord | None], ...]:
    """Outcomes with the course they come from: best standing first, then those without one, newest first."""
    paired = [(each, course_of_outcome(each, courses)) for each in outcomes]
    return tuple(
        sorted(
            paired, key=lambda pair: (_standing_key(pair[1].standing if pair[1] else None), -_when(pair[0]))
        )
    )


def course_of_outcome(outcome: CourseOutcome, courses: Sequence[CourseRecord]) -> CourseRecord | None:
    """The course of the same name, year and semester; None when there is none or more than one."""
    wanted = (outcome.subject, outcome.academic_year, outcome.semester)
    found = [each for each in courses if (each.subject, each.academic_year, each.semester) == wanted]
    return found[0] if len(found) == 1 else None


def strongest_documents(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Those that can be opened first, the longer before the shorter."""
    return tuple(sorted(documents, key=lambda each: -(each.page_count or 0)))


def months_held(record: ActivityRecord) -> int | None:
    """Whole months from the first to the last day; None without both days, or when they are in the wrong order."""
    start, end = record.start_date, record.end_date
    if start is None or end is None or end < start:
        return None
    return (end.year - start.year) * 12 + end.month - start.month + (end.day >= start.day)


def _standing_key(standing: EstimatedStanding | None) -> tuple[bool, Decimal, Decimal]:
    if standing is None:
        return (True, Decimal(0), Decimal(0))
    return (False, standing.percent, standing.worst)


def _when(record: CourseRecord | CourseOutcome) -> int:
    if record.academic_year is None:
        return 0
    return SchoolSemester(record.academic_year, record.semester or 1).number


def _day(record: ActivityRecord) -> int:
    day = record.end_date or record.start_date
    if day is None and record.academic_year is not None:
        day = SchoolSemester(record.academic_year, record.semester or 1).first_day
    return (day or date.min).toordinal()


def _competition_key(record: ActivityRecord) -> Key:
    level = record.level_name or ""
    place = COMPETITION_LEVELS.index(level) if level in COMPETITION_LEVELS else len(COMPETITION_LEVELS)
    return (place, award_rank(record.role))


def _licence_key(record: ActivityRecord) -> Key:
    if TECHNICIAN not in (record.level_name or ""):
        return (len(LICENCE_GRADES),)
    # 「丙級技術士」 may hold a 單一級 licence: what the licence says of itself counts before the name of its kind.
    for text in (record.role, record.title, record.level_name):
        found = re.search("|".join(LICENCE_GRADES), text or "")
        if found:
            return (LICENCE_GRADES.index(found[0]),)
    return (len(LICENCE_GRADES),)


def _office_key(record: ActivityRecord) -> Key:
    return (record.level_name != SCHOOL_WIDE, -(months_held(record) or 0))


def _hours_key(record: ActivityRecord) -> Key:
    return (-(record.hours or 0),)


_KEYS: dict[StrengthRule, Callable[[ActivityRecord], Key]] = {
    StrengthRule.LEVEL_AND_RANK: _competition_key,
    StrengthRule.GRADE_OF_LICENCE: _licence_key,
    StrengthRule.LEVEL_AND_TIME_HELD: _office_key,
    StrengthRule.HOURS: _hours_key,
    StrengthRule.NEWEST: lambda _: (),
}
