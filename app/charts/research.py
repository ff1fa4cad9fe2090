"""What cohorts chose: shares of applicants, pairs of subjects, core competencies. Hidden counts stay hidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import plotly.graph_objects as go

from app.charts.plain_text import plain_text
from app.charts.theme import ACCENT, BAR, CLEAR, MUTED, SERIES, step_of_counts, style
from app.charts.words import ChartWords

ROW_HEIGHT = 24
FRAME_HEIGHT = 90
ALL_PERCENT = 100
SHARE_COLOURS = ((0.0, "#f1f5f9"), (1.0, ACCENT))


class CountedShare(Protocol):
    """Applicants of a label among the population of its split; None is hidden, which is not zero."""

    @property
    def label(self) -> str: ...
    @property
    def split_label(self) -> str: ...
    @property
    def applicants(self) -> int | None: ...
    @property
    def population(self) -> int | None: ...


class CountedPair(Protocol):
    """Two subjects and how many took both; None is hidden."""

    @property
    def first_subject(self) -> str: ...
    @property
    def second_subject(self) -> str: ...
    @property
    def both(self) -> int | None: ...
    @property
    def population(self) -> int: ...


def draw_uptake(rows: Sequence[CountedShare], *, words: ChartWords) -> go.Figure:
    """Horizontal bars of shares, one series a split, labels in the order in which they first appear."""
    labels = list(dict.fromkeys(row.label for row in rows))
    splits = list(dict.fromkeys(row.split_label for row in rows))
    height = FRAME_HEIGHT + ROW_HEIGHT * len(labels) * max(len(splits), 1)
    figure = style(go.Figure(), height=height, show_legend=len(splits) > 1)
    for place, split in enumerate(splits):
        own = [row for row in rows if row.split_label == split]
        figure.add_trace(_share_bars(own, name=_name(split, words), place=place, words=words))
    figure.update_layout(barmode="group", bargap=0.25)
    figure.update_xaxes(range=[0, ALL_PERCENT], title_text=words.share, showgrid=True)
    _label_axis(figure, [_name(label, words) for label in labels])
    return figure


def draw_co_choice(rows: Sequence[CountedPair], *, words: ChartWords) -> go.Figure:
    """Pairs as a list of bars, in the order given: the most frequent first."""
    names = [f"{plain_text(row.first_subject)} × {plain_text(row.second_subject)}" for row in rows]
    bar = go.Bar(
        x=[row.both or 0 for row in rows],
        y=names,
        orientation="h",
        marker_color=ACCENT,
        text=[_count(row.both, words) for row in rows],
        textposition="auto",
        customdata=[f"{_count(row.both, words)} / {row.population:,}" for row in rows],
        hovertemplate=f"%{{y}}<br>{words.people} %{{customdata}}<extra></extra>",
    )
    figure = style(go.Figure(bar), height=FRAME_HEIGHT + ROW_HEIGHT * len(rows))
    figure.update_xaxes(
        title_text=words.people, rangemode="tozero", dtick=step_of_counts(max(bar.x, default=0))
    )
    _label_axis(figure, names)
    return figure


def draw_competency_cover(rows: Sequence[CountedShare], *, words: ChartWords) -> go.Figure:
    """A field a competency and programme, filled by share, the percent written in it."""
    labels = list(dict.fromkeys(row.label for row in rows))
    splits = list(dict.fromkeys(row.split_label for row in rows))
    by_place = {(row.split_label, row.label): row for row in rows}
    grid = [[by_place.get((split, label)) for label in labels] for split in splits]
    heat = go.Heatmap(
        x=[plain_text(label) for label in labels],
        y=[_name(split, words) for split in splits],
        z=[[_share(row) for row in line] for line in grid],
        text=[[_percent(row) for row in line] for line in grid],
        customdata=[[_fraction(row, words) for row in line] for line in grid],
        texttemplate="%{text}",
        hovertemplate=f"%{{y}} %{{x}}<br>{words.people} %{{customdata}}<extra></extra>",
        colorscale=[list(stop) for stop in SHARE_COLOURS],
        zmin=0,
        zmax=ALL_PERCENT,
        showscale=False,
        hoverongaps=False,
        xgap=2,
        ygap=2,
    )
    figure = style(go.Figure(heat), height=FRAME_HEIGHT + 2 * ROW_HEIGHT * len(splits))
    figure.update_xaxes(type="category", side="top", linecolor=CLEAR)
    figure.update_yaxes(type="category", autorange="reversed", showgrid=False, linecolor=CLEAR)
    _write_reasons(figure, heat, words=words)
    return figure


def _write_reasons(figure: go.Figure, heat: go.Heatmap, *, words: ChartWords) -> None:
    """What a field without a value means is not left to its emptiness."""
    for name, line in zip(heat.y, heat.z, strict=True):
        for label, share in zip(heat.x, line, strict=True):
            if share is None:
                font = {"color": MUTED, "size": 11}
                figure.add_annotation(x=label, y=name, text=words.hidden, showarrow=False, font=font)


def _share_bars(rows: Sequence[CountedShare], *, name: str, place: int, words: ChartWords) -> go.Bar:
    return go.Bar(
        # Plotly writes nothing at a missing bar, so a hidden count stands at zero with the word for it.
        x=[_share(row) or 0 for row in rows],
        y=[_name(row.label, words) for row in rows],
        name=name,
        orientation="h",
        marker_color=SERIES[place % len(SERIES)],
        marker_line={"color": BAR, "width": 1},
        text=["" if _share(row) is not None else words.hidden for row in rows],
        textposition="outside",
        textfont={"color": MUTED},
        customdata=[_fraction(row, words) for row in rows],
        hovertemplate=f"%{{y}}<br>{words.people} %{{customdata}}<extra>%{{fullData.name}}</extra>",
    )


def _label_axis(figure: go.Figure, names: list[str]) -> None:
    figure.update_yaxes(
        type="category", categoryorder="array", categoryarray=names, autorange="reversed", showgrid=False
    )


def _name(label: str, words: ChartWords) -> str:
    return plain_text(label) or words.unknown


def _share(row: CountedShare | None) -> float | None:
    if row is None or row.applicants is None or not row.population:
        return None
    return round(ALL_PERCENT * row.applicants / row.population, 1)


def _percent(row: CountedShare | None) -> str:
    share = _share(row)
    return "" if share is None else f"{share:g}%"


def _count(count: int | None, words: ChartWords) -> str:
    return words.hidden if count is None else f"{count:,}"


def _fraction(row: CountedShare | None, words: ChartWords) -> str:
    """``12 / 40`` with whatever of it may be shown."""
    if row is None:
        return words.unknown
    return f"{_count(row.applicants, words)} / {_count(row.population, words)}"
