"""Moments as the reader's clock shows them."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import streamlit as st

HOME = "Asia/Taipei"


def clock_time(moment: datetime) -> str:
    """Hours, minutes, seconds; with the date unless it is today."""
    local = moment.astimezone(_zone())
    is_today = local.date() == datetime.now(_zone()).date()
    return local.strftime("%H:%M:%S" if is_today else "%Y-%m-%d %H:%M")


def date_and_time(moment: datetime) -> str:
    """Date, hours and minutes."""
    return moment.astimezone(_zone()).strftime("%Y-%m-%d %H:%M")


def date_and_seconds(moment: datetime) -> str:
    """Date, hours, minutes and seconds."""
    return moment.astimezone(_zone()).strftime("%Y-%m-%d %H:%M:%S")


def local_moment(day: date, clock: time) -> datetime:
    """The moment at which the reader's clock shows this."""
    return datetime.combine(day, clock, tzinfo=_zone())


def _zone() -> ZoneInfo:
    return ZoneInfo(st.context.timezone or HOME)
