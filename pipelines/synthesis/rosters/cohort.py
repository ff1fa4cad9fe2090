"""Everything that the files of one cohort are written from."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from pipelines.synthesis.rosters.catalogue import ENTRY_YEAR
from pipelines.synthesis.rosters.cells import SchoolCells
from pipelines.synthesis.rosters.planting import Tally, new_tally
from pipelines.synthesis.rosters.schools import RosterSchool, plan_schools
from pipelines.synthesis.rosters.students import TERMS, Ints, Students, hashed_ids, plan_students

__all__ = ["TERMS", "Cohort", "Term", "plan_cohort_of"]


@dataclass(frozen=True)
class Term:
    """The terms of the cohort are counted from 0 to 5."""

    index: int

    @property
    def year(self) -> int:
        """0–2, the year of study."""
        return self.index // 2

    @property
    def academic_year(self) -> int:
        return ENTRY_YEAR + self.year

    @property
    def semester(self) -> int:
        return self.index % 2 + 1


@dataclass(frozen=True)
class Cohort:
    schools: tuple[RosterSchool, ...]
    cells: tuple[SchoolCells, ...]
    students: Students
    ids: pa.StringArray
    tally: Tally
    seed: int

    @cached_property
    def _by_half(self) -> list[tuple[Ints, Ints]]:
        """For either half of ``Students.school``: students ordered by school, and where each school begins."""
        found = []
        for half in range(2):
            column = self.students.school[:, half]
            order = np.argsort(column, kind="stable")
            starts = np.searchsorted(column[order], np.arange(len(self.schools) + 1))
            found.append((order, starts))
        return found

    def members(self, school: int, term: Term) -> Ints:
        """The students of one school in one term."""
        order, starts = self._by_half[0 if term.year == 0 else 1]
        return order[starts[school] : starts[school + 1]]

    def id_cells(self, students: Ints) -> pa.StringArray:
        return self.ids.take(pa.array(students))

    def each_school(self) -> Iterator[int]:
        yield from range(len(self.schools))


def plan_cohort_of(students: int, seed: int) -> Cohort:
    schools = plan_schools(students, seed)
    planned = plan_students(schools, seed)
    return Cohort(
        schools=schools,
        cells=tuple(SchoolCells(school, seed) for school in schools),
        students=planned,
        ids=hashed_ids(planned.number),
        tally=new_tally(students, seed),
        seed=seed,
    )
