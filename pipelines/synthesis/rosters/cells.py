"""Turns columns of numbers into finished cells of the roster lines."""

from functools import cache
from itertools import product

import numpy as np
import pyarrow as pa

from pipelines.synthesis.banks import load_words
from pipelines.synthesis.rosters.catalogue import Course, plan_courses
from pipelines.synthesis.rosters.marks import FULL_MARK, UNGRADED
from pipelines.synthesis.rosters.schools import RosterSchool
from pipelines.synthesis.rosters.sheets import Lines, pick, words
from pipelines.synthesis.rosters.students import Ints

_FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
FULL_WIDTH_OFFSET = UNGRADED + 1
_MAKEUPS = 102
_CREDITS = (1, 2, 3)


@cache
def grade_words(decimals: int) -> Lines:
    """By hundredths; then "-1"; then all of it again in full-width digits."""
    plain = [*(f"{value / 100:.{decimals}f}" for value in range(FULL_MARK + 1)), "-1"]
    return words([*plain, *(text.translate(_FULL_WIDTH) for text in plain)])


@cache
def _result_words(missing: str) -> Lines:
    """``passed,make-up grade,make-up passed`` by three numbers, see ``result_cells``."""
    makeups = [missing, *map(str, range(_MAKEUPS - 1))]
    return words(",".join(cells) for cells in product(("-1", "0", "1"), makeups, (missing, "0", "1")))


def result_cells(school: RosterSchool, passed: Ints, makeup: Ints, makeup_passed: Ints) -> Lines:
    index = ((passed + 1) * _MAKEUPS + makeup + 1) * 3 + makeup_passed + 1
    return pick(_result_words(school.missing), index)


@cache
def _closing_words(note: str) -> Lines:
    """``credit rule,note`` by two numbers, see ``closing_cells``."""
    bank = load_words("cohort.json")
    notes = [note, *bank["notes"], *bank["broken_notes"]]
    return words(f"{credit},{text}" for credit, text in product(_CREDITS, notes))


def note_count() -> int:
    bank = load_words("cohort.json")
    return 1 + len(bank["notes"]) + len(bank["broken_notes"])


def closing_cells(school: RosterSchool, credit: Ints, note: Ints) -> Lines:
    return pick(_closing_words(school.note), (credit - 1) * note_count() + note)


@cache
def number_words(lowest: int, highest: int) -> Lines:
    return words(str(value) for value in range(lowest, highest + 1))


def number_cells(values: Ints, *, lowest: int, highest: int) -> Lines:
    return pick(number_words(lowest, highest), values - lowest)


def quoted(text: str) -> str:
    """``text`` as one CSV cell."""
    if any(character in text for character in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


class SchoolCells:
    """The course cells of one school: ``code,name,year,credits`` by slot, then all of it again without codes."""

    def __init__(self, school: RosterSchool, seed: int) -> None:
        self.school = school
        self.courses: list[Course] = plan_courses(school, seed)
        rests = [f"{quoted(item.name)},{item.year + 1},{item.credits}" for item in self.courses]
        coded = [f"{item.code},{rest}" for item, rest in zip(self.courses, rests, strict=True)]
        self._words = pa.concat_arrays([words(coded), words(f",{rest}" for rest in rests)])
        self._credits = np.array([item.credits for item in self.courses])

    @property
    def blank_code(self) -> int:
        """Added to a slot, it leaves out the code."""
        return len(self.courses)

    def course_cells(self, slot: Ints) -> Lines:
        return pick(self._words, slot)

    def credit_cells(self, slot: Ints) -> Lines:
        return number_cells(self._credits[slot % len(self.courses)], lowest=0, highest=9)

    def grade_cells(self, grade: Ints) -> Lines:
        return pick(grade_words(self.school.decimals), grade)
