"""What every school of the cohort teaches: codes, names and credits, plan by plan."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.synthesis.banks import load_words
from pipelines.synthesis.reference_lists import subject_rows
from pipelines.synthesis.rosters.schools import RosterPlan, RosterSchool
from pipelines.synthesis.seeded import stream

ENTRY_YEAR = 111
YEARS = 3
COMMON = 17
ELECTIVES = 21
# Of every year: common courses, electives to choose from, one ungraded flexible course.
SLOTS_PER_YEAR = COMMON + ELECTIVES + 1
# After the three years: self-directed study, which must not carry a grade.
SELF_STUDY_SLOT = YEARS * SLOTS_PER_YEAR
SLOTS = SELF_STUDY_SLOT + 1
_MADE_REQUIRED = 6
_LISTED_ELECTIVES = 8
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Course:
    """One place in a plan; ``ending`` is the code from category to subject."""

    plan: RosterPlan
    ending: str
    name: str
    year: int
    credits: int

    @property
    def code(self) -> str:
        return self.coded(ENTRY_YEAR)

    def coded(self, entry_year: int) -> str:
        return f"{entry_year}{self.plan.head}{self.ending}"

    @property
    def is_made(self) -> bool:
        return self.ending[0] in "257"

    @property
    def has_syllabus(self) -> bool:
        return self.ending[0] in "2357"

    @property
    def semester_credits(self) -> str:
        """Six characters, first to sixth semester."""
        cells = ["0"] * (2 * YEARS)
        cells[2 * self.year : 2 * self.year + 2] = [str(self.credits)] * 2
        return "".join(cells)


def _made_names(rng: random.Random) -> Iterator[str]:
    bank = load_words("cohort.json")
    names = [f"{topic}{form}" for topic in bank["topics"] for form in bank["forms"]]
    rng.shuffle(names)
    for name in names:
        yield name + rng.choice(bank["levels"])


class _PlanWriter:
    """Numbers the school-made courses of one plan."""

    def __init__(self, school: RosterSchool, plan: RosterPlan, *, seed: int) -> None:
        self.school, self.plan = school, plan
        self.rng = stream(seed, "roster plan", plan.head)
        self._names = _made_names(self.rng)
        self._serial = 0

    def made(self, category: str, year: int) -> Course:
        self._serial += 1
        academic = self.plan.program_group == "11"
        area = self.rng.choice(load_words("cohort.json")["made_areas"]) if academic else "00"
        attribute = "1" if academic else "4" if self.school.school_type == "M" else "3"
        serial = _DIGITS[self._serial // 36] + _DIGITS[self._serial % 36]
        ending = f"{category}{'0' if category == '2' else '1'}{attribute}{area}{serial}"
        return Course(self.plan, ending, next(self._names), year, self.rng.choice((1, 2)))

    def listed(self, attribute: str, area: str, code: str, name: str, *, year: int) -> Course:
        return Course(self.plan, f"10{attribute}{area}{code}", name, year, self.rng.choice((2, 2, 4)))

    def common(self, year: int) -> list[Course]:
        bank = load_words("cohort.json")
        core = [self.listed("1", area, code, name, year=year) for area, code, name in bank["core"]]
        rows = bank["required"][year]
        if year == YEARS - 1:
            rows = bank["required_of_group"].get(self.plan.program_group, rows)
        listed = [self.listed(attribute, area, code, name, year=year) for attribute, area, code, name in rows]
        return [*core, *listed, *(self.made("2", year) for _ in range(_MADE_REQUIRED))]

    def electives(self, year: int) -> list[Course]:
        if self.plan.program_group != "11":
            return [self.made("7", year) for _ in range(ELECTIVES)]
        rows = subject_rows("3", "1")[year * _LISTED_ELECTIVES :][:_LISTED_ELECTIVES]
        listed = [Course(self.plan, f"311{area}{code}", name, year, 2) for area, code, name in rows]
        return [*listed, *(self.made("5", year) for _ in range(ELECTIVES - _LISTED_ELECTIVES))]

    def courses(self) -> Iterator[Course]:
        for year in range(YEARS):
            yield from self.common(year)
            yield from self.electives(year)
            yield Course(self.plan, f"90D000{year + 1}", "充實課程", year, 1)
        yield Course(self.plan, "90A0001", "自主學習", 0, 1)


def plan_courses(school: RosterSchool, seed: int) -> list[Course]:
    """``SLOTS`` courses for every plan of ``school``, in slot order."""
    return [course for plan in school.plans for course in _PlanWriter(school, plan, seed=seed).courses()]
