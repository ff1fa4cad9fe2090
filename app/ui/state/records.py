"""Keys of 名單紀錄: the open view, the moments asked for, the file and the number. May vanish at any time."""

from __future__ import annotations

from app.domain.evidence import ProgrammeCode

VIEW = "records:view"


def key(programme_code: ProgrammeCode, name: str, *parts: object) -> str:
    """A widget key that belongs to one programme."""
    return ":".join(["records", programme_code, name, *map(str, parts)])
