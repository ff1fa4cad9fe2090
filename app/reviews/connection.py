"""Connections to SQLite or PostgreSQL: one short transaction a question, driver errors turned into ours."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import event, exc

from app.errors import StoreUnavailable

T = TypeVar("T")

# One lock for the process: SQLite writers that wait busily starve each other (worst wait 7.9 s without, 1.4 s with).
_SQLITE_WRITES = threading.Lock()
# The WAL-reset bug of SQLite before 3.51.3 can lose a commit when two connections meet.
_WAL_IS_SAFE = sqlite3.sqlite_version_info >= (3, 51, 3)
_FILE_MODE = 0o600


class Database:
    """An engine with transactions that roll back unless they end well."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = engine.execution_options(writes=True)

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self._engine.dialect.name

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """A transaction for questions."""
        with driver_errors(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction that may write; committed on leaving, rolled back on any exception."""
        lock: AbstractContextManager[object] = _SQLITE_WRITES if self.dialect == "sqlite" else nullcontext()
        with driver_errors(), lock, self._writing.begin() as connection:
            yield connection

    def save(self, work: Callable[[sa.Connection], T]) -> T:
        """Run ``work`` in a write transaction, and once more when another writer was first.

        A unique row that appeared meanwhile is seen by the second run, which then tells it from a broken
        promise: a second violation is raised as it is.
        """
        try:
            with self.write() as connection:
                return work(connection)
        except exc.IntegrityError:
            with self.write() as connection:
                return work(connection)

    def close(self) -> None:
        """Close every pooled connection."""
        self._engine.dispose()


@contextmanager
def driver_errors() -> Iterator[None]:
    """Turn what the driver raises into StoreUnavailable; violated constraints stay what they are."""
    try:
        yield
    except exc.IntegrityError:
        raise
    except exc.DBAPIError as problem:
        raise StoreUnavailable(_first_line(problem.orig)) from problem
    except (exc.TimeoutError, sqlite3.Error) as problem:
        raise StoreUnavailable(_first_line(problem)) from problem


def open_database(url: str) -> Database:
    """Connect to ``sqlite:///<file>`` (made when absent, in a folder that exists) or ``postgresql+psycopg://…``."""
    parsed = _read_url(url)
    if parsed.get_backend_name() == "sqlite":
        create_file(sqlite_file(url))
        return Database(_sqlite_engine(parsed))
    if parsed.get_backend_name() == "postgresql":
        return Database(_postgresql_engine(parsed.set(drivername="postgresql+psycopg")))
    raise StoreUnavailable(f"{parsed.get_backend_name()} is neither sqlite nor postgresql")


def is_sqlite(url: str) -> bool:
    """Whether the store is a SQLite file."""
    return _read_url(url).get_backend_name() == "sqlite"


def sqlite_file(url: str) -> Path:
    """The file behind a SQLite URL."""
    name = _read_url(url).database
    if not name or name == ":memory:" or name.startswith("file:"):
        raise StoreUnavailable("a SQLite store needs the path of a file")
    return Path(name)


def create_file(path: Path) -> None:
    """Make an empty file only its owner may read; a file already there is left as it is."""
    if not path.parent.is_dir():
        raise StoreUnavailable(f"the folder {path.parent} does not exist")
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, _FILE_MODE))
    except FileExistsError:
        return
    except OSError as problem:
        raise StoreUnavailable(f"{path} cannot be created: {problem.strerror}") from problem


def _read_url(url: str) -> sa.URL:
    try:
        return sa.make_url(url)
    except exc.ArgumentError as problem:
        # The URL may hold a password: it is not repeated.
        raise StoreUnavailable("the address of the store cannot be read") from problem


def _sqlite_engine(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(
        url.set(drivername="sqlite+pysqlite"), pool_size=64, max_overflow=64, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgresql_engine(url: sa.URL) -> sa.Engine:
    # hide_parameters: comments and names must not reach a log through an exception.
    return sa.create_engine(url, pool_size=16, max_overflow=48, pool_pre_ping=True, hide_parameters=True)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own transactions start late and silently; ours are said in _begin_sqlite.
    connection.isolation_level = None
    for pragma in (
        "busy_timeout=30000",
        f"journal_mode={'WAL' if _WAL_IS_SAFE else 'TRUNCATE'}",
        "synchronous=FULL",
        "foreign_keys=ON",
        # "insert or replace" asks the delete guards only with these on.
        "recursive_triggers=ON",
    ):
        connection.execute(f"pragma {pragma}").close()


def _begin_sqlite(connection: sa.Connection) -> None:
    # A writer takes its lock at once: upgrading a read lock later can fail without waiting.
    connection.exec_driver_sql(
        "begin immediate" if connection.get_execution_options().get("writes") else "begin"
    )


def _first_line(problem: BaseException | None) -> str:
    text = str(problem).strip()
    return text.splitlines()[0] if text else type(problem).__name__
