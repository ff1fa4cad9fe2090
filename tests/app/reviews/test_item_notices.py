"""The second stage of an announcement, on both databases: the list and what tells of it are written both, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy import exc

from app.domain.people import PersonId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.errors import StoreUnavailable
from app.reviews.item_notice_store import ItemNotice
from app.reviews.sql_store import SqlReviewStore, open_store
from app.reviews.store import ItemChoice, Saved, Stale
from tests.app.reviews.records import PLAN_ID, PROGRAMME

OFFICE = PersonId("office")
KIND = RoundEventKind.CORE_DATA_NOTICE
CHOICE = ItemChoice(PROGRAMME, frozenset("ABC"), frozenset("AB"), published=True, row_revision=0)
EVENT = RoundEvent("e1", PLAN_ID, KIND, "items", 0, {"is_announced": True}, OFFICE)
NOTICE = ItemNotice(CHOICE, EVENT, "published")


def stands(store: SqlReviewStore) -> tuple[ItemChoice | None, list[RoundEvent], int]:
    """The list, the stages and how many lines the log has."""
    return (
        store.find_item_choice(PROGRAMME),
        list(store.load_round_events(PLAN_ID, KIND)),
        len(store.load_log()),
    )


@contextmanager
def failing(url: str, table: str) -> Iterator[None]:
    """While it lasts, the database refuses every row of a table, as a full disk would."""
    engine = sa.create_engine(url)
    if url.startswith("sqlite"):
        refuse = [f"create trigger broken before insert on {table} begin select raise(fail, 'full'); end"]
        mend = ["drop trigger broken"]
    else:
        refuse = [
            "create function broken() returns trigger as $$ begin raise exception 'full'; end $$ language plpgsql",
            f"create trigger broken before insert on {table} for each row execute function broken()",
        ]
        mend = [f"drop trigger broken on {table}", "drop function broken()"]
    for statements in (refuse, mend):
        if statements is mend:
            yield
        with engine.begin() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
    engine.dispose()


def test_both_are_written_and_logged(store: SqlReviewStore) -> None:
    outcome = store.save_item_notice(NOTICE)
    assert isinstance(outcome, Saved)
    assert stands(store) == (replace(CHOICE, row_revision=1), [outcome.value], 2)
    assert {line.action for line in store.load_log()} == {"core_data_notice_saved", "item_choice_saved"}


@pytest.mark.parametrize("table", ["round_event", "item_choice", "audit_event"])
def test_a_write_that_fails_leaves_nothing_behind(store_url: str, table: str) -> None:
    store = open_store(store_url)
    with failing(store_url, table), pytest.raises((exc.DBAPIError, StoreUnavailable)):
        store.save_item_notice(NOTICE)
    assert stands(store) == (None, [], 0)
    assert isinstance(store.save_item_notice(NOTICE), Saved)
    store.close()


def test_a_stale_list_takes_its_stage_back(store: SqlReviewStore) -> None:
    store.save_item_choice(replace(CHOICE, published=False), seen_revision=0, person_id=OFFICE, reason="")
    before = stands(store)
    assert store.save_item_notice(NOTICE) == Stale(EVENT, EVENT)
    assert stands(store) == before


def test_a_stale_stage_leaves_the_list_alone(store: SqlReviewStore) -> None:
    told = store.save_round_event(replace(EVENT, event_id="e0"), seen_revision=0)
    assert isinstance(told, Saved)
    before = stands(store)
    assert store.save_item_notice(NOTICE) == Stale(told.value, EVENT)
    assert stands(store) == before


def test_sent_twice_is_written_once(store: SqlReviewStore) -> None:
    assert store.save_item_notice(NOTICE) == store.save_item_notice(NOTICE)
    assert stands(store)[0] == replace(CHOICE, row_revision=1)
    assert stands(store)[2] == 2
