"""Rights as asked by every door: own programme, assignment, recusal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId
from app.domain.people import Person, PersonId
from app.domain.visibility import Action, NotAllowed
from app.workbench import Workbench
from app.workflows.access import Access
from tests.app.web.web_round import (
    ASSIGNED,
    CHINESE,
    COMPUTING,
    ELSEWHERE,
    PEOPLE,
    PLAN_ID,
    RECUSED,
    UNASSIGNED,
    make_round,
)

PERSON = {person.sign_in_name: person for person in PEOPLE}


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    """A round of its own."""
    made = make_round(tmp_path)
    yield made
    made.store.close()


def access_of(workbench: Workbench, name: str) -> Access:
    """A fresh Access, as every request makes one."""
    return Access(PERSON[name], workbench)


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("reviewer", {ASSIGNED}),
        ("chair", {ASSIGNED, RECUSED, UNASSIGNED}),
        ("office", {ASSIGNED, RECUSED, UNASSIGNED, ELSEWHERE}),
        ("researcher", set()),
    ],
)
def test_open_file_is_allowed_where_the_role_reaches(
    workbench: Workbench, name: str, opened: set[ApplicationId]
) -> None:
    access = access_of(workbench, name)
    pairs = [(COMPUTING, ASSIGNED), (COMPUTING, RECUSED), (COMPUTING, UNASSIGNED), (CHINESE, ELSEWHERE)]
    allowed = {
        application_id
        for programme_code, application_id in pairs
        if access.allows(Action.OPEN_FILE, programme_code=programme_code, application_id=application_id)
    }
    assert allowed == opened


@pytest.mark.parametrize(
    ("name", "visible"),
    [
        ("reviewer", frozenset({ASSIGNED})),
        ("chair", None),
        ("office", None),
        ("researcher", frozenset()),
    ],
)
def test_visible_applications_are_those_that_may_be_opened(
    workbench: Workbench, name: str, visible: frozenset[ApplicationId] | None
) -> None:
    assert access_of(workbench, name).visible_applications(COMPUTING) == visible


@pytest.mark.parametrize("name", ["chair", "reviewer"])
def test_visible_applications_elsewhere_are_none_at_all(workbench: Workbench, name: str) -> None:
    assert access_of(workbench, name).visible_applications(CHINESE) == frozenset()


@pytest.mark.parametrize("name", ["chair", "office"])
def test_visible_applications_leave_out_a_recusal(workbench: Workbench, name: str) -> None:
    recusal = Assignment(UNASSIGNED, PERSON[name].person_id, recused=True, recusal_reason="kin")
    workbench.store.save_assignments(
        PLAN_ID,
        [recusal],
        seen=workbench.store.load_assignments(PLAN_ID),
        person_id=PersonId("p-chair"),
    )
    assert access_of(workbench, name).visible_applications(COMPUTING) == frozenset({ASSIGNED, RECUSED})


def test_recusal_counts_from_the_next_request(workbench: Workbench) -> None:
    assert access_of(workbench, "reviewer").allows(
        Action.SCORE, programme_code=COMPUTING, application_id=ASSIGNED
    )
    recusal = Assignment(ASSIGNED, PERSON["reviewer"].person_id, recused=True, recusal_reason="kin")
    workbench.store.save_assignments(
        PLAN_ID,
        [recusal],
        seen=workbench.store.load_assignments(PLAN_ID),
        person_id=PersonId("p-chair"),
    )
    assert not access_of(workbench, "reviewer").allows(
        Action.SCORE, programme_code=COMPUTING, application_id=ASSIGNED
    )


def test_refusal_is_raised_and_logged(workbench: Workbench) -> None:
    with pytest.raises(NotAllowed):
        access_of(workbench, "reviewer").require(
            Action.OPEN_FILE, programme_code=COMPUTING, application_id=UNASSIGNED
        )
    line = workbench.store.load_log(limit=1)[0]
    assert (line.person_id, line.action, line.object_key, line.detail) == (
        "p-reviewer",
        "refused",
        "app-3",
        "open_file",
    )


def test_asking_leaves_no_trace(workbench: Workbench) -> None:
    before = len(workbench.store.load_log(limit=1000))
    access_of(workbench, "reviewer").allows(Action.EDIT_PLAN, programme_code=COMPUTING)
    assert len(workbench.store.load_log(limit=1000)) == before


def test_disabled_person_may_nothing(workbench: Workbench) -> None:
    chair = PERSON["chair"]
    gone = Person(chair.person_id, "chair", "Chair", chair.role, chair.programme_codes, is_active=False)
    access = Access(gone, workbench)
    assert [access.allows(action, programme_code=COMPUTING) for action in Action] == [False] * len(Action)
    assert access.visible_applications(COMPUTING) == frozenset()
