"""What an archive may cost, and what is raised when it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20
GIB = 1 << 30


@dataclass(frozen=True)
class ArchiveLimits:
    """Upper bounds; sizes are inflated bytes, counted while they are written."""

    entries: int = 2_000_000
    """A whole university: 60,000 folders of thirty files."""
    entry_bytes: int = 16 * GIB
    total_bytes: int = 1024 * GIB
    directory_bytes: int = 512 * MIB
    ratio: int = 200
    """Real records reach 60 : 1; the most that deflate can do is 1,032 : 1."""
    ratio_from_bytes: int = 16 * MIB
    """Below this size a high ratio costs nothing."""
    depth: int = 3
    """Archives within archives, the outermost counted."""


DEFAULT_LIMITS = ArchiveLimits()


class ArchiveRefused(ValueError):
    """The archive as a whole is not taken; ``rule`` is a line of ``reference/problem_rule.csv``."""

    def __init__(self, rule: str, detail: str | None = None) -> None:
        super().__init__(f"{rule}: {detail}" if detail else rule)
        self.rule = rule
        self.detail = detail


class EntryRefused(ArchiveRefused):
    """One entry is not taken; the others go on."""


class BudgetSpent(ArchiveRefused):
    """The archive and those within it hold more than is allowed in all."""


@dataclass
class ArchiveBudget:
    """What is left for an archive and all archives within it."""

    limits: ArchiveLimits
    entries: int = 0
    written_bytes: int = 0

    def take_entries(self, count: int) -> None:
        """Raises BudgetSpent."""
        self.entries += count
        if self.entries > self.limits.entries:
            raise BudgetSpent("archive_too_large", f"{self.entries} > {self.limits.entries}")

    def take_bytes(self, count: int) -> None:
        """Raises BudgetSpent."""
        self.written_bytes += count
        if self.written_bytes > self.limits.total_bytes:
            raise BudgetSpent("archive_too_large", f"> {self.limits.total_bytes} B")
