"""The fictional schools of a whole cohort: how many students each has, how it grades, and what it writes where."""

from dataclasses import dataclass

import numpy as np

from pipelines.synthesis.banks import load_words

_STUDENTS_PER_SCHOOL = 400
_STUDENTS_PER_PLAN = 47
_LARGEST = 1_200
_TYPES = ("H",) * 55 + ("V",) * 30 + ("M",) * 9 + ("C",) * 6
_DEPARTMENTS = {
    "H": (("11", "101"),),
    "V": (("23", "305"), ("26", "404"), ("23", "306"), ("26", "401"), ("26", "402")),
    "M": (("11", "197"), ("26", "F08"), ("23", "C02")),
    "C": (("11", "101"), ("26", "404")),
}
_CLASS_GROUPS = "0ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TEST_SCHOOL = ("000000", "測試高中")
_TEST_STUDENTS = 2


@dataclass(frozen=True)
class RosterPlan:
    """One school's plan of study; ``head`` is the course code from school to class group."""

    program_group: str
    department: str
    head: str


@dataclass(frozen=True)
class RosterSchool:
    """``missing`` is what the school writes where there is no make-up grade, ``note`` where there is no note."""

    code: str
    name: str
    county: str
    school_type: str
    students: int
    mean: float
    sd: float
    decimals: int
    missing: str
    note: str
    plans: tuple[RosterPlan, ...]

    @property
    def is_evening(self) -> bool:
        return self.school_type == "C"

    @property
    def is_test(self) -> bool:
        return self.code == _TEST_SCHOOL[0]


def _plans(code: str, school_type: str, students: int) -> tuple[RosterPlan, ...]:
    departments = _DEPARTMENTS[school_type]
    count = max(len(departments), round(students / _STUDENTS_PER_PLAN))
    plans = []
    for index in range(min(count, len(departments) * len(_CLASS_GROUPS))):
        group, department = departments[index % len(departments)]
        letter = _CLASS_GROUPS[index // len(departments)]
        plans.append(RosterPlan(group, department, f"{code}{school_type}{group}{department}{letter}"))
    return tuple(plans)


def _sizes(students: int, rng: np.random.Generator) -> list[int]:
    """Sizes of the schools' cohorts, a few large and many small, that add up to ``students``."""
    count = max(len(_TYPES) // 10, round(students / _STUDENTS_PER_SCHOOL))
    weights = rng.lognormal(0.0, 0.45, count)
    most = max(_LARGEST, 2 * students // count)
    sizes = np.minimum(np.maximum((weights / weights.sum() * students).astype(int), 3), most)
    sizes[0] += students - int(sizes.sum())
    return [int(size) for size in sizes]


def _name(index: int, school_type: str) -> str:
    bank = load_words("cohort.json")
    first, second = bank["school_first"], bank["school_second"]
    # Where two characters no longer tell schools apart, a second pair follows.
    turn = index // (len(first) * len(second))
    pair = first[index % len(first)] + second[index // len(first) % len(second)]
    return f"{pair}{second[turn] if turn else ''}{bank['school_kinds'][school_type]}"


def _school(index: int, students: int, rng: np.random.Generator) -> RosterSchool:
    bank = load_words("cohort.json")
    school_type = _TYPES[index * 37 % len(_TYPES)]
    kind = "4" if school_type in "VC" else "3"
    code = f"99{index // 100}{kind}{index % 100:02d}"
    return RosterSchool(
        code=code,
        name=_name(index, school_type),
        county=bank["counties"][index % len(bank["counties"])],
        school_type=school_type,
        students=students,
        mean=float(rng.uniform(68, 84)),
        sd=float(rng.uniform(7, 12)),
        decimals=int(rng.choice((0, 1, 1, 1, 2))),
        missing="" if index % 10 == 7 else "-1",
        note="無" if index % 10 == 4 else "",
        plans=_plans(code, school_type, students),
    )


def _test_school() -> RosterSchool:
    code, name = _TEST_SCHOOL
    plans = _plans(code, "H", _TEST_STUDENTS)
    return RosterSchool(code, name, "", "H", _TEST_STUDENTS, 75.0, 8.0, 0, "-1", "", plans)


def plan_schools(students: int, seed: int) -> tuple[RosterSchool, ...]:
    """Schools with ``students`` students in all; the last one is a test school."""
    rng = np.random.default_rng([seed, 11])
    sizes = _sizes(students - _TEST_STUDENTS, rng)
    return (*(_school(index, size, rng) for index, size in enumerate(sizes)), _test_school())
