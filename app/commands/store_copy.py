"""A consistent copy of the store while people work in it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote, urlsplit

from app.commands.places import CommandFailed, say

SQLITE_SCHEME = "sqlite:///"


def copy_store(url: str, out: Path) -> None:
    """Write the copy aside, check it, rename it. SQLite: the database itself; PostgreSQL: a custom-format dump."""
    aside = out.with_name(f".{out.name}.unfinished")
    aside.unlink(missing_ok=True)
    # The copy holds every comment of the round: only its owner may read it.
    aside.touch(mode=0o600)
    try:
        if url.startswith(SQLITE_SCHEME):
            _copy_sqlite(Path(url.removeprefix(SQLITE_SCHEME)), aside)
        else:
            _dump_postgresql(url, aside)
        aside.rename(out)
    finally:
        aside.unlink(missing_ok=True)


def _copy_sqlite(source: Path, out: Path) -> None:
    if not source.is_file():
        raise CommandFailed(say("not_a_file", path=source))
    address = f"{source.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as original, closing(sqlite3.connect(out)) as copy:
        original.backup(copy)
        answer = copy.execute("pragma integrity_check").fetchone()
    if answer != ("ok",):
        raise CommandFailed(say("backup_damaged"))


def _dump_postgresql(url: str, out: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        raise CommandFailed(say("pg_dump_missing"))
    target, password = _without_password(url)
    # Not on the command line: every user of the machine may read that.
    environment = {**os.environ, **({"PGPASSWORD": password} if password else {})}
    command = [program, "--format=custom", f"--file={out}", f"--dbname={target}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CommandFailed(say("pg_dump_failed", reason=done.stderr.strip()))


def _without_password(url: str) -> tuple[str, str | None]:
    parts = urlsplit(url)
    bare = parts._replace(scheme="postgresql")
    if parts.password is None:
        return bare.geturl(), None
    place = parts.netloc.rpartition("@")[2]
    netloc = f"{parts.username or ''}@{place}" if parts.username else place
    return bare._replace(netloc=netloc).geturl(), unquote(parts.password)
