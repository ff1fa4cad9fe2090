"""Questions about the quality of a snapshot as a whole, and the two files the pipeline leaves beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.domain.data_quality import CategoryCover, ChangedApplication, RuleFound, SnapshotChanges
from app.domain.evidence import ProgrammeCode, SnapshotId
from app.errors import SnapshotBroken
from app.evidence.snapshot import EvidenceSnapshot


def load_rules_found(snapshot: EvidenceSnapshot) -> tuple[RuleFound, ...]:
    """Every rule that found problems, rows set aside first, then the most frequent."""
    return tuple(RuleFound(*row) for row in snapshot.rows("load_rules_found"))


def load_coverage(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> tuple[CategoryCover, ...]:
    """Every evidence category, and the course groups that occur, in the order of the evidence tree."""
    rows = snapshot.rows("load_coverage", {"programme_code": programme_code})
    return tuple(CategoryCover(*row) for row in rows)


def find_quality_report(folder: Path, snapshot_id: SnapshotId) -> Path | None:
    """The report of a snapshot; None for one that was published without."""
    path = folder / f"evidence-{snapshot_id}.html"
    return path if path.is_file() else None


def find_changes(folder: Path, snapshot_id: SnapshotId) -> SnapshotChanges | None:
    """What differs from the snapshot before; None for the first one."""
    path = folder / f"evidence-{snapshot_id}.since.json"
    if not path.is_file():
        return None
    try:
        return _changes(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError) as error:
        raise SnapshotBroken(path, "the comparison with the snapshot before cannot be read") from error


def _changes(kept: dict[str, Any]) -> SnapshotChanges:
    older_id = SnapshotId(str(kept["older_id"]))
    if kept["reason"] is not None:
        return SnapshotChanges(older_id, kept["reason"])
    return SnapshotChanges(
        older_id,
        applications=kept["applications"],
        files=kept["files"],
        listed=tuple(
            ChangedApplication(
                each["fate"],
                ProgrammeCode(each["programme_code"]),
                each["application_number"],
                tuple(each["categories"]),
            )
            for each in kept["listed"]
        ),
        problems=tuple((each["rule"], each["older"], each["newer"]) for each in kept["problems"]),
    )
