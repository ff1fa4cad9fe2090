"""The first places of every problem in one line each, for the command line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb

from pipelines.quality.masking import NameMask
from pipelines.quality.open_evidence import attached, rows

PLACES = 3
Places = Mapping[str, tuple[str, ...]]
"""By rule: file, row and column, without the value."""


def first_places(connection: duckdb.DuckDBPyConnection) -> Places:
    """Of a database with the published tables."""
    mask = NameMask(name for (name,) in rows(connection, "report_name"))
    places: dict[str, tuple[str, ...]] = {}
    for rule, path, row, column, _ in rows(connection, "report_example", {"most": PLACES}):
        words = (path or "(several files)", row and f"row {row}", column)
        place = mask.masked(", ".join(word for word in words if word))
        places[rule] = (*places.get(rule, ()), place)
    return places


def places_in_published(snapshots: Path, snapshot_id: str) -> Places:
    with attached(snapshots, {"evidence": snapshot_id}) as connection:
        connection.execute("use evidence")
        return first_places(connection)
