"""Archives unpacked without trust: every entry goes to a numbered file, its name is only a logical place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import BinaryIO

from pipelines.errors import RAW_VALUE_LIMIT, ExportProblem
from pipelines.exports.archive_contents import copy_entry
from pipelines.exports.archive_directory import ArchiveEntry, read_directory
from pipelines.exports.archive_limits import (
    DEFAULT_LIMITS,
    ArchiveBudget,
    ArchiveLimits,
    ArchiveRefused,
    BudgetSpent,
    EntryRefused,
)
from pipelines.exports.archive_names import is_folder, is_system_file, parts_of, place_key, shown_name
from pipelines.exports.inventory import ListedFile

ARCHIVE_SUFFIX = ".zip"
INSIDE = "!/"


@dataclass(frozen=True)
class UnpackedArchive:
    """The files of an archive under their logical places, and what was not taken."""

    files: tuple[ListedFile, ...]
    problems: tuple[ExportProblem, ...]


def is_archive(name: str) -> bool:
    return name.lower().endswith(ARCHIVE_SUFFIX)


def unpack_archive(
    archive: ListedFile, into: Path, *, limits: ArchiveLimits = DEFAULT_LIMITS
) -> UnpackedArchive:
    """Everything readable of an archive and of archives within it, as numbered files in an empty folder.

    Problems of entries and of inner archives leave the others alone; an archive that holds more than the
    limits allow is refused whole. Raises OSError when the archive cannot be opened or the disk is full.
    """
    into.mkdir(parents=True, exist_ok=True)
    unpacking = _Unpacking(into, ArchiveBudget(limits))
    try:
        unpacking.unpack(archive, depth=1)
    except BudgetSpent as refusal:
        unpacking.forget_all()
        unpacking.report(refusal, archive.relative_path)
    return UnpackedArchive(tuple(unpacking.files), tuple(unpacking.problems))


@dataclass
class _Unpacking:
    """One outermost archive while it is unpacked."""

    into: Path
    budget: ArchiveBudget
    files: list[ListedFile] = field(default_factory=list)
    problems: list[ExportProblem] = field(default_factory=list)
    _places: set[tuple[str, ...]] = field(default_factory=set)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def unpack(self, archive: ListedFile, *, depth: int) -> None:
        """Raises BudgetSpent; any other refusal becomes a problem of this archive."""
        shown = archive.relative_path
        with self._reporting(shown):
            if depth > self.budget.limits.depth:
                raise ArchiveRefused("archive_nested_too_deep", f"{depth} > {self.budget.limits.depth}")
            with Path(archive.path).open("rb") as stream:
                self._unpack_entries(archive, stream, depth)

    def _unpack_entries(self, archive: ListedFile, stream: BinaryIO, depth: int) -> None:
        shown = archive.relative_path
        entries = read_directory(stream, self.budget.limits)
        self.budget.take_entries(len(entries))
        system_files = 0
        for entry in entries:
            if is_folder(entry):
                continue
            shown_entry = f"{shown}{INSIDE}{shown_name(entry)}"
            with self._reporting(shown_entry):
                parts = parts_of(entry)
                if is_system_file(parts):
                    system_files += 1
                    continue
                place = (*archive.parts[:-1], *parts)
                path = self._write(stream, entry, place)
                self._take(replace(archive, path=path, parts=place, shown_path=shown_entry), depth)
        if system_files:
            self.problems.append(_problem("archive_system_file", shown, str(system_files)))

    def _write(self, stream: BinaryIO, entry: ArchiveEntry, place: tuple[str, ...]) -> str:
        """The path of the copy; of two files with one name the first that can be read stays."""
        key = place_key(place)
        if key in self._places:
            raise EntryRefused("archive_entry_repeated")
        target = self.into / str(next(self._numbers))
        try:
            with target.open("xb") as copy:
                copy_entry(stream, entry, copy, budget=self.budget)
        except ArchiveRefused:
            target.unlink()
            raise
        if not is_archive(place[-1]):
            self._places.add(key)
        return str(target)

    def _take(self, listed: ListedFile, depth: int) -> None:
        """A file is kept; an archive leaves only what was in it, so it may bear the name of the outer one."""
        if not is_archive(listed.parts[-1]):
            self.files.append(listed)
            return
        self.unpack(listed, depth=depth + 1)
        Path(listed.path).unlink()

    def forget_all(self) -> None:
        """Nothing of this archive is taken, so nothing of it stays on the disk."""
        self.files.clear()
        self.problems.clear()
        for path in self.into.iterdir():
            path.unlink()

    def report(self, refusal: ArchiveRefused, shown_path: str) -> None:
        self.problems.append(_problem(refusal.rule, shown_path, refusal.detail))

    @contextmanager
    def _reporting(self, shown_path: str) -> Iterator[None]:
        try:
            yield
        except BudgetSpent:
            raise
        except ArchiveRefused as refusal:
            self.report(refusal, shown_path)


def _problem(rule: str, shown_path: str, detail: str | None) -> ExportProblem:
    return ExportProblem(rule, shown_path, raw_value=detail[:RAW_VALUE_LIMIT] if detail else None)
