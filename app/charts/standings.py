"""Estimated standing over the semesters, against school, program group and department."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import plotly.graph_objects as go

from app.charts.plain_text import plain_text
from app.charts.theme import DASHES, SERIES, SYMBOLS, style
from app.charts.words import ChartWords
from app.domain.evidence import SemesterStanding, StandingLevel

HEIGHT = 240
LEVELS: tuple[StandingLevel, ...] = get_args(StandingLevel)


def draw_semester_standing(standings: Sequence[SemesterStanding], *, words: ChartWords) -> go.Figure:
    """One line a level, the top of the population at the top; a semester without a standing is a gap."""
    semesters = sorted({(each.academic_year, each.semester) for each in standings})
    labels = [f"{year}-{semester}" for year, semester in semesters]
    figure = style(go.Figure(), height=HEIGHT, show_legend=True)
    for place, level in enumerate(LEVELS):
        by_semester = {(e.academic_year, e.semester): e for e in standings if e.standing_level == level}
        if any(each.standing for each in by_semester.values()):
            line = [by_semester.get(semester) for semester in semesters]
            figure.add_trace(_line(labels, line, place=place, words=words))
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=labels)
    figure.update_yaxes(range=[100, 0], dtick=25, title_text=words.standing)
    return figure


def _line(
    labels: list[str], line: Sequence[SemesterStanding | None], *, place: int, words: ChartWords
) -> go.Scatter:
    level = LEVELS[place]
    return go.Scatter(
        x=labels,
        y=[float(each.standing.percent) if each and each.standing else None for each in line],
        name=words.level_names[level],
        mode="lines+markers",
        connectgaps=False,
        line={"color": SERIES[place], "width": 2, "dash": DASHES[place]},
        marker={"color": SERIES[place], "size": 8, "symbol": SYMBOLS[place]},
        customdata=[_details(each, words) for each in line],
        hovertemplate="%{x} %{fullData.name}<br>%{customdata}<extra></extra>",
    )


def _details(each: SemesterStanding | None, words: ChartWords) -> str:
    if each is None or each.standing is None:
        return words.unknown
    standing = each.standing
    lines = [
        f"{words.standing} {standing.percent} ({standing.best}–{standing.worst})",
        f"{words.semester_grade} {words.unknown if each.semester_grade is None else each.semester_grade}",
    ]
    if each.distribution is not None and each.distribution.population is not None:
        lines.append(f"{words.population} {each.distribution.population:,}")
    return "<br>".join([plain_text(each.unit_name), *lines] if each.unit_name else lines)
