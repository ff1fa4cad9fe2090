"""What differs from the snapshot that was current before, kept beside the snapshot as ``evidence-<id>.since.json``.

Not inside the database: its name and content depend on the exports alone, and the same exports must give the same
database whatever happened to be current when they were built.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson

from pipelines.errors import SnapshotNotFound
from pipelines.quality.comparison import ApplicationPlace, Comparison, NameChanges, compare_snapshots
from pipelines.snapshot import write_beside

LISTED = 200
"""Most applications or files listed of each kind; the counts are of all."""

Since = dict[str, Any]
"""A comparison as it is kept: counts of everything, places of the first."""


def since_path(snapshots: Path, snapshot_id: str) -> Path:
    return snapshots / f"evidence-{snapshot_id}.since.json"


def load_or_compare(snapshots: Path, snapshot_id: str, previous_id: str | None) -> Since | None:
    """The comparison with the snapshot current before; None when this is the first.

    A snapshot that is built again is current already: what was said of it the first time still holds.
    """
    if previous_id is None or previous_id == snapshot_id:
        return find_since(snapshots, snapshot_id)
    try:
        since = since_of(compare_snapshots(snapshots, previous_id, snapshot_id))
    except SnapshotNotFound:
        since = {"older_id": previous_id, "newer_id": snapshot_id, "reason": "missing"}
    content = orjson.dumps(since, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
    write_beside(snapshots, since_path(snapshots, snapshot_id), content)
    return since


def find_since(snapshots: Path, snapshot_id: str) -> Since | None:
    path = since_path(snapshots, snapshot_id)
    if not path.is_file():
        return None
    since: Since = orjson.loads(path.read_bytes())
    return since


def since_of(comparison: Comparison) -> Since:
    """Counts of everything; at most ``LISTED`` places of each kind."""
    found = comparison.applications
    return {
        "older_id": comparison.older_id,
        "newer_id": comparison.newer_id,
        "older_schema": comparison.older_schema,
        "newer_schema": comparison.newer_schema,
        "reason": None if comparison.is_comparable else "schema",
        "applications": {
            "appeared": len(found.appeared),
            "vanished": len(found.vanished),
            "changed": len(found.changed),
            "unchanged": found.unchanged,
        },
        "changed_categories": found.changed_categories(),
        "listed": _listed(comparison),
        "programmes": asdict(comparison.programmes),
        "files": _counts(comparison.files),
        "listed_files": {fate: paths[:LISTED] for fate, paths in asdict(comparison.files).items()},
        "problems": [asdict(change) for change in comparison.problems],
    }


def _listed(comparison: Comparison) -> list[Since]:
    found = comparison.applications
    return [
        *_places("appeared", found.appeared),
        *_places("vanished", found.vanished),
        *(
            {"fate": "changed", **asdict(each.place), "categories": each.categories}
            for each in found.changed[:LISTED]
        ),
    ]


def _places(fate: str, places: Sequence[ApplicationPlace]) -> list[Since]:
    return [{"fate": fate, **asdict(place), "categories": ()} for place in places[:LISTED]]


def _counts(changes: NameChanges) -> dict[str, int]:
    return {fate: len(keys) for fate, keys in asdict(changes).items()}
