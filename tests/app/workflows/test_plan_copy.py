"""What is taken over from another plan, whose plans may be seen, and two plans side by side."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.evidence import ApplicationId, ProgrammeCode
from app.domain.plan import PlanStatus, ReviewPlan, move_dimension, rebase, replace_dimension
from app.domain.visibility import NotAllowed
from app.errors import NotFound, PlanLocked
from app.reviews.store import Saved
from app.workbench import Workbench
from app.workflows.level_anchors import load_anchor_numbers
from app.workflows.plan_comparison import Mark, compare_plans
from app.workflows.plan_copy import with_copied_dimensions, with_whole_plan
from app.workflows.plan_draft import open_plan, revise_plan
from app.workflows.plan_sources import load_plan_sources, note_taking, require_source, sides_to_compare
from tests.app.workflows.people import access_of, programme_of

ANCHOR = ApplicationId("a-1")


def _plan(workbench: Workbench, code: str) -> ReviewPlan:
    stored = open_plan(access_of(workbench, "chair"), programme_of(workbench, code)).stored
    assert stored is not None
    return stored.plan


def _with_anchor(plan: ReviewPlan, anchor: ApplicationId = ANCHOR) -> ReviewPlan:
    first = plan.dimensions[0]
    level = replace(first.rubric_levels[0], anchors=(anchor,), note="校準時同意")
    changed = replace(first, rubric_levels=(level, *first.rubric_levels[1:]))
    return replace_dimension(replace(plan, status=PlanStatus.DRAFT), changed)


def test_whole_plan_keeps_whose_it_is_and_brings_what_it_says(workbench: Workbench) -> None:
    draft, source = _plan(workbench, "999102"), _with_anchor(_plan(workbench, "999101"))
    taken = with_whole_plan(draft, source)
    assert (taken.plan_id, taken.title, taken.snapshot_id) == (draft.plan_id, draft.title, draft.snapshot_id)
    assert [each.name for each in taken.dimensions] == [each.name for each in source.dimensions]
    assert len(taken.core_data.pairs) == len(source.core_data.pairs)
    # By the new names of its dimensions, and what is no dimension by its own.
    names = {
        old.dimension_id: new.dimension_id
        for old, new in zip(source.dimensions, taken.dimensions, strict=True)
    }
    assert taken.rules.tie_breaks == tuple(
        names.get(DimensionId(each), each) for each in source.rules.tie_breaks
    )
    assert set(names.values()) & set(taken.rules.tie_breaks)
    levels = [level for each in taken.dimensions for level in each.rubric_levels]
    assert [level.anchors for level in levels if level.anchors] == []
    assert levels[0].note == "校準時同意"


def test_earlier_revision_of_one_plan_keeps_ids_and_anchors(workbench: Workbench) -> None:
    locked = _plan(workbench, "999101")
    draft = rebase(locked)
    emptied = replace(draft, dimensions=draft.dimensions[:1])
    assert with_whole_plan(emptied, _with_anchor(locked)).dimensions == _with_anchor(locked).dimensions


def test_namesake_is_replaced_in_place_and_others_go_to_the_end(workbench: Workbench) -> None:
    draft, source = _plan(workbench, "999102"), _plan(workbench, "999101")
    first, second = draft.dimensions
    renamed = replace(
        source, dimensions=(replace(source.dimensions[0], name=second.name), *source.dimensions[1:])
    )
    chosen = {each.dimension_id for each in renamed.dimensions[:2]}
    taken = with_copied_dimensions(draft, renamed, chosen)
    assert [each.name for each in taken.dimensions] == [first.name, second.name, renamed.dimensions[1].name]
    assert taken.dimensions[1].dimension_id == second.dimension_id
    assert taken.core_data.categories_of(second.dimension_id) == source.core_data.categories_of(
        source.dimensions[0].dimension_id
    )
    assert with_copied_dimensions(draft, renamed, set()) == draft


def test_copied_dimension_follows_the_scale_of_the_draft(workbench: Workbench) -> None:
    draft, source = _plan(workbench, "999102"), _plan(workbench, "999101")
    draft = replace(draft, scale=ScoringScale.POINTS)
    taken = with_copied_dimensions(draft, source, {source.dimensions[0].dimension_id})
    assert taken.dimensions[-1].points == source.dimensions[0].weight_percent == Decimal(40)
    assert taken.dimensions[-1].rubric_levels[0].high == 40


def test_locked_plan_takes_nothing_over(workbench: Workbench) -> None:
    locked, source = _plan(workbench, "999101"), _plan(workbench, "999102")
    with pytest.raises(PlanLocked):
        with_whole_plan(locked, source)
    with pytest.raises(PlanLocked):
        with_copied_dimensions(locked, source, set())


def test_sources_are_those_the_person_may_see(workbench: Workbench) -> None:
    programme = programme_of(workbench, "999102")
    keys = {
        name: [each.key for each in load_plan_sources(access_of(workbench, name), programme)]
        for name in ("chair", "office")
    }
    assert keys["chair"] == keys["office"] == ["999102-115:draft", "999101-115:1"]
    chair = access_of(workbench, "chair")
    stranger = replace(
        chair, person=replace(chair.person, programme_codes=frozenset({programme.programme_code}))
    )
    assert [each.key for each in load_plan_sources(stranger, programme)] == ["999102-115:draft"]
    with pytest.raises(NotFound):
        require_source(stranger, programme, "999101-115:1")


def _sides(workbench: Workbench, code: str) -> list[str]:
    chair = access_of(workbench, "chair")
    sides = sides_to_compare(chair, load_plan_sources(chair, programme_of(workbench, code)))
    assert sides is not None
    return [each.key for each in sides]


def test_a_new_revision_is_put_beside_the_one_before(workbench: Workbench) -> None:
    chair = access_of(workbench, "chair")
    assert isinstance(revise_plan(chair, ProgrammeCode("999101")), Saved)
    assert _sides(workbench, "999101") == ["999101-115:1", "999101-115:draft"]


def test_a_first_draft_is_put_beside_the_plan_it_was_taken_from(workbench: Workbench) -> None:
    chair = access_of(workbench, "chair")
    draft = _plan(workbench, "999102")
    assert isinstance(revise_plan(chair, ProgrammeCode("999101")), Saved)
    # Before anything was taken over: the next there is.
    assert _sides(workbench, "999102") == ["999101-115:draft", "999102-115:draft"]
    sources = load_plan_sources(chair, programme_of(workbench, "999102"))
    taken = next(each for each in sources if each.key == "999101-115:1")
    note_taking(chair, draft.plan_id, taken)
    assert _sides(workbench, "999102") == ["999101-115:1", "999102-115:draft"]
    with pytest.raises(NotAllowed):
        note_taking(access_of(workbench, "reviewer1"), draft.plan_id, taken)


def test_comparison_marks_moved_changed_added_and_removed(workbench: Workbench) -> None:
    left = replace(_plan(workbench, "999101"), status=PlanStatus.DRAFT)
    first, second, third = left.dimensions
    right = move_dimension(left, first.dimension_id, 2)
    right = replace_dimension(right, replace(second, weight_percent=Decimal(30)))
    right = replace(right, rules=replace(right.rules, minimum_total=Decimal(60)))
    found = compare_plans(left, right, {})
    marks = [(each.left_place, each.right_place, each.mark) for each in found.dimensions]
    assert marks == [(2, 1, Mark.CHANGED), (3, 2, Mark.SAME), (1, 3, Mark.MOVED)]
    changed = [line for line in found.rules if line.mark is not Mark.SAME]
    assert [(line.field, line.left, line.right, line.mark) for line in changed] == [
        ("minimum_total", None, "60", Mark.ADDED)
    ]
    assert found.differences == 3
    shorter = replace(left, dimensions=(first, third))
    gone = compare_plans(left, shorter, {}).dimensions
    assert [each.mark for each in gone] == [Mark.SAME, Mark.SAME, Mark.REMOVED]
    assert [each.mark for each in compare_plans(shorter, left, {}).dimensions][1] is Mark.ADDED


def test_anchors_are_compared_by_their_number(workbench: Workbench) -> None:
    plan = _plan(workbench, "999101")
    lines = compare_plans(plan, _with_anchor(plan), {}).dimensions[0].lines
    found = [(each.left, each.right, each.mark) for each in lines if each.field == "anchors"]
    assert found == [(None, "1", Mark.ADDED)]


def test_same_plan_has_no_difference_and_namesakes_are_matched(workbench: Workbench) -> None:
    plan = _plan(workbench, "999101")
    assert compare_plans(plan, plan, {}).differences == 0
    other = with_whole_plan(_plan(workbench, "999102"), plan)
    found = compare_plans(plan, other, {})
    assert {each.mark for each in found.dimensions} == {Mark.SAME}
    assert [line.field for line in found.general if line.mark is not Mark.SAME] == ["title"]


def test_anchors_are_numbers_only_for_whom_may_open_them(workbench: Workbench) -> None:
    chair, reviewer = access_of(workbench, "chair"), access_of(workbench, "reviewer1")
    plan = _plan(workbench, "999101")
    every = workbench.store.load_assignments(plan.plan_id)
    own = [each for each in every if each.reviewer_id == reviewer.person.person_id and not each.recused]
    hidden, visible = own[0].application_id, own[1].application_id
    kept = [each for each in every if each != own[0]]
    workbench.store.save_assignments(plan.plan_id, kept, seen=every, person_id=chair.person.person_id)
    marked = _with_anchor(plan, hidden)
    assert set(load_anchor_numbers(chair, marked)) == {hidden}
    assert load_anchor_numbers(reviewer, marked) == {}
    assert load_anchor_numbers(reviewer, plan) == {}
    assert set(load_anchor_numbers(reviewer, _with_anchor(plan, visible))) == {visible}
