"""Two published snapshots side by side: applications, programmes, files and problems that differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.quality.open_evidence import attached, rows
from pipelines.snapshot import load_manifest


@dataclass(frozen=True)
class ApplicationPlace:
    """Which application, in the words of the exports; the number is None where it is hidden."""

    application_id: str
    programme_code: str
    application_number: str | None


@dataclass(frozen=True)
class ChangedApplication:
    """An application of both snapshots whose evidence differs, with the categories that do."""

    place: ApplicationPlace
    categories: tuple[str, ...]


@dataclass(frozen=True)
class Applications:
    """What became of every application of either snapshot."""

    appeared: tuple[ApplicationPlace, ...] = ()
    vanished: tuple[ApplicationPlace, ...] = ()
    changed: tuple[ChangedApplication, ...] = ()
    unchanged: int = 0

    def changed_categories(self) -> dict[str, int]:
        """Changed applications by category; one application counts in each of its categories."""
        counts = Counter(category for each in self.changed for category in each.categories)
        return dict(sorted(counts.items()))


@dataclass(frozen=True)
class NameChanges:
    """Keys of only one of the snapshots, and how many of both have another content."""

    appeared: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProblemChange:
    """How often a rule was broken before and now."""

    rule: str
    older: int
    newer: int


@dataclass(frozen=True)
class Comparison:
    """Everything that differs; empty, and not comparable, when the schema versions differ."""

    older_id: str
    newer_id: str
    older_schema: int
    newer_schema: int
    applications: Applications = Applications()
    programmes: NameChanges = NameChanges()
    files: NameChanges = NameChanges()
    problems: tuple[ProblemChange, ...] = ()

    @property
    def is_comparable(self) -> bool:
        """Tables of another schema version promise other columns, so they are not asked at all."""
        return self.older_schema == self.newer_schema


def compare_snapshots(snapshots: Path, older_id: str, newer_id: str) -> Comparison:
    """Compare two snapshots of one folder; raises SnapshotNotFound."""
    older, newer = (int(load_manifest(snapshots, each)["schema_version"]) for each in (older_id, newer_id))
    if older != newer:
        return Comparison(older_id, newer_id, older, newer)
    with attached(snapshots, {"older": older_id, "newer": newer_id}) as connection:
        return Comparison(
            older_id,
            newer_id,
            older,
            newer,
            applications=_applications(connection),
            programmes=_name_changes(connection, "compared_programme"),
            files=_name_changes(connection, "compared_file"),
            problems=tuple(ProblemChange(*row) for row in rows(connection, "compared_problem")),
        )


def _applications(connection: duckdb.DuckDBPyConnection) -> Applications:
    places = rows(connection, "compared_application")
    changed = tuple(
        ChangedApplication(ApplicationPlace(*place), tuple(categories))
        for *place, categories in rows(connection, "changed_application")
    )
    in_both = sum(fate == "both" for fate, *_ in places)
    return Applications(
        appeared=tuple(ApplicationPlace(*place) for fate, *place in places if fate == "appeared"),
        vanished=tuple(ApplicationPlace(*place) for fate, *place in places if fate == "vanished"),
        changed=changed,
        unchanged=in_both - len(changed),
    )


def _name_changes(connection: duckdb.DuckDBPyConnection, question: str) -> NameChanges:
    found: dict[str, list[str]] = {"appeared": [], "vanished": [], "replaced": []}
    for fate, key in rows(connection, question):
        found[fate].append(key)
    return NameChanges(*(tuple(found[fate]) for fate in ("appeared", "vanished", "replaced")))
