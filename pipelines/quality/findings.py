"""What the report tells of one snapshot, asked of its tables; names of persons are masked here already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.quality.masking import NameMask, is_personal
from pipelines.quality.open_evidence import Row, attached, rows

EXAMPLES = 8
"""Places shown of each rule."""
TROUBLED_FILES = 500
"""Files listed one by one."""


@dataclass(frozen=True)
class RuleFound:
    """One rule that found problems."""

    severity: str
    rule: str
    problems: int
    files: int
    applications: int
    message: str


@dataclass(frozen=True)
class Example:
    """One place where a rule was broken; ``value`` is None where it is hidden or there is none."""

    relative_path: str | None
    row_number: int | None
    column_name: str | None
    value: str | None
    is_hidden: bool


@dataclass(frozen=True)
class RoleTotal:
    """The ledger of all files of one role."""

    file_role: str
    files: int
    byte_size: int
    rows_read: int
    rows_published: int
    rows_set_aside: int
    rows_superseded: int


@dataclass(frozen=True)
class TroubledFile:
    """A file that did not become evidence as a whole; ``files`` counts all of them."""

    relative_path: str
    file_role: str
    rows_read: int
    rows_published: int
    rows_set_aside: int
    rows_superseded: int
    is_superseded: bool
    rules: Sequence[str]
    files: int


@dataclass(frozen=True)
class ProgrammeTotal:
    """A programme and how its applications arrived."""

    programme_code: str
    programme_name: str
    applications: int
    database: int
    partial_pdf: int
    pdf: int
    missing: int


@dataclass(frozen=True)
class Covered:
    """How many applications of a programme have evidence of a category."""

    category_code: str
    label: str
    programme_code: str
    applications: int
    applications_with: int


@dataclass(frozen=True)
class Findings:
    """Everything the report shows of the snapshot itself."""

    totals: Mapping[str, int]
    deliveries: tuple[Row, ...]
    rules: tuple[RuleFound, ...]
    examples: Mapping[str, tuple[Example, ...]]
    roles: tuple[RoleTotal, ...]
    troubled: tuple[TroubledFile, ...]
    programmes: tuple[ProgrammeTotal, ...]
    coverage: tuple[Covered, ...]
    likeness: Mapping[str, int]


def load_findings(snapshots: Path, snapshot_id: str) -> Findings:
    """Ask one published snapshot everything; raises SnapshotNotFound."""
    with attached(snapshots, {"evidence": snapshot_id}) as connection:
        connection.execute("use evidence")
        mask = NameMask(name for (name,) in rows(connection, "report_name"))
        return Findings(
            totals=dict(rows(connection, "report_total")),
            deliveries=tuple(
                (number, mask.masked(name), *counts)
                for number, name, *counts in rows(connection, "report_delivery")
            ),
            rules=tuple(RuleFound(*row) for row in rows(connection, "report_rule")),
            examples=_examples(connection, mask),
            roles=tuple(RoleTotal(*row) for row in rows(connection, "report_role")),
            troubled=_troubled(connection, mask),
            programmes=tuple(ProgrammeTotal(*row) for row in rows(connection, "report_programme")),
            coverage=tuple(Covered(*row) for row in rows(connection, "report_coverage")),
            likeness=dict(rows(connection, "report_likeness")),
        )


def _examples(connection: duckdb.DuckDBPyConnection, mask: NameMask) -> Mapping[str, tuple[Example, ...]]:
    found: dict[str, tuple[Example, ...]] = {}
    for rule, path, number, column, value in rows(connection, "report_example", {"most": EXAMPLES}):
        is_hidden = value is not None and is_personal(column)
        example = Example(
            _masked(path, mask),
            number,
            _masked(column, mask),
            None if is_hidden else _masked(value, mask),
            is_hidden,
        )
        found[rule] = (*found.get(rule, ()), example)
    return found


def _troubled(connection: duckdb.DuckDBPyConnection, mask: NameMask) -> tuple[TroubledFile, ...]:
    found = rows(connection, "report_trouble", {"most": TROUBLED_FILES})
    return tuple(TroubledFile(mask.masked(path), *rest) for path, *rest in found)


def _masked(text: str | None, mask: NameMask) -> str | None:
    return None if text is None else mask.masked(text)
