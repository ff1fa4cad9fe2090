"""Copies of a store that can be opened, and nothing less."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest

from app.domain.scores import Review
from app.errors import StoreUnavailable
from app.reviews.backup import backup_store
from app.reviews.sql_store import open_store
from app.reviews.store import Saved
from app.reviews.verification import verify_store
from tests.app.reviews.records import APPLICATION, PLAN_ID, REVIEWER, lock_plan, make_review


def test_copy_holds_what_the_store_holds(sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(sqlite_url)
    lock_plan(store)
    store.save_review(make_review(), seen_revision=0, event_id="e1")
    target = tmp_path / "copy.db"
    backup_store(sqlite_url, target)
    copy = open_store(f"sqlite:///{target}")
    assert copy.load_reviews(PLAN_ID) == store.load_reviews(PLAN_ID)
    assert copy.load_log() == store.load_log()
    assert verify_store(f"sqlite:///{target}") == ()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    copy.close()
    store.close()


def test_copy_taken_while_people_save_is_whole(sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(sqlite_url)
    lock_plan(store)
    stop = threading.Event()
    saved: list[Review] = []

    def save() -> None:
        while not stop.is_set():
            outcome = store.save_review(make_review(), seen_revision=len(saved), event_id=str(len(saved)))
            assert isinstance(outcome, Saved)
            saved.append(outcome.value)

    writer = threading.Thread(target=save)
    writer.start()
    backup_store(sqlite_url, tmp_path / "copy.db")
    stop.set()
    writer.join()
    copy = open_store(f"sqlite:///{tmp_path / 'copy.db'}")
    history = copy.load_review_history(PLAN_ID, APPLICATION, REVIEWER)
    assert list(history) == saved[: len(history)]
    assert verify_store(f"sqlite:///{tmp_path / 'copy.db'}") == ()
    copy.close()
    store.close()


def test_existing_target_is_not_overwritten(sqlite_url: str, tmp_path: Path) -> None:
    open_store(sqlite_url).close()
    target = tmp_path / "copy.db"
    target.write_text("last week's copy")
    with pytest.raises(StoreUnavailable):
        backup_store(sqlite_url, target)
    assert target.read_text() == "last week's copy"


def test_damaged_store_is_not_published(sqlite_url: str, tmp_path: Path) -> None:
    open_store(sqlite_url).close()
    path = tmp_path / "review.db"
    damaged = bytearray(path.read_bytes())
    damaged[4096:12288] = b"\xff" * 8192
    path.write_bytes(damaged)
    with pytest.raises(StoreUnavailable):
        backup_store(sqlite_url, tmp_path / "copy.db")
    assert sorted(one.name for one in tmp_path.iterdir() if "copy" in one.name) == []


def test_store_that_does_not_exist_is_named_and_not_made(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        backup_store(sqlite_url, tmp_path / "copy.db")
    assert caught.value.reason == f"there is no store at {tmp_path / 'review.db'}"
    assert list(tmp_path.iterdir()) == []


def test_postgresql_is_sent_to_its_own_tool(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        backup_store("postgresql://host/review", tmp_path / "copy.db")
    assert caught.value.reason == "a PostgreSQL store is copied with pg_dump"
