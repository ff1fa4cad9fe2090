"""The whole build on one screen: read, decode, stage, derive, check, publish."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

import duckdb

from pipelines import decoded_tables
from pipelines.contract import SCHEMA_VERSION
from pipelines.errors import ExportProblem, FailedCheck, FailedChecks, SnapshotsNotWritable
from pipelines.evidence_database import load_tables, locked_database, write_published
from pipelines.exports import raw_tables
from pipelines.exports.handover import read_exports
from pipelines.exports.inventory import SourceFile
from pipelines.exports.reading import Progress, Reading
from pipelines.snapshot import (
    building_folder,
    digest_of_file,
    is_published,
    keep_files,
    load_manifest,
    make_current,
    publish,
)
from pipelines.transform import CheckResult, create_macros, create_table, create_tables, run_checks

PROGRAM_FOLDER = Path(__file__).parent
PROGRAM_SUFFIXES = frozenset({".py", ".sql", ".csv"})
PROBLEM_TABLE = "data_problem"
STEPS = ("decode values", "build tables", "check", "publish")


@contextmanager
def _without_cycle_search() -> Iterator[None]:
    """A build makes a million objects and no cycles; looking for some takes a twentieth of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass(frozen=True)
class BuildReport:
    """What a build or a check found; the id is None when nothing was published."""

    snapshot_id: str | None
    problems: dict[str, int]
    row_counts: dict[str, int]
    failed_checks: tuple[FailedCheck, ...] = ()
    was_reused: bool = False


@_without_cycle_search()
def build_snapshot(exports: Path, snapshots: Path, *, progress: Progress | None = None) -> BuildReport:
    """Publish the evidence of an export folder and make it current.

    Raises UnreadableExports when there is nothing to read and SnapshotsNotWritable. With a failed check nothing is published
    and the report carries every offending row; the earlier snapshot goes on serving.
    """
    reading = read_exports(exports, progress=progress)
    inputs_digest = _inputs_digest(reading.ledger)
    snapshot_id = _snapshot_id(inputs_digest)
    if is_published(snapshots, snapshot_id):
        keep_files(snapshots, reading.kept_files)
        make_current(snapshots, snapshot_id)
        manifest = load_manifest(snapshots, snapshot_id)
        return BuildReport(snapshot_id, manifest["problems"], manifest["row_counts"], was_reused=True)
    with building_folder(snapshots) as folder:
        target = folder / "evidence.duckdb"
        try:
            problems, row_counts = _derive(reading, target, progress)
        except FailedChecks as failure:
            return BuildReport(None, dict(reading.problems.counts()), {}, failure.failed)
        except (duckdb.IOException, duckdb.TransactionException) as error:
            raise SnapshotsNotWritable(snapshots, str(error)) from error
        keep_files(snapshots, reading.kept_files)
        manifest = {
            "snapshot_id": snapshot_id,
            "schema_version": SCHEMA_VERSION,
            "sha256": digest_of_file(target),
            "inputs_digest": inputs_digest,
            "exports": exports.resolve().name,
            "built_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "row_counts": row_counts,
            "problems": problems,
        }
        publish(snapshots, target, manifest)
    make_current(snapshots, snapshot_id)
    return BuildReport(snapshot_id, problems, row_counts)


@_without_cycle_search()
def check_exports(exports: Path, *, progress: Progress | None = None) -> BuildReport:
    """Everything a build does short of publishing."""
    reading = read_exports(exports, progress=progress)
    try:
        problems, row_counts = _derive(reading, None, progress)
    except FailedChecks as failure:
        return BuildReport(None, dict(reading.problems.counts()), {}, failure.failed)
    return BuildReport(None, problems, row_counts)


def _derive(
    reading: Reading, target: Path | None, progress: Progress | None
) -> tuple[dict[str, int], dict[str, int]]:
    """Raw tables to checked tables, written to ``target``; counts of problems by rule and of rows."""
    raw = reading.raw
    _tell(progress, 0)
    raw.rows["raw_source_file"] = list(
        map(attrgetter(*raw_tables.RAW_COLUMNS["raw_source_file"]), reading.ledger)
    )
    decoded = decoded_tables.build_decoded_tables(raw)
    with locked_database(target) as connection:
        _tell(progress, 1)
        load_tables(connection, raw.to_arrow(), raw_tables.COLUMN_TYPES)
        load_tables(connection, decoded, decoded_tables.COLUMN_TYPES)
        create_macros(connection)
        create_tables(connection, ("staging", "evidence", "cohort"), without=frozenset({PROBLEM_TABLE}))
        _tell(progress, 2)
        _add_problems(connection, reading)
        _require_promises(connection)
        _tell(progress, 3)
        row_counts = write_published(connection) if target is not None else {}
    _tell(progress, len(STEPS))
    return dict(reading.problems.counts()), row_counts


def _tell(progress: Progress | None, done: int) -> None:
    if progress is not None:
        progress(STEPS[min(done, len(STEPS) - 1)], done, len(STEPS))


def _add_problems(connection: duckdb.DuckDBPyConnection, reading: Reading) -> None:
    """The rows of the warning checks join the problems of reading, and all become one table."""
    for result in run_checks(connection, "warn"):
        for problem in _problems_of(result):
            reading.problems.add(problem)
    columns_of = attrgetter(*raw_tables.RAW_COLUMNS["raw_problem"])
    reading.raw.rows["raw_problem"] = [columns_of(problem) for problem in reading.problems.problems]
    problems = {"raw_problem": reading.raw.arrow_table("raw_problem")}
    load_tables(connection, problems, raw_tables.COLUMN_TYPES)
    create_table(connection, "evidence", PROBLEM_TABLE)


def _problems_of(result: CheckResult) -> Iterable[ExportProblem]:
    for row in result.rows:
        named: dict[str, Any] = dict(zip(result.columns, row, strict=True))
        yield ExportProblem(**({"rule": result.check.name} | named))


def _require_promises(connection: duckdb.DuckDBPyConnection) -> None:
    failed = [
        FailedCheck(result.check.name, result.check.promise, result.columns, result.rows)
        for result in run_checks(connection, "fail")
    ]
    if failed:
        raise FailedChecks(failed)


def _inputs_digest(ledger: Iterable[SourceFile]) -> str:
    """One digest over every path and content, whatever the order of reading."""
    digest = sha256()
    for source in sorted(ledger, key=lambda source: source.relative_path):
        digest.update(f"{source.relative_path}\x00{source.sha256}\n".encode())
    return digest.hexdigest()


def _snapshot_id(inputs_digest: str) -> str:
    """The same exports through the same program give the same content, so they name it."""
    digest = sha256(f"{SCHEMA_VERSION}\n{inputs_digest}\n".encode())
    for path in sorted(PROGRAM_FOLDER.rglob("*")):
        place = path.relative_to(PROGRAM_FOLDER)
        if path.suffix in PROGRAM_SUFFIXES and place.parts[0] != "synthesis":
            digest.update(f"{place.as_posix()}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
