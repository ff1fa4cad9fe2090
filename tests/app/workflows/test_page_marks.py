"""Private marks: whose they are, what is refused, and that nobody else ever reads one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.page_marks import MarkKind, PageArea, PageMark
from app.domain.visibility import NotAllowed
from app.errors import NotFound
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.application_files import files_of
from app.workflows.desk_views import Desk
from app.workflows.evidence_review import open_desk
from app.workflows.page_marks import (
    CONTENT_LENGTH,
    MOST_MARKS,
    MarkEntry,
    MarkRefusal,
    delete_mark,
    load_marks,
    save_mark,
)
from app.workflows.reviewer_assignment import record_recusal
from tests.app.workflows.people import access_of, programme_of

PROGRAMME, OTHER_PROGRAMME = ProgrammeCode("999101"), ProgrammeCode("999102")
AREA = PageArea(0.1, 0.2, 0.3, 0.1)


def desk_of(access: Access) -> Desk:
    desk = open_desk(access, PROGRAMME)
    assert desk is not None
    return desk


def entry_on(access: Access, desk: Desk, application_id: ApplicationId) -> MarkEntry:
    """A valid mark on the first page of the applicant's first document."""
    snapshot = access.workbench.snapshot(desk.plan.snapshot_id)
    place = next(each for each in files_of(snapshot, application_id).values() if each.document)
    return MarkEntry("mark-1", place.file.sha256, 1, MarkKind.KEY, AREA, " 檢視年份 ")


def test_saved_mark_is_read_back_and_loaded_with_its_file(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    desk = desk_of(access)
    application_id = desk.lines[0].application_id
    entry = entry_on(access, desk, application_id)
    saved = save_mark(access, desk.plan, application_id, entry=entry)
    assert isinstance(saved, PageMark)
    assert (saved.person_id, saved.content, saved.area) == (access.person.person_id, "檢視年份", AREA)
    views = load_marks(access, desk.plan, application_id)
    assert [(view.mark, view.place and view.place.file.sha256) for view in views] == [(saved, entry.sha256)]


@pytest.mark.parametrize("name", ["chair", "office", "reviewer2"])
def test_nobody_else_reads_or_deletes_a_mark(workbench: Workbench, name: str) -> None:
    author, other = access_of(workbench, "reviewer1"), access_of(workbench, name)
    shared = {line.application_id for line in desk_of(other).lines}
    desk = desk_of(author)
    application_id = next(line.application_id for line in desk.lines if line.application_id in shared)
    saved = save_mark(author, desk.plan, application_id, entry=entry_on(author, desk, application_id))
    assert load_marks(other, desk.plan, application_id) == ()
    assert delete_mark(other, desk.plan, application_id, mark_id="mark-1") is MarkRefusal.GONE
    taken = entry_on(author, desk, application_id)
    assert save_mark(other, desk.plan, application_id, entry=taken) is MarkRefusal.NOT_VALID
    assert [view.mark for view in load_marks(author, desk.plan, application_id)] == [saved]


def test_deleted_mark_can_be_put_back_under_its_key(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    desk = desk_of(access)
    application_id = desk.lines[0].application_id
    entry = entry_on(access, desk, application_id)
    save_mark(access, desk.plan, application_id, entry=entry)
    assert delete_mark(access, desk.plan, application_id, mark_id=entry.mark_id) is None
    assert load_marks(access, desk.plan, application_id) == ()
    assert delete_mark(access, desk.plan, application_id, mark_id=entry.mark_id) is MarkRefusal.GONE
    save_mark(access, desk.plan, application_id, entry=entry)
    assert [view.mark.mark_id for view in load_marks(access, desk.plan, application_id)] == ["mark-1"]


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "0" * 64},
        {"page_number": 0},
        {"page_number": 9999},
        {"kind": "rainbow"},
        {"area": PageArea(0.9, 0.9, 0.5, 0.5)},
        {"area": None, "content": "  "},
        {"content": "x" * (CONTENT_LENGTH + 1)},
        {"content": "zero \0"},
        {"content": "half \ud800"},
        {"mark_id": ""},
        {"mark_id": "x" * 65},
    ],
    ids=str,
)
def test_mark_that_fits_nothing_is_refused(workbench: Workbench, change: dict[str, object]) -> None:
    access = access_of(workbench, "reviewer1")
    desk = desk_of(access)
    application_id = desk.lines[0].application_id
    entry = replace(entry_on(access, desk, application_id), **change)  # type: ignore[arg-type]
    assert save_mark(access, desk.plan, application_id, entry=entry) is MarkRefusal.NOT_VALID
    assert load_marks(access, desk.plan, application_id) == ()


def test_mark_on_a_file_of_another_applicant_is_refused(workbench: Workbench) -> None:
    access = access_of(workbench, "chair")
    desk = desk_of(access)
    mine, other = (line.application_id for line in desk.lines[:2])
    entry = entry_on(access, desk, other)
    assert save_mark(access, desk.plan, mine, entry=entry) is MarkRefusal.NOT_VALID


def test_too_many_marks_are_refused_but_old_ones_can_be_reworded(workbench: Workbench) -> None:
    access = access_of(workbench, "reviewer1")
    desk = desk_of(access)
    application_id = desk.lines[0].application_id
    entry = entry_on(access, desk, application_id)
    for number in range(MOST_MARKS):
        workbench.store.save_page_mark(
            PageMark(
                f"m{number}", access.person.person_id, application_id, entry.sha256, 1, MarkKind.KEY, AREA, ""
            )
        )
    assert save_mark(access, desk.plan, application_id, entry=entry) is MarkRefusal.FULL
    again = replace(entry, mark_id="m7")
    assert isinstance(save_mark(access, desk.plan, application_id, entry=again), PageMark)


def test_recused_person_reads_and_writes_no_mark_any_more(workbench: Workbench) -> None:
    """The access is the one of the screen before the recusal: what is remembered there must not count."""
    access = access_of(workbench, "reviewer1")
    desk = desk_of(access)
    application_id = desk.lines[0].application_id
    entry = entry_on(access, desk, application_id)
    save_mark(access, desk.plan, application_id, entry=entry)
    recusal = Assignment(application_id, access.person.person_id, recused=True, recusal_reason="kin")
    record_recusal(access_of(workbench, "chair"), programme_of(workbench, PROGRAMME), recusal=recusal)
    with pytest.raises(NotAllowed):
        save_mark(access, desk.plan, application_id, entry=entry)
    with pytest.raises(NotAllowed):
        delete_mark(access, desk.plan, application_id, mark_id=entry.mark_id)
    with pytest.raises(NotAllowed):
        load_marks(access_of(workbench, "reviewer1"), desk.plan, application_id)


def test_application_outside_the_plan_is_not_found(workbench: Workbench) -> None:
    access = access_of(workbench, "office")
    desk = desk_of(access)
    snapshot = workbench.snapshot(desk.plan.snapshot_id)
    rows = snapshot._connection.cursor().execute(
        "select application_id from application where programme_code = ?", [OTHER_PROGRAMME]
    )
    elsewhere = ApplicationId(rows.fetchall()[0][0])
    with pytest.raises(NotFound):
        load_marks(access, desk.plan, elsewhere)
