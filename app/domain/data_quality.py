"""What the pipeline says of a snapshot as a whole: rules broken, coverage, what changed since the one before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.domain.evidence import ProgrammeCode, SnapshotId


@dataclass(frozen=True)
class RuleFound:
    """A rule that found problems; ``message`` says what is wrong and how to mend it, in Chinese."""

    rule: str
    severity: str
    problems: int
    files: int
    applications: int
    message: str


@dataclass(frozen=True)
class CategoryCover:
    """How many applications of a programme have evidence of a category, with the label of the tree."""

    category_code: str
    label: str
    applications: int
    applications_with: int
    entries: int


@dataclass(frozen=True)
class ChangedApplication:
    """An application that appeared, vanished or changed, with the categories that differ."""

    fate: str
    programme_code: ProgrammeCode
    application_number: str | None
    category_codes: tuple[str, ...]


@dataclass(frozen=True)
class SnapshotChanges:
    """What differs from the snapshot that was current before; counts are of all, the list is of the first.

    With a ``reason`` the two could not be compared: another schema version, or the older one is gone.
    """

    older_id: SnapshotId
    reason: Literal["schema", "missing"] | None = None
    applications: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, int] = field(default_factory=dict)
    listed: tuple[ChangedApplication, ...] = ()
    problems: tuple[tuple[str, int, int], ...] = ()
    """Rule, problems before, problems now."""
