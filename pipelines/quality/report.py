"""The data-quality report of a published snapshot: one page that needs nothing else."""

from __future__ import annotations

from pathlib import Path

from pipelines.quality.comparison_file import load_or_compare
from pipelines.quality.coverage_matrix import coverage_section
from pipelines.quality.findings import load_findings
from pipelines.quality.markup import filled, joined
from pipelines.quality.sections import ledger_section, likeness_section, problem_section, summary_section
from pipelines.quality.since_section import since_section
from pipelines.snapshot import load_manifest, write_beside


def report_path(snapshots: Path, snapshot_id: str) -> Path:
    return snapshots / f"evidence-{snapshot_id}.html"


def write_report(snapshots: Path, snapshot_id: str, *, previous_id: str | None) -> Path:
    """Write the report beside the snapshot, compared with the one current before; raises SnapshotNotFound."""
    manifest = load_manifest(snapshots, snapshot_id)
    since = load_or_compare(snapshots, snapshot_id, previous_id)
    findings = load_findings(snapshots, snapshot_id)
    labels = {each.category_code: each.label for each in findings.coverage}
    sections = (
        summary_section(findings, manifest),
        problem_section(findings),
        since_section(since, labels),
        coverage_section(findings),
        ledger_section(findings),
        likeness_section(findings),
    )
    page = filled(
        "page",
        style=filled("style"),
        snapshot_id=snapshot_id,
        schema_version=manifest["schema_version"],
        exports=manifest["exports"],
        built_at=manifest["built_at"],
        sections=joined(sections),
    )
    target = report_path(snapshots, snapshot_id)
    write_beside(snapshots, target, page.encode())
    return target
