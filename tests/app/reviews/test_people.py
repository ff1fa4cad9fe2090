"""Persons and sign-in sessions, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from app.domain.people import PersonId, Role
from app.errors import NotFound, SignInNameTaken
from app.reviews.sql_store import SqlReviewStore, open_store
from app.reviews.store import SignInSession
from app.reviews.tables import SIGN_IN_SESSION
from tests.app.reviews.records import REVIEWER, make_person

MORNING = datetime(2026, 4, 1, 8, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock at eight in the morning."""
    return Clock()


@pytest.fixture
def timed_store(store_url: str, clock: Clock) -> Iterator[SqlReviewStore]:
    """A store that reads that clock and knows one person."""
    opened = open_store(store_url, clock=clock)
    opened.save_person(make_person(), "hash")
    yield opened
    opened.close()


def test_person_is_read_back_as_saved(store: SqlReviewStore) -> None:
    store.save_person(make_person(), "argon2 text")
    assert store.find_person(REVIEWER) == make_person()
    assert store.find_person(PersonId("nobody")) is None


def test_person_saved_again_is_replaced(store: SqlReviewStore) -> None:
    store.save_person(make_person(), "old")
    changed = replace(make_person(role=Role.CHAIR), programme_codes=frozenset(), display_name="王教授")
    store.save_person(changed, "new")
    assert store.load_persons() == [changed]
    assert store.find_credentials("Wang") == (changed, "new")


@pytest.mark.parametrize("spelling", ["Wang", "WANG", "wang", "ＷＡＮＧ", "Ｗａｎｇ"])
def test_sign_in_name_is_found_in_every_spelling(store: SqlReviewStore, spelling: str) -> None:
    store.save_person(make_person(), "hash")
    assert store.find_credentials(spelling) == (make_person(), "hash")


def test_unknown_sign_in_name_is_none(store: SqlReviewStore) -> None:
    assert store.find_credentials("nobody") is None


def test_taken_sign_in_name_is_refused(store: SqlReviewStore) -> None:
    store.save_person(make_person(), "hash")
    with pytest.raises(SignInNameTaken):
        store.save_person(make_person("other", "ｗANG"), "hash")
    assert store.load_persons() == [make_person()]


def test_persons_are_sorted(store: SqlReviewStore) -> None:
    for name in ("b", "B", "a"):
        store.save_person(make_person(name, f"name-{ord(name)}"), "hash")
    assert [person.person_id for person in store.load_persons()] == ["B", "a", "b"]


def test_refused_person_is_inactive_and_signed_out(timed_store: SqlReviewStore) -> None:
    timed_store.open_session(SignInSession("token", REVIEWER, MORNING + timedelta(hours=8)))
    timed_store.set_active(REVIEWER, False)
    assert timed_store.find_person(REVIEWER) == replace(make_person(), is_active=False)
    assert timed_store.find_session("token") is None
    timed_store.set_active(REVIEWER, True)
    assert timed_store.find_person(REVIEWER) == make_person()


def test_unknown_person_cannot_be_refused(store: SqlReviewStore) -> None:
    with pytest.raises(NotFound):
        store.set_active(REVIEWER, False)


def test_session_lasts_until_it_expires(timed_store: SqlReviewStore, clock: Clock) -> None:
    session = SignInSession("token", REVIEWER, MORNING + timedelta(hours=8))
    timed_store.open_session(session)
    clock.now = MORNING + timedelta(hours=8) - timedelta(microseconds=1)
    assert timed_store.find_session("token") == session
    clock.now = MORNING + timedelta(hours=8)
    assert timed_store.find_session("token") is None


def test_session_in_another_zone_expires_at_the_same_moment(
    timed_store: SqlReviewStore, clock: Clock
) -> None:
    taipei = timezone(timedelta(hours=8))
    timed_store.open_session(SignInSession("token", REVIEWER, datetime(2026, 4, 1, 17, 0, tzinfo=taipei)))
    clock.now = datetime(2026, 4, 1, 8, 59, tzinfo=UTC)
    found = timed_store.find_session("token")
    assert found is not None
    assert found.expires_at == datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    clock.now = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    assert timed_store.find_session("token") is None


def test_time_without_a_zone_is_refused(timed_store: SqlReviewStore) -> None:
    naive = (MORNING + timedelta(hours=1)).replace(tzinfo=None)
    with pytest.raises(ValueError, match="without a zone"):
        timed_store.open_session(SignInSession("token", REVIEWER, naive))


def test_expired_sessions_are_purged_by_the_next(
    timed_store: SqlReviewStore, store_url: str, clock: Clock
) -> None:
    timed_store.open_session(SignInSession("old", REVIEWER, MORNING + timedelta(hours=1)))
    clock.now = MORNING + timedelta(hours=2)
    timed_store.open_session(SignInSession("new", REVIEWER, clock.now + timedelta(hours=1)))
    assert _tokens(store_url) == ["new"]


def test_expired_sessions_are_purged_on_opening_the_store(
    timed_store: SqlReviewStore, store_url: str, clock: Clock
) -> None:
    timed_store.open_session(SignInSession("old", REVIEWER, MORNING + timedelta(hours=1)))
    clock.now = MORNING + timedelta(hours=2)
    open_store(store_url, clock=clock).close()
    assert _tokens(store_url) == []


def test_closed_session_is_gone(timed_store: SqlReviewStore) -> None:
    timed_store.open_session(SignInSession("token", REVIEWER, MORNING + timedelta(hours=8)))
    timed_store.close_session("token")
    timed_store.close_session("token")
    assert timed_store.find_session("token") is None
    actions = [line.action for line in timed_store.load_log()]
    assert actions == ["session_closed", "session_opened", "person_saved"]


def test_session_of_unknown_person_is_refused(store: SqlReviewStore) -> None:
    with pytest.raises(NotFound):
        store.open_session(SignInSession("token", PersonId("nobody"), MORNING))


def test_log_holds_no_name_and_no_secret(timed_store: SqlReviewStore) -> None:
    timed_store.open_session(SignInSession("token", REVIEWER, MORNING + timedelta(hours=8)))
    text = "".join(f"{line.object_key}{line.detail}" for line in timed_store.load_log())
    assert [word for word in ("王老師", "Wang", "hash", "token") if word in text] == []


def _tokens(url: str) -> list[str]:
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        found = list(connection.execute(sa.select(SIGN_IN_SESSION.c.token_hash)).scalars())
    engine.dispose()
    return found
