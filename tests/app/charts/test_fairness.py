"""Rates by group as a figure."""

from __future__ import annotations

from app.charts.fairness import RateMark, RateWords, draw_rates

WORDS = RateWords("rate", "standardised", "4/5")
MARKS = [RateMark("普通型", 0.3, 0.2, 0.42, 0.25), RateMark("<b>技術型", 0.2, 0.1, 0.35, None)]


def test_every_group_has_its_dot_and_interval() -> None:
    rates, standardised = draw_rates(MARKS, threshold=0.24, words=WORDS).data
    assert list(rates.x) == [30.0, 20.0]
    assert [round(each, 6) for each in rates.error_x.array] == [12.0, 15.0]
    assert [round(each, 6) for each in rates.error_x.arrayminus] == [10.0, 10.0]
    assert list(standardised.x) == [25.0]
    assert list(standardised.y) == [rates.y[0]]


def test_names_of_groups_are_no_markup() -> None:
    rates, _ = draw_rates(MARKS, threshold=None, words=WORDS).data
    assert "<b>" not in rates.y[1]
