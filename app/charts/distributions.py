"""課程成績分布圖: the distribution of a course with the bar of one applicant marked."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import plotly.graph_objects as go

from app.charts.theme import BAR, MARK, step_of_counts, style
from app.charts.words import ChartWords
from app.domain.evidence import GradeDistribution
from app.domain.grade_bars import bar_of, bin_of

HEIGHT = 220
FULL_MARKS = 100
HEADROOM = 1.2
"""Room above the tallest bar for the word at the mark."""


def draw_grade_distribution(
    distribution: GradeDistribution, grade: Decimal | None, *, words: ChartWords
) -> go.Figure:
    """Ten bars of ten points, 100 in the last; no bar is marked without a grade."""
    marked = None if grade is None else bar_of(grade)
    return _draw(distribution, distribution.ten_point_bars, marked=marked, words=words)


def draw_hundred_bins(
    distribution: GradeDistribution, grade: Decimal | None, *, words: ChartWords
) -> go.Figure:
    """The bins as handed over, one point wide."""
    marked = None if grade is None else bin_of(grade)
    return _draw(distribution, distribution.grade_bins, marked=marked, words=words)


def _draw(
    distribution: GradeDistribution, counts: Sequence[int], *, marked: int | None, words: ChartWords
) -> go.Figure:
    width = FULL_MARKS // len(counts)
    bar = go.Bar(
        x=[width * place + width / 2 for place in range(len(counts))],
        y=list(counts),
        width=width * 0.86,
        marker_color=_colours(len(counts), marked),
        customdata=[_grade_range(place, width) for place in range(len(counts))],
        hovertemplate=f"{words.grade} %{{customdata}}<br>{words.people} %{{y}}<extra></extra>",
    )
    figure = style(go.Figure(bar), height=HEIGHT)
    figure.update_xaxes(range=[0, FULL_MARKS], dtick=10, title_text=_population(distribution, words))
    largest = max(*counts, 1)
    figure.update_yaxes(range=[0, largest * HEADROOM], dtick=step_of_counts(largest), title_text=words.people)
    if marked is not None:
        _write_mark(figure, x=bar.x[marked], y=counts[marked], text=words.this_applicant)
    return figure


def _write_mark(figure: go.Figure, *, x: float, y: int, text: str) -> None:
    """The mark is written as well as coloured: colour alone would not reach everyone."""
    figure.add_annotation(x=x, y=y, text=text, showarrow=False, yanchor="bottom", font={"color": MARK})


def _colours(length: int, marked: int | None) -> list[str]:
    return [MARK if place == marked else BAR for place in range(length)]


def _grade_range(place: int, width: int) -> str:
    """``80–89`` for a wide bar, ``88`` for a bin; the last ends with 100 in both."""
    low, high = place * width, (place + 1) * width - 1
    if high == FULL_MARKS - 1:
        high = FULL_MARKS
    return str(low) if low == high else f"{low}–{high}"


def _population(distribution: GradeDistribution, words: ChartWords) -> str:
    count = words.unknown if distribution.population is None else f"{distribution.population:,}"
    return f"{words.population} {count}"
