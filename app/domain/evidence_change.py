"""What changed in the evidence of an application between two snapshots, told by the digests of its categories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.evidence import CategoryCode, SnapshotId


class ChangeKind(StrEnum):
    """What became of a category."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


@dataclass(frozen=True)
class EvidenceDigest:
    """Equal digests, equal evidence; ``entries`` counts what is in the category."""

    entries: int
    digest: str


@dataclass(frozen=True)
class CategoryChange:
    """One category that differs, with its entries before and now."""

    category_code: CategoryCode
    kind: ChangeKind
    entries_before: int
    entries_now: int


@dataclass(frozen=True)
class Renewal:
    """Evidence newer than what a person last looked at; ``changes`` None where nothing is known of them.

    ``is_pending`` while the older snapshot is being opened: then nothing can be told yet, and nothing is seen.
    """

    seen_in: SnapshotId
    changes: tuple[CategoryChange, ...] | None
    is_pending: bool = False

    @property
    def is_incomparable(self) -> bool:
        """Whether the two can never be compared: the older snapshot is gone, or of another schema."""
        return self.changes is None and not self.is_pending


Digests = Mapping[CategoryCode, EvidenceDigest]


def changed_categories(older: Digests, newer: Digests) -> tuple[CategoryChange, ...]:
    """Every category that came, went or differs, by its code."""
    codes = sorted({*older, *newer})
    return tuple(
        _change(code, older.get(code), newer.get(code))
        for code in codes
        if older.get(code) != newer.get(code)
    )


def _change(code: CategoryCode, before: EvidenceDigest | None, now: EvidenceDigest | None) -> CategoryChange:
    kind = ChangeKind.CAME if before is None else ChangeKind.WENT if now is None else ChangeKind.CHANGED
    return CategoryChange(code, kind, before.entries if before else 0, now.entries if now else 0)
