"""Saving the own review: the entry names its applicant, everything is checked, nothing is written twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId, rebase
from app.domain.scores import Review, ReviewState, ScoreProblem, ScoreProblemKind
from app.domain.visibility import NotAllowed
from app.errors import NotFound
from app.reviews.store import Saved, Stale
from app.workbench import Workbench
from app.workflows.desk_views import Desk
from app.workflows.evidence_review import load_own_review
from app.workflows.review_entry import (
    COMMENT_LENGTH,
    EntryProblem,
    EntryProblemKind,
    PlanMoved,
    Rejected,
    ReviewEntry,
    number_of,
    save_review,
)
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of, recuse


def entry_for(desk: Desk, application_id: ApplicationId, *, seen: int = 0, score: str = "80") -> ReviewEntry:
    return ReviewEntry(
        plan_id=desk.plan.plan_id,
        plan_revision=desk.plan.revision,
        application_id=application_id,
        seen_revision=seen,
        event_id=str(uuid4()),
        scores={each.dimension_id: score for each in desk.plan.dimensions},
    )


def unscored(desk: Desk) -> list[ApplicationId]:
    return [line.application_id for line in desk.lines if line.state is ReviewState.NOT_SCORED]


def saved_review(workbench: Workbench, entry: ReviewEntry) -> Review:
    outcome = save_review(access_of(workbench, "reviewer1"), entry)
    assert isinstance(outcome, Saved)
    return outcome.value


def test_saved_values_are_read_back_exactly(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    entry = replace(entry_for(desk, target, score="０８5"), comment="很好 <b>", flagged=True)
    saved = saved_review(workbench, entry)
    assert set(saved.scores.values()) == {Decimal(85)}
    assert (saved.comment, saved.flagged, saved.revision) == ("很好 <b>", True, 1)
    own = load_own_review(access_of(workbench, "reviewer1"), desk.plan, target)
    assert own.review == saved
    assert own.total == Decimal(85)


def test_no_score_stands_under_another_name(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    first, second = unscored(desk)[:2]
    saved_review(workbench, entry_for(desk, first, score="91"))
    access = access_of(workbench, "reviewer1")
    assert load_own_review(access, desk.plan, second).review.scores == {}
    saved_review(workbench, entry_for(desk, second, score="0"))
    assert set(load_own_review(access, desk.plan, first).review.scores.values()) == {Decimal(91)}
    assert load_own_review(access, desk.plan, second).total == Decimal(0)


def test_the_same_save_sent_twice_is_written_once(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    entry = entry_for(desk, unscored(desk)[0])
    assert saved_review(workbench, entry) == saved_review(workbench, entry)
    reviewer_id = access_of(workbench, "reviewer1").person.person_id
    history = workbench.store.load_review_history(entry.plan_id, entry.application_id, reviewer_id)
    assert [each.revision for each in history] == [1]


def test_second_tab_is_told_and_nothing_is_lost(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    first = saved_review(workbench, entry_for(desk, target, score="70"))
    outcome = save_review(access_of(workbench, "reviewer1"), entry_for(desk, target, score="90"))
    assert isinstance(outcome, Stale)
    assert outcome.stored == first
    assert set(outcome.offered.scores.values()) == {Decimal(90)}
    assert saved_review(workbench, entry_for(desk, target, seen=1, score="90")).revision == 2


def test_every_problem_is_told_at_once_and_nothing_is_written(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    one, two, three = (each.dimension_id for each in desk.plan.dimensions)
    entry = replace(
        entry_for(desk, unscored(desk)[0]),
        scores={one: "101", two: "7.5", three: "abc", DimensionId("ghost"): "50"},
        comments={one: "長" * (COMMENT_LENGTH + 1)},
        abstained=True,
        abstain_reason=" ",
        event_id="not-an-id",
    )
    outcome = save_review(access_of(workbench, "reviewer1"), entry)
    assert isinstance(outcome, Rejected)
    kinds = [
        each.kind if isinstance(each, ScoreProblem) else (each.kind, each.dimension_id)
        for each in outcome.problems
    ]
    assert kinds == [
        ScoreProblemKind.OUT_OF_RANGE,
        ScoreProblemKind.OFF_STEP,
        (EntryProblemKind.NOT_A_NUMBER, three),
        (EntryProblemKind.TOO_LONG, one),
        (EntryProblemKind.NO_REASON, None),
        (EntryProblemKind.UNKNOWN_DIMENSION, "ghost"),
        (EntryProblemKind.BAD_EVENT, None),
    ]
    own = load_own_review(access_of(workbench, "reviewer1"), desk.plan, entry.application_id)
    assert own.review.revision == 0


def test_abstention_without_a_reason_is_refused(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    entry = replace(entry_for(desk, unscored(desk)[0]), abstained=True)
    outcome = save_review(access_of(workbench, "reviewer1"), entry)
    assert outcome == Rejected((EntryProblem(EntryProblemKind.NO_REASON),))
    kept = saved_review(workbench, replace(entry, abstain_reason="利益關係"))
    assert (kept.abstained, kept.abstain_reason) == (True, "利益關係")


def test_partial_scores_are_kept_without_a_total(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    first = desk.plan.dimensions[0].dimension_id
    saved_review(workbench, replace(entry_for(desk, target), scores={first: "80"}))
    own = load_own_review(access_of(workbench, "reviewer1"), desk.plan, target)
    assert (own.state, own.total) == (ReviewState.PARTIAL, None)


@pytest.mark.parametrize("name", ["office", "chair", "researcher"])
def test_who_is_not_assigned_cannot_save(workbench: Workbench, name: str) -> None:
    desk = desk_of(workbench)
    with pytest.raises(NotAllowed):
        save_review(access_of(workbench, name), entry_for(desk, unscored(desk)[0]))


def test_recused_reviewer_cannot_save(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    recuse(workbench, desk, target, "reviewer1")
    with pytest.raises(NotAllowed):
        save_review(access_of(workbench, "reviewer1"), entry_for(desk, target))


def test_application_outside_the_snapshot_cannot_be_scored(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    with pytest.raises(NotAllowed):
        save_review(access_of(workbench, "reviewer1"), entry_for(desk, ApplicationId("ghost")))


def test_other_plan_revision_is_told(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    entry = replace(entry_for(desk, unscored(desk)[0]), plan_revision=desk.plan.revision + 1)
    outcome = save_review(access_of(workbench, "reviewer1"), entry)
    assert outcome == PlanMoved(desk.plan.revision + 1, desk.plan.revision)


def test_unknown_plan_is_not_found(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    entry = replace(entry_for(desk, unscored(desk)[0]), plan_id=PlanId("ghost"))
    with pytest.raises(NotFound):
        save_review(access_of(workbench, "reviewer1"), entry)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("80", Decimal(80)),
        (" ８０．５ ", Decimal("80.5")),
        ("0", Decimal(0)),
        ("-1", None),
        ("1e2", None),
        ("NaN", None),
        ("", None),
        ("80 5", None),
    ],
)
def test_number_of(text: str, value: Decimal | None) -> None:
    assert number_of(text) == value


def test_lock_between_the_question_and_the_write_is_told(
    workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(workbench)
    entry = entry_for(desk, unscored(desk)[0])
    seen, store = workbench.store.find_locked(desk.plan.plan_id), workbench.store
    draft = store.save_draft(rebase(desk.plan), seen_revision=0, person_id=PersonId("demo-chair"))
    assert isinstance(draft, Saved)
    store.lock_draft(
        desk.plan.plan_id, seen_revision=draft.value.row_revision, person_id=PersonId("demo-chair")
    )
    # What was read a moment before the lock.
    monkeypatch.setattr(type(store), "find_locked", lambda *_: seen)
    assert save_review(access_of(workbench, "reviewer1"), entry) == PlanMoved(drawn_with=1, newest=2)
    reviewer_id = access_of(workbench, "reviewer1").person.person_id
    assert store.find_review(entry.plan_id, entry.application_id, reviewer_id) is None
