"""Keys of the forms of the announcement of core data and of the items of a channel."""

from __future__ import annotations

from app.domain.evidence import ProgrammeCode


def key(programme_code: ProgrammeCode, name: str, *parts: object) -> str:
    """A widget key that belongs to one programme."""
    return ":".join(["core-notice", programme_code, name, *map(str, parts)])


def channel_key(admission_channel: str, admission_year: int, name: str, revision: int) -> str:
    """A widget key that belongs to one channel, year and version of its set."""
    return f"channel-items:{admission_channel}:{admission_year}:{name}:{revision}"
