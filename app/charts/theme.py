"""How every figure looks: calm colours, one font stack, small margins, nothing that invites dragging."""

from __future__ import annotations

import plotly.graph_objects as go

FONT = '"Noto Sans TC", "Noto Sans CJK TC", sans-serif'
INK = "#1f2a37"
MUTED = "#64748b"
ACCENT = "#0b5f58"
BAR = "#cbd5e1"
GRID = "#e2e8f0"
CLEAR = "rgba(0,0,0,0)"
SERIES = (ACCENT, "#334155", "#b45309", "#4338ca", "#9d174d", "#3f6212", "#0369a1", "#7c2d12")
"""Colours of series, dark enough on white for small marks; a figure never tells series apart by colour alone."""

FEW_COUNTS = 5

CHART_CONFIG: dict[str, object] = {"displayModeBar": False, "locale": "zh-TW", "scrollZoom": False}
"""For figures a person reads; Plotly falls back to English where the locale is not loaded."""


def style(figure: go.Figure, *, height: int, show_legend: bool = False) -> go.Figure:
    """Give the figure the look of the house; returns the same figure."""
    figure.update_layout(
        template="none",
        height=height,
        margin={"l": 8, "r": 24, "t": 16, "b": 8},
        font={"family": FONT, "size": 13, "color": INK},
        paper_bgcolor=CLEAR,
        plot_bgcolor=CLEAR,
        hoverlabel={"font": {"family": FONT, "size": 13, "color": INK}, "bgcolor": "#ffffff"},
        dragmode=False,
        showlegend=show_legend,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
    )
    axes = {"automargin": True, "fixedrange": True, "zeroline": False, "linecolor": GRID}
    figure.update_xaxes(tickfont={"color": MUTED}, showgrid=False, **axes)
    figure.update_yaxes(tickfont={"color": MUTED}, gridcolor=GRID, **axes)
    return figure


def step_of_counts(largest: int) -> int | None:
    """Step of an axis of counts: one while that is readable, so that no half people appear; else Plotly's choice."""
    return 1 if largest <= FEW_COUNTS else None
