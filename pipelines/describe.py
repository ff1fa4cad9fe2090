"""What a build found, what a snapshot holds and what differs, as lines of text without any person's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipelines.build import BuildReport
from pipelines.contract import TABLES
from pipelines.errors import FailedCheck
from pipelines.quality.comparison import Comparison
from pipelines.quality.comparison_file import find_since
from pipelines.quality.places import Places
from pipelines.quality.report import report_path
from pipelines.reference_lists import load_mapping
from pipelines.snapshot import digest_of_file, load_manifest, snapshot_path

ROWS_SHOWN = 200
"""Offending rows printed of one check; the count is of all."""


def describe_report(report: BuildReport, *, snapshots: Path | None = None) -> Iterator[str]:
    """Problems by rule with their first places, then the failed checks, then what was published and where."""
    yield from _problem_lines(report.problems, report.places)
    for check in report.failed_checks:
        yield from _check_lines(check)
    if report.failed_checks:
        yield "nothing was published"
    if snapshots is not None and report.snapshot_id is not None:
        yield from _since_lines(snapshots, report.snapshot_id)
        yield f"see report {report_path(snapshots, report.snapshot_id)}"
        yield f"snapshot {report.snapshot_id}" + (" (unchanged)" if report.was_reused else "")


def _check_lines(check: FailedCheck) -> Iterator[str]:
    yield f"FAIL {check.name}: {check.promise} ({len(check.rows)} rows)"
    yield "  " + " | ".join(check.columns)
    for row in check.rows[:ROWS_SHOWN]:
        yield "  " + " | ".join("" if value is None else str(value) for value in row)
    if len(check.rows) > ROWS_SHOWN:
        yield f"  … and {len(check.rows) - ROWS_SHOWN:,} more rows"


def _since_lines(snapshots: Path, snapshot_id: str) -> Iterator[str]:
    since = find_since(snapshots, snapshot_id)
    if since is not None and since["reason"] is None:
        counts = ", ".join(f"{count:,} {fate}" for fate, count in since["applications"].items())
        yield f"since {since['older_id']}: applications {counts}"
    elif since is not None:
        yield f"since {since['older_id']}: not comparable ({since['reason']})"


def describe_snapshot(snapshots: Path, snapshot_id: str | None = None) -> Iterator[str]:
    """The manifest, the tables with grain and rows, and the problems; raises SnapshotNotFound."""
    manifest = load_manifest(snapshots, snapshot_id)
    path = snapshot_path(snapshots, manifest["snapshot_id"])
    is_whole = path.is_file() and digest_of_file(path) == manifest["sha256"]
    yield f"snapshot {manifest['snapshot_id']} (schema {manifest['schema_version']})"
    yield f"file {path.name}: {'matches its manifest' if is_whole else 'DIFFERS from its manifest'}"
    yield f"built {manifest['built_at']} from {manifest['exports']}"
    yield from _table_lines(manifest["row_counts"])
    yield from _match_lines(manifest.get("match_score"))
    yield from _problem_lines(manifest["problems"], {})
    yield from _since_lines(snapshots, manifest["snapshot_id"])
    if (report := report_path(snapshots, manifest["snapshot_id"])).is_file():
        yield f"report {report}"


def _table_lines(row_counts: Mapping[str, int]) -> Iterator[str]:
    for table in TABLES:
        # A snapshot of another schema version may lack a table.
        count = f"{row_counts[table.name]:,}" if table.name in row_counts else "-"
        yield f"  {count:>9}  {table.name:<24} {table.grain}"


def _match_lines(score: Any) -> Iterator[str]:
    if isinstance(score, Mapping):
        yield "syllabus matches: " + ", ".join(f"{name} {value}" for name, value in sorted(score.items()))


def _problem_lines(problems: Mapping[str, int], places: Places) -> Iterator[str]:
    messages = load_mapping("problem_rule", "rule", "message")
    severities = load_mapping("problem_rule", "rule", "severity")
    yield f"problems: {sum(problems.values())}"
    for rule, count in sorted(problems.items()):
        yield f"  {count:>9,}  {severities.get(rule, ''):<9}  {rule}: {messages.get(rule, '')}"
        yield from (f"{'':>24}{place}" for place in places.get(rule, ()))


def describe_comparison(comparison: Comparison) -> Iterator[str]:
    """Counts of all kinds, every application by key, programmes, and the rules whose counts changed."""
    yield f"older {comparison.older_id} (schema {comparison.older_schema})"
    yield f"newer {comparison.newer_id} (schema {comparison.newer_schema})"
    if not comparison.is_comparable:
        yield "not comparable: the schema versions differ; build the older exports again with this program"
        return
    yield from _application_lines(comparison)
    for kind, changes in (("programme", comparison.programmes), ("file", comparison.files)):
        for fate in ("appeared", "vanished", "replaced"):
            keys: tuple[str, ...] = getattr(changes, fate)
            yield f"{kind}s {fate}: {len(keys):,}"
            yield from (f"  {key}" for key in keys[:ROWS_SHOWN] if kind == "programme")
    yield f"rules with other counts: {len(comparison.problems)}"
    for change in comparison.problems:
        yield f"  {change.rule}: {change.older:,} -> {change.newer:,}"


def _application_lines(comparison: Comparison) -> Iterator[str]:
    found = comparison.applications
    for fate, places in (("appeared", found.appeared), ("vanished", found.vanished)):
        yield f"applications {fate}: {len(places):,}"
        for place in places[:ROWS_SHOWN]:
            yield f"  {place.programme_code} {place.application_number or place.application_id}"
    yield f"applications changed: {len(found.changed):,}"
    for each in found.changed[:ROWS_SHOWN]:
        number = each.place.application_number or each.place.application_id
        yield f"  {each.place.programme_code} {number}: {', '.join(each.categories)}"
    yield f"applications unchanged: {found.unchanged:,}"
