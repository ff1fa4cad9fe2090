"""資料品質: the rules that found problems, coverage, what changed since the snapshot before, and the report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.data_quality import CategoryCover, RuleFound, SnapshotChanges
from app.domain.evidence import Programme, SnapshotId
from app.domain.visibility import Action
from app.errors import NotFound
from app.evidence.quality_questions import find_changes, find_quality_report, load_coverage, load_rules_found
from app.workflows.access import Access


@dataclass(frozen=True)
class QualityView:
    """The quality of the current snapshot; ``coverage`` is of one programme, empty without one.

    ``reports`` are the snapshots with a report to open: the current one, then the one the plan pins.
    """

    snapshot_id: SnapshotId
    rules: tuple[RuleFound, ...]
    coverage: tuple[CategoryCover, ...]
    changes: SnapshotChanges | None
    reports: tuple[SnapshotId, ...]


def load_quality(access: Access, programme: Programme | None) -> QualityView:
    """Of every programme at once, so for those alone who may see the problems of all."""
    access.require(Action.VIEW_DATA_PROBLEMS)
    workbench = access.workbench
    current = workbench.current_snapshot_id()
    snapshot = workbench.snapshot(current)
    return QualityView(
        snapshot_id=current,
        rules=load_rules_found(snapshot),
        coverage=load_coverage(snapshot, programme.programme_code) if programme else (),
        changes=find_changes(snapshot.folder, current),
        reports=_reports(access, programme, current),
    )


def open_quality_report(access: Access, snapshot_id: str) -> Path:
    """Where the report of the current snapshot, or of one that a plan pins, lies; the opening is logged.

    Raises NotFound for every other name and for a snapshot without a report.
    """
    access.require(Action.VIEW_DATA_PROBLEMS)
    workbench = access.workbench
    known = next((each for each in workbench.known_snapshot_ids() if each == snapshot_id), None)
    report = find_quality_report(workbench.settings.snapshots, known) if known else None
    if report is None:
        raise NotFound("report", "unknown")
    workbench.store.log(
        person_id=access.person.person_id, action="quality_report_opened", object_key=f"snapshot/{known}"
    )
    return report


def _reports(access: Access, programme: Programme | None, current: SnapshotId) -> tuple[SnapshotId, ...]:
    workbench = access.workbench
    planned = workbench.snapshot_id_of_programme(programme.programme_code) if programme else current
    folder = workbench.settings.snapshots
    return tuple(each for each in dict.fromkeys((current, planned)) if find_quality_report(folder, each))
