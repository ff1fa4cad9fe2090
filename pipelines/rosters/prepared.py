"""What is known of a roster file before its rows are read: sheets ready for the reader, and findings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipelines.rosters.sheets import Kind


@dataclass(frozen=True)
class Finding:
    """Something wrong at one place of a roster file; ``rule`` is a line of ``problem_rule.csv``."""

    rule: str
    row: int | None
    column: str | None
    value: str | None


class Refused(ValueError):
    """The whole file is set aside, with its reason."""

    def __init__(self, rule: str, value: str | None = None, *, row: int | None = None) -> None:
        super().__init__(f"{rule}: {value}")
        self.findings = (Finding(rule, row, None, value),)


@dataclass(frozen=True)
class PreparedSheet:
    """A UTF-8 CSV of known columns, one kind of line end and whole rows only."""

    path: Path
    kind: Kind
    role: str
    header: tuple[str, ...]
    """The columns as received, for people."""
    columns: tuple[str, ...]
    """Our name of each column of the file."""
    line_end: bytes
    rows: int
    removed: tuple[int, ...] = ()
    """Rows of the received file that the prepared one lacks, in order."""
    shown_sheet: str | None = None
    """Name of the sheet inside a workbook, which is part of a place."""


@dataclass(frozen=True)
class RosterFile:
    """The sheets of one file, and what was found in it on the way."""

    sheets: tuple[PreparedSheet, ...]
    findings: tuple[Finding, ...]
    encoding: str | None = None
