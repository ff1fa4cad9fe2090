"""The files of an export folder, each read once, with its ledger entry."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipelines.errors import ExportProblem, ProblemLog
from pipelines.exports.keys import make_key
from pipelines.exports.media_type import media_type_of


@dataclass(frozen=True)
class ListedFile:
    """A regular file below the export folder; ``parts`` are the names on the way."""

    path: str
    parts: tuple[str, ...]

    @property
    def relative_path(self) -> str:
        return "/".join(self.parts)

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


def list_files(exports: Path, problems: ProblemLog) -> list[ListedFile]:
    """Every regular file in a stable order; symbolic links are reported and not followed."""
    return sorted(_walk(str(exports), (), problems), key=lambda listed: listed.parts)


def _walk(folder: str, parts: tuple[str, ...], problems: ProblemLog) -> Iterator[ListedFile]:
    with os.scandir(folder) as entries:
        for entry in entries:
            below = (*parts, entry.name)
            if entry.is_symlink():
                problems.add(ExportProblem("symlink_refused", relative_path="/".join(below)))
            elif entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, below, problems)
            elif entry.is_file(follow_symlinks=False):
                yield ListedFile(entry.path, below)
            else:
                problems.add(ExportProblem("unrecognised_file", relative_path="/".join(below)))


def read_file(listed: ListedFile, file_role: str) -> tuple[SourceFile, bytes]:
    """Content and ledger entry, hashed on the way."""
    # Path.open and a buffer cost a third of the whole read.
    with open(listed.path, "rb", buffering=0) as stream:  # noqa: PTH123
        content = stream.read()
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
        ),
        content,
    )
