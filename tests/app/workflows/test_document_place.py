"""The document and the page one stopped on: one's own, in the snapshot of the plan, and of what can be a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, CategoryCode, EvidenceFile, ProgrammeCode
from app.domain.visibility import NotAllowed
from app.reviews.store import DocumentPage, ReadingPlace
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.application_files import MOST_PAGES, files_of
from app.workflows.desk_views import Desk
from app.workflows.document_place import find_last_file, find_page, remember_page
from app.workflows.evidence_review import open_desk
from app.workflows.reviewer_assignment import record_recusal
from tests.app.workflows.people import access_of, programme_of

PROGRAMME = ProgrammeCode("999101")


def desk_of(access: Access) -> Desk:
    desk = open_desk(access, PROGRAMME)
    assert desk is not None
    return desk


def files_on(access: Access, desk: Desk) -> list[EvidenceFile]:
    """The files of the first applicant who has two."""
    snapshot = access.workbench.snapshot(desk.plan.snapshot_id)
    found = (files_of(snapshot, line.application_id) for line in desk.lines)
    return [place.file for place in next(files for files in found if len(files) > 1).values()]


def place_at(access: Access, desk: Desk, application_id: ApplicationId) -> ReadingPlace:
    category = CategoryCode("profile")
    return ReadingPlace(access.person.person_id, desk.plan.plan_id, application_id, category, "number")


def test_document_and_page_are_found_on_another_computer_by_their_reader_alone(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    desk = desk_of(access)
    first, second = files_on(access, desk)[:2]
    assert remember_page(access, second, 2)
    assert remember_page(access, first, 4)
    assert remember_page(access, second, 7)
    workbench.aside.finish()
    again, other = access_of(workbench, "reviewer1"), access_of(workbench, "reviewer2")
    assert (find_page(again, first), find_page(again, second)) == (4, 7)
    assert (find_page(other, first), find_page(other, second)) == (None, None)
    assert find_last_file(again, desk, place_at(again, desk, first.application_id)) == second
    chair = access_of(workbench, "chair")
    assert find_last_file(chair, desk, place_at(chair, desk, first.application_id)) is None


@pytest.mark.parametrize("page", [0, -1, MOST_PAGES + 1])
def test_what_can_be_no_page_is_not_remembered(workbench: Workbench, page: int) -> None:
    access = access_of(workbench, "reviewer1")
    file = files_on(access, desk_of(access))[0]
    assert not remember_page(access, file, page)
    workbench.aside.finish()
    assert find_page(access, file) is None


def test_document_a_newer_snapshot_no_longer_holds_is_passed_over_in_silence(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    desk = desk_of(access)
    file = files_on(access, desk)[0]
    person_id = access.person.person_id
    workbench.store.save_document_page(DocumentPage(person_id, file.application_id, "0" * 64, 3))
    assert find_last_file(access, desk, place_at(access, desk, file.application_id)) is None
    assert find_page(access, replace(file, sha256="1" * 64)) is None


def test_files_of_an_applicant_one_no_longer_sees_are_not_resumed(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    desk = desk_of(access)
    application_id = files_on(access, desk)[0].application_id
    recusal = Assignment(application_id, access.person.person_id, recused=True, recusal_reason="kin")
    record_recusal(access_of(workbench, "chair"), programme_of(workbench, PROGRAMME), recusal=recusal)
    again = access_of(workbench, "reviewer1")
    with pytest.raises(NotAllowed):
        find_last_file(again, desk, place_at(again, desk, application_id))
