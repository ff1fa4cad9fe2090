"""Course table, open course and school view on screen: what is drawn for whom."""

from __future__ import annotations

from typing import Any

from app.domain.evidence import ApplicationId, CategoryCode
from app.evidence.questions import load_course_records, load_profile
from app.ui.components.course_rows import FIELDS
from app.ui.text.desk_school import ZH as SCHOOL_ZH
from app.workbench import Workbench
from app.workflows.desk_views import Desk
from tests.app.ui.desk_screen import desk_screen, part_data
from tests.app.workflows.test_evidence_review import desk_of, first_line
from tests.app.workflows.test_school_view import common_school, view_of

COURSES = CategoryCode("course_group")
FIELDS_OF_OFFER = ("subject", "category", "area", "credits", "own", "taken", "syllabus")


def database_application(desk: Desk) -> ApplicationId:
    return first_line(desk, "database").application_id


def opened(workbench: Workbench, **address: str) -> Any:
    return desk_screen(workbench, address={"category": COURSES, **address})


def column(data: dict[str, Any], name: str) -> list[Any]:
    return [row[FIELDS.index(name)] for row in data["rows"]]


def test_table_holds_every_course_once(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    own = database_application(desk)
    data = part_data(opened(workbench, app=own), f"desk:courses:{own}:{COURSES}")
    records = load_course_records(workbench.snapshot(desk.plan.snapshot_id), own)
    assert column(data, "id") == [each.record_id for each in records]
    assert (data["fields"], data["selected"], data["is_whole"]) == (list(FIELDS), None, True)
    profile = load_profile(workbench.snapshot(desk.plan.snapshot_id), own)
    assert data["has_sixth"] is profile.has_sixth_semester


def test_course_group_is_a_part_of_the_table_without_filters(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    own = database_application(desk)
    first, *_ = load_course_records(workbench.snapshot(desk.plan.snapshot_id), own)
    category = f"course_group.{first.course_group_code}"
    data = part_data(opened(workbench, app=own, category=category), f"desk:courses:{own}:{category}")
    assert data["is_whole"] is False
    assert data["groups"] == [[first.course_group_code, first.course_group_label]]


def test_open_course_shows_its_bins_and_its_semesters(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    own = database_application(desk)
    records = load_course_records(workbench.snapshot(desk.plan.snapshot_id), own)
    record = next(each for each in records if each.distribution and each.grade is not None)
    data = part_data(opened(workbench, app=own, record=record.record_id), f"desk:detail:{record.record_id}")
    assert record.distribution is not None
    assert data["chart"]["bins"] == list(record.distribution.grade_bins)
    assert len(data["chart"]["bars"]) == 10
    assert record.record_id in {each["id"] for each in data["siblings"]} or not data["siblings"]


def test_course_of_somebody_else_is_not_opened(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    own = database_application(desk)
    other = next(line for line in desk.lines if line.application_id != own and not line.is_pdf)
    foreign = load_course_records(workbench.snapshot(desk.plan.snapshot_id), other.application_id)[0]
    screen = opened(workbench, app=own, record=foreign.record_id)
    assert part_data(screen, f"desk:courses:{own}:{COURSES}")["selected"] is None
    assert not [e for e in screen.get("bidi_component") if e.proto.id.endswith(foreign.record_id)]


def test_school_view_draws_every_semester_and_only_visible_schoolmates(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    own = next(each for each in common_school(workbench, desk) if view_of(workbench, each).standings)
    view = view_of(workbench, own)
    screen = opened(workbench, app=own, view="school")
    data = part_data(screen, f"desk:school:{own}")
    semesters = {(each.academic_year, each.semester) for each in view.standings}
    assert [each["label"] for each in data["semesters"]] == [f"{y}-{s}" for y, s in sorted(semesters)]
    assert [len(level["cells"]) for level in data["levels"]] == [len(semesters)] * len(data["levels"])
    mates = part_data(screen, f"desk:schoolmates:{own}")
    assert [row[0] for row in mates["rows"]] == [line.application_id for line in view.schoolmates]
    assert mates["title"] == SCHOOL_ZH.schoolmates.format(count=len(view.schoolmates))


def test_school_view_of_a_pdf_upload_says_what_the_database_lacks(workbench: Workbench) -> None:
    own = first_line(desk_of(workbench), "pdf").application_id
    screen = opened(workbench, app=own, view="school")
    assert part_data(screen, f"desk:school:{own}")["levels"] == []
    assert part_data(screen, f"desk:school:{own}")["nothing"] == SCHOOL_ZH.standings_pdf
    desk = desk_of(workbench)
    offer = part_data(screen, f"desk:offer:{desk.plan.plan_id}:{desk.plan.revision}:{own}")
    assert (offer["note"], offer["nothing"]) == (SCHOOL_ZH.offer_all_years, "")
    assert sum(course[FIELDS_OF_OFFER.index("taken")] for course in offer["courses"]) == 0


def test_offered_syllabus_opens_and_closes(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    line = next(
        line
        for line in desk.lines
        if any(each.syllabus_id for each in view_of(workbench, line.application_id).offer)
    )
    key = f"desk:offered:{desk.plan.plan_id}:{desk.plan.revision}:{line.application_id}"
    offered = next(each for each in view_of(workbench, line.application_id).offer if each.syllabus_id)
    screen = opened(workbench, app=line.application_id, view="school")
    screen.session_state[key] = offered.syllabus_id
    shown = part_data(screen.run(), f"desk:offered_syllabus:{offered.syllabus_id}")
    assert shown["rows"][0]["text"] == offered.subject
