"""Where a folded text is found in another."""

from __future__ import annotations

import pytest

from app.domain.found_places import MOST_FOUND, find_places


@pytest.mark.parametrize(
    ("text", "keyword", "found"),
    [
        ("臺北市的台北車站", "台北", ["臺北", "台北"]),
        ("ＡＢＣ and abc", "aBc", ["ＡＢＣ", "abc"]),
        ("機器\n學 習", "機器學習", ["機器\n學 習"]),
        ("㈱と株", "(株)", ["㈱"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("anything", "", []),
        ("anything", "　 ", []),
        ("", "x", []),
    ],
)
def test_find_places_names_spans_of_the_original(text: str, keyword: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_places(text, keyword)] == found


def test_find_places_ends_somewhere() -> None:
    assert len(find_places("x" * 5000, "x")) == MOST_FOUND
