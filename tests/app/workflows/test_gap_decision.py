"""Deciding a gap case: reasons, third reviewers, before and after, and cases that open again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, Programme
from app.domain.gap_case import CaseState, CaseStep, StepProblem, third_reviewers
from app.domain.people import Person, PersonId, Role
from app.domain.plan import PlanId
from app.domain.round_event import RoundEventKind
from app.domain.round_phase import Phase
from app.domain.scores import ReviewState
from app.domain.visibility import Action, NotAllowed, PhaseForbids
from app.reviews.store import Saved, Stale
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.discussion import open_discussion
from app.workflows.gap_decision import CaseView, StepRefused, StepRequest, open_case, record_step
from app.workflows.gap_queue import Basis, QueueRow, open_queue
from app.workflows.review_entry import ReviewEntry, save_review
from app.workflows.round_phases import PhaseSet
from tests.app.workflows.gap_round import TODAY, TWO, go, programme_with_gaps, queue_of
from tests.app.workflows.people import access_of

THIRD = Person(PersonId("third"), "third", "第三位", Role.REVIEWER, frozenset())


@pytest.fixture
def programme(workbench: Workbench) -> Programme:
    """The programme whose plan is locked, with a third reviewer who reads nothing yet."""
    found = programme_with_gaps(workbench)
    workbench.store.save_person(
        replace(THIRD, programme_codes=frozenset({found.programme_code})), "no password"
    )
    return found


def row_of(workbench: Workbench, programme: Programme) -> QueueRow:
    """The first case."""
    return queue_of(workbench, programme).rows[0]


def asked(
    workbench: Workbench, programme: Programme, state: CaseState, *, reason: str = "會議決議"
) -> StepRequest:
    """A step onto what stands."""
    row = row_of(workbench, programme)
    return StepRequest(row.case.application_id, state, reason, row.case.revision, uuid4().hex)


def view_of(workbench: Workbench, programme: Programme, name: str = "chair") -> CaseView:
    """The first case opened."""
    queue = queue_of(workbench, programme)
    view = open_case(access_of(workbench, name), queue.plan, queue.rows[0].case.application_id)
    assert view is not None
    return view


def test_a_case_cannot_close_without_a_reason(workbench: Workbench, programme: Programme) -> None:
    request = asked(workbench, programme, CaseState.CLOSED, reason="  ")
    chair = access_of(workbench, "chair")
    assert record_step(chair, programme, request, today=TODAY) == StepRefused((StepProblem.NO_REASON,))
    assert row_of(workbench, programme).case.is_open


def test_closing_keeps_reason_and_person_and_the_gap_stays_closed(
    workbench: Workbench, programme: Programme
) -> None:
    request = asked(workbench, programme, CaseState.CLOSED)
    outcome = record_step(access_of(workbench, "chair"), programme, request, today=TODAY)
    assert isinstance(outcome, CaseStep)
    view = view_of(workbench, programme)
    assert (view.case.state, view.case.is_open, bool(view.case.flags)) == (CaseState.CLOSED, False, True)
    assert [(line.name, line.step.reason) for line in view.steps] == [("示範主席", "會議決議")]
    again = record_step(access_of(workbench, "chair"), programme, request, today=TODAY)
    assert isinstance(again, CaseStep)
    assert view_of(workbench, programme).case.revision == 1


def test_scores_that_change_open_a_closed_case_with_before_and_after(
    workbench: Workbench, programme: Programme
) -> None:
    request = asked(workbench, programme, CaseState.CLOSED)
    record_step(access_of(workbench, "chair"), programme, request, today=TODAY)
    plan_id = queue_of(workbench, programme).plan.plan_id
    review = workbench.store.find_review(plan_id, request.application_id, TWO)
    assert review is not None
    higher = replace(review, scores={key: value + 1 for key, value in review.scores.items()})
    saved = workbench.store.save_review(higher, seen_revision=review.revision, event_id=str(uuid4()))
    assert isinstance(saved, Saved)
    view = view_of(workbench, programme)
    assert (view.case.state, view.case.reopened) == (CaseState.DISCUSS, True)
    changed = {each.reviewer_id: each for each in view.reviews if each.has_changed}
    assert list(changed) == [TWO]
    two = changed[TWO]
    assert two.total is not None
    assert two.total_before is not None
    assert two.total - two.total_before == Decimal(1)
    assert dict(view.steps[0].totals)["示範委員二"] == two.total_before


def test_a_third_reading_assigns_the_third_reviewer_who_alone_may_score_then(
    workbench: Workbench, programme: Programme
) -> None:
    go(workbench, programme, Phase.GAP_CHECK)
    request = replace(
        asked(workbench, programme, CaseState.THIRD), third_reviewer=THIRD.person_id, deadline=TODAY
    )
    outcome = record_step(access_of(workbench, "chair"), programme, request, today=TODAY)
    assert isinstance(outcome, CaseStep)
    go(workbench, programme, Phase.THIRD_READING)
    code, key = programme.programme_code, request.application_id
    third = Access(replace(THIRD, programme_codes=frozenset({code})), workbench)
    rights = [
        access.allows(action, programme_code=code, application_id=key)
        for access in (third, access_of(workbench, "reviewer1"))
        for action in (Action.VIEW_APPLICATION, Action.SCORE, Action.VIEW_OTHER_REVIEWS)
    ]
    assert rights == [True, True, False, True, False, False]
    plan_id = queue_of(workbench, programme).plan.plan_id
    events = workbench.store.load_round_events(plan_id, RoundEventKind.GAP_CASE)
    assert third_reviewers(events) == {key: THIRD.person_id}
    queue = open_queue(access_of(workbench, "chair"), programme, today=date(2026, 5, 21))
    assert queue is not None
    assert [row.case.application_id for row in queue.rows if row.is_overdue] == [key]


def test_a_third_reading_goes_from_the_case_to_its_close_with_before_and_after(
    workbench: Workbench, programme: Programme
) -> None:
    chair, code = access_of(workbench, "chair"), programme.programme_code
    third = Access(replace(THIRD, programme_codes=frozenset({code})), workbench)
    go(workbench, programme, Phase.GAP_CHECK)
    named = replace(asked(workbench, programme, CaseState.THIRD), third_reviewer=THIRD.person_id)
    assert isinstance(record_step(chair, programme, named, today=TODAY), CaseStep)
    key, plan = named.application_id, queue_of(workbench, programme).plan
    entry = ReviewEntry(
        plan_id=plan.plan_id,
        plan_revision=plan.revision,
        application_id=key,
        seen_revision=0,
        event_id=str(uuid4()),
        scores={each.dimension_id: "77" for each in plan.dimensions},
    )
    with pytest.raises(PhaseForbids):
        save_review(third, entry)
    go(workbench, programme, Phase.THIRD_READING)
    third = Access(third.person, workbench)
    waiting = open_discussion(third, programme, today=TODAY)
    assert waiting is not None
    assert [(case.summary.application_id, case.is_third, case.view) for case in waiting.cases] == [
        (key, True, None)
    ]
    assert isinstance(save_review(third, entry), Saved)
    closing = StepRequest(key, CaseState.CLOSED, "採計三位平均", 2, uuid4().hex)
    assert isinstance(record_step(chair, programme, closing, today=TODAY), CaseStep)
    view = open_case(access_of(workbench, "chair"), plan, key)
    assert view is not None
    assert (view.case.is_open, view.case.reopened) == (False, False)
    (told,) = [each for each in view.reviews if each.is_third]
    assert (told.total, told.state) == (Decimal(77), ReviewState.SCORED)
    # Before: the two as they were; after: the three, beside the reason for which it was closed.
    before, after = dict(view.steps[1].totals), dict(view.steps[2].totals)
    assert "第三位" not in before
    assert after == {**before, "第三位": Decimal(77)}
    assert [line.step.reason for line in view.steps[1:]] == ["會議決議", "採計三位平均"]
    assert isinstance(go(workbench, programme, Phase.CLOSED, cases=others(workbench, programme)), PhaseSet)
    with pytest.raises(PhaseForbids):
        save_review(Access(third.person, workbench), replace(entry, seen_revision=1, event_id=str(uuid4())))


def others(workbench: Workbench, programme: Programme) -> dict[ApplicationId, str]:
    """A reason for every case that is open."""
    return {
        row.case.application_id: "共同確認" for row in queue_of(workbench, programme).rows if row.case.is_open
    }


def readers_of(workbench: Workbench, plan_id: PlanId, application_id: ApplicationId) -> list[str]:
    """Everyone assigned to an application."""
    assigned = workbench.store.load_assignments(plan_id)
    return sorted(each.reviewer_id for each in assigned if each.application_id == application_id)


def test_another_third_reviewer_takes_over_from_one_who_saved_nothing(
    workbench: Workbench, programme: Programme
) -> None:
    chair = access_of(workbench, "chair")
    first = replace(asked(workbench, programme, CaseState.THIRD), third_reviewer=THIRD.person_id)
    before = readers_of(workbench, queue_of(workbench, programme).plan.plan_id, first.application_id)
    record_step(chair, programme, first, today=TODAY)
    second = replace(asked(workbench, programme, CaseState.THIRD), third_reviewer=chair.person.person_id)
    assert isinstance(record_step(chair, programme, second, today=TODAY), CaseStep)
    plan_id = queue_of(workbench, programme).plan.plan_id
    assigned = readers_of(workbench, plan_id, first.application_id)
    assert assigned == sorted([*before, "demo-chair"])


@pytest.mark.parametrize(
    ("third", "problem"),
    [
        (None, StepProblem.NO_THIRD_REVIEWER),
        (TWO, StepProblem.THIRD_ALREADY_REVIEWS),
        (PersonId("demo-office"), StepProblem.THIRD_IS_UNKNOWN),
        (THIRD.person_id, StepProblem.THIRD_IS_RECUSED),
    ],
)
def test_who_cannot_read_a_third_time_is_refused(
    workbench: Workbench, programme: Programme, third: PersonId | None, problem: StepProblem
) -> None:
    row = row_of(workbench, programme)
    plan_id = queue_of(workbench, programme).plan.plan_id
    stored = workbench.store.load_assignments(plan_id)
    recusal = Assignment(row.case.application_id, THIRD.person_id, recused=True, recusal_reason="親屬")
    workbench.store.save_assignments(plan_id, [*stored, recusal], seen=stored, person_id=THIRD.person_id)
    request = replace(asked(workbench, programme, CaseState.THIRD), third_reviewer=third)
    outcome = record_step(access_of(workbench, "chair"), programme, request, today=TODAY)
    assert outcome == StepRefused((problem,))
    assert len(workbench.store.load_assignments(plan_id)) == len(stored) + 1
    assert THIRD.person_id not in {each.person_id for each in view_of(workbench, programme).candidates}


def test_the_second_of_two_windows_is_stale(workbench: Workbench, programme: Programme) -> None:
    first = asked(workbench, programme, CaseState.CLOSED)
    second = replace(first, event_id=uuid4().hex, reason="另一個決議")
    chair = access_of(workbench, "chair")
    record_step(chair, programme, first, today=TODAY)
    assert isinstance(record_step(chair, programme, second, today=TODAY), Stale)


@pytest.mark.parametrize("name", ["reviewer1", "office", "researcher"])
def test_only_the_chair_decides(workbench: Workbench, programme: Programme, name: str) -> None:
    request = asked(workbench, programme, CaseState.CLOSED)
    with pytest.raises(NotAllowed):
        record_step(access_of(workbench, name), programme, request, today=TODAY)


def test_the_office_reads_the_case_without_the_scores(workbench: Workbench, programme: Programme) -> None:
    view = view_of(workbench, programme, "office")
    assert (view.reviews, view.sees_reviews, view.may_decide) == ((), False, False)
    assert view.case.flags


def test_severity_taken_out_raises_fewer_or_other_cases_and_says_of_how_many(
    workbench: Workbench, programme: Programme
) -> None:
    chair = access_of(workbench, "chair")
    raw = queue_of(workbench, programme)
    adjusted = open_queue(chair, programme, today=TODAY, basis=Basis.ADJUSTED)
    assert adjusted is not None
    assert adjusted.compared == raw.compared > 0
    largest = {row.case.application_id: max(flag.measured for flag in row.case.flags) for row in raw.rows}
    shifted = {
        row.case.application_id: max(flag.measured for flag in row.case.flags)
        for row in adjusted.rows
        if row.case.flags
    }
    # The second reviewer is stricter by design, and every gap of the sample is one he made. Without it his are
    # smaller, and of others who differ in severity more than in what they see some come to light.
    assert set(shifted) & set(largest)
    assert all(shifted[key] < largest[key] for key in shifted.keys() & largest.keys())
