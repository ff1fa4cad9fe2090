"""畢業高中綜覽: the school of one applicant, its names by year, and what it offers semester by semester."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.folding import fold

SEMESTERS = 6
"""一上 to 三下: the six places of 授課學期學分."""
NO_CREDITS = "0" * SEMESTERS


@dataclass(frozen=True)
class SchoolProfile:
    """The school as the applicant's profile and the lists name it.

    Most courses are of ``course_plan_code``, the plan of all classes or of one; ``class_plan_code`` is the plan of
    the own class group, None where no course is of one.
    """

    school_code: str
    school_name: str
    county: str | None
    school_type: str | None
    program_group_name: str | None
    department_name: str | None
    class_kind: str | None
    course_plan_code: str | None
    class_plan_code: str | None
    class_group: str | None
    class_group_name: str | None


@dataclass(frozen=True)
class SchoolName:
    """A name of a school and the school years in which it held."""

    name: str
    first_year: int
    last_year: int


@dataclass(frozen=True)
class OfferRow:
    """One line of the course-code lists: a course of one plan."""

    subject: str
    course_category: str
    learning_area: str
    learning_area_name: str | None
    semester_credits: str
    is_own_plan: bool
    syllabus_id: str | None


@dataclass(frozen=True)
class OfferedCourse:
    """A course a school offers under one category and learning area, put together from its plans."""

    subject: str
    course_category: str
    learning_area: str
    learning_area_name: str | None
    semester_credits: str
    """Six characters, the most credits of any plan; 0 where it is not taught, a letter as published."""
    is_own_plan: bool
    syllabus_id: str | None


def school_names(names: Iterable[tuple[int, str]]) -> tuple[SchoolName, ...]:
    """Runs of years with the same name, in the order of the years."""
    runs: list[SchoolName] = []
    for year, name in sorted(names):
        if runs and runs[-1].name == name:
            runs[-1] = SchoolName(name, runs[-1].first_year, year)
        else:
            runs.append(SchoolName(name, year, year))
    return tuple(runs)


def offered_courses(rows: Iterable[OfferRow]) -> tuple[OfferedCourse, ...]:
    """A name counts once in its category and learning area, whatever its plans and spellings; the own plan spells it."""
    found: dict[tuple[str, str, str], OfferedCourse] = {}
    for row in rows:
        key = (row.course_category, row.learning_area, fold(row.subject))
        found[key] = _joined(found.get(key), row)
    return tuple(found[key] for key in sorted(found))


def _joined(known: OfferedCourse | None, row: OfferRow) -> OfferedCourse:
    credits = row.semester_credits.ljust(SEMESTERS, "0")[:SEMESTERS]
    return OfferedCourse(
        subject=known.subject if known and (known.is_own_plan or not row.is_own_plan) else row.subject,
        course_category=row.course_category,
        learning_area=row.learning_area,
        learning_area_name=row.learning_area_name,
        # Digits come before letters, so a letter, whatever it means, is not lost behind a number.
        semester_credits="".join(map(max, known.semester_credits, credits)) if known else credits,
        is_own_plan=row.is_own_plan or bool(known and known.is_own_plan),
        syllabus_id=known.syllabus_id if known and known.syllabus_id else row.syllabus_id,
    )
