"""The passes over many applicants: who is on them, and that a page says the same as one applicant after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.core_data import CoreDataSelection
from app.domain.evidence import CategoryCode
from app.workbench import Workbench
from app.workflows import evidence_facts as facts
from app.workflows.category_content import load_category
from app.workflows.desk_views import (
    ALL_COURSES,
    COURSE_OUTCOME,
    PROFILE,
    Absence,
    ApplicantOrder,
    CategoryContent,
    Desk,
)
from app.workflows.evidence_review import load_own_review
from app.workflows.score_passes import (
    categories_in_order,
    dimensions_fed_by,
    load_page_evidence,
    load_pass_rows,
    read_page_ahead,
)
from tests.app.workflows.people import access_of
from tests.app.workflows.test_evidence_review import desk_of, recuse


def entry_ids(content: CategoryContent) -> list[str]:
    return [
        *(each.record_id for each in content.courses),
        *(each.outcome_id for each in content.outcomes),
        *(each.activity_id for each in content.activities),
        *(each.document_id for each in content.documents if content.absence is None),
        *(each.file_key for each in content.unlinked),
    ]


def codes_of(desk: Desk) -> list[CategoryCode]:
    return sorted(desk.plan.core_data.categories() - {PROFILE})


def test_rows_are_the_assigned_applicants_with_their_stored_reviews(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    rows = load_pass_rows(access, desk)
    assert [row.line for row in rows] == [line for line in desk.lines if line.is_assigned]
    for row in rows:
        assert row.review == load_own_review(access, desk.plan, row.application_id).review


def test_rows_keep_the_order_of_the_list(workbench: Workbench) -> None:
    desk = desk_of(workbench, order=ApplicantOrder.RANDOM)
    rows = load_pass_rows(access_of(workbench, "reviewer1"), desk)
    assert [row.application_id for row in rows] == [line.application_id for line in desk.lines]
    assert [row.line.is_pdf for row in rows] == sorted(row.line.is_pdf for row in rows)


def test_who_is_not_assigned_has_no_rows(workbench: Workbench) -> None:
    assert load_pass_rows(access_of(workbench, "chair"), desk_of(workbench, "chair")) == ()


def test_recused_applicant_is_on_no_row_and_no_page(workbench: Workbench) -> None:
    before = desk_of(workbench)
    target = before.lines[0].application_id
    recuse(workbench, before, target, "reviewer1")
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    assert target not in [row.application_id for row in load_pass_rows(access, desk)]
    assert load_page_evidence(access, desk, [target], category_codes=codes_of(desk)) == {}


def test_a_page_says_what_each_applicant_alone_says(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    ids = [line.application_id for line in desk.lines]
    codes = [*codes_of(desk), ALL_COURSES, COURSE_OUTCOME, CategoryCode("attachment.unlinked")]
    page = load_page_evidence(access, desk, ids, category_codes=list(dict.fromkeys(codes)))
    assert list(page) == ids
    seen = 0
    for application_id, categories in page.items():
        for category in categories:
            alone = load_category(access, desk.plan, application_id, category_code=category.category_code)
            found = [line.entry_id for line in category.lines]
            same = found if category.category_code != ALL_COURSES else sorted(found)
            wanted = entry_ids(alone)
            assert same == (wanted if category.category_code != ALL_COURSES else sorted(wanted))
            assert category.absence == alone.absence
            seen += len(found)
    assert seen > 500


@pytest.mark.parametrize("kind", ["course_record", "course_outcome", "activity_record"])
def test_nobody_is_left_blank_where_documents_of_one_item_are_asked_for(
    workbench: Workbench, kind: str
) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    ids = [line.application_id for line in desk.lines]
    code = CategoryCode(f"document.{kind}")
    page = load_page_evidence(access, desk, ids, category_codes=[code])
    assert [len(page[each]) for each in ids] == [1] * len(ids)
    seen = set()
    for application_id, (category,) in page.items():
        alone = load_category(access, desk.plan, application_id, category_code=code)
        assert category.absence == alone.absence
        assert bool(category.lines) == (category.absence is None)
        seen.add(category.absence)
    assert {None, Absence.CAME_AS_RECORDS} <= seen


def test_categories_come_in_the_order_of_the_tree(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    dimension_id = desk.plan.dimensions[0].dimension_id
    categories = categories_in_order(access, desk, dimension_id)
    assert {code for code, _ in categories} == desk.plan.core_data.categories_of(dimension_id) - {PROFILE}
    groups = [code.startswith("course_group.") for code, _ in categories]
    assert groups == sorted(groups)


def test_a_course_group_feeds_what_all_courses_feed(workbench: Workbench) -> None:
    plan = desk_of(workbench).plan
    one, two, _ = (each.dimension_id for each in plan.dimensions)
    group = CategoryCode("course_group.x")
    chosen = replace(plan, core_data=CoreDataSelection(frozenset({(one, ALL_COURSES), (two, group)})))
    assert dimensions_fed_by(chosen, group) == (one, two)
    assert dimensions_fed_by(chosen, ALL_COURSES) == (one,)
    assert dimensions_fed_by(chosen, CategoryCode("activity.work")) == ()


def test_a_page_read_ahead_is_the_page_that_is_read(workbench: Workbench) -> None:
    access, desk = access_of(workbench, "reviewer1"), desk_of(workbench)
    ids = [line.application_id for line in desk.lines][:3]
    codes = [code for code, _ in categories_in_order(access, desk, desk.plan.dimensions[0].dimension_id)]
    read_page_ahead(access, desk, ids, category_codes=codes)
    workbench.aside.finish()
    before = facts.lines_of_page.cache_info()
    load_page_evidence(access, desk, ids, category_codes=codes)
    after = facts.lines_of_page.cache_info()
    assert (after.hits - before.hits, after.misses - before.misses) == (1, 0)
