"""A callback holds the access of the run before: recusal, sign-out and closing must count all the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.assignment import Assignment
from app.domain.evidence import ProgrammeCode
from app.domain.visibility import Action, NotAllowed
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.reviewer_assignment import record_recusal
from app.workflows.sign_in import SignedIn, sign_in, sign_out
from tests.app.workflows.people import access_of, programme_of


def test_a_lasting_action_asks_the_store_anew(workbench: Workbench) -> None:
    """The screen's callbacks hold the access of the run before: what changed since must count."""
    access = access_of(workbench, "reviewer1")
    programme_code = ProgrammeCode("999101")
    visible = access.visible_applications(programme_code)
    assert visible
    application_id = sorted(visible)[0]
    access.require(Action.SCORE, programme_code=programme_code, application_id=application_id)
    chair = access_of(workbench, "chair")
    recusal = Assignment(application_id, access.person.person_id, True, "三親等")
    record_recusal(chair, programme_of(workbench, programme_code), recusal=recusal)
    with pytest.raises(NotAllowed):
        access.require(Action.SCORE, programme_code=programme_code, application_id=application_id)


def test_a_person_who_was_closed_can_do_nothing_lasting(workbench: Workbench) -> None:
    access = access_of(workbench, "chair")
    workbench.store.set_active(access.person.person_id, False)
    with pytest.raises(NotAllowed):
        access.require(Action.EXPORT_RANKING, programme_code=ProgrammeCode("999101"))


def test_a_session_that_was_closed_can_do_nothing_lasting(workbench: Workbench) -> None:
    signed_in = sign_in(workbench.store, "chair", password="demo", now=datetime.now(UTC))
    assert isinstance(signed_in, SignedIn)
    access = Access(person=signed_in.person, workbench=workbench, cookie=signed_in.token)
    access.require(Action.ASSIGN_REVIEWERS, programme_code=ProgrammeCode("999101"))
    sign_out(workbench.store, signed_in.token)
    with pytest.raises(NotAllowed):
        access.require(Action.ASSIGN_REVIEWERS, programme_code=ProgrammeCode("999101"))
