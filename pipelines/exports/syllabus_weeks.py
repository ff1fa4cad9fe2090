"""The plan of a syllabus, one week or unit after the other, from JSON or from plain lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson

from pipelines.exports.column_map import load_map_rows, text_of


@dataclass(frozen=True)
class PlannedWeek:
    """One week or unit, every part as published."""

    week: str | None
    topic: str | None
    content: str | None = None
    periods: str | None = None


def split_weeks(text: str | None) -> list[PlannedWeek]:
    """The weeks in order; a text that tells none gives one unit a line."""
    if text is None or not text.strip():
        return []
    listed = _listed(text)
    return _from_lines(text.splitlines()) if listed is None else listed


def _listed(text: str) -> list[PlannedWeek] | None:
    """The weeks of a JSON list or object; None when the text is no such thing."""
    if text.lstrip()[:1] not in ("[", "{"):
        return None
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
    units = list(value.items()) if isinstance(value, dict) else value
    return [week for unit in units for week in _from_unit(unit)]


def _from_unit(unit: Any) -> list[PlannedWeek]:
    if isinstance(unit, dict):
        parts = {column: _first(unit, keys) for column, keys in _keys().items()}
        return [PlannedWeek(**parts)] if any(parts.values()) else []
    if isinstance(unit, tuple):
        week, value = unit
        inner = _from_unit(value)
        return [PlannedWeek(each.week or week, each.topic, each.content, each.periods) for each in inner]
    received = text_of(unit)
    return _from_lines([received]) if received else []


def _first(unit: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first alternative that says anything."""
    texts = ((text_of(unit.get(key)) or "").strip() for key in keys)
    return next((text for text in texts if text), None)


def _from_lines(lines: list[str]) -> list[PlannedWeek]:
    """A line that names its week begins it; one that names none goes on with it."""
    weeks: list[PlannedWeek] = []
    for line in filter(None, map(str.strip, lines)):
        found = _line_pattern().match(line)
        if found is not None:
            weeks.append(PlannedWeek(found.group(1), found.group(2) or None))
        elif weeks and weeks[-1].week is not None:
            last = weeks.pop()
            told = line if last.content is None else f"{last.content}\n{line}"
            weeks.append(PlannedWeek(last.week, last.topic, told))
        else:
            weeks.append(PlannedWeek(None, line))
    return weeks


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    return {row["column"]: tuple(row["keys"].split("|")) for row in load_map_rows("syllabus_week")}


@cache
def _line_pattern() -> re.Pattern[str]:
    pattern = next(row["line_pattern"] for row in load_map_rows("syllabus_week") if row["column"] == "week")
    return re.compile(pattern)
