"""What a build found and what a snapshot holds, as lines of text without any person's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pipelines.build import BuildReport
from pipelines.contract import TABLES
from pipelines.reference_lists import load_mapping
from pipelines.snapshot import digest_of_file, load_manifest, snapshot_path


def describe_report(report: BuildReport) -> Iterator[str]:
    """Problems by rule, then every row of every failed check, then what was published."""
    yield from _problem_lines(report.problems)
    for check in report.failed_checks:
        yield f"FAIL {check.name}: {check.promise} ({len(check.rows)} rows)"
        yield "  " + " | ".join(check.columns)
        yield from ("  " + " | ".join(map(str, row)) for row in check.rows)
    if report.failed_checks:
        yield "nothing was published"
    if report.snapshot_id is not None:
        yield f"snapshot {report.snapshot_id}" + (" (unchanged)" if report.was_reused else "")


def describe_snapshot(snapshots: Path, snapshot_id: str | None = None) -> Iterator[str]:
    """The manifest, the tables with grain and rows, and the problems; raises SnapshotNotFound."""
    manifest = load_manifest(snapshots, snapshot_id)
    path = snapshot_path(snapshots, manifest["snapshot_id"])
    is_whole = path.is_file() and digest_of_file(path) == manifest["sha256"]
    yield f"snapshot {manifest['snapshot_id']} (schema {manifest['schema_version']})"
    yield f"file {path.name}: {'matches its manifest' if is_whole else 'DIFFERS from its manifest'}"
    yield f"built {manifest['built_at']} from {manifest['exports']}"
    for table in TABLES:
        yield f"  {manifest['row_counts'][table.name]:>9,}  {table.name:<24} {table.grain}"
    yield from _problem_lines(manifest["problems"])


def _problem_lines(problems: Mapping[str, int]) -> Iterator[str]:
    messages = load_mapping("problem_rule", "rule", "message")
    severities = load_mapping("problem_rule", "rule", "severity")
    yield f"problems: {sum(problems.values())}"
    for rule, count in sorted(problems.items()):
        yield f"  {count:>9,}  {severities[rule]:<9}  {rule}: {messages[rule]}"
