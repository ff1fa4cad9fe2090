"""The desk: who is on it, in which order, what it shows of an applicant, and what search may find."""

from __future__ import annotations

import pytest

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode
from app.domain.people import PersonId
from app.domain.scores import ReviewState
from app.domain.visibility import NotAllowed
from app.errors import NotFound
from app.workbench import Workbench
from app.workflows.category_content import load_category, load_tree
from app.workflows.core_overview import load_overview
from app.workflows.course_view import load_course_sheet
from app.workflows.desk_views import (
    ALL_COURSES,
    OVERVIEW,
    PROFILE,
    Absence,
    ApplicantLine,
    ApplicantOrder,
    Desk,
    ScoringRight,
)
from app.workflows.evidence_review import (
    load_category_table,
    load_own_review,
    open_desk,
    require_view,
)
from app.workflows.school_view import load_school_view
from tests.app.workflows.people import access_of

LOCKED, DRAFT = ProgrammeCode("999101"), ProgrammeCode("999102")


def desk_of(
    workbench: Workbench, name: str = "reviewer1", order: ApplicantOrder = ApplicantOrder.NUMBER
) -> Desk:
    desk = open_desk(access_of(workbench, name), LOCKED, order=order)
    assert desk is not None
    return desk


def first_line(desk: Desk, mode: str) -> ApplicantLine:
    return next(line for line in desk.lines if line.summary.submission_mode == mode)


def recuse(workbench: Workbench, desk: Desk, application_id: ApplicationId, name: str) -> None:
    person_id = access_of(workbench, name).person.person_id
    recusal = Assignment(application_id, person_id, recused=True, recusal_reason="kin")
    others = [
        each
        for each in workbench.store.load_assignments(desk.plan.plan_id)
        if (each.application_id, each.reviewer_id) != (application_id, person_id)
    ]
    store_as = PersonId("demo-chair")
    workbench.store.save_assignments(
        desk.plan.plan_id,
        [*others, recusal],
        seen=workbench.store.load_assignments(desk.plan.plan_id),
        person_id=store_as,
    )


def test_desk_without_a_locked_plan_is_none(workbench: Workbench) -> None:
    assert open_desk(access_of(workbench, "reviewer1"), DRAFT) is None


def test_desk_holds_exactly_the_visible_applications(workbench: Workbench) -> None:
    visible = access_of(workbench, "reviewer1").visible_applications(LOCKED)
    assert frozenset(line.application_id for line in desk_of(workbench).lines) == visible


@pytest.mark.parametrize("order", list(ApplicantOrder))
def test_every_order_keeps_pdf_uploads_apart_at_the_end(workbench: Workbench, order: ApplicantOrder) -> None:
    desk = desk_of(workbench, order=order)
    flags = [line.is_pdf for line in desk.lines]
    assert flags == sorted(flags)
    assert len({line.application_id for line in desk.lines}) == len(desk.lines)


def test_order_by_school_sorts_schools_within_the_groups(workbench: Workbench) -> None:
    lines = desk_of(workbench, order=ApplicantOrder.SCHOOL).lines
    schools = [line.summary.school_name for line in lines if not line.is_pdf]
    assert schools == sorted(schools)


def test_progress_counts_the_states_of_assigned_lines(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    states = [line.state for line in desk.lines if line.is_assigned]
    assert desk.progress.assigned == len(states)
    assert desk.progress.scored == states.count(ReviewState.SCORED) > 0
    assert desk_of(workbench, "office").progress.assigned == 0


def test_neighbours_end_at_both_ends(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    ids = [line.application_id for line in desk.lines]
    assert desk.neighbour(ids[0], step=-1) is None
    assert desk.neighbour(ids[0], step=1) == ids[1]
    assert desk.neighbour(ids[-1], step=1) is None


def test_recused_reviewer_loses_the_line_and_every_door(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    lost = desk.lines[0].application_id
    recuse(workbench, desk, lost, "reviewer1")
    access = access_of(workbench, "reviewer1")
    assert desk_of(workbench).find_line(lost) is None
    for door in (load_tree, load_overview, load_own_review, load_course_sheet, require_view):
        with pytest.raises(NotAllowed):
            door(access, desk.plan, lost)
    with pytest.raises(NotAllowed):
        load_school_view(access, desk, lost)
    with pytest.raises(NotAllowed):
        load_category(access, desk.plan, lost, category_code=PROFILE)


def test_application_of_another_programme_is_not_found(workbench: Workbench) -> None:
    access = access_of(workbench, "office")
    desk = desk_of(workbench, "office")
    with pytest.raises(NotFound):
        require_view(access, desk.plan, ApplicationId("no-such-application"))


def test_tree_puts_the_core_data_of_the_plan_first(workbench: Workbench) -> None:
    desk = desk_of(workbench)
    tree = load_tree(access_of(workbench, "reviewer1"), desk.plan, desk.lines[0].application_id)
    core = desk.plan.core_data.categories() | {PROFILE}
    assert {node.category_code for node in tree.core} <= core
    assert not {node.category_code for node in tree.other} & core
    assert {node.category_code[:13] for node in tree.courses} == {"course_group."}
    assert any(node.count == 0 for node in (*tree.core, *tree.other, *tree.courses))


def test_every_count_of_the_tree_is_what_the_category_holds(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    application_id = first_line(desk, "database").application_id
    tree = load_tree(access, desk.plan, application_id)
    counted = {node.category_code: node.count for node in (*tree.core, *tree.other, *tree.courses)}
    held = {}
    for code in counted:
        content = load_category(access, desk.plan, application_id, category_code=code)
        entries = (content.courses, content.outcomes, content.activities, content.unlinked)
        documents = content.documents if content.absence is None else ()
        held[code] = sum(map(len, entries)) + len(documents) + (content.profile is not None)
    assert held == counted


def test_all_courses_are_those_of_the_groups_together(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    application_id = first_line(desk, "database").application_id
    tree = load_tree(access, desk.plan, application_id)
    content = load_category(access, desk.plan, application_id, category_code=ALL_COURSES)
    assert len(content.courses) == sum(node.count for node in tree.courses) > 0


def test_pdf_upload_says_so_and_shows_the_document_that_stands_in(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    application_id = first_line(desk, "pdf").application_id
    content = load_category(access, desk.plan, application_id, category_code=ALL_COURSES)
    assert content.absence is Absence.CAME_AS_PDF
    assert [each.document_kind for each in content.documents] == ["course_record"]


def test_unknown_category_is_one_without_entries(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    application_id = desk.lines[0].application_id
    content = load_category(access, desk.plan, application_id, category_code=CategoryCode("nonsense"))
    assert content.absence is Absence.NO_ENTRIES
    assert content.label is None


def test_overview_names_every_dimension_and_leaves_nothing_blank(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    for mode in ("database", "pdf"):
        overview = load_overview(access, desk.plan, first_line(desk, mode).application_id)
        assert [each.dimension for each in overview.dimensions] == list(desk.plan.dimensions)
        groups = [group for each in overview.dimensions for group in each.groups]
        told = [bool(group.entries or group.unranked) == (group.absence is None) for group in groups]
        assert told == [True] * len(groups)
        assert any(group.count for group in groups)


def test_overview_of_a_pdf_upload_brings_its_documents(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    application_id = first_line(desk, "pdf").application_id
    content = load_category(access, desk.plan, application_id, category_code=OVERVIEW)
    assert content.absence is None
    assert "course_record" in [each.document_kind for each in content.documents]


def test_table_has_the_rows_of_the_desk_in_its_order(workbench: Workbench) -> None:
    desk = desk_of(workbench, order=ApplicantOrder.NAME)
    access = access_of(workbench, "reviewer1")
    for code in (PROFILE, ALL_COURSES):
        rows = load_category_table(access, desk, category_code=code)
        assert [row.line for row in rows] == list(desk.lines)


@pytest.mark.parametrize(
    "code", [ALL_COURSES, "course_outcome", "activity.competition", "document.activity_record"]
)
def test_table_says_of_each_applicant_what_the_applicant_alone_says(workbench: Workbench, code: str) -> None:
    desk, access = desk_of(workbench), access_of(workbench, "reviewer1")
    rows = load_category_table(access, desk, category_code=CategoryCode(code))
    assert len(rows) == len(desk.lines)
    contents = [
        load_category(access, desk.plan, row.line.application_id, category_code=CategoryCode(code))
        for row in rows
    ]
    uncounted = (None, Absence.NO_ENTRIES) if code == ALL_COURSES else (None,)
    for row, alone in zip(rows, contents, strict=True):
        assert row.absence == (None if alone.absence in uncounted else alone.absence)
    assert len({row.absence for row in rows}) > 1


@pytest.mark.parametrize(("name", "right"), [("reviewer1", "allowed"), ("office", "read_only")])
def test_scoring_right_follows_the_assignment(workbench: Workbench, name: str, right: str) -> None:
    desk = desk_of(workbench, name)
    own = load_own_review(access_of(workbench, name), desk.plan, desk.lines[0].application_id)
    assert own.right is ScoringRight(right)
