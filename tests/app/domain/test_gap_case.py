"""Gap cases: raised by a rule, closed only with a reason, opened again by scores that change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.evidence import ApplicationId
from app.domain.gap_case import (
    REASON_LENGTH,
    CaseState,
    CaseStep,
    StepProblem,
    case_of,
    content_of,
    revisions_of,
    step_of,
    step_problems,
    steps_by_application,
    third_reviewers,
)
from app.domain.people import PersonId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.score_gap import GapFlag, GapRule
from tests.app.domain.rounds import PLAN_ID, review

APP = ApplicationId("p1")
ONE, TWO, THREE = PersonId("r1"), PersonId("r2"), PersonId("r3")
FLAG = GapFlag(GapRule.RANGE, None, Decimal("24.00"), Decimal(20))
STEP = CaseStep(APP, CaseState.DISCUSS, "差距過大", deadline=date(2026, 5, 20), revisions={ONE: 1, TWO: 2})
TODAY = date(2026, 5, 18)


def recorded(step: CaseStep, revision: int = 1) -> CaseStep:
    """The step as read back from its event."""
    kind = RoundEventKind.GAP_CASE
    event = RoundEvent(
        f"e{revision}-{step.application_id}",
        PLAN_ID,
        kind,
        step.application_id,
        revision,
        content_of(step),
        None,
    )
    return step_of(event)


def test_step_is_read_back_as_it_was_written() -> None:
    step = replace(STEP, third_reviewer=THREE, by_rule=True)
    assert replace(recorded(step), event=None) == step


def test_no_flag_and_no_step_is_no_case() -> None:
    assert case_of(APP, flags=(), steps=(), revisions={ONE: 1}) is None


def test_a_flag_alone_is_an_open_case() -> None:
    case = case_of(APP, flags=(FLAG,), steps=(), revisions={ONE: 1})
    assert case is not None
    assert (case.state, case.is_open, case.revision, case.flags) == (CaseState.DISCUSS, True, 0, (FLAG,))


def test_a_recorded_case_stays_open_when_the_gap_is_gone() -> None:
    case = case_of(APP, flags=(), steps=(recorded(STEP),), revisions={ONE: 3, TWO: 3})
    assert case is not None
    assert (case.is_open, case.reopened) == (True, False)


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        ({ONE: 1, TWO: 2}, False),
        ({ONE: 2, TWO: 2}, True),
        ({ONE: 1, TWO: 2, THREE: 1}, True),
        ({ONE: 1}, True),
    ],
)
def test_a_closed_case_opens_again_when_its_scores_change(now: dict[PersonId, int], is_open: bool) -> None:
    closed = recorded(replace(STEP, state=CaseState.CLOSED), 2)
    case = case_of(APP, flags=(), steps=(recorded(STEP), closed), revisions=now)
    assert case is not None
    assert (case.is_open, case.reopened, case.revision) == (is_open, is_open, 2)


@pytest.mark.parametrize(("today", "overdue"), [(date(2026, 5, 20), False), (date(2026, 5, 21), True)])
def test_overdue_is_after_the_day_itself(today: date, overdue: bool) -> None:
    case = case_of(APP, flags=(FLAG,), steps=(recorded(STEP),), revisions={})
    assert case is not None
    assert case.is_overdue(today) is overdue


def test_a_closed_case_is_never_overdue() -> None:
    closed = recorded(replace(STEP, state=CaseState.CLOSED))
    case = case_of(APP, flags=(FLAG,), steps=(closed,), revisions=STEP.revisions)
    assert case is not None
    assert not case.is_overdue(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("step", "problems"),
    [
        (STEP, ()),
        (replace(STEP, reason=" \n"), (StepProblem.NO_REASON,)),
        (replace(STEP, reason="字" * (REASON_LENGTH + 1)), (StepProblem.REASON_TOO_LONG,)),
        (
            replace(STEP, state=CaseState.THIRD, reason="", deadline=date(2026, 5, 17)),
            (StepProblem.NO_REASON, StepProblem.NO_THIRD_REVIEWER, StepProblem.DEADLINE_PASSED),
        ),
        (
            replace(STEP, state=CaseState.THIRD, third_reviewer=TWO),
            (StepProblem.THIRD_ALREADY_REVIEWS,),
        ),
        (replace(STEP, state=CaseState.THIRD, third_reviewer=THREE), ()),
        (replace(STEP, state=CaseState.CLOSED, deadline=date(2026, 5, 1)), ()),
        (replace(STEP, state=CaseState.CLOSED, reason=""), (StepProblem.NO_REASON,)),
    ],
)
def test_step_problems_are_told_all_at_once(step: CaseStep, problems: tuple[StepProblem, ...]) -> None:
    assert step_problems(step, reviewing=(ONE, TWO), today=TODAY) == problems


def test_third_reviewers_are_those_of_the_newest_step() -> None:
    third = replace(STEP, state=CaseState.THIRD, third_reviewer=TWO)
    other = replace(third, application_id=ApplicationId("p2"), third_reviewer=THREE)
    without = replace(third, application_id=ApplicationId("p3"))
    steps = [
        recorded(third),
        recorded(replace(third, third_reviewer=THREE, state=CaseState.CLOSED), 2),
        recorded(other),
        recorded(without),
        recorded(replace(without, state=CaseState.DISCUSS, third_reviewer=None), 2),
    ]
    events = [step.event for step in steps if step.event]
    assert third_reviewers(events) == {"p1": THREE, "p2": THREE}
    assert [step.third_reviewer for step in steps_by_application(reversed(events))[APP]] == [TWO, THREE]


def test_revisions_leave_out_what_was_never_saved() -> None:
    saved = review("p1", "r1", ["60"])
    assert revisions_of([saved, replace(saved, reviewer_id=TWO, revision=0)]) == {ONE: 1}
