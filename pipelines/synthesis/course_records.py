"""Builds 修課紀錄 in the hand-over shape from a study and the grade book."""

import random
from decimal import Decimal
from typing import Any, TypeAlias

from pipelines.synthesis.cohort import Person
from pipelines.synthesis.distributions import Distribution, GradeBook, bins_object
from pipelines.synthesis.studies import SemesterResult, Study, TakenCourse

Document: TypeAlias = dict[str, Any]

SEMESTERS = "學期成績與學習相對表現資訊"
COURSES = "學習紀錄"
_SCOPES = {"校": "就讀學校資訊", "群別": "就讀群別資訊", "科班學程別": "就讀科班學程別資訊"}
# Current graduates of 專業群科 hand over four semesters, everybody else five or six.
_TECH_SEMESTERS = 4


class NumberStyle:
    """Exports write numbers as text or as numbers; one applicant's file keeps one habit per kind of value."""

    def __init__(self, rng: random.Random) -> None:
        self._text_years = rng.random() < 0.8
        self._text_grades = rng.random() < 0.6
        self._text_credits = rng.random() < 0.5

    def year(self, value: int) -> str | int:
        return str(value) if self._text_years else value

    def grade(self, value: Decimal) -> str | int | float:
        if self._text_grades:
            return str(value)
        return int(value) if value == value.to_integral_value() else float(value)

    def credits(self, value: str) -> str | int:
        return value if self._text_credits else int(value)


def _scope_names(person: Person, result: SemesterResult) -> dict[str, str]:
    return {
        "校": result.school.name,
        "群別": person.plan.group_name,
        "科班學程別": person.plan.department_name,
    }


def _semester_row(result: SemesterResult, *, person: Person, book: GradeBook, style: NumberStyle) -> Document:
    row: Document = {
        "學年度": style.year(result.academic_year),
        "學期": style.year(result.semester),
        "學生學期成績": style.grade(result.grade),
    }
    names = _scope_names(person, result)
    for scope, label in _SCOPES.items():
        distribution = book.semester(result, scope, person)
        row[f"{scope}學習相對表現資訊"] = {
            label: {"名稱": names[scope]},
            "母體人數": distribution.population,
            "分數級距分布": bins_object(distribution.bins),
        }
    return row


def course_row(taken: TakenCourse, distribution: Distribution, style: NumberStyle) -> Document:
    return {
        "實際修課學年度": style.year(taken.academic_year),
        "實際修課學期": style.year(taken.semester),
        "課程代碼": taken.code,
        "科目名稱": taken.offering.name,
        "學分數": style.credits(taken.credits),
        "課程類別": taken.offering.category_name,
        "課程領域資訊": {"名稱": taken.offering.area_name},
        "學業成績": {"分數": style.grade(taken.grade)},
        "母體人數": distribution.population,
        "本科目分數級距分布": bins_object(distribution.bins),
    }


def handed_over_study(person: Person, study: Study) -> Study:
    """The part of ``study`` that the database releases for this person."""
    tech = person.school.school_type != "H" and person.plan.program_group != "11"
    if not tech or person.entry_year != 112:
        return study
    semesters = study.semesters[:_TECH_SEMESTERS]
    kept = {(result.academic_year, result.semester) for result in semesters}
    courses = tuple(taken for taken in study.courses if (taken.academic_year, taken.semester) in kept)
    return Study(courses, semesters)


def build_records(person: Person, study: Study, *, book: GradeBook, style: NumberStyle) -> Document:
    released = handed_over_study(person, study)
    return {
        SEMESTERS: [
            _semester_row(result, person=person, book=book, style=style) for result in released.semesters
        ],
        COURSES: [course_row(taken, book.course(taken), style) for taken in released.courses],
    }
