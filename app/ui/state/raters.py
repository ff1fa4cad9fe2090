"""State of the numbers about reviewers. May vanish at any time."""

from __future__ import annotations

from app.domain.evidence import ProgrammeCode


def key(programme_code: ProgrammeCode, name: str) -> str:
    """A widget key that belongs to one programme."""
    return f"raters:{programme_code}:{name}"
