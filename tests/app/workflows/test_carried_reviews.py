"""After a revision to points every room counts the same reviews, and none of the old scale."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from app.domain.dimensions import ScoringScale
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import RowBlock, UnscoredReason
from app.domain.scores import ReviewState
from app.reviews.store import Saved, StoredPlan
from app.workbench import Workbench
from app.workflows.administration import ProgrammeProgress, load_round
from app.workflows.dimension_setup import with_scale
from app.workflows.evidence_review import load_own_review, open_desk
from app.workflows.plan_draft import count_stopped_reviews, lock_plan, revise_plan, save_plan
from app.workflows.ranked_list_file import remarks_of
from app.workflows.review_entry import ReviewEntry, save_review
from app.workflows.round_ratings import load_round_ratings
from app.workflows.total_ranking import RankingView, load_row_reviews, open_ranking
from tests.app.workflows.people import access_of, programme_of
from tests.app.workflows.revised_rules import locked_with

LOCKED = "999101"


def saved(outcome: object) -> StoredPlan:
    """What was saved; a stale save fails the test."""
    assert isinstance(outcome, Saved)
    assert isinstance(outcome.value, StoredPlan)
    return outcome.value


@pytest.fixture(autouse=True)
def review_alone(workbench: Workbench) -> None:
    """Nothing beside the review makes a total, so that the scores alone tell."""
    locked_with(workbench, components=(), tie_breaks=())


def drafted(workbench: Workbench, scale: ScoringScale) -> StoredPlan:
    """A draft of the next revision on this scale."""
    chair, code = access_of(workbench, "chair"), programme_of(workbench, LOCKED).programme_code
    draft = saved(revise_plan(chair, code))
    return saved(save_plan(chair, with_scale(draft.plan, scale), seen_revision=draft.row_revision))


def lock(workbench: Workbench, draft: StoredPlan) -> ReviewPlan:
    """The draft, locked."""
    chair, code = access_of(workbench, "chair"), draft.plan.programme_code
    return saved(lock_plan(chair, code, seen_revision=draft.row_revision)).plan


@pytest.fixture
def points(workbench: Workbench) -> ReviewPlan:
    """The plan of the demo round, revised from percent to points."""
    return lock(workbench, drafted(workbench, ScoringScale.POINTS))


def ranking(workbench: Workbench) -> RankingView:
    """The list as the chair sees it."""
    view = open_ranking(access_of(workbench, "chair"), programme_of(workbench, LOCKED))
    assert view is not None
    return view


def progress_of(workbench: Workbench) -> ProgrammeProgress:
    """The line of the programme at the office."""
    lines = load_round(access_of(workbench, "office"))
    return next(each for each in lines if each.programme.programme_code == LOCKED)


def test_lock_tells_how_many_reviews_stop_counting(workbench: Workbench) -> None:
    chair = access_of(workbench, "chair")
    draft = drafted(workbench, ScoringScale.PERCENT)
    assert count_stopped_reviews(chair, draft.plan) == 0
    reviews = workbench.store.load_reviews(draft.plan.plan_id)
    scored = [each for each in reviews if each.scores and not each.abstained]
    changed = with_scale(draft.plan, ScoringScale.POINTS)
    assert count_stopped_reviews(chair, changed) == len(scored) > 0


def test_no_room_counts_scores_of_the_old_scale(workbench: Workbench, points: ReviewPlan) -> None:
    view = ranking(workbench)
    assert {row.block for row in view.ranked.rows} == {RowBlock.UNSCORED}
    assert UnscoredReason.OLD_SCALE in {row.unscored_reason for row in view.ranked.rows}
    assert load_round_ratings(workbench, points).totals == ()
    assert (progress_of(workbench).scored, progress_of(workbench).partial) == (0, 0)
    desk = open_desk(access_of(workbench, "reviewer1"), points.programme_code)
    assert desk is not None
    assert {line.total for line in desk.lines} == {None}
    assert desk.progress.scored == 0


def test_row_says_which_revision_it_was_scored_under(workbench: Workbench, points: ReviewPlan) -> None:
    row = next(each for each in ranking(workbench).ranked.rows if each.counts.old_scale == 2)
    assert remarks_of(points, row, language="zh")[0] == "評分於舊尺度（第 1 修訂版），需重新評分 2 份"
    lines = load_row_reviews(access_of(workbench, "chair"), points, row.application_id)
    every = frozenset(each.dimension_id for each in points.dimensions)
    assert {line.state for line in lines} == {ReviewState.NOT_SCORED}
    assert [line.review.old_scale for line in lines if line.review] == [every] * 2


def test_form_offers_no_old_number_and_a_new_one_counts(workbench: Workbench, points: ReviewPlan) -> None:
    reviewer = access_of(workbench, "reviewer1")
    row = next(each for each in ranking(workbench).ranked.rows if each.counts.old_scale == 2)
    own = load_own_review(reviewer, points, row.application_id)
    assert (own.review.scores, own.review.revision, own.state) == ({}, 1, ReviewState.NOT_SCORED)
    entry = ReviewEntry(
        plan_id=points.plan_id,
        plan_revision=points.revision,
        application_id=row.application_id,
        seen_revision=own.review.revision,
        event_id=str(uuid4()),
        scores={each.dimension_id: str(each.points) for each in points.dimensions},
    )
    assert isinstance(save_review(reviewer, entry), Saved)
    first = ranking(workbench).ranked.rows[0]
    assert (first.application_id, first.rank, first.total) == (row.application_id, 1, Decimal("100.00"))
    assert progress_of(workbench).scored == 1


def test_back_on_the_old_scale_the_old_scores_count_again(workbench: Workbench) -> None:
    before = ranking(workbench)
    lock(workbench, drafted(workbench, ScoringScale.POINTS))
    lock(workbench, drafted(workbench, ScoringScale.PERCENT))
    after = ranking(workbench)
    assert after.plan.revision == before.plan.revision + 2
    assert after.ranked == replace(before.ranked, plan_revision=after.plan.revision)
