"""A copy of a SQLite store that is whole, checked and on the disk before it gets its name."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from app.errors import StoreUnavailable
from app.reviews.connection import create_file, driver_errors, is_sqlite, sqlite_file


def backup_store(url: str, target: Path) -> None:
    """Copy the store to ``target``, which must not exist, while people go on working.

    Raises StoreUnavailable: a PostgreSQL store (``pg_dump`` copies those), no store, a damaged copy.
    """
    if not is_sqlite(url):
        raise StoreUnavailable("a PostgreSQL store is copied with pg_dump")
    source = sqlite_file(url)
    if not source.is_file():
        raise StoreUnavailable(f"there is no store at {source}")
    if target.exists():
        raise StoreUnavailable(f"{target} exists and is not overwritten")
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    create_file(part)
    try:
        with driver_errors():
            _copy(source, part)
        _publish(part, target)
    finally:
        part.unlink(missing_ok=True)


def file_problems(path: Path) -> list[str]:
    """What SQLite finds wrong with the file itself; empty when it is whole."""
    with driver_errors(), closing(sqlite3.connect(path, timeout=30)) as connection:
        try:
            found = [row[0] for row in connection.execute("pragma integrity_check")]
        except sqlite3.OperationalError:
            # Busy or out of reach: nothing was found out about the file.
            raise
        except sqlite3.DatabaseError as problem:
            return [str(problem)]
    return [text for text in found if text != "ok"]


def reference_problems(path: Path) -> list[str]:
    """Rows that refer to a row that is not there."""
    with driver_errors(), closing(sqlite3.connect(path, timeout=30)) as connection:
        dangling = connection.execute("pragma foreign_key_check").fetchall()
    return [f"{row[0]} row {row[1]} refers to nothing" for row in dangling]


def _copy(source: Path, part: Path) -> None:
    with closing(sqlite3.connect(source, timeout=30, isolation_level=None)) as connection:
        connection.execute("vacuum into ?", (str(part),))
    problems = file_problems(part) or reference_problems(part)
    if problems:
        raise StoreUnavailable(f"the copy is damaged: {problems[0]}")


def _publish(part: Path, target: Path) -> None:
    _flush(part)
    # A link refuses to replace a file that appeared meanwhile; a rename would not.
    try:
        os.link(part, target)
    except FileExistsError as problem:
        raise StoreUnavailable(f"{target} exists and is not overwritten") from problem
    _flush(target.parent)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
