"""Writes every attempt that is not the first: make-up courses, transfers, retakes and repeated years."""

import numpy as np

from pipelines.synthesis.rosters.catalogue import COMMON, SLOTS
from pipelines.synthesis.rosters.cells import closing_cells, number_cells, result_cells
from pipelines.synthesis.rosters.cohort import Cohort, Term
from pipelines.synthesis.rosters.grade_files import is_repeating, marks_of
from pipelines.synthesis.rosters.marks import PASS_MARK, UNGRADED, Marks, give_marks
from pipelines.synthesis.rosters.sheets import Lines, SheetFiles, join_cells, pick, words
from pipelines.synthesis.rosters.students import TRANSFER_TERM, Ints, mix, share

_RETAKE_SHARE = 0.5
_RETAKE_BONUS, _REPEAT_BONUS = 12.0, 8.0
_ACCEPTED = 14
_LATE_TERM = TRANSFER_TERM + 1


def write_retakes(cohort: Cohort, failed: Marks, school: int, files: SheetFiles, *, term: Term) -> None:
    """重修 of what was failed in the term before ``term``."""
    drawn = share(mix(cohort.students.number[failed.student], failed.slot, 37))
    tried = failed.where(drawn < _RETAKE_SHARE)
    if len(tried) == 0 or cohort.schools[school].is_test:
        return
    one, cells, file = cohort.schools[school], cohort.cells[school], files.file("retake")
    taken = (tried.student, tried.slot)
    marks = give_marks(cohort.students, one, taken, term=term.index, bonus=_RETAKE_BONUS)
    before = Term(term.index - 1)
    file.write(
        join_cells(
            file.prefix(one.code, one.name),
            cohort.id_cells(marks.student),
            f"{before.academic_year},{before.semester}",
            cells.course_cells(marks.slot),
            "3",
            cells.grade_cells(marks.grade),
            number_cells(marks.passed, lowest=-1, highest=1),
            one.note,
        )
    )


def _arrivals(cohort: Cohort, school: int, term: Term) -> Ints:
    who = cohort.members(school, term)
    return who[cohort.students.has_moved()[who]]


def _first_year(cohort: Cohort, who: Ints, *, accepted: bool) -> tuple[tuple[Ints, Ints], Lines]:
    """(student, slot) of common first-year courses in both semesters, and the term each was due."""
    _, plan = cohort.students.at(TRANSFER_TERM)
    columns = np.arange(_ACCEPTED) if accepted else np.arange(_ACCEPTED, COMMON)
    slots = np.tile(columns, 2)
    due = np.repeat([0, 1], len(columns))
    terms = words(f"{item.academic_year},{item.semester}" for item in (Term(0), Term(1)))
    taken = (np.repeat(who, len(slots)), (plan[who][:, None] * SLOTS + slots[None, :]).ravel())
    return taken, pick(terms, np.tile(due, len(who)))


def write_transfers(cohort: Cohort, school: int, files: SheetFiles) -> None:
    """轉學轉科: what the new school accepts of the first year, under its own codes."""
    who = _arrivals(cohort, school, Term(TRANSFER_TERM))
    if len(who) == 0:
        return
    one, cells = cohort.schools[school], cohort.cells[school]
    taken, due = _first_year(cohort, who, accepted=True)
    marks = give_marks(cohort.students, one, taken, term=TRANSFER_TERM)
    file = files.file("evening_transfer" if one.is_evening else "transfer")
    file.write(
        join_cells(
            file.prefix(one.code, one.name),
            cohort.id_cells(marks.student),
            due,
            cells.course_cells(marks.slot),
            "1",
            cells.grade_cells(marks.grade),
            number_cells(marks.passed, lowest=-1, highest=1),
            closing_cells(one, marks.credit, marks.note),
        )
    )


def write_late_courses(cohort: Cohort, school: int, files: SheetFiles) -> None:
    """補修: the rest of the first year, one term after the transfer."""
    one, cells = cohort.schools[school], cohort.cells[school]
    who = _arrivals(cohort, school, Term(_LATE_TERM))
    if len(who) == 0 or one.is_evening:
        return
    taken, due = _first_year(cohort, who, accepted=False)
    marks = give_marks(cohort.students, one, taken, term=_LATE_TERM)
    file = files.file("late")
    file.write(
        join_cells(
            file.prefix(one.code, one.name),
            cohort.id_cells(marks.student),
            due,
            cells.course_cells(marks.slot),
            cells.grade_cells(marks.grade),
            result_cells(one, marks.passed, marks.makeup, marks.makeup_passed),
            "3",
            closing_cells(one, marks.credit, marks.note),
        )
    )


def write_repeats(cohort: Cohort, school: int, files: SheetFiles, term: Term) -> None:
    """重讀: the columns changed between the two years in which somebody of this cohort repeats."""
    who = cohort.members(school, term)
    who = who[is_repeating(cohort, who, term)]
    if len(who) == 0:
        return
    marks = marks_of(cohort, who, school, term=term, year=term.year - 1, bonus=_REPEAT_BONUS)
    key = "repeat_old" if term.year == 1 else "repeat_new"
    one, cells, file = cohort.schools[school], cohort.cells[school], files.file(key)
    again = np.where(marks.passed == 1, 1, 2)
    better = [cells.grade_cells(_better(marks)), _passed_cells(marks)] if key == "repeat_new" else []
    file.write(
        join_cells(
            file.prefix(one.code, one.name),
            cohort.id_cells(marks.student),
            cells.course_cells(marks.slot),
            cells.grade_cells(marks.grade),
            result_cells(one, marks.passed, marks.makeup, marks.makeup_passed),
            *better,
            number_cells(again, lowest=0, highest=2),
            closing_cells(one, marks.credit, marks.note),
        )
    )


def _better(marks: Marks) -> Ints:
    """The better of the second study and its make-up exam, which is what counts."""
    graded = marks.grade < UNGRADED
    return np.where(graded, np.maximum(marks.grade, marks.makeup * 100), UNGRADED)


def _passed_cells(marks: Marks) -> Lines:
    better = _better(marks)
    passed = np.where(better == UNGRADED, -1, (better >= PASS_MARK).astype(np.int64))
    return number_cells(passed, lowest=-1, highest=1)
