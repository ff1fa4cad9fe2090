"""Publishing: written aside, named by content, made current by one rename, never overwritten."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from pipelines.errors import ExportsChanged, SnapshotNotFound, SnapshotsNotWritable
from pipelines.file_lock import try_lock, wait_for_lock

CURRENT_FILE = "current.json"
FILES_FOLDER = "files"
LOCK_FILE = ".publishing"
BUILDING_PREFIX = ".building-"
ALIVE_FILE = ".alive"
DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
COPY_BYTES = 1 << 20
IS_WINDOWS = os.name == "nt"

_SNAPSHOT_ID = re.compile(r"[0-9a-f]{16}")


def snapshot_path(snapshots: Path, snapshot_id: str) -> Path:
    return snapshots / f"evidence-{snapshot_id}.duckdb"


def manifest_path(snapshots: Path, snapshot_id: str) -> Path:
    return snapshots / f"evidence-{snapshot_id}.json"


def current_snapshot_id(snapshots: Path) -> str | None:
    """The snapshot now offered; None before the first one."""
    try:
        pointer = orjson.loads((snapshots / CURRENT_FILE).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    return str(pointer["snapshot_id"])


def load_manifest(snapshots: Path, snapshot_id: str | None = None) -> dict[str, Any]:
    """The manifest of a snapshot, or of the current one; raises SnapshotNotFound."""
    chosen = snapshot_id or current_snapshot_id(snapshots)
    if chosen is None or not _SNAPSHOT_ID.fullmatch(chosen):
        raise SnapshotNotFound(snapshots, chosen)
    try:
        manifest: dict[str, Any] = orjson.loads(manifest_path(snapshots, chosen).read_bytes())
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SnapshotNotFound(snapshots, chosen) from error
    return manifest


def is_published(snapshots: Path, snapshot_id: str) -> bool:
    """Whether the database is there and is the one its manifest describes."""
    try:
        manifest = load_manifest(snapshots, snapshot_id)
        return digest_of_file(snapshot_path(snapshots, snapshot_id)) == str(manifest["sha256"])
    except (SnapshotNotFound, FileNotFoundError):
        return False


@contextmanager
def building_folder(snapshots: Path) -> Iterator[Path]:
    """A folder aside, on the same disk, gone afterwards; after a kill, gone when the next build begins.

    Raises SnapshotsNotWritable, also for a disk that fills up while the folder is in use: a build writes nowhere else.
    """
    folder, alive = _begin_building(snapshots)
    try:
        yield folder
    except OSError as error:
        if error.errno not in DISK_FULL:
            raise
        raise SnapshotsNotWritable(snapshots, error.strerror or str(error)) from error
    finally:
        alive.close()
        shutil.rmtree(folder, ignore_errors=True)


def _begin_building(snapshots: Path) -> tuple[Path, BinaryIO]:
    """A new folder, and the lock in it that says its build is alive."""
    try:
        snapshots.mkdir(parents=True, exist_ok=True)
        with _alone(snapshots):
            _remove_left_overs(snapshots)
            folder = Path(tempfile.mkdtemp(prefix=BUILDING_PREFIX, dir=snapshots))
            alive = (folder / ALIVE_FILE).open("wb")
            wait_for_lock(alive)
    except OSError as error:
        raise SnapshotsNotWritable(snapshots, error.strerror or str(error)) from error
    return folder, alive


def _remove_left_overs(snapshots: Path) -> None:
    """What killed builds left behind. Everyone makes such entries alone, so one without a lock has no owner."""
    for left in snapshots.glob(f"{BUILDING_PREFIX}*"):
        if not left.is_dir():
            left.unlink(missing_ok=True)
        elif not _is_alive(left):
            shutil.rmtree(left, ignore_errors=True)


def _is_alive(folder: Path) -> bool:
    try:
        with (folder / ALIVE_FILE).open("r+b") as alive:
            return not try_lock(alive)
    except FileNotFoundError:
        return False


def publish(snapshots: Path, built: Path, manifest: dict[str, Any]) -> None:
    """Move the finished database to its name, then its manifest; each is on disk before the next.

    A whole snapshot of that id is left as it is, whoever published it meanwhile.
    """
    snapshot_id = manifest["snapshot_id"]
    with _alone(snapshots):
        if is_published(snapshots, snapshot_id):
            return
        with built.open("r+b") as stream:
            os.fsync(stream.fileno())
        built.chmod(0o444)
        _replace(built, snapshot_path(snapshots, snapshot_id))
        content = orjson.dumps(manifest, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
        write_by_rename(manifest_path(snapshots, snapshot_id), content)


@contextmanager
def _alone(snapshots: Path) -> Iterator[None]:
    """One process at a time begins or publishes."""
    with (snapshots / LOCK_FILE).open("wb") as lock:
        wait_for_lock(lock)
        yield


def make_current(snapshots: Path, snapshot_id: str) -> None:
    """Offer a published snapshot to everyone who opens the folder from now on."""
    with _alone(snapshots):
        write_by_rename(snapshots / CURRENT_FILE, orjson.dumps({"snapshot_id": snapshot_id}))


def keep_files(snapshots: Path, kept_files: Mapping[str, str]) -> None:
    """Put every file under its hash, as a file of our own: what was delivered may be written over later.

    Raises ExportsChanged when a file is no longer the one that was read, and OSError.
    """
    files = snapshots / FILES_FOLDER
    new_files = {
        digest: path for digest, path in kept_files.items() if not _kept_path(files, digest).exists()
    }
    if not new_files:
        return
    for prefix in {digest[:2] for digest in new_files}:
        (files / prefix).mkdir(parents=True, exist_ok=True)
    with building_folder(snapshots) as aside:
        for digest, path in new_files.items():
            _copy_checked(path, aside / digest, digest)
        if not IS_WINDOWS:
            # Once for all of them: waiting for each of a hundred thousand files takes longer than the build.
            os.sync()
        for digest in new_files:
            (aside / digest).replace(_kept_path(files, digest))


def _kept_path(files: Path, digest: str) -> Path:
    return files / digest[:2] / digest


def _copy_checked(source: str, copied: Path, expected: str) -> None:
    """Hashed on the way, so that no content ever lies under another's name."""
    digest = sha256()
    try:
        with Path(source).open("rb") as original, copied.open("wb") as copy:
            while block := original.read(COPY_BYTES):
                digest.update(block)
                copy.write(block)
            if IS_WINDOWS:
                copy.flush()
                os.fsync(copy.fileno())
    except FileNotFoundError as error:
        raise ExportsChanged(source) from error
    if digest.hexdigest() != expected:
        raise ExportsChanged(source)
    copied.chmod(0o444)


def digest_of_file(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as stream:
        while block := stream.read(COPY_BYTES):
            digest.update(block)
    return digest.hexdigest()


def write_beside(snapshots: Path, target: Path, content: bytes) -> None:
    """A file beside the snapshots; alone, or a build that begins meanwhile would take its first form for a left-over."""
    with _alone(snapshots):
        write_by_rename(target, content)


def write_by_rename(target: Path, content: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=BUILDING_PREFIX, delete=False) as aside:
        aside.write(content)
        aside.flush()
        os.fsync(aside.fileno())
    Path(aside.name).chmod(0o444)
    _replace(Path(aside.name), target)


def _replace(source: Path, target: Path) -> None:
    """Rename over whatever is there, and flush the entry to disk."""
    if IS_WINDOWS and target.exists():
        # Windows refuses to replace a read-only file.
        target.chmod(0o666)
    source.replace(target)
    if not IS_WINDOWS:
        _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Windows keeps entries safe by itself and opens no folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
