"""What a reviewer meets in the discussion and in the third reading."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from app.domain.evidence import ApplicationId, Programme
from app.domain.gap_case import CaseState, CaseStep
from app.domain.people import PersonId
from app.domain.round_phase import Phase
from app.reviews.store import Saved
from app.workbench import Workbench
from app.workflows.discussion import DiscussionView, open_discussion
from app.workflows.gap_decision import StepRequest, record_step
from tests.app.workflows.gap_round import TODAY, TWO, go, programme_with_gaps, queue_of
from tests.app.workflows.people import access_of


@pytest.fixture
def programme(workbench: Workbench) -> Programme:
    """The programme whose plan is locked, with gaps."""
    return programme_with_gaps(workbench)


def seen_by(workbench: Workbench, programme: Programme, name: str) -> DiscussionView:
    """The page of one person."""
    view = open_discussion(access_of(workbench, name), programme, today=TODAY)
    assert view is not None
    return view


def keys_of(view: DiscussionView) -> list[ApplicationId]:
    """The applications on the page."""
    return [case.summary.application_id for case in view.cases]


def test_nothing_is_shown_before_the_discussion(workbench: Workbench, programme: Programme) -> None:
    for phase in (None, Phase.GAP_CHECK):
        if phase:
            go(workbench, programme, phase)
        view = seen_by(workbench, programme, "reviewer1")
        assert (view.is_open, view.cases) == (False, ())


def test_discussion_shows_the_others_after_the_own_review_only(
    workbench: Workbench, programme: Programme
) -> None:
    queue = queue_of(workbench, programme)
    keys = [row.case.application_id for row in queue.rows]
    own = workbench.store.find_review(queue.plan.plan_id, keys[0], TWO)
    assert own is not None
    go(workbench, programme, Phase.GAP_CHECK)
    go(workbench, programme, Phase.DISCUSSION)
    first = seen_by(workbench, programme, "reviewer2")
    assert sorted(keys_of(first)) == sorted(keys)
    assert all(case.view is not None for case in first.cases)
    view = next(case.view for case in first.cases if case.summary.application_id == keys[0])
    assert view is not None
    names = {each.person_id: each.display_name for each in workbench.store.load_persons()}
    readers = [
        names[each.reviewer_id]
        for each in workbench.store.load_assignments(queue.plan.plan_id)
        if each.application_id == keys[0]
    ]
    assert [line.name for line in view.reviews] == readers
    assert readers[:2] == ["示範委員一", "示範委員二"]
    unfinished = replace(own, scores=dict(list(own.scores.items())[:1]))
    saved = workbench.store.save_review(unfinished, seen_revision=own.revision, event_id=str(uuid4()))
    assert isinstance(saved, Saved)
    second = seen_by(workbench, programme, "reviewer2")
    hidden = [case.summary.application_id for case in second.cases if case.view is None]
    assert hidden == [keys[0]]


def test_third_reading_waits_for_the_third_reviewer_and_shows_no_reviews(
    workbench: Workbench, programme: Programme
) -> None:
    key = queue_of(workbench, programme).rows[0].case.application_id
    go(workbench, programme, Phase.GAP_CHECK)
    request = StepRequest(
        key, CaseState.THIRD, "仍有差距", 1, uuid4().hex, third_reviewer=PersonId("demo-chair")
    )
    assert isinstance(record_step(access_of(workbench, "chair"), programme, request, today=TODAY), CaseStep)
    go(workbench, programme, Phase.THIRD_READING)
    assert keys_of(seen_by(workbench, programme, "reviewer1")) == []
    chairs = seen_by(workbench, programme, "chair")
    assert [(case.summary.application_id, case.is_third) for case in chairs.cases] == [(key, True)]
