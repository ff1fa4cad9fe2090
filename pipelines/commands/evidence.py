"""``build``, ``check``, ``describe`` and ``compare``: what they call and what they print."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from pipelines.build import BuildReport, build_snapshot, check_exports
from pipelines.commands.exit_codes import FINE, PROBLEMS
from pipelines.commands.inputs import require_inputs
from pipelines.commands.progress import shown_progress
from pipelines.describe import describe_comparison, describe_report, describe_snapshot
from pipelines.errors import SnapshotNotFound
from pipelines.quality.comparison import compare_snapshots
from pipelines.quality.strictness import chosen_rules
from pipelines.reference_folder import use_reference_folder
from pipelines.snapshot import current_snapshot_id


def run_build(options: argparse.Namespace) -> int:
    """Publish, and say where the report is; 1 when a check failed."""
    strict = _prepared(options)
    with shown_progress() as tell:
        report = build_snapshot(
            options.exports,
            options.snapshots,
            progress=tell,
            strict=strict,
            workers=options.workers,
            aliases=options.aliases,
        )
    _print(describe_report(report, snapshots=options.snapshots))
    return _exit_code(report)


def run_check(options: argparse.Namespace) -> int:
    """The same without publishing."""
    strict = _prepared(options)
    with shown_progress() as tell:
        report = check_exports(
            options.exports, progress=tell, strict=strict, workers=options.workers, aliases=options.aliases
        )
    _print(describe_report(report))
    return _exit_code(report)


def run_describe(options: argparse.Namespace) -> int:
    _print(describe_snapshot(options.snapshots, options.snapshot))
    return FINE


def run_compare(options: argparse.Namespace) -> int:
    """1 when the two cannot be compared."""
    newer_id = options.newer or current_snapshot_id(options.snapshots)
    if newer_id is None:
        raise SnapshotNotFound(options.snapshots, None)
    comparison = compare_snapshots(options.snapshots, options.older, newer_id)
    _print(describe_comparison(comparison))
    return FINE if comparison.is_comparable else PROBLEMS


def _prepared(options: argparse.Namespace) -> frozenset[str]:
    """The strict rules; wrong names and lists are refused before anything is read."""
    use_reference_folder(options.reference)
    strict = chosen_rules(options.strict)
    require_inputs(options.exports, options.aliases)
    return strict


def _exit_code(report: BuildReport) -> int:
    return PROBLEMS if report.failed_checks else FINE


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
