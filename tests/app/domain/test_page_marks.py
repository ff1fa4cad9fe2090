"""Areas on pages."""

from __future__ import annotations

import pytest

from app.domain.page_marks import PageArea


@pytest.mark.parametrize(
    ("sides", "is_on_page"),
    [
        ((0, 0, 1, 1), True),
        ((0.9, 0.9, 0.1, 0.1), True),
        ((0.9, 0.9, 0.2, 0.1), False),
        ((0.9, 0.9, 0.1, 0.2), False),
        ((-0.1, 0, 0.5, 0.5), False),
        ((0, 0, 0, 0.5), False),
        ((0, 0, float("nan"), 0.5), False),
        ((0, 0, float("inf"), 0.5), False),
        ((0, 2, 0.5, 0.5), False),
    ],
)
def test_area_is_on_the_page_only_with_extent_and_within(
    sides: tuple[float, float, float, float], is_on_page: bool
) -> None:
    assert PageArea(*sides).is_on_page == is_on_page
