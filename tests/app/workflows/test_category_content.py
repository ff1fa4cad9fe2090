"""Why a category is empty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.evidence import CategoryCode, ProgrammeCode
from app.workbench import Workbench
from app.workflows.category_content import absence_of, load_category
from app.workflows.desk_views import ALL_COURSES, COURSE_OUTCOME, PROFILE, Absence, absence_in
from app.workflows.evidence_review import open_desk
from tests.app.workflows.people import access_of


@pytest.mark.parametrize(
    ("mode", "absence"),
    [
        ("json", Absence.NO_ENTRIES),
        ("pdf", Absence.CAME_AS_PDF),
        ("missing", Absence.NOT_SUBMITTED),
        ("unreadable", Absence.UNREADABLE),
    ],
)
def test_absence_follows_the_form_an_item_arrived_in(
    workbench: Workbench, mode: str, absence: Absence
) -> None:
    access = access_of(workbench, "reviewer1")
    desk = open_desk(access, ProgrammeCode("999101"))
    assert desk is not None
    content = load_category(access, desk.plan, desk.lines[0].application_id, category_code=PROFILE)
    assert content.profile is not None
    arrived = replace(
        content.profile, course_record_mode=mode, course_outcome_mode=mode, activity_record_mode=mode
    )
    codes = (ALL_COURSES, COURSE_OUTCOME, CategoryCode("activity.work"))
    assert [absence_of(arrived, code) for code in codes] == [absence] * 3


@pytest.mark.parametrize(
    ("mode", "absence"),
    [
        ("json", Absence.CAME_AS_RECORDS),
        ("pdf", Absence.NO_ENTRIES),
        ("missing", Absence.NOT_SUBMITTED),
        ("unreadable", Absence.UNREADABLE),
    ],
)
def test_document_that_stands_for_an_item_is_not_needed_where_the_item_came(
    mode: str, absence: Absence
) -> None:
    modes = {"course": mode, "outcome": mode, "activity": mode}
    kinds = ("course_record", "course_outcome", "practical_work", "activity_record")
    assert [absence_in(modes, CategoryCode(f"document.{kind}")) for kind in kinds] == [absence] * 4
    assert absence_in(modes, CategoryCode("document.personal_statement")) is Absence.NO_ENTRIES
