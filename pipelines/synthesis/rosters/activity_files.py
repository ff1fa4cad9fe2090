"""Writes the annual rosters of activities and course outcomes, one line from few kinds of cell."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np

from pipelines.synthesis.banks import load_words
from pipelines.synthesis.dates import roc_compact, roc_with_time
from pipelines.synthesis.rosters.catalogue import COMMON, ENTRY_YEAR, SLOTS, SLOTS_PER_YEAR
from pipelines.synthesis.rosters.cells import quoted
from pipelines.synthesis.rosters.cohort import Cohort, Term
from pipelines.synthesis.rosters.planting import RosterDefect
from pipelines.synthesis.rosters.sheets import Lines, SheetFiles, join_cells, pick, words
from pipelines.synthesis.rosters.students import Ints, mix, share

_DAYS = 280
# (sheet, share of students with a line in a year, kinds of cell in the order of the columns)
_SHEETS: tuple[tuple[str, float, str], ...] = (
    ("cadre_by_school", 0.30, "school period posts"),
    ("cadre", 0.12, "clubs period club_post summaries level_three"),
    ("competition", 0.20, "competitions awards announced summaries team"),
    ("licence", 0.18, "licence_code empty licence_score empty day licence_number empty summaries"),
    ("service", 0.35, "services period service_hours summaries"),
    ("flexible", 0.40, "flexible_kind topics school term weekly_periods weeks summaries"),
    ("group", 0.40, "club_kind school clubs term hours_of_club summaries"),
    ("workplace", 0.05, "workplaces period hours summaries"),
    ("work", 0.12, "works day summaries"),
    ("advanced", 0.03, "advanced period weekly_periods hours summaries"),
    ("other", 0.30, "others period hours summaries"),
)
_OUTCOME_SHARE = 0.8


@dataclass(frozen=True)
class _Kind:
    """Cells to draw from, and after them the spoilt ones, which are only planted."""

    texts: tuple[str, ...]
    spoilt: tuple[tuple[RosterDefect, str], ...] = ()

    def lines(self) -> Lines:
        return words([*self.texts, *(text for _, text in self.spoilt)])


def _bank(name: str) -> tuple[str, ...]:
    rows = load_words("cohort.json")[name]
    return tuple(",".join(map(quoted, [row] if isinstance(row, str) else row)) for row in rows)


def _days(academic_year: int) -> list[date]:
    start = date(academic_year + 1911, 9, 1)
    return [start + timedelta(days=day) for day in range(_DAYS)]


def _with_defects(name: str, days: list[date]) -> _Kind | None:
    """The kinds of cell that carry a defect."""
    scores = tuple(map(str, range(60, 99)))
    codes = tuple(row[0] for row in load_words("cohort.json")["licences"])
    hours = tuple(f"{hour}.000" for hour in range(2, 49))
    kinds = {
        "service_hours": _Kind(hours, ((RosterDefect.SERVICE_HOURS_ZERO, "0.000"),)),
        "licence_score": _Kind(
            scores,
            ((RosterDefect.LICENCE_SCORE_MINUS_ONE, "-1"), (RosterDefect.LICENCE_SCORE_ZERO, "0")),
        ),
        "licence_code": _Kind(codes, ((RosterDefect.LICENCE_CODE_MISTYPED, "aO0O12345"),)),
        "others": _Kind(_bank("others"), ((RosterDefect.OTHER_WITHOUT_ORGANISER, "科學園遊會,"),)),
        "team": _Kind(("1", "2"), ((RosterDefect.BOOLEAN_TRUE_FALSE, "True"),)),
        "announced": _Kind(
            tuple(map(roc_compact, days)), ((RosterDefect.DATE_WITH_TIME, roc_with_time(days[9], 14)),)
        ),
    }
    return kinds.get(name)


def _plain(name: str, days: list[date], academic_year: int) -> tuple[str, ...]:
    made: dict[str, tuple[str, ...]] = {
        "empty": ("",),
        "day": tuple(map(roc_compact, days)),
        "period": tuple(f"{roc_compact(day)},{roc_compact(day + timedelta(days=60))}" for day in days[:200]),
        "hours": tuple(f"{hour}.000" for hour in range(2, 80)),
        "hours_of_club": ("18", "24", "36"),
        "weekly_periods": ("1", "2", "3"),
        "weeks": ("6", "9", "18"),
        "term": (f"{academic_year},1", f"{academic_year},2"),
        "flexible_kind": tuple("111135"),
        "club_kind": ("2",),
        "level_three": ("3",),
        "club_post": ("社長", "副社長", "公關"),
        "licence_number": tuple(f"{academic_year}-{number:05d}" for number in range(900)),
    }
    return made[name] if name in made else _bank(name)


@cache
def _kind(name: str, academic_year: int) -> _Kind:
    days = _days(academic_year)
    return _with_defects(name, days) or _Kind(_plain(name, days, academic_year))


def _cells(cohort: Cohort, kind: _Kind, who: Ints, *, salt: int) -> tuple[Lines, dict[RosterDefect, Ints]]:
    """One cell per student, some of them spoilt, and which those are."""
    drawn = mix(cohort.students.number[who], salt) % np.uint64(len(kind.texts))
    index = drawn.astype(np.int64)
    spoilt: dict[RosterDefect, Ints] = {}
    for place, (defect, _) in enumerate(kind.spoilt, start=len(kind.texts)):
        rows = cohort.tally.choose(defect, np.flatnonzero(index < len(kind.texts)))
        index[rows] = place
        spoilt[defect] = rows
    return pick(kind.lines(), index), spoilt


def _write_sheet(cohort: Cohort, who: Ints, school: int, files: SheetFiles, *, place: int, year: int) -> None:
    key, part, names = _SHEETS[place]
    one, file = cohort.schools[school], files.file(key)
    drawn = share(mix(cohort.students.number[who], 53 + place, year))
    some = who[drawn < part]
    columns: list[Lines | str] = [file.prefix(one.code, one.name), cohort.id_cells(some)]
    planted: dict[RosterDefect, Ints] = {}
    for position, name in enumerate(names.split()):
        if name == "school":
            columns.append(one.name)
            continue
        kind = _kind(name, ENTRY_YEAR + year)
        cells, spoilt = _cells(cohort, kind, some, salt=1_000 * place + 10 * position + year)
        columns.append(cells)
        planted |= spoilt
    first = file.write(join_cells(*columns))
    for defect, rows in planted.items():
        cohort.tally.mark(defect, file.name, first + rows)


def _write_outcomes(cohort: Cohort, who: Ints, school: int, files: SheetFiles, *, year: int) -> None:
    one, file = cohort.schools[school], files.file("outcome")
    drawn = mix(cohort.students.number[who], 61, year)
    some = who[share(drawn) < _OUTCOME_SHARE]
    stirred = mix(cohort.students.number[some], 67, year)
    _, plan = cohort.students.at(2 * year)
    course = (stirred % np.uint64(COMMON)).astype(np.int64)
    slot = plan[some] * SLOTS + year * SLOTS_PER_YEAR + course
    summary, _ = _cells(cohort, _kind("summaries", ENTRY_YEAR), some, salt=69 + year)
    semester = pick(words(("1", "2")), (stirred >> np.uint64(60)).astype(np.int64) % 2)
    cells = cohort.cells[school].course_cells(slot)
    prefix = file.prefix(one.code, one.name)
    file.write(join_cells(prefix, cohort.id_cells(some), semester, cells, summary))


def write_activities(cohort: Cohort, school: int, files: SheetFiles, year: int) -> None:
    """Everything one school enters for one whole year of its students."""
    if cohort.schools[school].is_test:
        return
    who = cohort.members(school, Term(2 * year + 1))
    for place in range(len(_SHEETS)):
        _write_sheet(cohort, who, school, files, place=place, year=year)
    _write_outcomes(cohort, who, school, files, year=year)
