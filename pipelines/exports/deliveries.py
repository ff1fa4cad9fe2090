"""What was handed over, in order of arrival: folders and archives, the archives in them unpacked aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from pipelines.errors import ProblemLog, UnreadableExports
from pipelines.exports.archives import unpack_archive
from pipelines.exports.inventory import ListedFile, list_files

ARCHIVE_EXTENSION = "zip"


@dataclass(frozen=True)
class Delivery:
    """One folder or archive with every file in it; a later number supersedes an earlier one."""

    number: int
    name: str
    files: tuple[ListedFile, ...]


def list_deliveries(exports: Sequence[Path], work: Path, problems: ProblemLog) -> list[Delivery]:
    """The deliveries in the order given; raises UnreadableExports for one that is not there.

    What archives hold is written below ``work``, which must stay until the files have been read.
    """
    for place in exports:
        if not place.exists():
            raise UnreadableExports(place, "no such folder")
    names = _names(exports)
    listing = _Listing(work, problems, is_alone=len(exports) == 1)
    return [
        Delivery(number, name, tuple(listing.files_of(place, number, name)))
        for number, (place, name) in enumerate(zip(exports, names, strict=True), start=1)
    ]


def _names(exports: Sequence[Path]) -> list[str]:
    """The names of the folders and archives, told apart where two are alike."""
    names: list[str] = []
    for place in exports:
        name = place.resolve().name
        alternatives = (name if number == 1 else f"{name} ({number})" for number in count(1))
        names.append(next(alternative for alternative in alternatives if alternative not in names))
    return names


@dataclass(frozen=True)
class _Listing:
    """The listing of all deliveries of a build, with a folder for each archive."""

    work: Path
    problems: ProblemLog
    is_alone: bool

    def files_of(self, place: Path, number: int, name: str) -> Iterator[ListedFile]:
        archives = count(1)
        for listed in self._entries(place, number, name):
            if listed.extension == ARCHIVE_EXTENSION:
                yield from self._unpack(listed, self.work / f"archive-{number}-{next(archives)}")
            else:
                yield listed

    def _entries(self, place: Path, number: int, name: str) -> list[ListedFile]:
        if place.is_file():
            return [ListedFile(str(place), (place.name,), name, number)]
        shown_under = None if self.is_alone else name
        return list_files(place, self.problems, delivery_number=number, shown_under=shown_under)

    def _unpack(self, archive: ListedFile, into: Path) -> Iterator[ListedFile]:
        unpacked = unpack_archive(archive, into)
        for problem in unpacked.problems:
            self.problems.add(problem)
        for listed in unpacked.files:
            yield replace(listed, delivery_number=archive.delivery_number)
