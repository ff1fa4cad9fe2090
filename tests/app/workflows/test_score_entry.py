"""One dimension saved by itself: the rest stays, other dimensions merge, the same one is asked about."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from threading import Barrier
from uuid import uuid4

import pytest

from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId, ReviewPlan, rebase
from app.domain.scores import Review, ScoreProblem, ScoreProblemKind
from app.domain.visibility import NotAllowed
from app.errors import NotFound
from app.reviews.store import Saved, Stale
from app.workbench import Workbench
from app.workflows.desk_views import Desk
from app.workflows.review_entry import (
    COMMENT_LENGTH,
    EntryProblem,
    EntryProblemKind,
    Outcome,
    PlanMoved,
    Rejected,
    save_review,
)
from app.workflows.score_entry import ScoreEntry, save_score
from tests.app.workflows.people import access_of
from tests.app.workflows.test_carried_reviews import drafted
from tests.app.workflows.test_carried_reviews import lock as lock_draft
from tests.app.workflows.test_evidence_review import desk_of, recuse
from tests.app.workflows.test_review_entry import entry_for, saved_review, unscored


def cell(
    desk: Desk, application_id: ApplicationId, score: str | None, *, place: int = 0, seen: int = 0
) -> ScoreEntry:
    return ScoreEntry(
        plan_id=desk.plan.plan_id,
        plan_revision=desk.plan.revision,
        application_id=application_id,
        dimension_id=desk.plan.dimensions[place].dimension_id,
        seen_revision=seen,
        event_id=str(uuid4()),
        score=score,
    )


def save(workbench: Workbench, entry: ScoreEntry) -> Outcome:
    return save_score(access_of(workbench, "reviewer1"), entry)


def saved(workbench: Workbench, entry: ScoreEntry) -> Review:
    outcome = save(workbench, entry)
    assert isinstance(outcome, Saved)
    return outcome.value


def scores_of(workbench: Workbench, entry: ScoreEntry) -> list[tuple[int, dict[DimensionId, Decimal]]]:
    """Every version as the store holds it."""
    reviewer_id = access_of(workbench, "reviewer1").person.person_id
    history = workbench.store.load_review_history(entry.plan_id, entry.application_id, reviewer_id)
    return [(each.revision, dict(each.scores)) for each in history]


def test_first_cell_of_an_applicant_is_read_back(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    entry = cell(desk, unscored(desk)[0], "８０")
    assert saved(workbench, entry).scores == {entry.dimension_id: Decimal(80)}
    assert scores_of(workbench, entry) == [(1, {entry.dimension_id: Decimal(80)})]


def test_everything_else_stays_as_stored(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    one, two, three = (each.dimension_id for each in desk.plan.dimensions)
    whole = replace(
        entry_for(desk, unscored(desk)[0], score="70"), comment="整體", flagged=True, comments={two: "二"}
    )
    before = saved_review(workbench, whole)
    after = saved(workbench, cell(desk, whole.application_id, "91", seen=1))
    assert after == replace(
        before,
        revision=2,
        saved_at=after.saved_at,
        scores={one: Decimal(91), two: Decimal(70), three: Decimal(70)},
    )


def test_zero_is_a_score_and_empty_is_none(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    first = saved(workbench, cell(desk, target, "0"))
    assert list(first.scores.values()) == [Decimal(0)]
    assert saved(workbench, cell(desk, target, "", seen=1)).scores == {}


def test_a_comment_alone_leaves_the_score(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    saved(workbench, cell(desk, target, "66"))
    after = saved(workbench, replace(cell(desk, target, None, seen=1), comment="再看 <b>"))
    dimension_id = desk.plan.dimensions[0].dimension_id
    assert (after.scores, after.comments) == ({dimension_id: Decimal(66)}, {dimension_id: "再看 <b>"})


def test_the_same_cell_sent_twice_is_written_once(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    entry = cell(desk, target, "81")
    first = saved(workbench, entry)
    saved(workbench, cell(desk, target, "60", place=1, seen=1))
    assert saved(workbench, entry) == first
    assert [revision for revision, _ in scores_of(workbench, entry)] == [1, 2]


def test_an_event_of_another_cell_is_refused(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    first, second = unscored(desk)[:2]
    entry = cell(desk, first, "81")
    saved(workbench, entry)
    for other in (
        replace(entry, application_id=second),
        replace(entry, score="82"),
        replace(entry, dimension_id=desk.plan.dimensions[1].dimension_id),
    ):
        problem = EntryProblem(EntryProblemKind.BAD_EVENT, other.dimension_id)
        assert save(workbench, other) == Rejected((problem,))
    assert scores_of(workbench, replace(entry, application_id=second)) == []


def test_another_dimension_saved_meanwhile_is_merged(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    one, two, _ = (each.dimension_id for each in desk.plan.dimensions)
    saved(workbench, cell(desk, target, "70"))
    saved(workbench, cell(desk, target, "75", place=1, seen=1))
    after = saved(workbench, cell(desk, target, "72", seen=1))
    assert (after.revision, after.scores) == (3, {one: Decimal(72), two: Decimal(75)})


def test_the_same_dimension_saved_meanwhile_is_asked_about(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    dimension_id = desk.plan.dimensions[0].dimension_id
    first = saved(workbench, cell(desk, target, "70"))
    outcome = save(workbench, cell(desk, target, "90"))
    assert isinstance(outcome, Stale)
    assert (outcome.stored, outcome.offered.scores) == (first, {dimension_id: Decimal(90)})
    # There and back again is the value that was seen: nothing was overlooked.
    saved(workbench, cell(desk, target, "71", seen=1))
    saved(workbench, cell(desk, target, "70", seen=2))
    assert saved(workbench, cell(desk, target, "95", seen=1)).revision == 4


def test_what_the_store_already_says_is_not_written_again(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    first = saved(workbench, cell(desk, target, "70"))
    assert saved(workbench, cell(desk, target, "70", seen=1)) == first
    assert saved(workbench, cell(desk, target, "70.0")) == first


def test_a_revision_that_never_was_is_asked_about(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    saved(workbench, cell(desk, target, "70"))
    assert isinstance(save(workbench, cell(desk, target, "90", seen=7)), Stale)
    assert isinstance(save(workbench, cell(desk, target, "90", seen=-1)), Stale)


def test_cells_of_one_applicant_at_once_all_arrive(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    entries = [cell(desk, target, str(60 + place), place=place) for place in range(len(desk.plan.dimensions))]
    barrier = Barrier(len(entries))

    def send(entry: ScoreEntry) -> Outcome:
        barrier.wait()
        return save(workbench, entry)

    with ThreadPoolExecutor(len(entries)) as pool:
        outcomes = list(pool.map(send, entries))
    assert [type(outcome) for outcome in outcomes] == [Saved] * len(entries)
    expected = {each.dimension_id: Decimal(each.score or "") for each in entries}
    assert scores_of(workbench, entries[0])[-1] == (len(entries), expected)


def test_one_cell_at_once_from_two_tabs_has_one_winner(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    barrier = Barrier(2)

    def send(score: str) -> Outcome:
        barrier.wait()
        return save(workbench, cell(desk, target, score))

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(send, ["70", "90"]))
    (winner,) = [outcome for outcome in outcomes if isinstance(outcome, Saved)]
    (loser,) = [outcome for outcome in outcomes if isinstance(outcome, Stale)]
    assert loser.stored == winner.value
    assert len(scores_of(workbench, cell(desk, target, None))) == 1


def test_abstention_ends_only_by_an_explicit_choice(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    whole = replace(entry_for(desk, target, score="50"), abstained=True, abstain_reason="利益關係")
    saved_review(workbench, whole)
    entry = cell(desk, target, "80", seen=1)
    refused = Rejected((EntryProblem(EntryProblemKind.ABSTAINED, entry.dimension_id),))
    assert save(workbench, entry) == refused
    assert save(workbench, replace(entry, score="")) == refused
    commented = saved(
        workbench, replace(cell(desk, target, None, seen=1), comment="筆記", ends_abstention=True)
    )
    assert (commented.abstained, commented.abstain_reason) == (True, "利益關係")
    after = saved(workbench, replace(entry, ends_abstention=True))
    assert (after.abstained, after.abstain_reason, after.scores[entry.dimension_id]) == (
        False,
        "",
        Decimal(80),
    )


def test_abstained_elsewhere_meanwhile_is_asked_about(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    saved_review(
        workbench, replace(entry_for(desk, target), scores={}, abstained=True, abstain_reason="親屬")
    )
    outcome = save(workbench, cell(desk, target, "80"))
    assert outcome == Rejected(
        (EntryProblem(EntryProblemKind.ABSTAINED, desk.plan.dimensions[0].dimension_id),)
    )


def test_every_problem_of_the_form_is_one_of_the_cell(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    entry = replace(
        cell(desk, unscored(desk)[0], "101"), comment="長" * (COMMENT_LENGTH + 1), event_id="not-an-id"
    )
    outcome = save(workbench, entry)
    assert isinstance(outcome, Rejected)
    kinds = [each.kind for each in outcome.problems]
    assert kinds == [ScoreProblemKind.OUT_OF_RANGE, EntryProblemKind.TOO_LONG, EntryProblemKind.BAD_EVENT]
    assert isinstance(outcome.problems[0], ScoreProblem)
    ghost = save(workbench, replace(cell(desk, entry.application_id, "7"), dimension_id=DimensionId("ghost")))
    assert ghost == Rejected((EntryProblem(EntryProblemKind.UNKNOWN_DIMENSION, DimensionId("ghost")),))
    number = save(workbench, cell(desk, entry.application_id, "abc"))
    assert number == Rejected((EntryProblem(EntryProblemKind.NOT_A_NUMBER, entry.dimension_id),))
    assert scores_of(workbench, entry) == []


@pytest.mark.parametrize("name", ["office", "chair", "researcher"])
def test_who_is_not_assigned_cannot_save_a_cell(workbench: Workbench, name: str) -> None:
    desk = desk_of(workbench)
    with pytest.raises(NotAllowed):
        save_score(access_of(workbench, name), cell(desk, unscored(desk)[0], "80"))


def test_recused_reviewer_cannot_save_a_cell(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    recuse(workbench, desk, target, "reviewer1")
    with pytest.raises(NotAllowed):
        save(workbench, cell(desk, target, "80"))


def test_unknown_plan_and_application_cannot_be_scored(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    with pytest.raises(NotFound):
        save(workbench, replace(cell(desk, unscored(desk)[0], "80"), plan_id=PlanId("ghost")))
    with pytest.raises(NotAllowed):
        save(workbench, cell(desk, ApplicationId("ghost"), "80"))


def lock(workbench: Workbench, plan: ReviewPlan) -> ReviewPlan:
    chair, store = PersonId("demo-chair"), workbench.store
    draft = store.save_draft(plan, seen_revision=0, person_id=chair)
    assert isinstance(draft, Saved)
    locked = store.lock_draft(plan.plan_id, seen_revision=draft.value.row_revision, person_id=chair)
    assert isinstance(locked, Saved)
    return locked.value.plan


def test_a_new_revision_of_the_plan_is_told(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    entry = cell(desk, unscored(desk)[0], "80")
    lock(workbench, rebase(desk.plan))
    assert save(workbench, entry) == PlanMoved(drawn_with=1, newest=2)
    assert scores_of(workbench, entry) == []


def test_lock_between_the_question_and_the_write_of_a_cell_is_told(
    workbench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_of(workbench)
    seen, store = workbench.store.find_locked(desk.plan.plan_id), workbench.store
    lock(workbench, rebase(desk.plan))
    # What was read a moment before the lock.
    monkeypatch.setattr(type(store), "find_locked", lambda *_: seen)
    assert save(workbench, cell(desk, unscored(desk)[0], "80")) == PlanMoved(drawn_with=1, newest=2)


def test_scores_of_another_scale_do_not_come_along(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    whole = entry_for(desk, unscored(desk)[0], score="5")
    save_review(access_of(workbench, "reviewer1"), whole)
    points = lock_draft(workbench, drafted(workbench, ScoringScale.POINTS))
    entry = replace(cell(desk, whole.application_id, "4", seen=1), plan_revision=points.revision)
    after = saved(workbench, entry)
    # Five of a hundred is not five points: what was entered on the old scale is not saved as if it were.
    assert (after.plan_revision, after.scores) == (points.revision, {entry.dimension_id: Decimal(4)})


def test_the_place_in_a_pass_is_that_of_the_first_save(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    key = unscored(desk)[0]
    first = saved(workbench, replace(cell(desk, key, "62"), place=("number/grid", 7)))
    assert (first.queue_order, first.queue_position) == ("number/grid", 7)
    again = replace(cell(desk, key, "70", place=1, seen=1), place=("-score/dimension", 2))
    second = saved(workbench, again)
    assert (second.queue_order, second.queue_position) == ("number/grid", 7)


def test_a_place_that_is_none_is_not_recorded(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    review = saved(workbench, replace(cell(desk, unscored(desk)[0], "62"), place=("anything", 7)))
    assert (review.queue_order, review.queue_position) == ("", None)


def test_an_ended_abstention_is_resumed_with_its_reason_by_whom_it_was_ended(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    whole = replace(entry_for(desk, target), scores={}, abstained=True, abstain_reason="親屬")
    saved_review(workbench, whole)
    ended = saved(workbench, replace(cell(desk, target, "70", seen=1), ends_abstention=True))
    assert (ended.abstained, ended.abstain_reason, ended.revision) == (False, "", 2)
    resumed = saved(workbench, replace(cell(desk, target, "", seen=2), resumes_abstention=True))
    assert (resumed.abstained, resumed.abstain_reason, resumed.scores) == (True, "親屬", {})


def test_nothing_is_resumed_where_nobody_abstained(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    target = unscored(desk)[0]
    saved(workbench, cell(desk, target, "70"))
    review = saved(workbench, replace(cell(desk, target, "", seen=1), resumes_abstention=True))
    assert (review.abstained, review.scores) == (False, {})
