"""Semester standings in the own school, program group and department, as small charts that cost no figure library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from app.charts.words import ChartWords
from app.domain.evidence import SemesterStanding, StandingLevel
from app.ui.components.overview_entries import is_small_group
from app.ui.number_text import number_text
from app.ui.text.chart import WORDS as CHART_WORDS
from app.ui.text.desk import DeskWords
from app.ui.text.desk_overview import WORDS
from app.ui.text.desk_school import WORDS as SCHOOL_WORDS
from app.ui.text.desk_school import SchoolWords
from app.ui.text.language import Language

LEVELS: tuple[StandingLevel, ...] = get_args(StandingLevel)


def no_standings_text(course_record_mode: str, words: SchoolWords) -> str:
    """Why nothing stands against the school: what the database lacks, and why."""
    reasons = {
        "pdf": words.standings_pdf,
        "missing": words.standings_missing,
        "unreadable": words.standings_unreadable,
    }
    return reasons.get(course_record_mode, words.standings_none)


def standing_data(
    standings: Sequence[SemesterStanding], *, course_record_mode: str, words: DeskWords, language: Language
) -> dict[str, object]:
    """One small chart a population that has any standing, or the sentence why there is none."""
    semesters = sorted({(each.academic_year, each.semester) for each in standings})
    chart_words = CHART_WORDS[language]
    levels = [
        _level(level, semesters, standings, chart_words, few=WORDS[language].small_group) for level in LEVELS
    ]
    return {
        "title": words.overview_standing,
        "nothing": no_standings_text(course_record_mode, SCHOOL_WORDS[language]),
        "semesters": [f"{year}-{semester}" for year, semester in semesters],
        "levels": [level for level in levels if level is not None],
    }


def _level(
    level: StandingLevel,
    semesters: Sequence[tuple[int, int]],
    standings: Sequence[SemesterStanding],
    words: ChartWords,
    *,
    few: str = "",
) -> dict[str, object] | None:
    by_semester = {(e.academic_year, e.semester): e for e in standings if e.standing_level == level}
    line = [by_semester.get(semester) for semester in semesters]
    units = [each.unit_name for each in line if each and each.unit_name]
    points = [_point(each, words, few=few) for each in line]
    if not any(points):
        return None
    return {
        "name": words.level_names[level],
        "unit": units[-1] if units else "",
        "points": points,
        "spoken": "; ".join([words.level_names[level], *(str(point["detail"]) for point in points if point)]),
    }


def _point(each: SemesterStanding | None, words: ChartWords, *, few: str = "") -> dict[str, object] | None:
    """What is drawn and told of one semester; None leaves a gap."""
    if each is None or each.standing is None:
        return None
    standing = each.standing
    grade = words.unknown if each.semester_grade is None else number_text(each.semester_grade)
    detail = (
        f"{each.academic_year}-{each.semester} {words.standing} {standing.percent} "
        f"({standing.best}–{standing.worst}) {words.semester_grade} {grade}"
    )
    if each.distribution is not None and each.distribution.population is not None:
        detail += f" {words.population} {each.distribution.population:,}"
    is_small = is_small_group(each)
    if is_small:
        detail = f"{detail} {few}".strip()
    return {
        "percent": str(standing.percent),
        "best": str(standing.best),
        "worst": str(standing.worst),
        "text": number_text(standing.percent),
        "detail": detail,
        "small": is_small,
    }
