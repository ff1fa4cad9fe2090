"""The exception tree of the pipeline, and the problem record that a build collects instead of raising.

PipelineError
├── UnreadableExports      nothing in the export folder can be read
├── ExportsChanged         a file of the exports changed or vanished while the build read it
├── WorkerLost             a worker process of the build was ended from outside
├── FailedChecks           a check that must hold returned rows; nothing is published
├── ReferenceRefused       the folder of replacing reference lists cannot be used
├── SnapshotNotFound       no snapshot of that id, or none at all
├── SnapshotsNotWritable   nothing can be written into the snapshot folder
└── UnknownRules           rules were to hold strictly that do not exist
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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


class ExportsChanged(PipelineError):
    """A file is not what it was when the build began; one argument, because worker processes raise it too."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return (
            f"{self.path}; 未發布任何快照，請等交付完成後再執行一次"
            " (nothing was published: wait until the delivery is complete, then build again)"
        )


class WorkerLost(PipelineError):
    """A worker process ended without an answer: killed, or the machine had no memory left for it."""

    def __init__(self) -> None:
        super().__init__(
            "讀取程序被中止，可能是記憶體不足；未發布任何快照，請再執行一次，再發生時加上 --workers 1"
            " (a reading process was ended from outside, perhaps for want of memory; nothing was published:"
            " build again, with --workers 1 if it happens twice)"
        )


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


class ReferenceRefused(PipelineError):
    """The folder of replacing reference lists has faults; one line each."""

    def __init__(self, folder: Path, faults: Sequence[str]) -> None:
        super().__init__(f"{folder}: " + "; ".join(faults))
        self.folder = folder
        self.faults = tuple(faults)


class SnapshotNotFound(PipelineError):
    """No snapshot was published under that id."""

    def __init__(self, snapshots: Path, snapshot_id: str | None) -> None:
        found = f"no snapshot {snapshot_id or '(current)'}"
        super().__init__(f"{snapshots}: {found}; 請先執行 python -m pipelines build，或確認路徑與代碼")
        self.snapshots = snapshots
        self.snapshot_id = snapshot_id


class SnapshotsNotWritable(PipelineError):
    """The snapshot folder cannot be made, or nothing can be written into it."""

    def __init__(self, snapshots: Path, reason: str) -> None:
        super().__init__(f"{snapshots}: {reason}")
        self.snapshots = snapshots
        self.reason = reason


class UnknownRules(PipelineError):
    """Names of no rule, each with the rules most alike."""

    def __init__(self, alike: Mapping[str, Sequence[str]]) -> None:
        said = (f"{name} (like: {', '.join(rules)})" if rules else name for name, rules in alike.items())
        super().__init__("; ".join(said))
        self.alike = {name: tuple(rules) for name, rules in alike.items()}


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
