"""Results of reading JSON files, kept beside the snapshots so that equal content is read once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipelines.exports.table_file import DamagedTableFile, open_tables, require_sound
from pipelines.reference_lists import per_reference, reference_digests

CACHE_FOLDER = ".parsed"
PACK_SUFFIX = ".pack"
PROGRAM_FOLDER = Path(__file__).parents[1]
READING_FOLDERS = ("contract", "decode", "exports", "reference")
"""What decides about the rows that a JSON file becomes."""


@per_reference
def reading_digest() -> str:
    """Of the program that reads, and of the lists it looks into."""
    digest = sha256(repr(sorted(reference_digests().items())).encode())
    for folder in READING_FOLDERS:
        for path in sorted((PROGRAM_FOLDER / folder).rglob("*")):
            if path.suffix in (".py", ".csv"):
                digest.update(path.relative_to(PROGRAM_FOLDER).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class ParseCache:
    """The packs of one program; ``folder`` is None for a build that keeps nothing."""

    folder: Path | None
    packs: tuple[Path, ...] = ()
    """Links of this build's own, which no other build can sweep away."""

    def keep(self, packs: Iterable[Path]) -> None:
        """Take over packs of this build, each by one rename; a pack is named by what it holds."""
        if self.folder is None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        for pack in packs:
            aside = self.folder / f"{os.getpid()}-{pack.name}.aside"
            _link(pack, aside)
            aside.replace(self.folder / f"{_name_of(pack)}{PACK_SUFFIX}")

    def sweep(self, unused: Iterable[Path]) -> None:
        """Forget packs of which no file is handed over any more."""
        if self.folder is not None:
            for pack in unused:
                (self.folder / pack.name).unlink(missing_ok=True)


def open_parse_cache(snapshots: Path | None, work: Path) -> ParseCache:
    """The sound packs of this program; those of other programs and damaged ones are removed."""
    if snapshots is None:
        return ParseCache(None)
    root = snapshots / CACHE_FOLDER
    folder = root / reading_digest()
    for other in root.glob("*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return ParseCache(folder, tuple(_own_packs(folder, work)))


def _own_packs(folder: Path, work: Path) -> Iterator[Path]:
    for pack in sorted(folder.glob(f"*{PACK_SUFFIX}")):
        own = work / pack.name
        try:
            _link(pack, own)
            require_sound(own)
        except (FileNotFoundError, DamagedTableFile):
            own.unlink(missing_ok=True)
            pack.unlink(missing_ok=True)
        else:
            yield own


def _link(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copyfile(source, target)


def digests_of(pack: Path) -> Iterator[str]:
    """The digest of every file whose rows a pack holds."""
    for batch in open_tables(pack, ("parsed_file",)).get("parsed_file", ()):
        yield from batch.column("digest").to_pylist()


def _name_of(pack: Path) -> str:
    joined = "\n".join(sorted(digests_of(pack)))
    return sha256(joined.encode()).hexdigest()[:32]
