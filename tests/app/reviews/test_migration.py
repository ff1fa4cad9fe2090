"""Migrations and append-only guards, on both databases."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.syllabus_alias import AliasPair, AliasVerdict
from app.errors import StoreUnavailable
from app.reviews.connection import open_database
from app.reviews.migration import MIGRATIONS, load_migrations, migrate
from app.reviews.sql_store import SqlReviewStore, open_store
from app.reviews.tables import METADATA
from tests.app.reviews.records import CHAIR, PLAN_ID, lock_plan, make_review

PAIR = AliasPair("111041305H11101A5110301", "選修歷史", "111041305H11101A5110399", "選修歷史Ⅰ")
GUARDED = ["alias_event", "audit_event", "plan_draft", "plan_locked", "review_event"]
NOW = datetime(2026, 4, 1, tzinfo=UTC)


@contextmanager
def transaction(url: str) -> Iterator[sa.Connection]:
    """A plain transaction beside the store."""
    engine = sa.create_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def migrate_from(folder: Path, url: str) -> None:
    """Migrate with other files than the program's own."""
    database = open_database(url)
    try:
        with database.write() as connection:
            migrate(connection, now=NOW, folder=folder)
    finally:
        database.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the migrations that a test may change."""
    return Path(shutil.copytree(MIGRATIONS, tmp_path / "migrations"))


def test_migrated_tables_are_those_of_the_statements(store: SqlReviewStore, store_url: str) -> None:
    assert store.load_plan_ids() == []
    with transaction(store_url) as connection:
        inspector = sa.inspect(connection)
        found = {
            name: [column["name"] for column in inspector.get_columns(name)]
            for name in inspector.get_table_names()
            if not name.startswith("sqlite_")
        }
    assert found == {
        name: [column.name for column in table.columns] for name, table in METADATA.tables.items()
    }


def test_migrating_twice_applies_each_file_once(store_url: str) -> None:
    for _ in range(2):
        open_store(store_url).close()
    with transaction(store_url) as connection:
        applied = connection.exec_driver_sql(
            "select number, name from schema_migration order by number"
        ).all()
    assert [tuple(row) for row in applied] == [
        (1, "0001_first"),
        (2, "0002_append_only"),
        (3, "0003_alias_event"),
        (4, "0004_reading_place"),
        (5, "0005_application_seen"),
        (6, "0006_page_mark"),
        (7, "0007_page_tag_event"),
        (8, "0008_phrase"),
        (9, "0009_by_reviewer"),
        (10, "0010_round_event"),
        (11, "0011_document_page"),
    ]


def test_new_migration_is_applied_to_an_old_store(
    store: SqlReviewStore, store_url: str, folder: Path
) -> None:
    lock_plan(store)
    (folder / "0012_more.sql").write_text(
        "create table more (name text);\n\ninsert into more values ('a;b');\n"
    )
    migrate_from(folder, store_url)
    with transaction(store_url) as connection:
        assert connection.exec_driver_sql("select name from more").scalars().all() == ["a;b"]
    assert store.load_plan_ids() == [PLAN_ID]


def test_failing_migration_leaves_the_store_as_it_was(store_url: str, folder: Path) -> None:
    open_store(store_url).close()
    (folder / "0012_more.sql").write_text(
        "create table more (name text);\n\ninsert into nowhere values (1);\n"
    )
    with pytest.raises(StoreUnavailable):
        migrate_from(folder, store_url)
    with transaction(store_url) as connection:
        assert not sa.inspect(connection).has_table("more")
    open_store(store_url).close()


def test_edited_migration_is_refused(store_url: str, folder: Path) -> None:
    open_store(store_url).close()
    with (folder / "0001_first.sql").open("a") as file:
        file.write("\n-- later thought\n")
    with pytest.raises(StoreUnavailable) as caught:
        migrate_from(folder, store_url)
    assert caught.value.reason == "migration 0001_first was edited after it was applied"


def test_store_of_a_newer_program_is_refused(store_url: str, folder: Path) -> None:
    (folder / "0012_future.sql").write_text("create table future (name text);\n")
    migrate_from(folder, store_url)
    with pytest.raises(StoreUnavailable) as caught:
        open_store(store_url)
    assert caught.value.reason == "the store is newer than this program: 0012_future"


def test_missing_migration_file_is_refused(sqlite_url: str, folder: Path) -> None:
    (folder / "0001_first.sql").unlink()
    with pytest.raises(StoreUnavailable) as caught:
        migrate_from(folder, sqlite_url)
    assert (
        caught.value.reason
        == "the migrations of this program are incomplete: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]"
    )


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_line_ends_do_not_change_a_migration(folder: Path, dialect: str) -> None:
    before = [one.sha256 for one in load_migrations(dialect)]
    for path in folder.glob("*.sql"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert [one.sha256 for one in load_migrations(dialect, folder)] == before


@pytest.mark.parametrize("table", GUARDED)
@pytest.mark.parametrize("change", ["update {} set plan_id = plan_id", "delete from {}"])
def test_append_only_table_refuses_changes(
    store: SqlReviewStore, store_url: str, table: str, change: str
) -> None:
    lock_plan(store)
    store.save_review(make_review(), seen_revision=0, event_id="e1")
    store.save_alias_event(PAIR, AliasVerdict.ACCEPTED, seen_revision=0, person_id=CHAIR)
    change = change.replace(
        "plan_id", {"audit_event": "action", "alias_event": "verdict"}.get(table, "plan_id")
    )
    with (
        pytest.raises(sa.exc.DBAPIError, match=f"{table} is append-only"),
        transaction(store_url) as connection,
    ):
        connection.exec_driver_sql(change.format(table))
    assert len(store.load_reviews(PLAN_ID)) == 1
    assert len(store.load_plan_history(PLAN_ID)) == 1
    assert len(store.load_log()) == 3


@pytest.mark.parametrize("table", GUARDED)
def test_append_only_table_cannot_be_emptied(postgresql_url: str, table: str) -> None:
    open_store(postgresql_url).close()
    with pytest.raises(sa.exc.DBAPIError, match="is append-only"), transaction(postgresql_url) as connection:
        connection.exec_driver_sql(f"truncate {table} cascade")


@pytest.mark.parametrize("table", GUARDED)
def test_append_only_row_cannot_be_replaced(sqlite_url: str, table: str) -> None:
    # SQLite's "insert or replace" deletes without asking the delete trigger unless recursive triggers are on.
    store = open_store(sqlite_url)
    lock_plan(store)
    store.save_review(make_review(), seen_revision=0, event_id="e1")
    store.save_alias_event(PAIR, AliasVerdict.ACCEPTED, seen_revision=0, person_id=CHAIR)
    store.close()
    database = open_database(sqlite_url)
    with pytest.raises(sa.exc.IntegrityError, match="is append-only"), database.write() as connection:
        connection.exec_driver_sql(f"insert or replace into {table} select * from {table}")
    database.close()
