"""Writes a whole cohort: student data, every grade sheet of six terms, activities, and the platform's lists."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from pipelines.synthesis.rosters.activity_files import write_activities
from pipelines.synthesis.rosters.attempt_files import (
    write_late_courses,
    write_repeats,
    write_retakes,
    write_transfers,
)
from pipelines.synthesis.rosters.catalogue import ENTRY_YEAR, YEARS
from pipelines.synthesis.rosters.cohort import TERMS, Cohort, Term, plan_cohort_of
from pipelines.synthesis.rosters.grade_files import write_semester
from pipelines.synthesis.rosters.list_files import write_school_list, write_school_lists
from pipelines.synthesis.rosters.marks import Marks
from pipelines.synthesis.rosters.planting import RosterDefect, save_tally
from pipelines.synthesis.rosters.sheets import SheetFiles
from pipelines.synthesis.rosters.student_files import write_students
from pipelines.synthesis.rosters.students import TRANSFER_TERM

Progress: TypeAlias = Callable[[str, int, int], None]

_FEWEST = 200


def _write_notice(out: Path, students: int, seed: int) -> None:
    notice = (
        "SYNTHETIC — 本資料夾全部內容皆為程式產生的合成名冊，學生與學校均屬虛構。\n"
        "All content is synthetic; students and schools are fictional.\n"
        f"seed={seed}\nstudents={students}\n"
    )
    (out / "SYNTHETIC.txt").write_bytes(notice.encode())


def _write_terms(out: Path, cohort: Cohort, tell: Progress) -> None:
    failed: dict[int, Marks] = {}
    for index in range(TERMS):
        term = Term(index)
        with SheetFiles(out, year=term.academic_year, semester=term.semester) as files:
            for school in cohort.each_school():
                write_students(cohort, school, files, term)
                if school in failed:
                    write_retakes(cohort, failed[school], school, files, term=term)
                if index == TRANSFER_TERM:
                    write_transfers(cohort, school, files)
                if index == TRANSFER_TERM + 1:
                    write_late_courses(cohort, school, files)
                write_repeats(cohort, school, files, term)
                failed[school] = write_semester(cohort, school, files, term)
        tell("terms", index + 1, TERMS)


def _write_years(out: Path, cohort: Cohort, tell: Progress) -> None:
    for year in range(YEARS):
        with SheetFiles(out, year=ENTRY_YEAR + year, semester=0) as files:
            for school in cohort.each_school():
                write_activities(cohort, school, files, year)
        tell("activities", year + 1, YEARS)


def _write_lists(out: Path, cohort: Cohort, tell: Progress) -> None:
    write_school_list(out, cohort.schools)
    real = [cells for cells in cohort.cells if not cells.school.is_test]
    for done, cells in enumerate(real, start=1):
        write_school_lists(out, cells, cohort.seed)
        tell("lists", done, len(real))


def write_roster_sample(
    out: Path, *, students: int, seed: int, progress: Progress | None = None
) -> dict[RosterDefect, int]:
    """Fills ``out`` with the rosters of ``students`` students of one entry year; equal arguments write equal bytes.

    Returns how often each defect was planted. ``progress`` is called as by ``write_sample``.
    """
    if students < _FEWEST:
        raise ValueError(f"a cohort has at least {_FEWEST} students, not {students}")
    tell = progress or (lambda _stage, _done, _total: None)
    (out / "rosters").mkdir(parents=True, exist_ok=True)
    _write_notice(out, students, seed)
    cohort = plan_cohort_of(students, seed)
    _write_terms(out, cohort, tell)
    _write_years(out, cohort, tell)
    _write_lists(out, cohort, tell)
    save_tally(out, cohort.tally)
    totals: dict[RosterDefect, int] = {}
    for (defect, _), count in sorted(cohort.tally.counts.items()):
        totals[defect] = totals.get(defect, 0) + count
    return totals
