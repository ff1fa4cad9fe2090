"""The exception tree of the pipeline, and the problem record that a build collects instead of raising.

PipelineError
├── UnreadableExports      nothing in the export folder can be read
├── FailedChecks           a check that must hold returned rows; nothing is published
├── SnapshotNotFound       no snapshot of that id, or none at all
└── SnapshotsNotWritable   nothing can be written into the snapshot folder
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

RAW_VALUE_LIMIT = 200


class PipelineError(Exception):
    """Anything the pipeline refuses to do, with its facts as fields."""


class UnreadableExports(PipelineError):
    """The export folder is absent or holds no applicant folder."""

    def __init__(self, exports: Path, reason: str) -> None:
        super().__init__(f"{exports}: {reason}")
        self.exports = exports
        self.reason = reason


@dataclass(frozen=True)
class FailedCheck:
    """One check that returned rows although none may exist."""

    name: str
    promise: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


class FailedChecks(PipelineError):
    """Every failed check of a build, with all offending rows."""

    def __init__(self, failed: Sequence[FailedCheck]) -> None:
        super().__init__(", ".join(f"{check.name}: {len(check.rows)} rows" for check in failed))
        self.failed = tuple(failed)


class SnapshotNotFound(PipelineError):
    """No snapshot was published under that id."""

    def __init__(self, snapshots: Path, snapshot_id: str | None) -> None:
        super().__init__(f"{snapshots}: no snapshot {snapshot_id or '(current)'}")
        self.snapshots = snapshots
        self.snapshot_id = snapshot_id


class SnapshotsNotWritable(PipelineError):
    """The snapshot folder cannot be made, or nothing can be written into it."""

    def __init__(self, snapshots: Path, reason: str) -> None:
        super().__init__(f"{snapshots}: {reason}")
        self.snapshots = snapshots
        self.reason = reason


@dataclass(frozen=True)
class ExportProblem:
    """Something wrong at one place of the exports; ``rule`` is a line of ``reference/problem_rule.csv``."""

    rule: str
    relative_path: str | None = None
    row_position: int | None = None
    column_name: str | None = None
    raw_value: str | None = None
    application_id: str | None = None
    programme_code: str | None = None
    file_id: str | None = None
    """For problems found in the tables, which know their file by its key."""


@dataclass
class ProblemLog:
    """Collects every problem of a build, so that all of them are reported at once."""

    problems: list[ExportProblem] = field(default_factory=list)

    def add(self, problem: ExportProblem) -> None:
        self.problems.append(problem)

    def counts(self) -> Counter[str]:
        return Counter(problem.rule for problem in self.problems)
