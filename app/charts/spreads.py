"""How totals and dimension scores spread over the applicants of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

import plotly.graph_objects as go

from app.charts.plain_text import plain_text
from app.charts.theme import ACCENT, BAR, step_of_counts, style
from app.charts.words import ChartWords

HEIGHT = 240
ROW_HEIGHT = 56
MOST_BARS = 25
BAR_WIDTHS = (1, 2, 5, 10, 20, 50, 100)


class Placed(Protocol):
    """A row of a ranked list; without a total it takes no part, without a rank it has a total only."""

    @property
    def total(self) -> Decimal | None: ...
    @property
    def rank(self) -> int | None: ...


def draw_total_spread(rows: Sequence[Placed], *, words: ChartWords) -> go.Figure:
    """Totals in bars of whole points; pointing at a bar tells the ranks in it."""
    placed = [(row.total, row.rank) for row in rows if row.total is not None]
    width = _bar_width([total for total, _ in placed])
    members: dict[int, list[int | None]] = {}
    for total, rank in placed:
        members.setdefault(int(total // width) * width, []).append(rank)
    lows = sorted(members)
    bar = go.Bar(
        x=[low + width / 2 for low in lows],
        y=[len(members[low]) for low in lows],
        width=width * 0.92,
        marker_color=BAR,
        marker_line={"color": ACCENT, "width": 1},
        customdata=[[f"{low}–{low + width}", _rank_range(members[low], words)] for low in lows],
        hovertemplate=(
            f"{words.total} %{{customdata[0]}}<br>{words.people} %{{y}}"
            f"<br>{words.rank} %{{customdata[1]}}<extra></extra>"
        ),
    )
    figure = style(go.Figure(bar), height=HEIGHT)
    figure.update_xaxes(title_text=words.total)
    figure.update_yaxes(
        title_text=words.people, rangemode="tozero", dtick=step_of_counts(max(bar.y, default=0))
    )
    return figure


def draw_dimension_spread(scores: Mapping[str, Sequence[Decimal]], *, words: ChartWords) -> go.Figure:
    """A box and every point for each dimension, by its name, in the order given."""
    figure = style(go.Figure(), height=HEIGHT // 3 + ROW_HEIGHT * max(len(scores), 1))
    for name, values in scores.items():
        figure.add_trace(_box(plain_text(name), values, words=words))
    figure.update_xaxes(title_text=words.score, showgrid=True)
    figure.update_yaxes(type="category", autorange="reversed", showgrid=False)
    return figure


def _box(name: str, values: Sequence[Decimal], *, words: ChartWords) -> go.Box:
    return go.Box(
        x=[float(value) for value in values],
        y=[name] * len(values),
        name=name,
        orientation="h",
        boxpoints="all",
        jitter=0.5,
        pointpos=0,
        line={"color": ACCENT, "width": 1},
        fillcolor=BAR,
        marker={"color": ACCENT, "size": 4, "opacity": 0.6},
        hovertemplate=f"{words.score} %{{x}}<extra></extra>",
    )


def _bar_width(totals: Sequence[Decimal]) -> int:
    """The narrowest of the round widths that leaves a number of bars the eye can take in."""
    if not totals:
        return BAR_WIDTHS[0]
    spread = max(totals) - min(totals)
    return next((width for width in BAR_WIDTHS if spread / width < MOST_BARS), BAR_WIDTHS[-1])


def _rank_range(ranks: Sequence[int | None], words: ChartWords) -> str:
    known = sorted(rank for rank in ranks if rank is not None)
    if not known:
        return words.unknown
    return str(known[0]) if known[0] == known[-1] else f"{known[0]}–{known[-1]}"
