"""The files of an export folder, each read once, with its ledger entry."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipelines.errors import ExportProblem, ExportsChanged, ProblemLog
from pipelines.exports.keys import make_key
from pipelines.exports.media_type import media_type_of


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A regular file of a delivery; ``parts`` are the names on the way, as if archives were unpacked."""

    path: str
    parts: tuple[str, ...]
    shown_path: str | None = None
    """For people, when it says more than the parts: ``a/b.zip!/inner/x.json``, or the delivery's name first."""
    delivery_number: int = 1

    @property
    def relative_path(self) -> str:
        return self.shown_path or "/".join(self.parts)

    @property
    def extension(self) -> str:
        return self.parts[-1].rpartition(".")[2].lower() if "." in self.parts[-1] else ""


@dataclass
class SourceFile:
    """One line of the ledger; rows published are counted later, from what was published."""

    file_id: str
    relative_path: str
    file_role: str
    media_type: str
    byte_size: int
    sha256: str
    application_id: str | None = None
    rows_read: int = 0
    rows_set_aside: int = 0
    text_encoding: str | None = None
    """How the text was read; None for files that are no text."""
    delivery_number: int = 1


def list_files(
    exports: Path, problems: ProblemLog, *, delivery_number: int = 1, shown_under: str | None = None
) -> list[ListedFile]:
    """Every regular file in a stable order; symbolic links are reported and not followed.

    With ``shown_under`` the paths for people begin with that name.
    """
    walk = _Walk(problems, delivery_number, f"{shown_under}/" if shown_under else "")
    return sorted(walk.files_of(str(exports), ()), key=lambda listed: listed.parts)


@dataclass(frozen=True)
class _Walk:
    """One walk through a delivery."""

    problems: ProblemLog
    delivery_number: int
    prefix: str

    def files_of(self, folder: str, parts: tuple[str, ...]) -> Iterator[ListedFile]:
        with os.scandir(folder) as entries:
            for entry in entries:
                below = (*parts, entry.name)
                if entry.is_symlink():
                    self._report("symlink_refused", below)
                elif entry.is_dir(follow_symlinks=False):
                    yield from self.files_of(entry.path, below)
                elif entry.is_file(follow_symlinks=False):
                    yield ListedFile(entry.path, below, self._shown(below), self.delivery_number)
                else:
                    self._report("unrecognised_file", below)

    def _shown(self, parts: tuple[str, ...]) -> str | None:
        return self.prefix + "/".join(parts) if self.prefix else None

    def _report(self, rule: str, parts: tuple[str, ...]) -> None:
        self.problems.add(ExportProblem(rule, relative_path=self.prefix + "/".join(parts)))


def read_file(listed: ListedFile, file_role: str) -> tuple[SourceFile, bytes]:
    """Content and ledger entry, hashed on the way; raises ExportsChanged."""
    content = _read_unchanged(listed.path)
    digest = sha256(content).hexdigest()
    relative_path = listed.relative_path
    return (
        SourceFile(
            file_id=make_key("file", relative_path, digest),
            relative_path=relative_path,
            file_role=file_role,
            media_type=media_type_of(content, listed.extension),
            byte_size=len(content),
            sha256=digest,
            delivery_number=listed.delivery_number,
        ),
        content,
    )


def _read_unchanged(path: str) -> bytes:
    """The whole content; a file that somebody is still writing, or that has gone, stops the build."""
    try:
        # Path.open and a buffer cost a third of the whole read.
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123
            before = os.fstat(stream.fileno())
            content = stream.read()
            after = os.fstat(stream.fileno())
    except FileNotFoundError as error:
        raise ExportsChanged(path) from error
    if len(content) != before.st_size or before.st_mtime_ns != after.st_mtime_ns:
        raise ExportsChanged(path)
    return content
