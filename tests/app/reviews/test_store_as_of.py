"""The store as it stood, on both databases: as of now is now, as of then is a plan that heard of nothing later."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from threading import Event
from uuid import uuid4

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.assignment import Assignment
from app.domain.assignment_history import PastAssignments
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.scores import Review
from app.errors import NotFound
from app.reviews.sql_store import SqlReviewStore, open_store
from app.reviews.store import StoredPlan
from app.reviews.store_as_of import StoreAsOf, settled_moment
from tests.app.reviews.records import CHAIR, PLAN_ID, STUDY, lock_plan, make_plan, make_review, require_saved

START = datetime(2026, 5, 20, 9, tzinfo=UTC)
PAIRS = [(application, reviewer) for application in ("a1", "a2") for reviewer in ("r1", "r2", "r3")]
NUMBERS = count(1)


@dataclass
class Clock:
    """A clock that stands where it is put."""

    moment: datetime = START

    def __call__(self) -> datetime:
        return self.moment


@dataclass(frozen=True)
class Round:
    """A store and its clock."""

    store: SqlReviewStore
    clock: Clock

    def play(self, steps: Sequence[Callable[[SqlReviewStore, PlanId], None]]) -> PlanId:
        """A new plan to which these steps happen, a minute apart, the first of them its lock."""
        number = next(NUMBERS)
        plan_id = PlanId(f"plan-{number}")
        for minute, step in enumerate([_lock(number), *steps]):
            self.clock.moment = START + timedelta(minutes=minute)
            step(self.store, plan_id)
        return plan_id


Step = Callable[[SqlReviewStore, PlanId], None]


@pytest.fixture
def played(store_url: str) -> Iterator[Round]:
    """A store whose clock the test moves."""
    clock = Clock()
    opened = open_store(store_url, clock=clock)
    yield Round(opened, clock)
    opened.close()


def _lock(number: int) -> Step:
    def step(store: SqlReviewStore, plan_id: PlanId) -> None:
        lock_plan(store, make_plan(plan_id=plan_id, programme=f"{number:06}"))

    return step


def _relock(title: str) -> Step:
    def step(store: SqlReviewStore, plan_id: PlanId) -> None:
        locked = store.find_locked(plan_id)
        assert locked is not None
        draft = require_saved(
            store.save_draft(replace(locked.plan, title=title), seen_revision=0, person_id=CHAIR)
        )
        require_saved(store.lock_draft(plan_id, seen_revision=draft.row_revision, person_id=CHAIR))

    return step


def _review(pair: tuple[str, str], score: int) -> Step:
    def step(store: SqlReviewStore, plan_id: PlanId) -> None:
        locked = store.find_locked(plan_id)
        assert locked is not None
        before = store.find_review(plan_id, ApplicationId(pair[0]), PersonId(pair[1]))
        review = replace(make_review(str(score), *pair), plan_id=plan_id, plan_revision=locked.plan.revision)
        store.save_review(review, seen_revision=before.revision if before else 0, event_id=uuid4().hex)

    return step


def _assign(pairs: frozenset[tuple[str, str]], recused: bool) -> Step:
    def step(store: SqlReviewStore, plan_id: PlanId) -> None:
        wanted = [Assignment(ApplicationId(one), PersonId(other), recused) for one, other in sorted(pairs)]
        store.save_assignments(plan_id, wanted, seen=store.load_assignments(plan_id), person_id=CHAIR)

    return step


def _import(value: str) -> Step:
    def step(store: SqlReviewStore, plan_id: PlanId) -> None:
        kind = RoundEventKind.COMPONENT_VALUES
        seen = len(store.load_round_events(plan_id, kind, subject="exam"))
        event = RoundEvent(f"{plan_id}-{seen}", plan_id, kind, "exam", 0, {"value": value}, CHAIR)
        store.save_round_event(event, seen_revision=seen)

    return step


STEPS = st.one_of(
    st.builds(_review, st.sampled_from(PAIRS), st.integers(0, 100)),
    st.builds(_assign, st.frozensets(st.sampled_from(PAIRS)), st.booleans()),
    st.builds(_relock, st.sampled_from(["甲", "乙"])),
    st.builds(_import, st.sampled_from(["1", "2"])),
)


def _told(store: SqlReviewStore, plan_id: PlanId) -> tuple[object, ...]:
    """All that a list is made of, in words that do not name the plan."""

    def plan(stored: StoredPlan | None) -> object:
        if stored is None:
            return None
        named = replace(stored.plan, plan_id=PLAN_ID, programme_code=make_plan().programme_code)
        return replace(stored, plan=named)

    def review(each: Review) -> Review:
        return replace(each, plan_id=PLAN_ID)

    events = store.load_round_events(plan_id, RoundEventKind.COMPONENT_VALUES)
    return (
        plan(store.find_locked(plan_id)),
        [plan(each) for each in store.load_plan_history(plan_id)],
        [review(each) for each in store.load_reviews(plan_id)],
        [
            review(each)
            for pair in PAIRS
            for each in store.load_review_history(plan_id, ApplicationId(pair[0]), PersonId(pair[1]))
        ],
        list(store.load_assignments(plan_id)),
        [(event.content, event.revision, event.saved_at) for event in events],
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=8), data=st.data())
def test_as_of_then_is_a_plan_that_heard_of_nothing_later(
    played: Round, steps: list[Step], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(steps)))
    whole, earlier = played.play(steps), played.play(steps[:cut])
    moment = START + timedelta(minutes=cut, seconds=data.draw(st.integers(0, 59)))
    assert _told(StoreAsOf(played.store, moment), whole) == _told(played.store, earlier)
    now = START + timedelta(minutes=len(steps))
    assert _told(StoreAsOf(played.store, now), whole) == _told(played.store, whole)


def test_before_the_lock_there_is_no_plan(played: Round) -> None:
    plan_id = played.play([_review(("a1", "r1"), 80)])
    past = StoreAsOf(played.store, START - timedelta(microseconds=1))
    assert (past.find_locked(plan_id), past.load_plan_history(plan_id), past.load_reviews(plan_id)) == (
        None,
        [],
        [],
    )


def test_versions_are_told_in_the_order_of_saving(played: Round) -> None:
    steps = [_review(("a2", "r1"), 70), _review(("a1", "r1"), 80), _review(("a2", "r1"), 75)]
    plan_id = played.play(steps)
    past = StoreAsOf(played.store, START + timedelta(minutes=3))
    versions = past.load_review_versions(plan_id)
    told = [(each.application_id, each.revision, each.scores[STUDY]) for each in versions]
    assert told == [("a2", 1, Decimal(70)), ("a1", 1, Decimal(80)), ("a2", 2, Decimal(75))]
    assert [
        each.revision for each in past.load_review_versions(plan_id, application_id=ApplicationId("a2"))
    ] == [
        1,
        2,
    ]


def test_assignments_of_before_the_history_are_told_with_its_beginning(played: Round) -> None:
    plan_id = played.play([])
    with played.store._database.write() as connection:
        connection.execute(sa.text(f"insert into assignment values ('{plan_id}', 'a1', 'r1', true, '親屬')"))
    stood = Assignment(ApplicationId("a1"), PersonId("r1"), recused=True)
    early, late = START - timedelta(days=1), START + timedelta(hours=2)
    assert StoreAsOf(played.store, early).load_past_assignments(plan_id) == PastAssignments((stood,), START)
    assert StoreAsOf(played.store, START).load_past_assignments(plan_id) == PastAssignments((stood,))
    played.clock.moment = START + timedelta(hours=1)
    _assign(frozenset({("a2", "r2")}), False)(played.store, plan_id)
    came = Assignment(ApplicationId("a2"), PersonId("r2"))
    assert StoreAsOf(played.store, early).load_past_assignments(plan_id) == PastAssignments((stood,), START)
    assert StoreAsOf(played.store, late).load_past_assignments(plan_id) == PastAssignments((came,))


def test_the_past_cannot_be_written(played: Round) -> None:
    plan_id = played.play([])
    past = StoreAsOf(played.store, START)
    with pytest.raises(ValueError, match="past"):
        past.save_assignments(plan_id, [], seen=[], person_id=CHAIR)
    with pytest.raises(ValueError, match="past"):
        past.log(person_id=CHAIR, action="x", object_key="y")
    with pytest.raises(ValueError, match="zone"):
        StoreAsOf(played.store, datetime(2026, 5, 20))  # noqa: DTZ001


def test_digest_of_a_revision_is_that_of_its_written_text(played: Round) -> None:
    plan_id = played.play([_relock("甲")])
    past = StoreAsOf(played.store, START + timedelta(minutes=1))
    first, second = past.load_plan_digest(plan_id, 1), past.load_plan_digest(plan_id, 2)
    with played.store._database.read() as connection:
        written = connection.execute(
            sa.text("select content from plan_locked where revision = 2")
        ).scalar_one()
    assert second == hashlib.sha256(str(written).encode()).hexdigest()
    assert first != second
    with pytest.raises(NotFound):
        past.load_plan_digest(plan_id, 3)


def test_settled_moment_waits_for_a_save_that_has_begun(played: Round) -> None:
    plan_id = played.play([])
    writing, done = Event(), Event()

    def slow_clock() -> datetime:
        writing.set()
        done.wait(5)
        return START + timedelta(minutes=1)

    slow = open_store(str(played.store._database._engine.url.render_as_string(hide_password=False)))
    slow._clock = slow_clock
    with ThreadPoolExecutor(2) as pool:
        save = pool.submit(_review(("a1", "r1"), 80), slow, plan_id)
        assert writing.wait(5)
        played.clock.moment = START + timedelta(minutes=2)
        moment = pool.submit(settled_moment, played.store, plan_id)
        with pytest.raises(TimeoutError):
            moment.result(timeout=0.3)
        done.set()
        save.result()
        past = StoreAsOf(played.store, moment.result())
    slow.close()
    assert [each.revision for each in past.load_reviews(plan_id)] == [1]
