"""Publishing: written aside, named by content, made current by one rename, never overwritten."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from pipelines.errors import SnapshotNotFound

CURRENT_FILE = "current.json"
FILES_FOLDER = "files"
LOCK_FILE = ".publishing"
BUILDING_PREFIX = ".building-"

_SNAPSHOT_ID = re.compile(r"[0-9a-f]{16}")


def snapshot_path(snapshots: Path, snapshot_id: str) -> Path:
    return snapshots / f"evidence-{snapshot_id}.duckdb"


def manifest_path(snapshots: Path, snapshot_id: str) -> Path:
    return snapshots / f"evidence-{snapshot_id}.json"


def current_snapshot_id(snapshots: Path) -> str | None:
    """The snapshot now offered; None before the first one."""
    try:
        pointer = orjson.loads((snapshots / CURRENT_FILE).read_bytes())
    except FileNotFoundError:
        return None
    return str(pointer["snapshot_id"])


def load_manifest(snapshots: Path, snapshot_id: str | None = None) -> dict[str, Any]:
    """The manifest of a snapshot, or of the current one; raises SnapshotNotFound."""
    chosen = snapshot_id or current_snapshot_id(snapshots)
    if chosen is None or not _SNAPSHOT_ID.fullmatch(chosen):
        raise SnapshotNotFound(snapshots, chosen)
    try:
        manifest: dict[str, Any] = orjson.loads(manifest_path(snapshots, chosen).read_bytes())
    except FileNotFoundError as error:
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
    """A folder aside, on the same disk, gone afterwards whatever happens short of a kill."""
    snapshots.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=BUILDING_PREFIX, dir=snapshots))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(snapshots: Path, built: Path, manifest: dict[str, Any]) -> None:
    """Move the finished database to its name, then its manifest; each is on disk before the next.

    A whole snapshot of that id is left as it is, whoever published it meanwhile.
    """
    snapshot_id = manifest["snapshot_id"]
    with _publishing(snapshots):
        if is_published(snapshots, snapshot_id):
            return
        built.chmod(0o444)
        _sync(built)
        built.replace(snapshot_path(snapshots, snapshot_id))
        _sync(snapshots)
        content = orjson.dumps(manifest, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
        _write_by_rename(manifest_path(snapshots, snapshot_id), content)


@contextmanager
def _publishing(snapshots: Path) -> Iterator[None]:
    """One build publishes at a time; the lock goes with the process that holds it."""
    with (snapshots / LOCK_FILE).open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def make_current(snapshots: Path, snapshot_id: str) -> None:
    """Offer a published snapshot to everyone who opens the folder from now on."""
    _write_by_rename(snapshots / CURRENT_FILE, orjson.dumps({"snapshot_id": snapshot_id}))


def keep_files(snapshots: Path, kept_files: Mapping[str, str]) -> None:
    """Put every file under its hash: a hard link where the disk allows it, else a copy."""
    files = snapshots / FILES_FOLDER
    for prefix in {digest[:2] for digest in kept_files}:
        (files / prefix).mkdir(parents=True, exist_ok=True)
    for digest, path in kept_files.items():
        _keep_file(path, f"{files}/{digest[:2]}/{digest}")


def _keep_file(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileExistsError:
        return
    except OSError:
        _copy_by_rename(source, Path(target))


def _copy_by_rename(source: str, target: Path) -> None:
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=BUILDING_PREFIX, delete=False) as aside:
        with open(source, "rb") as original:  # noqa: PTH123 - the path is a plain string from scandir
            shutil.copyfileobj(original, aside)
        aside.flush()
        os.fsync(aside.fileno())
    Path(aside.name).replace(target)


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
    Path(aside.name).replace(target)
    _sync(target.parent)


def _sync(path: Path) -> None:
    """Flush a file or a folder entry to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
