"""Several writers at once, and writers that die: one winner, nothing acknowledged is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from threading import Barrier

import pytest

from app.domain.evidence import ApplicationId
from app.domain.plan import PlanId, ReviewPlan
from app.domain.scores import Review
from app.errors import PlanLocked
from app.reviews.sql_store import SqlReviewStore, open_store
from app.reviews.store import Saved, Stale, StoredPlan
from app.reviews.verification import verify_store
from tests.app.reviews.records import (
    APPLICATION,
    CHAIR,
    PLAN_ID,
    REVIEWER,
    STUDY,
    lock_plan,
    make_plan,
    make_review,
)

ROOT = Path(__file__).parents[3]
ReviewOutcome = Saved[Review] | Stale[Review]
PlanOutcome = Saved[StoredPlan] | Stale[StoredPlan]


def test_two_threads_have_one_winner(store: SqlReviewStore) -> None:
    lock_plan(store)
    barrier = Barrier(2)

    def save(score: str) -> ReviewOutcome:
        barrier.wait()
        return store.save_review(make_review(score), seen_revision=0, event_id=score)

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(save, ["70", "90"]))
    (winner,) = [one for one in outcomes if isinstance(one, Saved)]
    (loser,) = [one for one in outcomes if isinstance(one, Stale)]
    assert loser.stored == winner.value
    assert {loser.stored.scores[STUDY], loser.offered.scores[STUDY]} == {Decimal("70"), Decimal("90")}
    assert store.load_review_history(PLAN_ID, APPLICATION, REVIEWER) == [winner.value]


def test_sixty_threads_on_one_review_have_one_winner(store: SqlReviewStore) -> None:
    lock_plan(store)

    def save(number: int) -> ReviewOutcome:
        return store.save_review(make_review(str(number)), seen_revision=0, event_id=str(number))

    with ThreadPoolExecutor(60) as pool:
        outcomes = list(pool.map(save, range(60)))
    winners = [one.value for one in outcomes if isinstance(one, Saved)]
    assert store.load_reviews(PLAN_ID) == winners
    assert len(winners) == 1


def test_sixty_threads_on_sixty_reviews_all_save(store: SqlReviewStore) -> None:
    lock_plan(store)

    def save(number: int) -> ReviewOutcome:
        store.load_reviews(PLAN_ID)
        return store.save_review(make_review(application=f"a{number}"), seen_revision=0, event_id=str(number))

    with ThreadPoolExecutor(60) as pool:
        outcomes = list(pool.map(save, range(60)))
    assert [type(one) for one in outcomes] == [Saved] * 60
    assert {one.application_id for one in store.load_reviews(PLAN_ID)} == {
        ApplicationId(f"a{n}") for n in range(60)
    }


def test_same_event_from_two_threads_is_written_once(store: SqlReviewStore) -> None:
    lock_plan(store)
    barrier = Barrier(2)

    def save(_: int) -> ReviewOutcome:
        barrier.wait()
        return store.save_review(make_review(), seen_revision=0, event_id="double click")

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(save, range(2))
    assert isinstance(first, Saved)
    assert first == second
    assert len(store.load_review_history(PLAN_ID, APPLICATION, REVIEWER)) == 1


def test_two_processes_have_one_winner(store: SqlReviewStore, store_url: str) -> None:
    lock_plan(store)
    starts_at = time.time() + 2.0
    writers = [_start("race", store_url, name, str(starts_at)) for name in ("70", "90")]
    lines = sorted(writer.communicate(timeout=30)[0].strip() for writer in writers)
    stored = store.load_reviews(PLAN_ID)[0].scores[STUDY]
    loser = "90" if stored == Decimal("70") else "70"
    assert lines == [f"saved {stored}", f"stale {stored} {loser}"]


def test_save_and_lock_at_once_never_lock_what_was_not_seen(store: SqlReviewStore) -> None:
    # Many rounds: one rarely meets the moment between the two questions.
    for number in range(30):
        plan = make_plan(plan_id=PlanId(f"plan-{number}"), programme=str(number))
        store.save_draft(plan, seen_revision=0, person_id=CHAIR)
        save, lock = _save_and_lock_at_once(store, plan)
        (winner,) = [one.value for one in (save, lock) if isinstance(one, Saved)]
        (loser,) = [one for one in (save, lock) if isinstance(one, Stale)]
        assert loser.stored == winner


def test_no_review_of_an_old_revision_is_saved_after_the_lock(store: SqlReviewStore) -> None:
    # Whoever reads the reviews after the lock has seen all there will ever be of the old revision.
    for number in range(15):
        plan = make_plan(plan_id=PlanId(f"plan-{number}"), programme=str(number))
        lock_plan(store, plan)
        draft = store.save_draft(plan, seen_revision=0, person_id=CHAIR)
        assert isinstance(draft, Saved)
        seen, refused = _lock_while_saving(store, draft.value)
        assert store.load_reviews(plan.plan_id) == seen
        assert len(seen) + refused == 8


def _lock_while_saving(store: SqlReviewStore, draft: StoredPlan) -> tuple[Sequence[Review], int]:
    """The reviews found right after the lock, and how many saves were refused for it."""
    plan_id, barrier = draft.plan.plan_id, Barrier(9)

    def save(number: int) -> bool:
        review = replace(make_review(application=f"a{number}"), plan_id=plan_id)
        barrier.wait()
        try:
            store.save_review(review, seen_revision=0, event_id=f"{plan_id}-{number}")
        except PlanLocked:
            return False
        return True

    def lock() -> Sequence[Review]:
        barrier.wait()
        store.lock_draft(plan_id, seen_revision=draft.row_revision, person_id=CHAIR)
        return store.load_reviews(plan_id)

    with ThreadPoolExecutor(9) as pool:
        locking = pool.submit(lock)
        saves = list(pool.map(save, range(8)))
        return locking.result(), saves.count(False)


def _save_and_lock_at_once(store: SqlReviewStore, plan: ReviewPlan) -> tuple[PlanOutcome, PlanOutcome]:
    barrier = Barrier(2)

    def save() -> PlanOutcome:
        barrier.wait()
        return store.save_draft(plan, seen_revision=1, person_id=CHAIR)

    def lock() -> PlanOutcome:
        barrier.wait()
        return store.lock_draft(plan.plan_id, seen_revision=1, person_id=CHAIR)

    with ThreadPoolExecutor(2) as pool:
        saving, locking = pool.submit(save), pool.submit(lock)
        return saving.result(), locking.result()


def test_two_plans_of_one_programme_at_once_have_one_winner(store: SqlReviewStore) -> None:
    barrier = Barrier(2)

    def save(number: int) -> PlanOutcome:
        barrier.wait()
        plan = make_plan(plan_id=PlanId(f"plan-{number}"))
        return store.save_draft(plan, seen_revision=0, person_id=CHAIR)

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(save, range(2)))
    (winner,) = [one.value for one in outcomes if isinstance(one, Saved)]
    assert store.load_plan_ids() == [winner.plan.plan_id]


def test_two_processes_migrate_at_once(store_url: str) -> None:
    writers = [_start("open", store_url) for _ in range(2)]
    for writer in writers:
        writer.communicate(timeout=30)
    assert [writer.returncode for writer in writers] == [0, 0]
    assert verify_store(store_url) == ()


def test_store_answers_in_another_thread(store: SqlReviewStore) -> None:
    # SQLite handles belong to one thread; each browser session has its own.
    locked = lock_plan(store)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(store.find_locked, PLAN_ID).result() == locked


@pytest.mark.parametrize("patience", [0.05, 0.2, 0.5])
def test_killed_writer_loses_nothing_acknowledged(sqlite_url: str, patience: float) -> None:
    store = open_store(sqlite_url)
    lock_plan(store)
    store.close()
    acknowledged = _kill_while_saving(sqlite_url, patience=patience)
    reopened = open_store(sqlite_url)
    history = reopened.load_review_history(PLAN_ID, APPLICATION, REVIEWER)
    reopened.close()
    # One more may be there: saved, and killed before it could say so.
    assert len(history) - acknowledged in (0, 1)
    assert [one.scores[STUDY] for one in history] == [Decimal(number) for number in range(len(history))]
    assert verify_store(sqlite_url) == ()


def _kill_while_saving(url: str, *, patience: float) -> int:
    writer = _start("save", url)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "1\n"
    time.sleep(patience)
    writer.kill()
    rest = [line for line in writer.communicate()[0].splitlines(keepends=True) if line.endswith("\n")]
    return int(rest[-1]) if rest else 1


def _start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.app.reviews.racing_writer", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
