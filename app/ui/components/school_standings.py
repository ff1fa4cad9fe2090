"""Every semester against the school, the program group and the department: small pictures, one enlarged."""

from __future__ import annotations

from collections.abc import Sequence

from app.charts.words import ChartWords
from app.domain.distribution_facts import is_small, neighbours_of, spread_of
from app.domain.evidence import ApplicationId, GradeDistribution, SemesterStanding
from app.domain.grade_bars import bar_of, bin_of
from app.ui.components.fact_table import top_percent
from app.ui.components.part import desk_part
from app.ui.components.standing_charts import LEVELS
from app.ui.number_text import number_text
from app.ui.text.chart import WORDS as CHART_WORDS
from app.ui.text.desk import DeskWords
from app.ui.text.desk_course_view import WORDS as COURSE_WORDS
from app.ui.text.desk_course_view import CourseViewWords
from app.ui.text.desk_school import SchoolWords
from app.ui.text.language import Language

ABSENT = "–"


def draw_school_standings(
    application_id: ApplicationId,
    standings: Sequence[SemesterStanding],
    *,
    nothing: str,
    words: DeskWords,
    school_words: SchoolWords,
    language: Language,
) -> None:
    """One row a population, one column a semester; ``nothing`` is said where there is none at all."""
    desk_part("school_standings", "course_prefs", "grade_distribution")(
        key=f"desk:school:{application_id}",
        data={
            "title": school_words.standings,
            "nothing": nothing,
            **standings_data(standings, words=words, language=language, school_words=school_words),
            "words": _words(words, school_words, COURSE_WORDS[language]),
        },
    )


def standings_data(
    standings: Sequence[SemesterStanding],
    *,
    words: DeskWords,
    school_words: SchoolWords,
    language: Language,
) -> dict[str, object]:
    """Semesters across; each population that is known at all, with a cell or nothing for each semester."""
    semesters = sorted({(each.academic_year, each.semester) for each in standings})
    chart_words, view = CHART_WORDS[language], COURSE_WORDS[language]
    levels = []
    for level in LEVELS:
        by_semester = {(e.academic_year, e.semester): e for e in standings if e.standing_level == level}
        cells = [_cell(by_semester.get(each), words, chart_words, view=view) for each in semesters]
        units = list(dict.fromkeys(each.unit_name for each in by_semester.values() if each.unit_name))
        if any(cells):
            levels.append({"name": chart_words.level_names[level], "unit": "／".join(units), "cells": cells})
    return {
        "semesters": [_semester(when, standings) for when in semesters],
        "levels": levels,
        "own_grade": school_words.own_grade,
    }


def _semester(when: tuple[int, int], standings: Sequence[SemesterStanding]) -> dict[str, str]:
    """The label of a column, and the one grade that all its populations are about."""
    grades = [e.semester_grade for e in standings if (e.academic_year, e.semester) == when]
    known = next((each for each in grades if each is not None), None)
    return {"label": f"{when[0]}-{when[1]}", "grade": number_text(known) or ABSENT}


def _cell(
    each: SemesterStanding | None, words: DeskWords, chart_words: ChartWords, *, view: CourseViewWords
) -> dict[str, object] | None:
    if each is None:
        return None
    percent = top_percent(each.standing.percent, words) if each.standing else None
    standing_range = f"{each.standing.best}–{each.standing.worst}" if each.standing else ""
    base: dict[str, object] = {
        "level": " ".join(
            part for part in (chart_words.level_names[each.standing_level], each.unit_name) if part
        ),
        "percent": percent or ABSENT,
        "range": standing_range,
        "chart": None,
    }
    return base if each.distribution is None else {**base, **_picture(each, each.distribution, view)}


def _picture(
    each: SemesterStanding, distribution: GradeDistribution, view: CourseViewWords
) -> dict[str, object]:
    grade = each.semester_grade
    spread, around = spread_of(distribution.grade_bins), neighbours_of(distribution, grade)
    place = (
        view.outside
        if around is None
        else view.own_place.format(beside=around.beside, above=around.above, below=around.below)
    )
    return {
        "is_small": is_small(distribution),
        "spread": f"{spread.mean}±{spread.deviation}" if spread else ABSENT,
        "chart": {
            "subject": "",
            "bins": distribution.grade_bins,
            "bars": distribution.ten_point_bars,
            "population": distribution.population,
            "own_bin": None if grade is None else bin_of(grade),
            "own_bar": None if grade is None else bar_of(grade),
            "own_text": view.own_mark.format(grade=number_text(grade) or ABSENT),
            "place": place,
        },
    }


def _words(words: DeskWords, school_words: SchoolWords, view: CourseViewWords) -> dict[str, str]:
    return {
        "hint": school_words.standings_hint,
        "no_distribution": school_words.no_distribution,
        "enlarge": school_words.enlarge,
        "chart_subject": school_words.chart_subject,
        "mean": school_words.mean,
        "population": words.population,
        "small": view.mark_small,
        "small_hint": view.mark_small_hint,
        "close": words.close,
        "bins": words.bins,
        "bins_ten": words.bins_ten,
        "bins_hundred": words.bins_hundred,
        "numbers": view.numbers,
        "interval": view.interval,
        "people": view.people,
        "chart_spoken": view.chart_spoken,
        "zero_counts": view.zero_counts,
    }
