"""The desk opens where the reviewer stopped, but only with an applicant who is still to be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode
from app.domain.visibility import NotAllowed
from app.errors import NotFound
from app.workbench import Workbench
from app.workflows.evidence_review import open_desk
from app.workflows.reading_place import Shown, find_place, place_of, remember_place
from tests.app.workflows.people import access_of

LOCKED = ProgrammeCode("999101")
SHOWN = Shown(CategoryCode("profile"), "-random", "table", "state:scored")


def test_place_is_found_on_another_computer(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    desk = open_desk(access, LOCKED)
    assert desk is not None
    place = place_of(
        access,
        desk,
        desk.lines[3].application_id,
        shown=SHOWN,
    )
    remember_place(access, desk, place)
    workbench.aside.finish()
    assert find_place(access_of(workbench, "reviewer1"), desk) == place
    assert find_place(access_of(workbench, "reviewer2"), desk) is None


def test_place_of_an_applicant_no_longer_seen_is_forgotten(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    desk = open_desk(access, LOCKED)
    assert desk is not None
    place = place_of(
        access,
        desk,
        desk.lines[0].application_id,
        shown=SHOWN,
    )
    workbench.store.save_reading_place(place)
    assert find_place(access, replace(desk, lines=desk.lines[1:])) is None


def test_place_of_an_unknown_applicant_is_not_remembered(workbench: Workbench) -> None:
    access = access_of(workbench, "chair")
    desk = open_desk(access, LOCKED)
    assert desk is not None
    place = place_of(
        access,
        desk,
        ApplicationId("nobody"),
        shown=SHOWN,
    )
    with pytest.raises((NotAllowed, NotFound)):
        remember_place(access, desk, place)
