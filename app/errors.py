"""The exceptions of the workbench: broken promises, each carrying its facts as fields.

WorkbenchError
├── NotAllowed          (app.domain.visibility: needs the words of the field) person, action, target
├── NotFound            kind, key: something that must exist does not
├── PlanLocked          plan_id, revision: an edit of what never changes, a review of what was revised
├── SnapshotBroken      path, reason: the evidence file is absent, damaged or of another schema
├── StoreUnavailable    reason: the store of judgements cannot be reached or is busy
├── SignInNameTaken     sign_in_name: another person already signs in with it
└── BadFile             file, problems: a file brought back cannot be read; every problem at once

Expected outcomes (a stale save, a gate not reached, PDF only) are return values, not exceptions.
No message holds the name of an applicant: keys only, so a log line may print any of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


class WorkbenchError(Exception):
    """Root of every exception the workbench raises itself."""


class NotFound(WorkbenchError):
    """Something that must exist does not; ``kind`` is a glossary word such as ``plan`` or ``dimension``."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"no {kind} {key!r}")
        self.kind = kind
        self.key = key


class PlanLocked(WorkbenchError):
    """An edit was tried on a locked revision, or a review was saved for an older one than ``revision``."""

    def __init__(self, plan_id: str, revision: int) -> None:
        super().__init__(f"plan {plan_id} revision {revision} is locked")
        self.plan_id = plan_id
        self.revision = revision


class SnapshotBroken(WorkbenchError):
    """The evidence snapshot does not keep its contract."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"snapshot {path}: {reason}")
        self.path = path
        self.reason = reason


class StoreUnavailable(WorkbenchError):
    """The store of judgements cannot be used now; nothing was written."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SignInNameTaken(WorkbenchError):
    """Another person already signs in with this name, in this or another spelling of it."""

    def __init__(self, sign_in_name: str) -> None:
        super().__init__("the sign-in name is taken")
        self.sign_in_name = sign_in_name


@dataclass(frozen=True)
class FileProblem:
    """What is wrong at one place of a file; ``rule`` is a stable name that the screen turns into words."""

    place: str
    rule: str
    value: str = ""


class BadFile(WorkbenchError):
    """A file cannot be taken in; ``problems`` says everything that is wrong at once."""

    def __init__(self, file: str, problems: Iterable[FileProblem]) -> None:
        self.file = file
        self.problems = tuple(problems)
        super().__init__(f"{file}: {len(self.problems)} problems")
