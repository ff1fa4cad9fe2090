"""State of the fairness sheet. May vanish at any time."""

from __future__ import annotations

from app.domain.evidence import ProgrammeCode


def key(programme_code: ProgrammeCode, name: str, *parts: object) -> str:
    """A widget key that belongs to one programme."""
    return ":".join(["fairness", programme_code, name, *map(str, parts)])
