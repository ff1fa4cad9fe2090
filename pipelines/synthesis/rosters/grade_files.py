"""Writes the semester sheets of the day and of the evening schools, and keeps in mind who failed."""

import numpy as np
import numpy.typing as npt

from pipelines.synthesis.rosters.cells import closing_cells, number_cells, result_cells
from pipelines.synthesis.rosters.cohort import Cohort, Term
from pipelines.synthesis.rosters.grade_defects import spoil_marks
from pipelines.synthesis.rosters.marks import (
    NONE,
    PASS_MARK,
    UNGRADED,
    Marks,
    give_marks,
    grade_of,
    taken_slots,
)
from pipelines.synthesis.rosters.planting import RosterDefect
from pipelines.synthesis.rosters.sheets import SheetFile, SheetFiles, join_cells
from pipelines.synthesis.rosters.students import Ints


def course_years(cohort: Cohort, who: Ints, term: Term) -> Ints:
    """The year whose courses each student takes: one behind from the year that is repeated."""
    repeats = cohort.students.repeats[who]
    return term.year - ((repeats > 0) & (term.year >= repeats)).astype(np.int64)


def is_repeating(cohort: Cohort, who: Ints, term: Term) -> npt.NDArray[np.bool_]:
    repeats = cohort.students.repeats[who]
    repeating: npt.NDArray[np.bool_] = (repeats > 0) & (repeats == term.year)
    return repeating


def marks_of(cohort: Cohort, who: Ints, school: int, *, term: Term, year: int, bonus: float = 0.0) -> Marks:
    """Everything ``who`` take in ``term`` from the courses of one year of study."""
    _, plan = cohort.students.at(term.index)
    taken = taken_slots(cohort.students, who, plan[who], year=year, semester=term.semester)
    return give_marks(cohort.students, cohort.schools[school], taken, term=term.index, bonus=bonus)


def write_day(cohort: Cohort, marks: Marks, school: int, file: SheetFile) -> int:
    """Lines of the semester sheet; returns the first row number."""
    cells, one = cohort.cells[school], cohort.schools[school]
    lines = join_cells(
        file.prefix(one.code, one.name),
        cohort.id_cells(marks.student),
        cells.course_cells(marks.slot),
        cells.grade_cells(marks.grade),
        result_cells(one, marks.passed, marks.makeup, marks.makeup_passed),
        closing_cells(one, marks.credit, marks.note),
    )
    return file.write(lines)


def _write_spoilt_day(cohort: Cohort, marks: Marks, school: int, file: SheetFile) -> None:
    spoilt = {}
    if not cohort.schools[school].is_test:
        spoilt = spoil_marks(marks, cohort.tally, blank_code=cohort.cells[school].blank_code)
    first = write_day(cohort, marks, school, file)
    for defect, rows in spoilt.items():
        cohort.tally.mark(defect, file.name, first + rows)
    if cohort.schools[school].is_test:
        cohort.tally.mark(RosterDefect.TEST_SCHOOL, file.name, first + np.arange(len(marks)))


def _year_grades(cohort: Cohort, marks: Marks, school: int, *, term: Term) -> Ints:
    """In the second semester the mean of both, else nothing."""
    if term.semester == 1:
        return np.full(len(marks), UNGRADED)
    one = cohort.schools[school]
    before = grade_of(cohort.students, one, marks.student, marks.slot, term=term.index - 1)
    step = 10 ** (2 - one.decimals)
    mean: Ints = (before + marks.grade + step) // (2 * step) * step
    return np.where(marks.grade == UNGRADED, UNGRADED, mean)


def _passed(grade: Ints) -> Ints:
    return np.where(grade == UNGRADED, NONE, (grade >= PASS_MARK).astype(np.int64))


def _write_evening(cohort: Cohort, marks: Marks, school: int, files: SheetFiles, *, term: Term) -> None:
    cells, one, file = cohort.cells[school], cohort.schools[school], files.file("evening")
    year_grade = _year_grades(cohort, marks, school, term=term)
    lines = join_cells(
        file.prefix(one.code, one.name),
        cohort.id_cells(marks.student),
        cells.course_cells(marks.slot),
        cells.grade_cells(marks.grade),
        number_cells(marks.passed, lowest=-1, highest=1),
        cells.grade_cells(year_grade),
        number_cells(_passed(year_grade), lowest=-1, highest=1),
        closing_cells(one, marks.credit, marks.note),
    )
    file.write(lines)
    if term.semester == 2:
        _write_evening_makeup(cohort, marks.where(_passed(year_grade) == 0), school, files)


def _write_evening_makeup(cohort: Cohort, marks: Marks, school: int, files: SheetFiles) -> None:
    sat = marks.where(marks.makeup != NONE)
    if len(sat) == 0:
        return
    cells, one, file = cohort.cells[school], cohort.schools[school], files.file("evening_makeup")
    lines = join_cells(
        file.prefix(one.code, one.name),
        cohort.id_cells(sat.student),
        cells.course_cells(sat.slot),
        cells.credit_cells(sat.slot),
        number_cells(sat.makeup, lowest=-1, highest=100),
        "-1",
        number_cells(sat.makeup_passed, lowest=-1, highest=1),
        "-1",
    )
    file.write(lines)


def _write_by_division(cohort: Cohort, marks: Marks, school: int, files: SheetFiles, *, term: Term) -> None:
    """Evening schools have sheets of their own; some of their rows stray into the day schools' sheet."""
    if not cohort.schools[school].is_evening:
        _write_spoilt_day(cohort, marks, school, files.file("semester"))
        return
    strays = cohort.tally.choose(RosterDefect.EVENING_IN_DAY_ROSTER, np.unique(marks.student))
    is_stray = np.isin(marks.student, strays)
    _write_evening(cohort, marks.where(~is_stray), school, files, term=term)
    day, stray = files.file("semester"), marks.where(is_stray)
    first = write_day(cohort, stray, school, day)
    cohort.tally.mark(RosterDefect.EVENING_IN_DAY_ROSTER, day.name, first + np.arange(len(stray)))


def write_semester(cohort: Cohort, school: int, files: SheetFiles, term: Term) -> Marks:
    """All semester rows of one school; returns the rows of those who failed."""
    who = cohort.members(school, term)
    who = who[~is_repeating(cohort, who, term)]
    years, failed = course_years(cohort, who, term), None
    for year in sorted(set(years.tolist()), reverse=True):
        marks = marks_of(cohort, who[years == year], school, term=term, year=year)
        failed = failed or marks.where(marks.failed)
        _write_by_division(cohort, marks, school, files, term=term)
    return failed or marks_of(cohort, who[:0], school, term=term, year=term.year)
