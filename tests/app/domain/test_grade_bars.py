"""Which bar and bin a grade is marked in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.grade_bars import bar_of, bin_of


@pytest.mark.parametrize(
    ("grade", "bar", "one_point_bin"),
    [
        ("0", 0, 0),
        ("9.99", 0, 9),
        ("10", 1, 10),
        ("59.5", 5, 59),
        ("60", 6, 60),
        ("99.99", 9, 99),
        ("100", 9, 99),
        ("-1", None, None),
        ("-0.01", None, None),
        ("100.01", None, None),
        ("-999.99", None, None),
    ],
)
def test_grade_falls_into_its_bar(grade: str, bar: int | None, one_point_bin: int | None) -> None:
    assert (bar_of(Decimal(grade)), bin_of(Decimal(grade))) == (bar, one_point_bin)
