"""Tagged pages: who may tag and take back, what counts where, and what a replaced file means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode
from app.domain.page_tags import PageTag, PageTagEvent
from app.domain.people import PersonId, Role
from app.domain.visibility import NotAllowed
from app.workbench import Workbench
from app.workflows.access import Access
from app.workflows.category_content import load_category, load_tree
from app.workflows.core_overview import load_overview
from app.workflows.desk_views import ALL_COURSES, PROFILE, Absence, Desk, TaggedPages
from app.workflows.evidence_review import load_category_table, open_desk
from app.workflows.page_tags import (
    TagEntry,
    TagRefusal,
    load_choice,
    load_tags,
    save_tag,
    take_back_tag,
)
from tests.app.workflows.people import access_of

PROGRAMME = ProgrammeCode("999101")


def desk_of(access: Access) -> Desk:
    desk = open_desk(access, PROGRAMME)
    assert desk is not None
    return desk


def first(desk: Desk, mode: str) -> ApplicationId:
    return next(line.application_id for line in desk.lines if line.summary.submission_mode == mode)


def activity_category(access: Access, desk: Desk, application_id: ApplicationId) -> CategoryCode:
    nodes = load_choice(access, desk.plan, application_id)
    return next(node.category_code for node in nodes if node.category_code.startswith("activity."))


def entry_on(access: Access, desk: Desk, application_id: ApplicationId) -> TagEntry:
    """The first page of the uploaded activities, as the first list of activities."""
    content = load_category(
        access, desk.plan, application_id, category_code=CategoryCode("document.activity_record")
    )
    code = activity_category(access, desk, application_id)
    return TagEntry("event-1", "tag-1", content.documents[0].file.sha256, 1, 1, code)


def tagged(access: Access, desk: Desk, application_id: ApplicationId, entry: TagEntry) -> PageTagEvent:
    outcome = save_tag(access, desk.plan, application_id, entry=entry)
    assert isinstance(outcome, PageTagEvent)
    return outcome


def test_tagged_pages_stand_for_the_category_everywhere(workbench: Workbench) -> None:
    access = access_of(workbench, "chair")
    desk = desk_of(access)
    application_id = first(desk, "pdf")
    entry = entry_on(access, desk, application_id)
    code = entry.category_code
    before = load_category(access, desk.plan, application_id, category_code=code)
    assert (before.absence, before.tagged) == (Absence.CAME_AS_PDF, ())
    tagged(access, desk, application_id, entry)

    content = load_category(access_of(workbench, "office"), desk.plan, application_id, category_code=code)
    assert (content.absence, content.whole_documents, len(content.documents)) == (None, (), 1)
    assert [(each.tag.first_page, each.tag.last_page, each.role) for each in content.tagged] == [
        (1, 1, Role.CHAIR)
    ]
    tree = load_tree(access, desk.plan, application_id)
    counts = {node.category_code: node.count for node in (*tree.core, *tree.other, *tree.courses)}
    assert counts[code] == 1
    rows = load_category_table(access, desk, category_code=code)
    row = next(each for each in rows if each.line.application_id == application_id)
    assert (row.entries, row.ranges) == (1, ((1, 1),))
    overview = load_overview(access, desk.plan, application_id)
    digests = [each for block in overview.dimensions for each in block.groups]
    assert [(each.count, each.absence) for each in digests if each.category_code == code] in (
        [],
        [(1, None)],
    )


def test_tag_on_all_courses_counts_without_a_node_of_its_own(workbench: Workbench) -> None:
    access = access_of(workbench, "chair")
    desk = desk_of(access)
    application_id = first(desk, "pdf")
    entry = replace(entry_on(access, desk, application_id), category_code=ALL_COURSES)
    tagged(access, desk, application_id, entry)
    assert load_tree(access, desk.plan, application_id).all_courses_tags == 1
    rows = load_category_table(access, desk, category_code=ALL_COURSES)
    assert [(row.entries, row.ranges) for row in rows if row.ranges] == [(None, ((1, 1),))]


def test_several_and_overlapping_ranges_are_allowed(workbench: Workbench) -> None:
    access = access_of(workbench, "chair")
    desk = desk_of(access)
    application_id = first(desk, "pdf")
    entry = entry_on(access, desk, application_id)
    for number in range(3):
        again = replace(entry, event_id=f"e{number}", tag_id=f"t{number}")
        tagged(access, desk, application_id, again)
    content = load_category(access, desk.plan, application_id, category_code=entry.category_code)
    assert [each.tag.tag_id for each in content.tagged] == ["t0", "t1", "t2"]


@pytest.mark.parametrize(
    "change",
    [
        {"first_page": 0},
        {"first_page": 2, "last_page": 1},
        {"last_page": 9999},
        {"sha256": "0" * 64},
        {"category_code": PROFILE},
        {"category_code": CategoryCode("document.activity_record")},
        {"category_code": CategoryCode("nonsense")},
        {"event_id": ""},
        {"tag_id": "x" * 65},
    ],
    ids=str,
)
def test_tag_that_fits_nothing_is_refused(workbench: Workbench, change: dict[str, object]) -> None:
    access = access_of(workbench, "chair")
    desk = desk_of(access)
    application_id = first(desk, "pdf")
    entry = replace(entry_on(access, desk, application_id), **change)  # type: ignore[arg-type]
    assert save_tag(access, desk.plan, application_id, entry=entry) is TagRefusal.NOT_VALID
    assert load_tags(access, desk.plan, application_id) == ()


def test_applicant_of_the_database_has_nothing_to_tag(workbench: Workbench) -> None:
    access = access_of(workbench, "chair")
    desk = desk_of(access)
    application_id = first(desk, "database")
    content = load_category(
        access, desk.plan, application_id, category_code=CategoryCode("document.personal_statement")
    )
    entry = TagEntry("e", "t", content.documents[0].file.sha256, 1, 1, ALL_COURSES)
    assert load_choice(access, desk.plan, application_id) == ()
    assert save_tag(access, desk.plan, application_id, entry=entry) is TagRefusal.NOT_VALID


def test_reviewer_tags_what_is_assigned_and_nothing_else(workbench: Workbench) -> None:
    chair, before = access_of(workbench, "chair"), access_of(workbench, "reviewer1")
    desk = desk_of(chair)
    pdf = [line.application_id for line in desk_of(before).lines if line.is_pdf]
    mine, foreign = pdf[:2]
    store, reviewer_id = workbench.store, before.person.person_id
    stored = store.load_assignments(desk.plan.plan_id)
    left = [each for each in stored if (each.application_id, each.reviewer_id) != (foreign, reviewer_id)]
    store.save_assignments(desk.plan.plan_id, left, seen=stored, person_id=chair.person.person_id)
    entry = entry_on(chair, desk, foreign)
    # The access of the screen drawn before still knows the old assignment: a tag must ask anew.
    with pytest.raises(NotAllowed):
        save_tag(before, desk.plan, foreign, entry=entry)
    reviewer = access_of(workbench, "reviewer1")
    for door in (load_tags, load_choice):
        with pytest.raises(NotAllowed):
            door(reviewer, desk.plan, foreign)
    event = tagged(reviewer, desk, mine, entry_on(reviewer, desk, mine))
    assert event.person_id == reviewer_id


def _tagged_by(workbench: Workbench, name: str) -> tuple[Desk, ApplicationId]:
    """A tag of ``name`` on an applicant both reviewers see, or only that one when they share none."""
    access = access_of(workbench, name)
    desk = desk_of(access)
    application_id = first(desk, "pdf")
    tagged(access, desk, application_id, entry_on(access, desk, application_id))
    return desk, application_id


@pytest.mark.parametrize("name", ["reviewer1", "chair", "office"])
def test_author_chair_and_office_take_a_tag_back(workbench: Workbench, name: str) -> None:
    desk, application_id = _tagged_by(workbench, "reviewer1")
    access = access_of(workbench, name)
    assert [each.may_remove for each in load_tags(access, desk.plan, application_id)] == [True]
    outcome = take_back_tag(access, desk.plan, application_id, tag_id="tag-1", event_id="event-2")
    assert isinstance(outcome, PageTagEvent)
    assert load_tags(access, desk.plan, application_id) == ()
    again = take_back_tag(access, desk.plan, application_id, tag_id="tag-1", event_id="event-3")
    assert again is TagRefusal.GONE


def test_another_reviewer_sees_a_tag_but_cannot_take_it_back(workbench: Workbench) -> None:
    reviewer = access_of(workbench, "reviewer1")
    desk = desk_of(reviewer)
    application_id = first(desk, "pdf")
    chair = access_of(workbench, "chair")
    tagged(chair, desk, application_id, entry_on(chair, desk, application_id))
    assert [each.may_remove for each in load_tags(reviewer, desk.plan, application_id)] == [False]
    with pytest.raises(NotAllowed):
        take_back_tag(reviewer, desk.plan, application_id, tag_id="tag-1", event_id="event-2")
    assert len(load_tags(chair, desk.plan, application_id)) == 1


def test_tag_of_a_replaced_file_counts_nowhere_and_is_still_listed(workbench: Workbench) -> None:
    access = access_of(workbench, "chair")
    desk = desk_of(access)
    application_id = first(desk, "pdf")
    code = activity_category(access, desk, application_id)
    old = PageTag("tag-9", application_id, "e" * 64, 1, 2, code)
    workbench.store.save_page_tag_event(PageTagEvent("event-9", old, False, PersonId("demo-office")))
    (found,) = load_tags(access, desk.plan, application_id)
    assert isinstance(found, TaggedPages)
    assert (found.document, found.may_remove) == (None, True)
    content = load_category(access, desk.plan, application_id, category_code=code)
    assert (content.tagged, content.absence) == ((), Absence.CAME_AS_PDF)
    assert [row.ranges for row in load_category_table(access, desk, category_code=code) if row.ranges] == []
