"""The grades of one group of students in one term, as columns of numbers that defects can still change."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipelines.synthesis.rosters.catalogue import COMMON, ELECTIVES, SLOTS, SLOTS_PER_YEAR
from pipelines.synthesis.rosters.schools import RosterSchool
from pipelines.synthesis.rosters.students import Floats, Ints, Students, bell, mix, share

PASS_MARK = 6_000
FULL_MARK = 10_000
UNGRADED = FULL_MARK + 1
NONE = -1
_CHOSEN = 6
_LOWEST = 800.0
_MAKEUP_SHARE, _MAKEUP_PASSED_SHARE = 0.75, 0.55
_NOTE_SHARE = 0.02
_NOTES = 8


@dataclass
class Marks:
    """One row per course taken; grades in hundredths (``UNGRADED`` = none), make-up grades in points or ``NONE``.

    ``slot`` is a place in the school's catalogue; ``note`` 0 is none, above ``_NOTES`` are texts that break lines.
    """

    student: Ints
    slot: Ints
    grade: Ints
    passed: Ints
    makeup: Ints
    makeup_passed: Ints
    credit: Ints
    note: Ints

    def __len__(self) -> int:
        return len(self.student)

    @property
    def failed(self) -> npt.NDArray[np.bool_]:
        """Failed for good: neither the first grade nor a make-up exam passed."""
        failed: npt.NDArray[np.bool_] = (self.passed == 0) & (self.makeup_passed != 1)
        return failed

    def where(self, rows: "Ints | npt.NDArray[np.bool_]") -> "Marks":
        return Marks(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


def taken_slots(students: Students, who: Ints, plan: Ints, *, year: int, semester: int) -> tuple[Ints, Ints]:
    """(student, slot) of every course taken: common ones, six chosen ones, in the first semester a flexible one."""
    keys = mix(students.number[who][:, None], 19 + year, np.arange(ELECTIVES)[None, :])
    chosen = np.sort(np.argsort(keys, axis=1, kind="stable")[:, :_CHOSEN], axis=1) + COMMON
    common = np.broadcast_to(np.arange(COMMON), (len(who), COMMON))
    columns = [common, chosen]
    if semester == 1:
        columns.append(np.full((len(who), 1), SLOTS_PER_YEAR - 1))
    slots = np.concatenate(columns, axis=1) + (plan * SLOTS + year * SLOTS_PER_YEAR)[:, None]
    return np.repeat(who, slots.shape[1]), slots.ravel()


def is_flexible(slot: Ints) -> npt.NDArray[np.bool_]:
    within = slot % SLOTS
    flexible: npt.NDArray[np.bool_] = (within % SLOTS_PER_YEAR == SLOTS_PER_YEAR - 1) & (within < SLOTS - 1)
    return flexible


def grade_of(
    students: Students, school: RosterSchool, student: Ints, slot: Ints, *, term: int, bonus: float = 0.0
) -> Ints:
    """Hundredths on the school's scale; a pure function of the person, the course and the term."""
    difficulty = 4.0 * bell(mix(int(school.code[2:], 36), slot))
    luck: Floats = bell(mix(students.number[student], slot, 23 + term))
    standing = 0.75 * students.ability[student] + 0.65 * luck
    points = school.mean - difficulty + school.sd * standing + bonus
    step = 10 ** (2 - school.decimals)
    grade = np.rint(np.clip(points * 100, _LOWEST, FULL_MARK) / step) * step
    hundredths: Ints = grade.astype(np.int64)
    return hundredths


def _makeup(students: Students, student: Ints, slot: Ints, grade: Ints) -> tuple[Ints, Ints]:
    """Make-up grades of those who failed: 60 when passed, else between the first grade and 59."""
    drawn = share(mix(students.number[student], slot, 29))
    sat = (grade < PASS_MARK) & (drawn < _MAKEUP_SHARE)
    first = np.minimum(-(-grade // 100), 59)
    # Nobody who sits again falls below the first grade; that is left to the defect of this name.
    passed = sat & ((drawn < _MAKEUP_SHARE * _MAKEUP_PASSED_SHARE) | (first * 100 < grade))
    missed = first + ((59 - first) * (drawn * 97 % 1)).astype(np.int64)
    makeup = np.where(passed, 60, np.where(sat, missed, NONE))
    return makeup, np.where(passed, 1, np.where(sat, 0, NONE))


def give_marks(
    students: Students, school: RosterSchool, taken: tuple[Ints, Ints], *, term: int, bonus: float = 0.0
) -> Marks:
    """What the school entered for the courses ``taken``, before anything is spoilt."""
    student, slot = taken
    grade = grade_of(students, school, student, slot, term=term, bonus=bonus)
    makeup, makeup_passed = _makeup(students, student, slot, grade)
    flexible = is_flexible(slot)
    drawn = mix(students.number[student], slot, 31)
    uncredited = (drawn % np.uint64(97) == 0) & ~flexible
    noted = (share(drawn) < _NOTE_SHARE).astype(np.int64)
    return Marks(
        student=student,
        slot=slot,
        grade=np.where(flexible, UNGRADED, grade),
        passed=np.where(flexible, NONE, (grade >= PASS_MARK).astype(np.int64)),
        makeup=np.where(flexible, NONE, makeup),
        makeup_passed=np.where(flexible, NONE, makeup_passed),
        credit=np.where(flexible, 3, np.where(uncredited, 2, 1)),
        note=noted * (1 + (drawn % np.uint64(_NOTES)).astype(np.int64)),
    )
