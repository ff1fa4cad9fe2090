"""Dates of every form seen, and texts that are none."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.decode.roc_date import ROC_OFFSET, UnreadableDate, read_date

DATES = st.dates(date(1912, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1120321", date(2023, 3, 21)),
        ("0980321", date(2009, 3, 21)),
        ("980321", date(2009, 3, 21)),
        ("112/03/21", date(2023, 3, 21)),
        ("112/3/1", date(2023, 3, 1)),
        ("112/03/21 上午 09:10:00", date(2023, 3, 21)),
        ("112/10/06 下午 03:30:00", date(2023, 10, 6)),
        ("2025-03-02", date(2025, 3, 2)),
        ("20250302", date(2025, 3, 2)),
        ("2025-03-02T10:20:30", date(2025, 3, 2)),
        ("2025/3/2 10:20", date(2025, 3, 2)),
        ("民國112年3月21日", date(2023, 3, 21)),
        ("113/02/29", date(2024, 2, 29)),
        (None, None),
        ("", None),
        ("無", None),
        ("-1", None),
    ],
)
def test_date_of_each_known_form(text: str | None, expected: date | None) -> None:
    assert read_date(text) == expected


@pytest.mark.parametrize(
    "text", ["113年5月某日", "高二上學期", "112/02/30", "1121301", "112/03/21 foo", "12345", "112", "112/03"]
)
def test_date_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(UnreadableDate):
        read_date(text)


@given(DATES)
def test_date_reads_roc_and_gregorian_alike(day: date) -> None:
    roc = day.year - ROC_OFFSET
    forms = (f"{roc:03d}{day:%m%d}", f"{roc:03d}/{day:%m/%d}", f"{day:%Y-%m-%d}", f"{day:%Y%m%d}")
    assert {read_date(form) for form in forms} == {day}


@given(st.text(max_size=20))
def test_date_raises_nothing_but_its_own_error(text: str) -> None:
    with contextlib.suppress(UnreadableDate):
        assert read_date(text) is None or any(character.isdigit() for character in text)
