"""The time that is left: own pace, breaks left out, nothing claimed of too little."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.pace import LEAST, time_left

START = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)


def saves(*minutes: int) -> list[datetime]:
    return [START + timedelta(minutes=minute) for minute in minutes]


def test_median_gap_times_what_remains() -> None:
    assert time_left(saves(0, 4, 8, 13, 17, 21), 10) == timedelta(minutes=40)


def test_a_break_is_no_reading() -> None:
    assert time_left(saves(0, 4, 8, 12, 200, 204, 208), 10) == timedelta(minutes=40)


def test_too_few_gaps_tell_nothing() -> None:
    assert time_left(saves(*range(0, 4 * LEAST, 4)), 10) is None


def test_nothing_is_left_when_all_is_done() -> None:
    assert time_left(saves(0, 4, 8, 12, 16, 20), 0) is None


def test_order_of_the_saves_does_not_matter() -> None:
    assert time_left(reversed(saves(0, 4, 8, 12, 16, 20)), 3) == timedelta(minutes=12)
