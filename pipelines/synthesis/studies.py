"""Simulates what each person took, semester by semester, and the grade each course gave."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pipelines.synthesis.cohort import Person
from pipelines.synthesis.offerings import Offering, plan_offerings
from pipelines.synthesis.schools import School
from pipelines.synthesis.seeded import stream

_TRANSFER_AFTER = 2


@dataclass(frozen=True)
class TakenCourse:
    """One course in one semester; ``grade`` is what the school gave on its scale of 0–100."""

    offering: Offering
    code: str
    academic_year: int
    semester: int
    grade: Decimal

    @property
    def credits(self) -> str:
        return self.offering.credits[semester_index(self)]


@dataclass(frozen=True)
class SemesterResult:
    academic_year: int
    semester: int
    grade: Decimal
    school: School


@dataclass(frozen=True)
class Study:
    """The whole upper-secondary record of one person."""

    courses: tuple[TakenCourse, ...]
    semesters: tuple[SemesterResult, ...]

    def best_courses(self, count: int) -> list[TakenCourse]:
        return sorted(self.courses, key=lambda taken: taken.grade, reverse=True)[:count]


def semester_index(taken: TakenCourse) -> int:
    """0–5, first to sixth semester, counted from the entry year inside the code."""
    return 2 * (taken.academic_year - int(taken.code[:3])) + taken.semester - 1


def round_grade(value: float, decimals: int) -> Decimal:
    step = Decimal(1).scaleb(-decimals)
    return Decimal(repr(min(max(value, 12.0), 100.0))).quantize(step, rounding=ROUND_HALF_UP)


def _chosen(person: Person, school: School, seed: int) -> list[Offering]:
    """The plan's courses on this person's track, and one elective of each slot."""
    rng = stream(seed, "choices", person.number, school.code)
    offered = [
        item for item in plan_offerings(school, person.plan, seed) if item.track in ("*", person.track)
    ]
    taken = [item for item in offered if item.slot is None]
    for slot in (0, 1, 2):
        taken.append(rng.choice([item for item in offered if item.slot == slot]))
    return taken


def _grade(person: Person, offering: Offering, *, aptitude: float, rng: random.Random) -> Decimal:
    school = offering.school
    standing = 0.8 * person.ability + 0.35 * aptitude + 0.35 * rng.gauss(0, 1)
    return round_grade(school.mean - offering.difficulty + school.sd * standing, school.decimals)


def _semester_courses(person: Person, index: int, seed: int) -> list[TakenCourse]:
    school = person.school
    if person.former_school is not None and index < _TRANSFER_AFTER:
        school = person.former_school
    courses = []
    for offering in _chosen(person, school, seed):
        if offering.credits[index] == "0":
            continue
        aptitude = stream(seed, "aptitude", person.number, offering.name).gauss(0, 1)
        rng = stream(seed, "grade", person.number, offering.tail, index)
        year, semester = person.entry_year + index // 2, index % 2 + 1
        grade = _grade(person, offering, aptitude=aptitude, rng=rng)
        courses.append(TakenCourse(offering, offering.code(person.entry_year), year, semester, grade))
    return courses


def _semester_grade(courses: Sequence[TakenCourse]) -> Decimal:
    credits = sum(int(taken.credits) for taken in courses)
    total = sum((taken.grade * int(taken.credits) for taken in courses), Decimal(0))
    return (total / credits).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def study_of(person: Person, seed: int) -> Study:
    """Five semesters for this year's graduates, all six for earlier ones."""
    courses: list[TakenCourse] = []
    semesters = []
    for index in range(5 if person.entry_year == 112 else 6):
        taken = _semester_courses(person, index, seed)
        courses.extend(taken)
        last = taken[-1]
        grade = _semester_grade(taken)
        semesters.append(SemesterResult(last.academic_year, last.semester, grade, last.offering.school))
    return Study(tuple(courses), tuple(semesters))
