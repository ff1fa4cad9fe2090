"""Writes the de-identified student data of every term."""

from datetime import date, timedelta
from functools import cache

import numpy as np

from pipelines.synthesis.dates import roc_compact
from pipelines.synthesis.rosters.catalogue import ENTRY_YEAR
from pipelines.synthesis.rosters.cells import number_cells
from pipelines.synthesis.rosters.cohort import Cohort, Term
from pipelines.synthesis.rosters.planting import RosterDefect
from pipelines.synthesis.rosters.schools import RosterSchool
from pipelines.synthesis.rosters.sheets import Lines, SheetFile, SheetFiles, join_cells, pick, words
from pipelines.synthesis.rosters.students import TRANSFER_TERM, Ints, mix

_FIRST_BIRTH = date(2006, 9, 1)
_BIRTH_DAYS = 365
_YEAR_WORDS = "一二三"
# 特殊身分別 to 學籍異動日期; the last two are an arrival and a departure in the middle of a school life.
_STATES = (
    *("0,,,,,,,免試入學,在學,",) * 24,
    "1,01,1,阿美語,110,1150831,,免試入學,在學,",
    '"1,4,24",02,1,,,,,特色招生,在學,',
    "4,,,,,,科學實驗班,特色招生,在學,",
    "0,,,,,,,轉學,轉入,1120901",
    "0,,,,,,,免試入學,轉出,1120831",
)
_ARRIVED, _LEFT = len(_STATES) - 2, len(_STATES) - 1


@cache
def _births() -> Lines:
    days = [roc_compact(_FIRST_BIRTH + timedelta(days=day)) for day in range(_BIRTH_DAYS)]
    return words(day.zfill(7) for day in days)


def _plan_words(school: RosterSchool, year: int) -> Lines:
    division, kind = ("2", "01") if school.is_evening else ("1", "1")
    return words(
        f"{plan.program_group},{plan.department},{division},{kind},{year + 1},{_YEAR_WORDS[year]}年{number}班"
        for number, plan in enumerate(school.plans, start=1)
    )


def _lines(cohort: Cohort, who: Ints, school: int, *, file: SheetFile, state: Ints, birth: Ints) -> Lines:
    students, one = cohort.students, cohort.schools[school]
    year = file.year - ENTRY_YEAR
    _, plan = students.at(0 if year == 0 else TRANSFER_TERM)
    # Whoever has left stands in the sheet with a plan of the new school.
    plan = plan[who] % len(one.plans)
    return join_cells(
        file.prefix(one.code, one.name),
        cohort.id_cells(who),
        number_cells(1 + (students.number[who] % np.uint64(2)).astype(np.int64), lowest=1, highest=2),
        pick(_plan_words(one, year), plan),
        number_cells(1 + students.seat[who] // len(one.plans), lowest=1, highest=2_000),
        pick(words(_STATES), state),
        pick(_births(), birth),
    )


def _states(cohort: Cohort, who: Ints, term: Term) -> Ints:
    plain = (mix(cohort.students.number[who], 41) % np.uint64(_ARRIVED)).astype(np.int64)
    arrived = cohort.students.has_moved()[who] & (term.index == TRANSFER_TERM)
    return np.where(arrived, _ARRIVED, plain)


def _births_of(cohort: Cohort, who: Ints) -> Ints:
    return (mix(cohort.students.number[who], 43) % np.uint64(_BIRTH_DAYS)).astype(np.int64)


def _leavers(cohort: Cohort, school: int, term: Term) -> Ints:
    """In the term of a transfer the old school still lists who has left it."""
    if term.index != TRANSFER_TERM:
        return np.empty(0, dtype=np.int64)
    who = cohort.members(school, Term(TRANSFER_TERM - 1))
    return who[cohort.students.has_moved()[who]]


def write_students(cohort: Cohort, school: int, files: SheetFiles, term: Term) -> None:
    who, file, tally = cohort.members(school, term), files.file("student"), cohort.tally
    twice = tally.choose(RosterDefect.BIRTH_DATE_DIFFERS, who)
    left = _leavers(cohort, school, term)
    listed = np.concatenate([who, twice, left])
    state = np.concatenate(
        [_states(cohort, who, term), _states(cohort, twice, term), np.full(len(left), _LEFT)]
    )
    birth = _births_of(cohort, listed)
    birth[len(who) : len(who) + len(twice)] = (birth[len(who) : len(who) + len(twice)] + 1) % _BIRTH_DAYS
    first = file.write(_lines(cohort, listed, school, file=file, state=state, birth=birth))
    tally.mark(RosterDefect.BIRTH_DATE_DIFFERS, file.name, first + len(who) + np.arange(len(twice)))
    tally.mark(RosterDefect.TWO_SCHOOLS, file.name, first + len(who) + len(twice) + np.arange(len(left)))
    if cohort.schools[school].is_test:
        tally.mark(RosterDefect.TEST_SCHOOL, file.name, first + np.arange(len(who)))
