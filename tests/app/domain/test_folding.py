"""Folding: what a reviewer types must meet what the pipeline wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.folding import fold
from pipelines.decode.text import fold_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("臺北", "台北"),
        ("ＡＩ 應用　Ⅱ", "ai應用ii"),
        ("Straße", "strasse"),
        ("a\u00a0b\tc\nd", "abcd"),
        ("", ""),
    ],
)
def test_fold_unifies_width_case_and_space(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_fold_is_what_the_pipeline_writes(text: str) -> None:
    assert fold(text) == fold_text(text)
