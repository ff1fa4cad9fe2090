"""教學大綱 as rows of week, topic and content, however the platform's list names them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from app.domain.evidence import SyllabusWeek


def read_weeks(text: str | None) -> tuple[SyllabusWeek, ...]:
    """Rows of a JSON list; its columns are taken by place. Any other text is kept whole as one row's content."""
    if not text:
        return ()
    try:
        entries = json.loads(text)
    except ValueError:
        entries = None
    if not isinstance(entries, list):
        return (SyllabusWeek("", "", text),)
    return tuple(_week(entry) for entry in entries)


def _week(entry: object) -> SyllabusWeek:
    week, topic, *rest = (*_cells(entry), "", "")
    return SyllabusWeek(week, topic, " ".join(cell for cell in rest if cell))


def _cells(entry: object) -> tuple[str, ...]:
    if isinstance(entry, Mapping):
        return _cells(list(entry.values()))
    if isinstance(entry, Sequence) and not isinstance(entry, str):
        return tuple("" if cell is None else str(cell) for cell in entry)
    return ("", "", str(entry))
