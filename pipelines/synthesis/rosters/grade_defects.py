"""Spoils grades of the day schools' semester sheet as real rosters are spoilt, each row at most once."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from pipelines.synthesis.rosters.catalogue import SELF_STUDY_SLOT, SLOTS
from pipelines.synthesis.rosters.cells import FULL_WIDTH_OFFSET, note_count
from pipelines.synthesis.rosters.marks import PASS_MARK, UNGRADED, Marks
from pipelines.synthesis.rosters.planting import RosterDefect, Tally
from pipelines.synthesis.rosters.students import Ints

Mask: TypeAlias = npt.NDArray[np.bool_]
Spoil: TypeAlias = Callable[[Marks, Ints], None]

_SMALLEST_TO_FALL_BELOW = 2_000
_FALL = 5
_SELF_STUDY_GRADE = 8_500


def _makeup_though_passed(marks: Marks, rows: Ints) -> None:
    marks.makeup[rows] = 60
    marks.makeup_passed[rows] = 1


def _makeup_sixty_failed(marks: Marks, rows: Ints) -> None:
    marks.makeup[rows] = 60
    marks.makeup_passed[rows] = 0


def _makeup_below_first(marks: Marks, rows: Ints) -> None:
    marks.makeup[rows] = marks.grade[rows] // 100 - _FALL
    marks.makeup_passed[rows] = 0


def _zero_passed(marks: Marks, rows: Ints) -> None:
    marks.grade[rows] = 0


def _self_study_graded(marks: Marks, rows: Ints) -> None:
    marks.slot[rows] = marks.slot[rows] // SLOTS * SLOTS + SELF_STUDY_SLOT
    marks.grade[rows] = _SELF_STUDY_GRADE
    marks.passed[rows] = 1


def _full_width(marks: Marks, rows: Ints) -> None:
    marks.grade[rows] += FULL_WIDTH_OFFSET


def _line_breaks(marks: Marks, rows: Ints) -> None:
    marks.note[rows] = note_count() - 1 - rows % 2


def _passed(marks: Marks) -> Mask:
    suited: Mask = marks.passed == 1
    return suited


def _failed(marks: Marks) -> Mask:
    suited: Mask = marks.passed == 0
    return suited


def _failed_not_low(marks: Marks) -> Mask:
    suited: Mask = (marks.passed == 0) & (marks.grade >= _SMALLEST_TO_FALL_BELOW) & (marks.grade < PASS_MARK)
    return suited


def _ungraded(marks: Marks) -> Mask:
    suited: Mask = marks.grade == UNGRADED
    return suited


_SPOILS: dict[RosterDefect, tuple[Callable[[Marks], Mask], Spoil]] = {
    RosterDefect.MAKEUP_THOUGH_PASSED: (_passed, _makeup_though_passed),
    RosterDefect.MAKEUP_SIXTY_FAILED: (_failed, _makeup_sixty_failed),
    RosterDefect.MAKEUP_BELOW_FIRST: (_failed_not_low, _makeup_below_first),
    RosterDefect.ZERO_GRADE_PASSED: (_passed, _zero_passed),
    RosterDefect.ACTIVITY_COURSE_GRADED: (_ungraded, _self_study_graded),
    RosterDefect.FULL_WIDTH_GRADE: (_passed, _full_width),
    RosterDefect.LINE_BREAKS_QUOTES: (_passed, _line_breaks),
}


def spoil_marks(marks: Marks, tally: Tally, *, blank_code: int) -> dict[RosterDefect, Ints]:
    """Changes some rows of ``marks`` and says which; the caller knows the file they go to."""
    free = np.ones(len(marks), dtype=bool)
    spoilt: dict[RosterDefect, Ints] = {}

    def blank(some: Marks, rows: Ints) -> None:
        some.slot[rows] += blank_code

    for defect, (suits, spoil) in {**_SPOILS, RosterDefect.CODE_EMPTY: (_passed, blank)}.items():
        rows = tally.choose(defect, np.flatnonzero(free & suits(marks)))
        spoil(marks, rows)
        free[rows] = False
        spoilt[defect] = rows
    return spoilt
