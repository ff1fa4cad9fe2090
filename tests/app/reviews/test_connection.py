"""Doors that do not open say why, and a new file is its owner's alone."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest

from app.errors import StoreUnavailable
from app.reviews.connection import Database, open_database
from app.reviews.sql_store import open_store


def reason_of_refusal(url: str) -> str:
    """Why the store could not be opened."""
    with pytest.raises(StoreUnavailable) as caught:
        open_store(url)
    return caught.value.reason


def test_new_file_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path / 'review.db'}").close()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert set(modes.values()) == {0o600}


def test_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    assert reason_of_refusal(f"sqlite:///{missing / 'review.db'}") == f"the folder {missing} does not exist"
    assert not missing.exists()


def test_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "review.db"
    path.write_text("not a database, but long enough to have a header of one hundred bytes " * 4)
    assert reason_of_refusal(f"sqlite:///{path}") == "file is not a database"


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_store_in_memory_is_refused(url: str) -> None:
    assert reason_of_refusal(url) == "a SQLite store needs the path of a file"


def test_other_database_is_refused() -> None:
    assert reason_of_refusal("mysql://host/name") == "mysql is neither sqlite nor postgresql"


def test_unreadable_address_is_refused_without_repeating_it() -> None:
    assert reason_of_refusal("secret password") == "the address of the store cannot be read"


def test_unreachable_server_is_refused_without_the_password(tmp_path: Path) -> None:
    reason = reason_of_refusal(f"postgresql://me:geheim@/review?host={tmp_path}")
    assert "geheim" not in reason
    assert "connection failed" in reason or "connection is bad" in reason


def test_sqlite_settings_protect_what_was_acknowledged(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'review.db'}")
    names = ("synchronous", "foreign_keys", "busy_timeout", "recursive_triggers", "journal_mode")
    with database.read() as connection:
        found = [connection.exec_driver_sql(f"pragma {name}").scalar_one() for name in names]
    database.close()
    journal = "wal" if sqlite3.sqlite_version_info >= (3, 51, 3) else "truncate"
    assert found == [2, 1, 30000, 1, journal]


def write_and_fail(database: Database) -> None:
    """Change a row, then stumble before the end of the transaction."""
    with database.write() as connection:
        connection.exec_driver_sql("update setting set value = 'after'")
        raise RuntimeError


def test_failed_write_is_rolled_back_and_frees_the_lock(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'review.db'}")
    store.save_setting("name", "before", person_id=None)
    database = open_database(f"sqlite:///{tmp_path / 'review.db'}")
    with pytest.raises(RuntimeError):
        write_and_fail(database)
    store.save_setting("other", "written", person_id=None)
    assert store.load_settings() == {"name": "before", "other": "written"}
    database.close()
    store.close()
