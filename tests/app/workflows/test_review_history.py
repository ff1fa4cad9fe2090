"""Own versions, undo as one more event, and scores of a scale the plan has left."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.dimensions import ScoringScale
from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.domain.scores import Review, ReviewState
from app.domain.visibility import NotAllowed
from app.errors import NotFound
from app.reviews.store import Saved, Stale
from app.workbench import Workbench
from app.workflows.evidence_review import load_own_review
from app.workflows.review_entry import PlanMoved
from app.workflows.review_history import (
    OldScore,
    ReviewChange,
    UndoRequest,
    load_old_scores,
    load_own_versions,
    undo_save,
)
from tests.app.workflows.people import access_of
from tests.app.workflows.test_carried_reviews import drafted, lock
from tests.app.workflows.test_evidence_review import desk_of, recuse
from tests.app.workflows.test_review_entry import entry_for, saved_review, unscored


def twice_saved(workbench: Workbench) -> tuple[ReviewPlan, ApplicationId]:
    """An application scored 70, then 80 with a comment."""
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    saved_review(workbench, entry_for(desk, target, score="70"))
    saved_review(workbench, replace(entry_for(desk, target, seen=1, score="80"), comment="更好"))
    return desk.plan, target


def request(plan: ReviewPlan, target: ApplicationId, revision: int) -> UndoRequest:
    return UndoRequest(plan.plan_id, plan.revision, target, revision)


def undone(workbench: Workbench, plan: ReviewPlan, target: ApplicationId, revision: int) -> Review:
    outcome = undo_save(access_of(workbench, "reviewer1"), request(plan, target, revision))
    assert isinstance(outcome, Saved)
    return outcome.value


def test_versions_say_what_each_save_changed(workbench: Workbench) -> None:
    plan, target = twice_saved(workbench)
    newest, first = load_own_versions(access_of(workbench, "reviewer1"), plan, target)
    assert [(each.revision, each.total) for each in (newest, first)] == [(2, Decimal(80)), (1, Decimal(70))]
    one = plan.dimensions[0].dimension_id
    assert newest.changes[0] == ReviewChange("score", one, "70", "80")
    assert newest.changes[-1] == ReviewChange("overall", None, "", "更好")
    assert first.changes[0] == ReviewChange("score", one, "", "70")


def test_versions_are_ones_own(workbench: Workbench) -> None:
    plan, target = twice_saved(workbench)
    assert load_own_versions(access_of(workbench, "chair"), plan, target) == ()
    recuse(workbench, desk_of(workbench), target, "reviewer1")
    with pytest.raises(NotAllowed):
        load_own_versions(access_of(workbench, "reviewer1"), plan, target)


def test_undo_is_one_more_version_and_takes_nothing_away(workbench: Workbench) -> None:
    plan, target = twice_saved(workbench)
    back = undone(workbench, plan, target, 2)
    assert (back.revision, set(back.scores.values()), back.comment) == (3, {Decimal(70)}, "")
    versions = load_own_versions(access_of(workbench, "reviewer1"), plan, target)
    assert [each.total for each in versions] == [Decimal(70), Decimal(80), Decimal(70)]
    assert undone(workbench, plan, target, 3).comment == "更好"


def test_undo_of_the_first_save_leaves_nothing_scored(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    saved_review(workbench, entry_for(desk, target))
    assert undone(workbench, desk.plan, target, 1).scores == {}
    own = load_own_review(access_of(workbench, "reviewer1"), desk.plan, target)
    assert (own.state, own.total) == (ReviewState.NOT_SCORED, None)


def test_undo_pressed_twice_is_written_once(workbench: Workbench) -> None:
    plan, target = twice_saved(workbench)
    assert undone(workbench, plan, target, 2) == undone(workbench, plan, target, 2)
    assert len(load_own_versions(access_of(workbench, "reviewer1"), plan, target)) == 3


def test_undo_after_another_version_is_refused(workbench: Workbench) -> None:
    plan, target = twice_saved(workbench)
    outcome = undo_save(access_of(workbench, "reviewer1"), request(plan, target, 1))
    assert isinstance(outcome, Stale)
    assert outcome.stored.revision == 2


def test_undo_of_what_was_never_saved_or_may_not_be_scored(workbench: Workbench) -> None:
    plan, target = twice_saved(workbench)
    access = access_of(workbench, "reviewer1")
    for revision in (0, 3, -1):
        with pytest.raises(NotFound):
            undo_save(access, request(plan, target, revision))
    moved = replace(request(plan, target, 2), plan_revision=7)
    assert undo_save(access, moved) == PlanMoved(drawn_with=7, newest=plan.revision)
    recuse(workbench, desk_of(workbench), target, "reviewer1")
    with pytest.raises(NotAllowed):
        undo_save(access, request(plan, target, 2))


def test_scores_of_the_scale_before_are_told_to_their_owner(workbench: Workbench) -> None:
    _, target = twice_saved(workbench)
    points = lock(workbench, drafted(workbench, ScoringScale.POINTS))
    access = access_of(workbench, "reviewer1")
    review = load_own_review(access, points, target).review
    old = OldScore(Decimal(80), ScoringScale.PERCENT, Decimal(100))
    assert load_old_scores(access, points, review) == {each.dimension_id: old for each in points.dimensions}
    assert load_old_scores(access_of(workbench, "chair"), points, review) == {}
    assert load_old_scores(access, points, replace(review, old_scale=frozenset())) == {}
