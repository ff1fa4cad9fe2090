"""Counts every irregularity of the synthetic rosters, and in a small sample says where each one is."""

import json
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipelines.synthesis.defect import PLANTED_FILE

Rows = npt.NDArray[np.int64]


class RosterDefect(StrEnum):
    """One kind of irregularity of a roster; the values are stable and appear in ``planted_defects.json``."""

    MAKEUP_THOUGH_PASSED = "makeup_though_passed"
    MAKEUP_SIXTY_FAILED = "makeup_sixty_failed"
    MAKEUP_BELOW_FIRST = "makeup_below_first"
    ZERO_GRADE_PASSED = "zero_grade_passed"
    ACTIVITY_COURSE_GRADED = "activity_course_graded"
    CODE_EMPTY = "code_empty"
    FULL_WIDTH_GRADE = "full_width_grade"
    LINE_BREAKS_QUOTES = "line_breaks_quotes"
    EVENING_IN_DAY_ROSTER = "evening_in_day_roster"
    BIRTH_DATE_DIFFERS = "birth_date_differs"
    TWO_SCHOOLS = "two_schools"
    TEST_SCHOOL = "test_school"
    LICENCE_SCORE_MINUS_ONE = "licence_score_minus_one"
    LICENCE_SCORE_ZERO = "licence_score_zero"
    LICENCE_CODE_MISTYPED = "licence_code_mistyped"
    SERVICE_HOURS_ZERO = "service_hours_zero"
    OTHER_WITHOUT_ORGANISER = "other_without_organiser"
    DATE_WITH_TIME = "date_with_time"
    BOOLEAN_TRUE_FALSE = "boolean_true_false"


# Share of the rows that could carry it; after the whole-country counts of the first three semesters.
RATES = {
    RosterDefect.MAKEUP_THOUGH_PASSED: 0.0015,
    RosterDefect.MAKEUP_SIXTY_FAILED: 0.004,
    RosterDefect.MAKEUP_BELOW_FIRST: 0.01,
    RosterDefect.ZERO_GRADE_PASSED: 0.00001,
    RosterDefect.ACTIVITY_COURSE_GRADED: 0.004,
    RosterDefect.CODE_EMPTY: 0.00002,
    RosterDefect.FULL_WIDTH_GRADE: 0.00002,
    RosterDefect.LINE_BREAKS_QUOTES: 0.0005,
    RosterDefect.EVENING_IN_DAY_ROSTER: 0.04,
    RosterDefect.BIRTH_DATE_DIFFERS: 0.0002,
    RosterDefect.LICENCE_SCORE_MINUS_ONE: 0.001,
    RosterDefect.LICENCE_SCORE_ZERO: 0.1,
    RosterDefect.LICENCE_CODE_MISTYPED: 0.005,
    RosterDefect.SERVICE_HOURS_ZERO: 0.002,
    RosterDefect.OTHER_WITHOUT_ORGANISER: 0.05,
    RosterDefect.DATE_WITH_TIME: 0.03,
    RosterDefect.BOOLEAN_TRUE_FALSE: 0.03,
}
_STUDENTS_WITH_PLACES = 5_000


@dataclass
class Tally:
    """What was planted, by defect and file; ``row`` counts data rows from 0."""

    rng: np.random.Generator
    with_places: bool
    counts: Counter[tuple[RosterDefect, str]] = field(default_factory=Counter)
    places: list[tuple[RosterDefect, str, int]] = field(default_factory=list)
    _carried: dict[RosterDefect, float] = field(default_factory=dict)

    def due(self, defect: RosterDefect, candidates: int) -> int:
        """How many of ``candidates`` to spoil now; evenly, and one at the first chance even in a tiny sample."""
        if candidates == 0:
            return 0
        owed = self._carried.get(defect, 1.0) + RATES[defect] * candidates
        count = min(int(owed), candidates)
        self._carried[defect] = owed - count
        return count

    def choose(self, defect: RosterDefect, candidates: Rows) -> Rows:
        """The candidates to spoil, in their order."""
        count = self.due(defect, len(candidates))
        return np.sort(self.rng.choice(candidates, count, replace=False)) if count else candidates[:0]

    def mark(self, defect: RosterDefect, file: str, rows: Rows) -> None:
        if len(rows) == 0:
            return
        self.counts[defect, file] += len(rows)
        if self.with_places:
            self.places.extend((defect, file, int(row)) for row in rows)


def new_tally(students: int, seed: int) -> Tally:
    return Tally(np.random.default_rng([seed, 71]), with_places=students <= _STUDENTS_WITH_PLACES)


def _rows(tally: Tally) -> list[dict[str, object]]:
    if tally.with_places:
        return [{"defect": d.value, "file": file, "row": row, "count": 1} for d, file, row in tally.places]
    return [
        {"defect": defect.value, "file": file, "row": None, "count": count}
        for (defect, file), count in sorted(tally.counts.items())
    ]


def save_tally(out: Path, tally: Tally) -> None:
    """One line per place in a small sample, one line per defect and file in a large one."""
    lines = ",\n".join(f" {json.dumps(row, ensure_ascii=False)}" for row in _rows(tally))
    (out / PLANTED_FILE).write_bytes(f"[\n{lines}\n]\n".encode())
