"""Codes that a spreadsheet has changed: proposed, and taken only where a list proves it."""

from __future__ import annotations

import pytest

from pipelines.decode.restored_code import proven_code, proven_school_code, restored_code


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("41305", "041305"),
        (" 41305 ", "041305"),
        ("０４１３０５", "041305"),
        ("４１３０５", "041305"),
        ("041305", None),
        ("030B01", None),
        ("30B01", None),
        ("0413050", None),
        ("", None),
    ],
)
def test_code_as_it_may_have_been(text: str, restored: str | None) -> None:
    assert restored_code(text, 6) == restored


def test_code_is_taken_only_where_it_is_known() -> None:
    assert proven_code("7", 3, {"007"}) == "007"
    assert proven_code("7", 3, {"008"}) == "7"
    assert proven_code("7", 3, {"007", "7"}) == "7"
    assert (proven_school_code("41305"), proven_school_code("99305")) == ("041305", "99305")
