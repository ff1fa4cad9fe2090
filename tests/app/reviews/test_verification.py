"""Each broken promise is found, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.assignment import Assignment
from app.errors import StoreUnavailable
from app.reviews.sql_store import SqlReviewStore, open_store
from app.reviews.verification import verify_store
from tests.app.reviews.records import APPLICATION, CHAIR, PLAN_ID, REVIEWER, lock_plan, make_review

KEY = f"{PLAN_ID}/{APPLICATION}/{REVIEWER}"


@pytest.fixture
def filled_url(store: SqlReviewStore, store_url: str) -> str:
    """A store with a locked plan, a review of three revisions and an assignment."""
    lock_plan(store)
    store.save_assignments(PLAN_ID, [Assignment(APPLICATION, REVIEWER)], seen=(), person_id=CHAIR)
    for seen in range(3):
        store.save_review(make_review(str(seen)), seen_revision=seen, event_id=f"e{seen}")
    return store_url


def damage(url: str, *statements: str) -> None:
    """Change the store behind its own back: guards off, change, guards on."""
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        on_sqlite = connection.dialect.name == "sqlite"
        guards = _take_guards(connection) if on_sqlite else []
        if not on_sqlite:
            connection.exec_driver_sql("set session_replication_role = replica")
        for statement in [*statements, *guards]:
            connection.exec_driver_sql(statement)
    engine.dispose()


def _take_guards(connection: sa.Connection) -> list[str]:
    rows = connection.exec_driver_sql("select name, sql from sqlite_master where type = 'trigger'").all()
    for name, _ in rows:
        connection.exec_driver_sql(f"drop trigger {name}")
    return [sql for _, sql in rows]


def test_whole_store_has_no_problem(filled_url: str) -> None:
    assert verify_store(filled_url) == ()


def test_missing_revision_is_found(filled_url: str) -> None:
    damage(filled_url, "delete from review_event where revision = 2")
    assert verify_store(filled_url) == (f"review {KEY}: a revision is missing",)


def test_missing_first_revision_is_found(filled_url: str) -> None:
    damage(filled_url, "delete from review_event where revision = 1")
    assert verify_store(filled_url) == (f"review {KEY}: a revision is missing",)


def test_review_of_a_revision_never_locked_is_found(filled_url: str) -> None:
    damage(filled_url, "update review_event set plan_revision = 4")
    assert verify_store(filled_url) == (
        f"reviews belong to revision 4 of plan {PLAN_ID}, which was never locked",
    )


def test_unknown_plan_is_found(filled_url: str) -> None:
    damage(filled_url, "update review_event set plan_id = 'x'", "update assignment set plan_id = 'y'")
    found = [problem for problem in verify_store(filled_url) if "refers to nothing" not in problem]
    assert found == ["reviews belong to an unknown plan x", "assignments belong to an unknown plan y"]


def test_unreadable_review_is_found(filled_url: str) -> None:
    damage(filled_url, "update review_event set payload = '{}' where revision = 3")
    assert verify_store(filled_url) == ("review event e2 cannot be read",)


def test_unreadable_plan_is_found(filled_url: str) -> None:
    damage(filled_url, "update plan_locked set content = replace(content, '62.50', 'many')")
    assert verify_store(filled_url) == (f"plan_locked {PLAN_ID}/1 cannot be read",)


def test_missing_plan_row_is_found(filled_url: str) -> None:
    damage(filled_url, "update plan_locked set row_revision = 2", "update plan_draft set row_revision = 2")
    assert verify_store(filled_url) == (f"plan {PLAN_ID}: a row of plan_draft is missing",)


def test_guard_taken_away_is_found(filled_url: str) -> None:
    on_sqlite = filled_url.startswith("sqlite")
    trigger = "review_event_no_delete" if on_sqlite else "review_event_append_only on review_event"
    engine = sa.create_engine(filled_url)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"drop trigger {trigger}")
    engine.dispose()
    assert verify_store(filled_url) == ("review_event can be changed: its guard is gone",)


def test_damaged_file_is_found(sqlite_url: str, tmp_path: Path) -> None:
    open_store(sqlite_url).close()
    path = tmp_path / "review.db"
    damaged = bytearray(path.read_bytes())
    damaged[8192:12288] = b"\xff" * 4096
    path.write_bytes(damaged)
    assert verify_store(sqlite_url) == ("database disk image is malformed",)


def test_store_that_does_not_exist_is_not_made(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        verify_store(sqlite_url)
    assert list(tmp_path.iterdir()) == []


def test_empty_database_is_no_store(postgresql_url: str) -> None:
    assert verify_store(postgresql_url) == ("this is not a review store",)
