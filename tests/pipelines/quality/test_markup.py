"""Values are escaped on their way in, whatever they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.quality.coverage_matrix import percent_of
from pipelines.quality.markup import Html, escaped, joined, row
from tests.pipelines.quality.page import Page


@given(st.text(), st.text())
def test_row_keeps_every_text_inside_its_cell(first: str, second: str) -> None:
    page = Page(f"<table>{row(first, second, marks={'data-rule': first})}</table>")
    assert [tag for tag, _ in page.tags] == ["table", "tr", "td", "td"]


def test_numbers_have_separators_and_nothing_is_empty() -> None:
    assert row(1234567, None, Html("<b>x</b>")) == (
        '<tr><td class="number">1,234,567</td><td></td><td><b>x</b></td></tr>\n'
    )


def test_plain_text_among_html_is_escaped() -> None:
    assert joined([Html("<i>"), "<i>"]) == "<i>&lt;i&gt;"
    assert escaped("<td") == "&lt;td"


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(0, 0, None), (0, 9, 0), (9, 9, 100), (1, 1000, 1), (999, 1000, 99), (1, 8, 13), (1, 3, 33)],
)
def test_percent_is_zero_or_hundred_only_for_none_or_all(part: int, whole: int, percent: int | None) -> None:
    assert percent_of(part, whole) == percent
