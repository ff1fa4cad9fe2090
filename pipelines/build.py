"""The whole build on one screen: read, decode, stage, derive, check, publish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from pipelines.build_inputs import kept_files, name_of_inputs, name_of_snapshot
from pipelines.contract import SCHEMA_VERSION
from pipelines.decoded_tables import build_reference_tables, create_decoded_tables
from pipelines.documents.inspect import inspect_documents
from pipelines.documents.likeness import similar_texts
from pipelines.errors import FailedCheck, SnapshotsNotWritable, UnreadableExports
from pipelines.evidence_database import load_tables, locked_database, write_published
from pipelines.exports.folder_batches import without_cycle_search
from pipelines.exports.handover import Handover, read_handover
from pipelines.exports.reading import Progress
from pipelines.handover_tables import has_only_broken_files, keep_parsed, load_handover, load_ledger
from pipelines.matching.match_score import find_match_score
from pipelines.quality.places import first_places, places_in_published
from pipelines.quality.report import write_report
from pipelines.quality.strictness import broken_in_published, broken_rules
from pipelines.rosters.load import load_rosters
from pipelines.rosters.matches import match_roster_courses
from pipelines.snapshot import (
    building_folder,
    current_snapshot_id,
    digest_of_file,
    is_published,
    keep_files,
    load_manifest,
    make_current,
    publish,
)
from pipelines.transform import (
    add_problems,
    count_problems,
    create_macros,
    create_table,
    create_tables,
    create_views,
    run_checks,
)

LIKENESS_TABLE = "similar_text"
PROBLEM_TABLES = ("data_problem", "rule_count")
"""Made after the warning checks, the second from the first."""
STEPS = ("load tables", "decode values", "build tables", "check", "publish")
LARGE_FROM_BYTES = 100 << 20
"""Of parsed rows, packed: from here on the tables of a build lie on disk and memory is bounded."""

Exports = Path | Sequence[Path]
"""One delivery, or several in the order of arrival; each a folder or an archive."""


@dataclass(frozen=True)
class BuildReport:
    """What a build or a check found; the id is None when nothing was published."""

    snapshot_id: str | None
    problems: dict[str, int]
    row_counts: dict[str, int]
    failed_checks: tuple[FailedCheck, ...] = ()
    was_reused: bool = False
    folders_parsed: int = 0
    """Applicant folders of which something was read anew."""
    folders_reused: int = 0
    """Applicant folders of which every JSON was known from an earlier build."""
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The first places of each rule, without values."""
    match_score: Mapping[str, float | str] | None = None
    """Precision and recall of the syllabus matches, where the exports carry the right answers."""


@without_cycle_search()
def build_snapshot(
    exports: Exports,
    snapshots: Path,
    *,
    progress: Progress | None = None,
    strict: frozenset[str] = frozenset(),
    workers: int | None = None,
    aliases: Path | None = None,
) -> BuildReport:
    """Publish the evidence of one or more deliveries and make it current.

    Raises UnreadableExports when there is nothing to read and SnapshotsNotWritable. With a failed check, or a problem
    of a ``strict`` rule, nothing is published and the report carries every offending row; the earlier snapshot goes on
    serving.
    """
    places = _places(exports)
    previous_id = current_snapshot_id(snapshots)
    with building_folder(snapshots) as work:
        handover = read_handover(
            places, work, snapshots=snapshots, workers=workers, aliases=aliases, progress=progress
        )
        target = work / "evidence.duckdb"
        with _raw_database(handover, work, target=target, progress=progress) as connection:
            inputs_digest = name_of_inputs(connection)
            snapshot_id = name_of_snapshot(inputs_digest)
            kept = kept_files(connection)
            if is_published(snapshots, snapshot_id):
                report = _report_of_published(snapshots, snapshot_id, strict)
            else:
                inspected = inspect_documents(kept, snapshots, workers=handover.workers, progress=progress)
                report = _derive(connection, inspected, strict, progress=progress)
                if not report.failed_checks:
                    report = replace(report, snapshot_id=snapshot_id, row_counts=write_published(connection))
        report = _with_folders(report, handover)
        if report.snapshot_id is None:
            return report
        keep_files(snapshots, {sha256: str(path) for sha256, path in kept.items()})
        if not report.was_reused:
            manifest = _manifest(report, target) | {"inputs_digest": inputs_digest, "exports": places[0].name}
            publish(snapshots, target, manifest)
    # Before the pointer moves: after a crash in between, the next build still knows what was current.
    write_report(snapshots, snapshot_id, previous_id=previous_id)
    make_current(snapshots, snapshot_id)
    _tell(progress, len(STEPS))
    return report


@without_cycle_search()
def check_exports(
    exports: Exports,
    *,
    progress: Progress | None = None,
    strict: frozenset[str] = frozenset(),
    workers: int | None = None,
    aliases: Path | None = None,
) -> BuildReport:
    """Everything a build does short of publishing."""
    with TemporaryDirectory(prefix="check-") as folder:
        work = Path(folder)
        handover = read_handover(
            _places(exports), work, snapshots=None, workers=workers, aliases=aliases, progress=progress
        )
        with _raw_database(handover, work, target=None, progress=progress) as connection:
            inspected = inspect_documents(
                kept_files(connection), work, workers=handover.workers, progress=progress, thumbnails=False
            )
            report = _derive(connection, inspected, strict, progress=progress)
    _tell(progress, len(STEPS))
    return _with_folders(report, handover)


@contextmanager
def _raw_database(
    handover: Handover, work: Path, *, target: Path | None, progress: Progress | None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database of a build with everything that was read; raises UnreadableExports, SnapshotsNotWritable."""
    is_large = sum(pack.stat().st_size for pack in handover.packs) > LARGE_FROM_BYTES
    try:
        threads = handover.workers if is_large else 1
        with locked_database(target, work, threads=threads, is_large=is_large) as connection:
            _tell(progress, 0)
            create_macros(connection)
            load_tables(connection, build_reference_tables(), {})
            load_handover(connection, handover)
            keep_parsed(connection, handover)
            if has_only_broken_files(connection):
                raise UnreadableExports(handover.place, "every file of the applicants is broken")
            load_rosters(handover.rosters, connection, handover.reading, work=work, progress=progress)
            load_ledger(connection, handover)
            yield connection
    except (duckdb.IOException, duckdb.TransactionException) as error:
        raise SnapshotsNotWritable(work.parent, str(error)) from error


def _derive(
    connection: duckdb.DuckDBPyConnection,
    inspected: Mapping[str, pa.Table],
    strict: frozenset[str],
    *,
    progress: Progress | None,
) -> BuildReport:
    """Raw tables to checked tables, with the counts of problems by rule."""
    _tell(progress, 1)
    create_decoded_tables(connection)
    match_roster_courses(connection)
    load_tables(connection, inspected, {})
    _tell(progress, 2)
    later = frozenset({*PROBLEM_TABLES, LIKENESS_TABLE})
    create_tables(connection, ("staging", "evidence"), without=later)
    create_views(connection, "cohort")
    load_tables(connection, {"raw_similar_text": similar_texts(connection)}, {})
    create_table(connection, "evidence", LIKENESS_TABLE)
    _tell(progress, 3)
    add_problems(connection)
    for name in PROBLEM_TABLES:
        create_table(connection, "evidence", name)
    failed = _failed_checks(connection) + broken_rules(connection, strict)
    _tell(progress, 4)
    score = find_match_score(connection)
    return BuildReport(
        None,
        count_problems(connection),
        {},
        tuple(failed),
        places=first_places(connection),
        match_score=score,
    )


def _failed_checks(connection: duckdb.DuckDBPyConnection) -> list[FailedCheck]:
    return [
        FailedCheck(result.check.name, result.check.promise, result.columns, result.rows)
        for result in run_checks(connection, "fail")
    ]


def _report_of_published(snapshots: Path, snapshot_id: str, strict: frozenset[str]) -> BuildReport:
    manifest = load_manifest(snapshots, snapshot_id)
    places = places_in_published(snapshots, snapshot_id)
    if broken := broken_in_published(snapshots, snapshot_id, strict):
        return BuildReport(None, manifest["problems"], {}, tuple(broken), places=places)
    return BuildReport(
        snapshot_id, manifest["problems"], manifest["row_counts"], was_reused=True, places=places
    )


def _with_folders(report: BuildReport, handover: Handover) -> BuildReport:
    parsed = sum(batch.folders_parsed for batch in handover.batches)
    reused = sum(batch.folders_reused for batch in handover.batches)
    return replace(report, folders_parsed=parsed, folders_reused=reused)


def _manifest(report: BuildReport, target: Path) -> dict[str, object]:
    return {
        "snapshot_id": report.snapshot_id,
        "schema_version": SCHEMA_VERSION,
        "sha256": digest_of_file(target),
        "built_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "row_counts": report.row_counts,
        "problems": report.problems,
        "match_score": report.match_score,
    }


def _places(exports: Exports) -> list[Path]:
    return [exports.resolve()] if isinstance(exports, Path) else [place.resolve() for place in exports]


def _tell(progress: Progress | None, done: int) -> None:
    if progress is not None:
        progress(STEPS[min(done, len(STEPS) - 1)], done, len(STEPS))
