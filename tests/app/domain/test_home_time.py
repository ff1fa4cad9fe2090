"""Moments in the time of Taiwan, whatever zone they come in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from app.domain.home_time import (
    clock_time,
    date_and_seconds,
    date_and_time,
    home_day,
    home_moment,
    with_offset,
)

LATE = datetime(2026, 5, 20, 16, 30, 7, 9, tzinfo=UTC)
"""Half past midnight of the next day in Taiwan."""


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-7)), timezone(timedelta(hours=9))])
def test_moment_reads_the_same_from_every_zone(zone: timezone) -> None:
    moment = LATE.astimezone(zone)
    assert date_and_time(moment) == "2026-05-21 00:30"
    assert date_and_seconds(moment) == "2026-05-21 00:30:07"
    assert with_offset(moment) == "2026-05-21T00:30:07.000009+08:00"
    assert home_day(moment) == date(2026, 5, 21)


def test_clock_alone_tells_of_today_and_of_no_other_day() -> None:
    assert clock_time(LATE, now=LATE + timedelta(hours=1)) == "00:30:07"
    assert clock_time(LATE, now=LATE - timedelta(hours=1)) == "2026-05-21 00:30"


def test_moment_asked_for_is_that_of_the_clock_of_the_house() -> None:
    assert home_moment(date(2026, 5, 21), time(0, 30, 7)) == LATE.replace(microsecond=0)
