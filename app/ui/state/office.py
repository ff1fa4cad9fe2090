"""State of the office's step: the open view and unsaved ticks."""

from __future__ import annotations

from app.domain.evidence import ProgrammeCode

VIEW = "office:view"


def items_key(programme_code: ProgrammeCode, row_revision: int) -> str:
    """Key of the item table: a new revision is a new table, so no old tick survives a save."""
    return f"office:items:{programme_code}:{row_revision}"
