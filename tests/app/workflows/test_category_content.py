"""Why a category is empty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.evidence import CategoryCode, ProgrammeCode
from app.workbench import Workbench
from app.workflows.category_content import absence_of, load_category
from app.workflows.desk_views import ALL_COURSES, COURSE_OUTCOME, PROFILE, Absence
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
