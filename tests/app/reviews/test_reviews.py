"""Saving and reading reviews, on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from time import process_time

import pytest
import sqlalchemy as sa

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.scores import Review
from app.errors import NotFound, PlanLocked
from app.reviews.review_codec import payload_of
from app.reviews.sql_store import SqlReviewStore, open_store
from app.reviews.store import ReviewStore, Saved, Stale
from app.reviews.tables import REVIEW_EVENT
from tests.app.reviews.records import (
    ACTIVITY,
    APPLICATION,
    PLAN_ID,
    REVIEWER,
    STUDY,
    lock_plan,
    make_plan,
    make_review,
)


def test_store_keeps_the_protocol(store: SqlReviewStore) -> None:
    # The assignment is what the type checker looks at.
    kept: ReviewStore = store
    assert kept is store


def test_saved_review_is_what_was_entered(store: SqlReviewStore) -> None:
    lock_plan(store)
    entered = Review(
        plan_id=PLAN_ID,
        plan_revision=1,
        application_id=APPLICATION,
        reviewer_id=REVIEWER,
        scores={STUDY: Decimal("83.5"), ACTIVITY: Decimal("0")},
        comments={STUDY: "𠮷野家 😀 \x00 \ud800 ' \" \\", ACTIVITY: ""},
        comment="第一行\n第二行",
        abstained=True,
        abstain_reason="認識",
        flagged=True,
    )
    outcome = store.save_review(entered, seen_revision=0, event_id="e1")
    assert isinstance(outcome, Saved)
    assert outcome.value == replace(entered, revision=1, saved_at=outcome.value.saved_at)
    assert store.find_review(PLAN_ID, APPLICATION, REVIEWER) == outcome.value


def test_a_save_is_found_by_its_own_id(store: SqlReviewStore) -> None:
    lock_plan(store)
    first = store.save_review(make_review("70"), seen_revision=0, event_id="e1")
    second = store.save_review(make_review("80"), seen_revision=1, event_id="e2")
    assert isinstance(first, Saved)
    assert isinstance(second, Saved)
    found = [store.find_saved_review(event_id) for event_id in ("e1", "e2", "e3")]
    assert found == [first.value, second.value, None]


def test_saved_at_is_aware_and_now(store: SqlReviewStore) -> None:
    lock_plan(store)
    before = datetime.now(UTC)
    outcome = store.save_review(make_review(), seen_revision=0, event_id="e1")
    assert isinstance(outcome, Saved)
    saved_at = outcome.value.saved_at
    assert saved_at is not None
    assert saved_at.utcoffset() == timedelta(0)
    assert before <= saved_at <= datetime.now(UTC)


@pytest.mark.parametrize("score", ["83.5", "83.50", "0", "100", "0.1", "66.66666666666666666666666666666"])
def test_decimal_keeps_every_digit(store: SqlReviewStore, score: str) -> None:
    lock_plan(store)
    store.save_review(make_review(score), seen_revision=0, event_id="e1")
    stored = store.find_review(PLAN_ID, APPLICATION, REVIEWER)
    assert stored is not None
    assert str(stored.scores[STUDY]) == score


@pytest.mark.parametrize("score", ["NaN", "Infinity"])
def test_score_that_is_no_number_is_refused(store: SqlReviewStore, score: str) -> None:
    lock_plan(store)
    with pytest.raises(ValueError, match="finite"):
        store.save_review(make_review(score), seen_revision=0, event_id="e1")
    assert store.load_reviews(PLAN_ID) == []


def test_review_never_saved_is_none(store: SqlReviewStore) -> None:
    assert store.find_review(PLAN_ID, APPLICATION, REVIEWER) is None


def test_stale_save_writes_nothing_and_holds_both(store: SqlReviewStore) -> None:
    lock_plan(store)
    first = store.save_review(make_review("80"), seen_revision=0, event_id="e1")
    assert isinstance(first, Saved)
    offered = make_review("55")
    assert store.save_review(offered, seen_revision=0, event_id="e2") == Stale(first.value, offered)
    assert store.load_review_history(PLAN_ID, APPLICATION, REVIEWER) == [first.value]


def test_save_that_saw_more_than_there_is_is_stale(store: SqlReviewStore) -> None:
    lock_plan(store)
    offered = make_review()
    nothing = Review(PLAN_ID, 1, APPLICATION, REVIEWER)
    assert store.save_review(offered, seen_revision=3, event_id="e1") == Stale(nothing, offered)
    assert store.load_reviews(PLAN_ID) == []


def test_same_event_twice_is_written_once(store: SqlReviewStore) -> None:
    lock_plan(store)
    first = store.save_review(make_review("80"), seen_revision=0, event_id="e1")
    second = store.save_review(make_review("80"), seen_revision=0, event_id="e1")
    assert isinstance(first, Saved)
    assert second == first
    assert store.load_review_history(PLAN_ID, APPLICATION, REVIEWER) == [first.value]


def test_event_of_another_review_is_refused(store: SqlReviewStore) -> None:
    lock_plan(store)
    store.save_review(make_review(), seen_revision=0, event_id="e1")
    with pytest.raises(ValueError, match="another review"):
        store.save_review(make_review(application="application-2"), seen_revision=0, event_id="e1")


@pytest.mark.parametrize(
    "other",
    [make_review("55"), make_review("80", comment="另一份"), replace(make_review("80"), flagged=True)],
)
def test_event_of_another_save_is_refused(store: SqlReviewStore, other: Review) -> None:
    lock_plan(store)
    first = store.save_review(make_review("80"), seen_revision=0, event_id="e1")
    assert isinstance(first, Saved)
    with pytest.raises(ValueError, match="another save"):
        store.save_review(other, seen_revision=0, event_id="e1")
    assert store.load_review_history(PLAN_ID, APPLICATION, REVIEWER) == [first.value]


def test_review_of_an_overtaken_revision_is_refused(store: SqlReviewStore) -> None:
    lock_plan(store)
    first = store.save_review(make_review("80"), seen_revision=0, event_id="e1")
    assert isinstance(first, Saved)
    lock_plan(store, make_plan("修訂"))
    with pytest.raises(PlanLocked) as refused:
        store.save_review(make_review("81"), seen_revision=1, event_id="e2")
    assert (refused.value.plan_id, refused.value.revision) == (PLAN_ID, 2)
    assert store.load_review_history(PLAN_ID, APPLICATION, REVIEWER) == [first.value]
    # The answer to the first save may have been lost on its way: asked again it is the same.
    assert store.save_review(make_review("80"), seen_revision=0, event_id="e1") == first


def test_history_is_in_order_of_saving(store: SqlReviewStore) -> None:
    lock_plan(store)
    for seen in range(12):
        outcome = store.save_review(make_review(str(seen)), seen_revision=seen, event_id=f"e{seen}")
        assert isinstance(outcome, Saved)
    history = store.load_review_history(PLAN_ID, APPLICATION, REVIEWER)
    assert [(one.revision, one.scores[STUDY]) for one in history] == [(n + 1, Decimal(n)) for n in range(12)]
    assert store.load_reviews(PLAN_ID) == [history[-1]]


def test_reviews_survive_a_plan_revision(store: SqlReviewStore) -> None:
    lock_plan(store)
    store.save_review(make_review("80"), seen_revision=0, event_id="e1")
    lock_plan(store, make_plan("修訂"))
    store.save_review(replace(make_review("81"), plan_revision=2), seen_revision=1, event_id="e2")
    history = store.load_review_history(PLAN_ID, APPLICATION, REVIEWER)
    assert [one.plan_revision for one in history] == [1, 2]


def test_reviews_are_sorted_alike_on_every_database(store: SqlReviewStore) -> None:
    lock_plan(store)
    keys = [("b", "r1"), ("B", "r2"), ("a-1", "r1"), ("a1", "r1"), ("乙", "r1"), ("b", "R1")]
    for number, (application, reviewer) in enumerate(keys):
        store.save_review(make_review("1", application, reviewer), seen_revision=0, event_id=str(number))
    found = [(one.application_id, one.reviewer_id) for one in store.load_reviews(PLAN_ID)]
    assert found == sorted(keys)
    mine = store.load_reviews(PLAN_ID, reviewer_id=PersonId("R1"))
    assert [one.application_id for one in mine] == [ApplicationId("b")]
    both = store.load_reviews(PLAN_ID, application_id=ApplicationId("b"))
    assert [(one.application_id, one.reviewer_id) for one in both] == [("b", "R1"), ("b", "r1")]


def test_review_of_unknown_plan_is_refused(store: SqlReviewStore) -> None:
    with pytest.raises(NotFound):
        store.save_review(make_review(), seen_revision=0, event_id="e1")


def test_review_keeps_dimensions_apart(store: SqlReviewStore) -> None:
    lock_plan(store)
    scores = {DimensionId("study"): Decimal("0")}
    store.save_review(replace(make_review(), scores=scores), seen_revision=0, event_id="e1")
    stored = store.find_review(PLAN_ID, APPLICATION, REVIEWER)
    assert stored is not None
    assert stored.scores == scores


def test_three_thousand_reviews_load_quickly(store: SqlReviewStore, store_url: str) -> None:
    lock_plan(store)
    _insert_reviews(store_url, applications=1000, reviewers=3, revisions=2)
    seconds, reviews = min((_time_loading(store) for _ in range(3)), key=lambda one: one[0])
    assert len(reviews) == 3000
    assert {one.revision for one in reviews} == {2}
    # About 65 ms; processor time, because the clock on the wall measures the neighbours too.
    assert seconds < 0.5


def _time_loading(store: SqlReviewStore) -> tuple[float, Sequence[Review]]:
    started = process_time()
    reviews = store.load_reviews(PLAN_ID)
    return process_time() - started, reviews


def _insert_reviews(url: str, *, applications: int, reviewers: int, revisions: int) -> None:
    rows = [
        {
            "event_id": f"{application}-{reviewer}-{revision}",
            "plan_id": PlanId(PLAN_ID),
            "plan_revision": 1,
            "application_id": f"application-{application}",
            "reviewer_id": f"reviewer-{reviewer}",
            "revision": revision,
            "payload": payload_of(make_review("83.5", comment="努力" * 50)),
            "saved_at": datetime.now(UTC),
        }
        for application in range(applications)
        for reviewer in range(reviewers)
        for revision in range(1, revisions + 1)
    ]
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.insert(REVIEW_EVENT), rows)
    engine.dispose()


def test_reopened_store_holds_the_review(store: SqlReviewStore, store_url: str) -> None:
    lock_plan(store)
    saved = store.save_review(make_review(), seen_revision=0, event_id="e1")
    again = open_store(store_url)
    assert isinstance(saved, Saved)
    assert again.load_reviews(PLAN_ID) == [saved.value]
    again.close()
