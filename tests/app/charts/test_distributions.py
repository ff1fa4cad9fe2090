"""What the distribution figures hold: counts, the marked bar, the population."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.charts.distributions import draw_grade_distribution, draw_hundred_bins
from app.charts.theme import BAR, MARK
from app.domain.evidence import GradeDistribution
from tests.app.charts.chart_words import WORDS

BARS = (0, 0, 1, 0, 0, 2, 5, 12, 14, 6)
BINS = tuple(BARS[place // 10] if place % 10 == 4 else 0 for place in range(100))
DISTRIBUTION = GradeDistribution("d", 1040, BINS, BARS)


@pytest.mark.parametrize(("grade", "marked"), [("88.5", 8), ("100", 9), ("90", 9), ("0", 0)])
def test_ten_bars_mark_the_bar_of_the_grade(grade: str, marked: int) -> None:
    figure = draw_grade_distribution(DISTRIBUTION, Decimal(grade), words=WORDS)
    (bar,) = figure.data
    assert bar.y == BARS
    assert bar.x == (5, 15, 25, 35, 45, 55, 65, 75, 85, 95)
    assert bar.marker.color == tuple(MARK if place == marked else BAR for place in range(10))
    (mark,) = figure.layout.annotations
    assert (mark.x, mark.y, mark.text) == (marked * 10 + 5, BARS[marked], "本考生")


@pytest.mark.parametrize("grade", [None, Decimal("-1"), Decimal("-999.99")])
def test_ten_bars_without_a_grade_mark_nothing(grade: Decimal | None) -> None:
    figure = draw_grade_distribution(DISTRIBUTION, grade, words=WORDS)
    assert figure.data[0].marker.color == (BAR,) * 10
    assert figure.layout.annotations == ()


def test_ten_bars_name_their_range_and_the_population() -> None:
    figure = draw_grade_distribution(DISTRIBUTION, None, words=WORDS)
    assert figure.data[0].customdata[0] == "0–9"
    assert figure.data[0].customdata[9] == "90–100"
    assert figure.layout.xaxis.title.text == "母體人數 1,040"
    assert figure.layout.xaxis.range == (0, 100)


def test_unknown_population_is_not_shown_as_zero() -> None:
    unknown = GradeDistribution("d", None, BINS, BARS)
    assert draw_grade_distribution(unknown, None, words=WORDS).layout.xaxis.title.text == "母體人數 不明"


def test_empty_distribution_still_has_an_axis() -> None:
    empty = GradeDistribution("d", 0, (0,) * 100, (0,) * 10)
    assert draw_grade_distribution(empty, None, words=WORDS).layout.yaxis.range == (0, 1.2)


def test_hundred_bins_mark_the_bin_of_the_grade() -> None:
    (bar,) = draw_hundred_bins(DISTRIBUTION, Decimal("88.5"), words=WORDS).data
    assert bar.y == BINS
    assert [place for place, colour in enumerate(bar.marker.color) if colour == MARK] == [88]
    assert (bar.customdata[88], bar.customdata[99]) == ("88", "99–100")


@pytest.mark.parametrize(("largest", "step"), [(1, 1), (5, 1), (6, None)])
def test_few_counts_have_an_axis_of_whole_people(largest: int, step: int | None) -> None:
    small = GradeDistribution("d", largest, (0,) * 100, (largest,) + (0,) * 9)
    assert draw_grade_distribution(small, None, words=WORDS).layout.yaxis.dtick == step
