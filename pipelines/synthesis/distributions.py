"""Simulates whole populations, so that every applicant of a course shares one distribution and stands inside it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from pipelines.synthesis.cohort import Person
from pipelines.synthesis.schools import School
from pipelines.synthesis.seeded import stream
from pipelines.synthesis.studies import SemesterResult, Study, TakenCourse

BIN_COUNT = 100
BIN_KEYS = tuple(f"組距{low}_{low + 1}的人數" for low in range(BIN_COUNT))
_SCOPE_SHARES = {"校": 1.0, "群別": 0.9, "科班學程別": 0.55}
_UNSCORED_PERCENT = 2

Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Distribution:
    """``population`` exceeds the sum of the bins by the students without a grade."""

    population: int
    bins: tuple[int, ...]

    @property
    def unscored(self) -> int:
        return self.population - sum(self.bins)


@dataclass
class _Population:
    mean: float
    sd: float
    size: int
    grades: list[Decimal]


def bin_index(grade: float | Decimal) -> int:
    """One-point bins, the last of which includes 100."""
    return min(int(math.floor(grade)), BIN_COUNT - 1)


def _course_key(taken: TakenCourse) -> Key:
    return ("course", taken.code, str(taken.academic_year), str(taken.semester))


def _semester_key(result: SemesterResult, scope: str, person: Person) -> Key:
    plan = person.plan
    part = {"校": "", "群別": plan.program_group, "科班學程別": plan.department + person.track}[scope]
    return ("semester", result.school.code, scope, part, str(result.academic_year), str(result.semester))


def _course_population(taken: TakenCourse) -> _Population:
    offering, school = taken.offering, taken.offering.school
    return _Population(
        mean=school.mean - offering.difficulty,
        sd=school.sd * 1.05,
        size=max(8, round(school.enrolment * offering.share)),
        grades=[],
    )


def _semester_population(school: School, scope: str) -> _Population:
    share = _SCOPE_SHARES[scope] if len(school.plans) > 1 or scope == "科班學程別" else 1.0
    return _Population(school.mean, school.sd * 0.8, max(10, round(school.enrolment * share)), [])


class GradeBook:
    """All applicants' grades by population; ask for distributions only after everyone is entered."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._populations: dict[Key, _Population] = {}
        self._distributions: dict[Key, Distribution] = {}

    def enter(self, person: Person, study: Study) -> None:
        for taken in study.courses:
            population = self._populations.setdefault(_course_key(taken), _course_population(taken))
            population.grades.append(taken.grade)
        for result in study.semesters:
            for scope in _SCOPE_SHARES:
                key = _semester_key(result, scope, person)
                population = self._populations.setdefault(key, _semester_population(result.school, scope))
                population.grades.append(result.grade)

    def enter_all(self, studies: Iterable[tuple[Person, Study]]) -> None:
        for person, study in studies:
            self.enter(person, study)

    def course(self, taken: TakenCourse) -> Distribution:
        return self._distribution(_course_key(taken))

    def semester(self, result: SemesterResult, scope: str, person: Person) -> Distribution:
        return self._distribution(_semester_key(result, scope, person))

    def _distribution(self, key: Key) -> Distribution:
        if key not in self._distributions:
            self._distributions[key] = self._simulate(key)
        return self._distributions[key]

    def _simulate(self, key: Key) -> Distribution:
        population, rng = self._populations[key], stream(self._seed, "population", *key)
        bins = [0] * BIN_COUNT
        for grade in population.grades:
            bins[bin_index(grade)] += 1
        for _ in range(population.size + rng.randint(-4, 4) - len(population.grades)):
            bins[bin_index(min(max(rng.gauss(population.mean, population.sd), 0.0), 100.0))] += 1
        unscored = rng.randint(1, 3) if key[0] == "course" and rng.randrange(100) < _UNSCORED_PERCENT else 0
        return Distribution(sum(bins) + unscored, tuple(bins))


def bins_object(bins: Iterable[int]) -> dict[str, int]:
    return dict(zip(BIN_KEYS, bins, strict=True))
