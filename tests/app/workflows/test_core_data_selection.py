"""The matrix of evidence and dimensions: counts, closed items, ticks that are checked, the preview."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.dimensions import DimensionId
from app.domain.evidence import CategoryCode, Programme
from app.domain.plan import ReviewPlan
from app.domain.visibility import NotAllowed
from app.errors import NotFound, PlanLocked
from app.evidence.questions import load_applications, load_category_rows
from app.reviews.store import ItemChoice, Saved
from app.workbench import Workbench
from app.workflows.core_data_selection import (
    Tick,
    apply_ticks,
    category_labels,
    dimensions_without_core,
    load_core_data,
    load_preview_choices,
    load_preview_tree,
    read_tick,
)
from app.workflows.plan_draft import open_plan
from tests.app.workflows.people import access_of, person_named, programme_of

PROFILE, COMPETITION = CategoryCode("profile"), CategoryCode("activity.competition")


def _draft(workbench: Workbench) -> tuple[Programme, ReviewPlan]:
    programme = programme_of(workbench, "999102")
    stored = open_plan(access_of(workbench, "chair"), programme).stored
    assert stored is not None
    return programme, stored.plan


def test_every_category_stands_once_with_its_applicants(workbench: Workbench) -> None:
    programme, plan = _draft(workbench)
    chair = access_of(workbench, "chair")
    core = load_core_data(chair, programme, plan)
    codes = [line.category_code for line in core.lines]
    assert len(codes) == len(set(codes))
    assert set(codes) == set(category_labels(chair, plan))
    snapshot = workbench.snapshot(plan.snapshot_id)
    rows = load_category_rows(snapshot, programme.programme_code, category_code=COMPETITION)
    line = next(each for each in core.lines if each.category_code == COMPETITION)
    assert line.applications == sum(row.entries > 0 for row in rows)
    modes = [each.submission_mode for each in load_applications(snapshot, programme.programme_code)]
    assert (core.applications, core.pdf_only) == (len(modes), modes.count("pdf"))
    assert line.missing == len(modes) - modes.count("pdf") - line.applications


def test_groups_follow_the_items_and_profile_comes_first(workbench: Workbench) -> None:
    programme, plan = _draft(workbench)
    core = load_core_data(access_of(workbench, "chair"), programme, plan)
    names = [group.name for group in core.groups]
    assert names[:3] == ["profile", "修課紀錄", "課程學習成果"]
    courses = next(group for group in core.groups if group.name == "修課紀錄")
    assert {line.item_codes for line in courses.lines} == {("A",)}


def test_items_the_office_has_not_opened_are_closed(workbench: Workbench) -> None:
    programme, plan = _draft(workbench)
    before = workbench.store.find_item_choice(programme.programme_code)
    seen = before.row_revision if before else 0
    allowed = frozenset({"A", "B", "F"})
    choice = ItemChoice(programme.programme_code, allowed, frozenset(), False, seen)
    office = person_named(workbench, "office")
    saved = workbench.store.save_item_choice(
        choice, seen_revision=seen, person_id=office.person_id, reason=""
    )
    assert isinstance(saved, Saved)
    lines = load_core_data(access_of(workbench, "chair"), programme, plan).lines
    by_code = {line.category_code: line for line in lines}
    assert by_code[COMPETITION].closed_codes == ("J",)
    assert by_code[COMPETITION].is_open is False
    # One of its items is open, so the outcome may be chosen.
    outcome = by_code[CategoryCode("course_outcome")]
    assert (outcome.is_open, outcome.closed_codes) == (True, ("C", "D", "E"))
    assert by_code[PROFILE].is_open is True


def test_ticks_go_in_only_where_allowed_and_always_out(workbench: Workbench) -> None:
    _, plan = _draft(workbench)
    first = plan.dimensions[0].dimension_id
    ticks = [Tick(first, (PROFILE, COMPETITION), True)]
    added = apply_ticks(plan, ticks, frozenset({PROFILE}))
    assert added.core_data.categories_of(first) == plan.core_data.categories_of(first) | {PROFILE}
    everything = tuple(plan.core_data.categories())
    emptied = apply_ticks(plan, [Tick(first, everything, False)], frozenset())
    assert emptied.core_data.categories_of(first) == frozenset()
    assert dimensions_without_core(emptied) == [plan.dimensions[0].name]


def test_tick_of_a_dimension_that_is_gone_changes_nothing(workbench: Workbench) -> None:
    _, plan = _draft(workbench)
    tick = Tick(DimensionId("gone"), (PROFILE,), True)
    assert apply_ticks(plan, [tick], frozenset({PROFILE})) == plan


def test_locked_plan_takes_no_tick(workbench: Workbench) -> None:
    stored = open_plan(access_of(workbench, "chair"), programme_of(workbench, "999101")).stored
    assert stored is not None
    with pytest.raises(PlanLocked):
        apply_ticks(stored.plan, [], frozenset())


def test_message_of_the_screen_is_not_trusted() -> None:
    assert read_tick({"dimension_id": "d", "category_codes": "profile", "on": 1}) == Tick(
        DimensionId("d"), (), False
    )


def test_preview_is_the_tree_of_a_visible_applicant(workbench: Workbench) -> None:
    _, plan = _draft(workbench)
    chair = access_of(workbench, "chair")
    choices = load_preview_choices(chair, plan)
    tree = load_preview_tree(chair, plan, choices[0].application_id)
    labels = {node.category_code for node in tree}
    assert labels == set(category_labels(chair, plan))
    other = replace(plan, programme_code=programme_of(workbench, "999101").programme_code)
    elsewhere = load_preview_choices(chair, other)
    with pytest.raises(NotAllowed):
        load_preview_tree(access_of(workbench, "researcher"), plan, choices[0].application_id)
    with pytest.raises(NotFound):
        load_preview_tree(chair, plan, elsewhere[0].application_id)
