"""Text of others never becomes markup of a figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charts.plain_text import plain_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("虛構高中", "虛構高中"),
        ('<a href="https://example.invalid">x</a>', '&lt;a href="https://example.invalid"&gt;x&lt;/a&gt;'),
        ("A&B &lt;", "A&amp;B &amp;lt;"),
        ("$\\LaTeX$", "&#36;\\LaTeX&#36;"),
        ("一\n二\t三", "一 二 三"),
        ("", ""),
    ],
)
def test_markup_is_escaped(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@given(st.text())
def test_no_text_leaves_a_tag_or_formula(text: str) -> None:
    assert not set(plain_text(text)) & set("<>$\n")
