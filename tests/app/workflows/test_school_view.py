"""The school view tells of nobody whom the person may not see."""

from __future__ import annotations

from collections import Counter

import pytest

from app.domain.evidence import ApplicationId
from app.domain.folding import fold
from app.domain.people import PersonId
from app.domain.visibility import NotAllowed
from app.workbench import Workbench
from app.workflows.course_facts import course_lines_of, school_codes_of
from app.workflows.desk_views import Desk
from app.workflows.school_view import SchoolView, find_offered_syllabus, load_school_view
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of, first_line, recuse


def common_school(workbench: Workbench, desk: Desk) -> list[ApplicationId]:
    """The visible applications of the school that most of them come from."""
    codes = school_codes_of(workbench.snapshot(desk.plan.snapshot_id), desk.plan.programme_code)
    ids = [line.application_id for line in desk.lines]
    (most, _), *_ = Counter(codes[each] for each in ids).most_common(1)
    return [each for each in ids if codes[each] == most]


def view_of(workbench: Workbench, application_id: ApplicationId, name: str = "reviewer1") -> SchoolView:
    return load_school_view(access_of(workbench, name), desk_of(workbench, name), application_id)


def test_schoolmates_are_the_visible_ones_of_the_same_school_in_the_order_of_the_desk(
    workbench: Workbench,
) -> None:
    own, *others = common_school(workbench, desk_of(workbench))
    assert [line.application_id for line in view_of(workbench, own).schoolmates] == others
    assert others


def test_schoolmate_of_nobody_assigned_is_neither_listed_nor_counted(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    own, *others = common_school(workbench, desk)
    _unassign(workbench, desk, others[0])
    assert [line.application_id for line in view_of(workbench, own).schoolmates] == others[1:]
    assert len(view_of(workbench, own, "chair").schoolmates) >= len(others)


def _unassign(workbench: Workbench, desk: Desk, application_id: ApplicationId) -> None:
    seen = workbench.store.load_assignments(desk.plan.plan_id)
    rest = [each for each in seen if each.application_id != application_id]
    chair = PersonId("demo-chair")
    workbench.store.save_assignments(desk.plan.plan_id, rest, seen=seen, person_id=chair)


def test_recused_schoolmate_is_neither_listed_nor_counted(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    own, lost, *rest = common_school(workbench, desk)
    recuse(workbench, desk, lost, "reviewer1")
    assert [line.application_id for line in view_of(workbench, own).schoolmates] == rest


def test_school_of_a_recused_application_is_closed(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    lost = desk.lines[0].application_id
    recuse(workbench, desk, lost, "reviewer1")
    with pytest.raises(NotAllowed):
        find_offered_syllabus(access_of(workbench, "reviewer1"), desk, lost, syllabus_id="any")


def test_pdf_upload_has_an_offer_and_no_standings(workbench: Workbench) -> None:
    view = view_of(workbench, first_line(desk_of(workbench), "pdf").application_id)
    assert (view.course_record_mode, view.standings, view.entry_year) == ("pdf", (), None)
    assert view.offer
    assert view.taken == frozenset()


def test_taken_courses_are_found_in_the_offer(workbench: Workbench) -> None:
    view = view_of(workbench, first_line(desk_of(workbench), "database").application_id)
    offered = {(each.course_category, fold(each.subject)) for each in view.offer}
    assert len(view.taken & offered) > len(view.taken) / 2


def test_other_schools_are_those_of_codes_from_elsewhere(workbench: Workbench) -> None:
    desk = desk_of(workbench, "chair")
    snapshot = workbench.snapshot(desk.plan.snapshot_id)
    for line in desk.lines[:12]:
        view = view_of(workbench, line.application_id, "chair")
        lines = course_lines_of(snapshot, line.application_id).values()
        foreign = [each for each in lines if each.code.school_code not in ("", view.profile.school_code)]
        assert sum(each.courses for each in view.other_schools) == len(foreign)


def test_syllabus_of_another_school_is_not_opened(workbench: Workbench) -> None:
    desk, access = desk_of(workbench, "chair"), access_of(workbench, "chair")
    views = [view_of(workbench, line.application_id, "chair") for line in desk.lines[:20]]
    own = next(view for view in views if any(each.syllabus_id for each in view.offer))
    application_id = desk.lines[views.index(own)].application_id
    keys = {each.syllabus_id for each in own.offer if each.syllabus_id}
    foreign = {each.syllabus_id for view in views for each in view.offer if each.syllabus_id} - keys
    found = find_offered_syllabus(access, desk, application_id, syllabus_id=min(keys))
    assert found is not None
    assert found.syllabus_id == min(keys)
    assert find_offered_syllabus(access, desk, application_id, syllabus_id=min(foreign)) is None
