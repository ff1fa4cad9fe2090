"""Publishing: written aside, named by content, made current by one rename, never overwritten."""

from __future__ import annotations

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

from pipelines.errors import SnapshotNotFound, SnapshotsNotWritable
from pipelines.file_lock import try_lock, wait_for_lock

CURRENT_FILE = "current.json"
FILES_FOLDER = "files"
LOCK_FILE = ".publishing"
BUILDING_PREFIX = ".building-"
ALIVE_FILE = ".alive"
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

    Raises SnapshotsNotWritable.
    """
    folder, alive = _begin_building(snapshots)
    try:
        yield folder
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
        _write_by_rename(manifest_path(snapshots, snapshot_id), content)


@contextmanager
def _alone(snapshots: Path) -> Iterator[None]:
    """One process at a time begins or publishes."""
    with (snapshots / LOCK_FILE).open("wb") as lock:
        wait_for_lock(lock)
        yield


def make_current(snapshots: Path, snapshot_id: str) -> None:
    """Offer a published snapshot to everyone who opens the folder from now on."""
    with _alone(snapshots):
        _write_by_rename(snapshots / CURRENT_FILE, orjson.dumps({"snapshot_id": snapshot_id}))


def keep_files(snapshots: Path, kept_files: Mapping[str, str]) -> None:
    """Put every file under its hash: a hard link where the disk allows it, else a copy."""
    files = snapshots / FILES_FOLDER
    for prefix in {digest[:2] for digest in kept_files}:
        (files / prefix).mkdir(parents=True, exist_ok=True)
    with building_folder(snapshots) as aside:
        for digest, path in kept_files.items():
            _keep_file(path, f"{files}/{digest[:2]}/{digest}", aside)


def _keep_file(source: str, target: str, aside: Path) -> None:
    try:
        os.link(source, target)
    except FileExistsError:
        return
    except OSError:
        _copy_by_rename(source, Path(target), aside)


def _copy_by_rename(source: str, target: Path, aside: Path) -> None:
    copied = aside / target.name
    with Path(source).open("rb") as original, copied.open("wb") as copy:
        shutil.copyfileobj(original, copy)
        copy.flush()
        os.fsync(copy.fileno())
    copied.replace(target)


def digest_of_file(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _write_by_rename(target: Path, content: bytes) -> None:
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
