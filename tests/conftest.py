"""Fixtures for every room: a throw-away PostgreSQL server, started only when a test asks for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings

from app.workbench import Workbench
from tests import sample_round
from tests.browser.fixtures import arrive, chromium, served
from tests.second_delivery import delivered_twice, two_deliveries

# Fixtures that more than one folder uses; one Chromium must serve them all.
__all__ = ["arrive", "chromium", "delivered_twice", "served", "two_deliveries"]

# A machine that is busy is no defect: no example fails for the time it took.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

_DATABASE_NUMBERS = count(1)
_NO_FSYNC = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


@pytest.fixture(scope="session")
def postgresql_socket() -> Iterator[Path]:
    """The socket folder of a PostgreSQL server of this test process; a missing PostgreSQL fails the test."""
    programs = _postgresql_programs()
    # Not under pytest's own folder: only its owner may enter it, and a socket path must be short.
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        shutil.chown(home, "postgres")
    try:
        _run(
            programs / "initdb",
            "-D",
            home / "data",
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
        )
        settings = ("-c", "listen_addresses=", "-c", f"unix_socket_directories={home}", *_NO_FSYNC)
        started = (
            programs / "pg_ctl",
            "-D",
            home / "data",
            "-w",
            "-l",
            home / "log",
            "-o",
            " ".join(settings),
        )
        _run(*started, "start")
        try:
            yield home
        finally:
            _run(programs / "pg_ctl", "-D", home / "data", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home)


@pytest.fixture
def postgresql_url(postgresql_socket: Path) -> Iterator[str]:
    """The URL of an empty database of its own, dropped after the test."""
    name = f"test_{next(_DATABASE_NUMBERS)}"
    administration = f"host={postgresql_socket} user=postgres dbname=postgres"
    with psycopg.connect(administration, autocommit=True) as connection:
        connection.execute(f"create database {name}")
        yield f"postgresql+psycopg://postgres@/{name}?host={postgresql_socket}"
        connection.execute(f"drop database {name} with (force)")


def _postgresql_programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if not found:
        pytest.fail("PostgreSQL is not installed (apt-get install postgresql)")
    return found[-1].parent


def _run(*command: object) -> None:
    # PostgreSQL refuses to run as root.
    as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*as_owner, *map(str, command)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd="/",
        text=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(f"{command[0]} failed: {done.stderr}")


@pytest.fixture(scope="session")
def sample_exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Synthetic exports of 60 applications; read only."""
    return sample_round.shared_folder(tmp_path_factory, "sample", sample_round.make_exports) / "exports"


@pytest.fixture(scope="session")
def sample_snapshots(sample_exports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The snapshot folder of the sample; read only."""
    make = sample_round.make_snapshots(sample_exports)
    return sample_round.shared_folder(tmp_path_factory, "evidence", make) / "snapshots"


@pytest.fixture(scope="session")
def round_template(
    sample_snapshots: Path, sample_exports: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder with the store of a demo round over the sample; read only."""
    make = sample_round.make_round(sample_snapshots, sample_exports)
    return sample_round.shared_folder(tmp_path_factory, "round", make)


@pytest.fixture
def workbench(round_template: Path, sample_snapshots: Path, tmp_path: Path) -> Iterator[Workbench]:
    """The demo round over the sample, with a store of this test's own."""
    opened = sample_round.copy_of_round(round_template, snapshots=sample_snapshots, folder=tmp_path)
    yield opened
    opened.store.close()
