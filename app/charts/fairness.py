"""Rates of admission by group: each with its interval, and beside it the rate among equals in standing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from app.charts.plain_text import plain_text
from app.charts.theme import ACCENT, MUTED, style

ROW_HEIGHT = 44
BASE_HEIGHT = 96


@dataclass(frozen=True)
class RateMark:
    """One shown group; shares from 0 to 1. ``standardised`` None where no band is in common."""

    label: str
    rate: float
    low: float
    high: float
    standardised: float | None


@dataclass(frozen=True)
class RateWords:
    """The words of the figure."""

    rate: str
    standardised: str
    four_fifths: str


def draw_rates(marks: Sequence[RateMark], *, threshold: float | None, words: RateWords) -> go.Figure:
    """A dot with its interval for each group, a diamond for the standardised rate, a line at four fifths of the best."""
    figure = style(go.Figure(), height=BASE_HEIGHT + ROW_HEIGHT * max(len(marks), 1), show_legend=True)
    labels = [plain_text(mark.label) for mark in marks]
    figure.add_trace(
        go.Scatter(
            x=[100 * mark.rate for mark in marks],
            y=labels,
            mode="markers",
            name=words.rate,
            marker={"color": ACCENT, "size": 10},
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [100 * (mark.high - mark.rate) for mark in marks],
                "arrayminus": [100 * (mark.rate - mark.low) for mark in marks],
                "color": ACCENT,
                "thickness": 1.5,
            },
            hovertemplate=f"%{{y}}<br>{words.rate} %{{x:.1f}} %<extra></extra>",
        )
    )
    known = [(label, mark.standardised) for label, mark in zip(labels, marks, strict=True)]
    figure.add_trace(
        go.Scatter(
            x=[100 * share for _, share in known if share is not None],
            y=[label for label, share in known if share is not None],
            mode="markers",
            name=words.standardised,
            marker={"color": MUTED, "size": 10, "symbol": "diamond-open", "line": {"width": 2}},
            hovertemplate=f"%{{y}}<br>{words.standardised} %{{x:.1f}} %<extra></extra>",
        )
    )
    if threshold is not None:
        figure.add_vline(
            x=100 * threshold,
            line={"color": MUTED, "dash": "dot", "width": 1},
            # Above the drawing: within it the words lie on an interval.
            annotation={"text": words.four_fifths, "font": {"color": MUTED, "size": 12}, "yanchor": "bottom"},
            annotation_position="top",
        )
    figure.update_xaxes(title_text=f"{words.rate}（%）", rangemode="tozero", showgrid=True)
    figure.update_yaxes(type="category", autorange="reversed", showgrid=False)
    return figure
