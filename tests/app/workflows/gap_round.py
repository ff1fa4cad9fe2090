"""The demo round with a few applications on which the two reviewers differ, and steps through its phases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

from app.domain.evidence import ApplicationId, Programme
from app.domain.people import PersonId
from app.domain.round_phase import Phase
from app.domain.scores import ReviewState, review_state
from app.reviews.store import Saved
from app.workbench import Workbench
from app.workflows.gap_queue import QueueView, load_cases, open_queue
from app.workflows.round_phases import PhaseOutcome, PhaseRequest, open_phase, set_phase
from tests.app.workflows.people import access_of, programme_of

CODE = "999101"
TODAY = date(2026, 5, 20)
TWO = PersonId("demo-reviewer2")
GAPS = 3
LOWER = Decimal(30)


def programme_with_gaps(workbench: Workbench) -> Programme:
    """The programme whose plan is locked; the second reviewer gave its first applications far less."""
    programme = programme_of(workbench, CODE)
    plan = queue_of(workbench, programme).plan
    load = load_cases(access_of(workbench, "chair"), plan)
    judged = [
        {review.reviewer_id: review for review in pile}
        for pile in load.reviews.values()
        if all(review_state(plan, review) is ReviewState.SCORED for review in pile)
    ]
    for pile in [each for each in judged if TWO in each][:GAPS]:
        low = {key: value - LOWER for key, value in pile[TWO].scores.items()}
        saved = workbench.store.save_review(
            replace(pile[TWO], scores=low), seen_revision=pile[TWO].revision, event_id=str(uuid4())
        )
        assert isinstance(saved, Saved)
    return programme


def go(
    workbench: Workbench,
    programme: Programme,
    to: Phase,
    *,
    reason: str = "",
    cases: dict[ApplicationId, str] | None = None,
    name: str = "chair",
) -> PhaseOutcome:
    """Enter a phase from whatever stands."""
    access = access_of(workbench, name)
    view = open_phase(access, programme)
    assert view is not None
    request = PhaseRequest(to, view.standing.revision, uuid4().hex, reason=reason, case_reasons=cases or {})
    return set_phase(access, programme, request)


def queue_of(workbench: Workbench, programme: Programme) -> QueueView:
    """The queue as the chair sees it."""
    queue = open_queue(access_of(workbench, "chair"), programme, today=TODAY)
    assert queue is not None
    return queue
