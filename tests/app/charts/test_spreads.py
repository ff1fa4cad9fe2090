"""Spread of totals and of dimension scores."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.charts.spreads import draw_dimension_spread, draw_total_spread
from tests.app.charts.chart_words import WORDS


@dataclass(frozen=True)
class Line:
    """A row of a ranked list, as far as the figure looks at it."""

    total: Decimal | None
    rank: int | None


def _lines(*totals: str) -> list[Line]:
    return [Line(Decimal(total), place) for place, total in enumerate(totals, start=1)]


def test_totals_fall_into_bars_of_one_point_when_close() -> None:
    (bar,) = draw_total_spread(_lines("81.25", "80.99", "80", "79.5"), words=WORDS).data
    assert (bar.x, bar.y, bar.width) == ((79.5, 80.5, 81.5), (1, 2, 1), 0.92)
    assert bar.customdata == (["79–80", "4"], ["80–81", "2–3"], ["81–82", "1"])


def test_totals_far_apart_get_wider_bars() -> None:
    (bar,) = draw_total_spread(_lines("100", "60", "0"), words=WORDS).data
    assert (bar.x, bar.y) == ((2.5, 62.5, 102.5), (1, 1, 1))


def test_rows_without_total_take_no_part_and_without_rank_are_counted() -> None:
    (bar,) = draw_total_spread([Line(None, None), Line(Decimal("70"), None)], words=WORDS).data
    assert (bar.y, bar.customdata) == ((1,), (["70–71", "不明"],))


def test_no_totals_give_an_empty_figure() -> None:
    assert draw_total_spread([], words=WORDS).data[0].x == ()


def test_dimensions_have_a_box_each_with_every_score() -> None:
    scores = {"學習<i>": [Decimal("80"), Decimal("75.5")], "動機": [Decimal("0")]}
    figure = draw_dimension_spread(scores, words=WORDS)
    assert [(box.name, box.x, box.boxpoints) for box in figure.data] == [
        ("學習&lt;i&gt;", (80.0, 75.5), "all"),
        ("動機", (0.0,), "all"),
    ]
