"""Edits of dimensions: each makes a plan from a plan, and what cannot be used is refused with what was entered."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.evidence import ApplicationId, CategoryCode, Programme, ProgrammeCode, SnapshotId
from app.domain.plan import ReviewPlan, weight_shortfall
from app.domain.plan_problems import plan_problems
from app.workflows.dimension_setup import (
    DimensionEdit,
    EditKind,
    EditNames,
    TemplateDimension,
    UnusableEdit,
    add_blank,
    apply_edit,
    number_or_none,
    read_edit,
    with_scale,
    with_template,
)
from app.workflows.plan_changes import plan_changes
from app.workflows.plan_draft import blank_plan

NAMES = EditNames("新面向", "（複本）", ("傑出", "優", "佳", "可", "不佳"))
TEMPLATE = [TemplateDimension(name, "", ("a", "b", "c", "d", "e")) for name in ("甲", "乙", "丙")]
PROGRAMME = Programme(ProgrammeCode("P1"), "甲系", "虛構大學", "cac", 115)


@pytest.fixture
def plan() -> ReviewPlan:
    """Three dimensions from the template."""
    return with_template(blank_plan(PROGRAMME, SnapshotId("s"), title="計畫"), TEMPLATE, NAMES)


def _field(plan: ReviewPlan, field: str, value: str, level: int | None = None) -> ReviewPlan:
    key = plan.dimensions[0].dimension_id
    return apply_edit(plan, DimensionEdit(EditKind.FIELD, key, field, value, level), NAMES)


def test_template_weights_add_up(plan: ReviewPlan) -> None:
    assert [each.weight_percent for each in plan.dimensions] == [34, 33, 33]
    assert weight_shortfall(plan) == 0
    assert {str(each.kind) for each in plan_problems(plan)} == {"no_core_data"}


@pytest.mark.parametrize("typed", ["１９", "19", " 19 ", "19%", "19.0"])
def test_weight_as_people_type_it(plan: ReviewPlan, typed: str) -> None:
    changed = _field(plan, "weight", typed)
    assert changed.dimensions[0].weight_percent == 19
    assert weight_shortfall(changed) == 15


@pytest.mark.parametrize(
    "typed", ["-1", "abc", "NaN", "Infinity", "1e9", "1e-200", "1_0", ".5", "33.33333", "10000", "12,5"]
)
def test_number_that_cannot_be_used_is_refused(plan: ReviewPlan, typed: str) -> None:
    with pytest.raises(UnusableEdit) as refused:
        _field(plan, "weight", typed)
    assert refused.value.value == typed


def test_empty_minimum_is_none_and_not_zero(plan: ReviewPlan) -> None:
    with_minimum = _field(plan, "minimum", "60")
    assert with_minimum.dimensions[0].minimum_score == 60
    assert _field(with_minimum, "minimum", " ").dimensions[0].minimum_score is None
    assert number_or_none("0") == 0


def test_level_texts_and_bands(plan: ReviewPlan) -> None:
    changed = _field(_field(plan, "text", "新說明", 1), "low", "85", 1)
    level = changed.dimensions[0].rubric_levels[1]
    assert (level.name, level.text, level.low, level.high) == ("優", "新說明", Decimal(85), Decimal(89))
    with pytest.raises(UnusableEdit):
        _field(plan, "low", "", 1)
    with pytest.raises(UnusableEdit):
        _field(plan, "text", "x", 5)


def test_levels_are_added_at_the_bottom_and_dropped(plan: ReviewPlan) -> None:
    key = plan.dimensions[0].dimension_id
    dropped = apply_edit(plan, DimensionEdit(EditKind.DROP_LEVEL, key, level=4), NAMES)
    assert [level.name for level in dropped.dimensions[0].rubric_levels] == ["傑出", "優", "佳", "可"]
    added = apply_edit(dropped, DimensionEdit(EditKind.ADD_LEVEL, key), NAMES)
    lowest = added.dimensions[0].rubric_levels[-1]
    assert (lowest.name, lowest.low, lowest.high) == ("", Decimal(0), Decimal(59))


def test_move_copy_delete(plan: ReviewPlan) -> None:
    first = plan.dimensions[0].dimension_id
    plan = apply_edit(plan, DimensionEdit(EditKind.MOVE, first, by=1), NAMES)
    assert [each.name for each in plan.dimensions] == ["乙", "甲", "丙"]
    plan = _with_core(plan, first)
    copied = apply_edit(plan, DimensionEdit(EditKind.COPY, first), NAMES)
    assert [each.name for each in copied.dimensions] == ["乙", "甲", "甲（複本）", "丙"]
    assert copied.core_data.categories_of(copied.dimensions[2].dimension_id) == {"profile"}
    gone = apply_edit(copied, DimensionEdit(EditKind.DELETE, first), NAMES)
    assert [each.name for each in gone.dimensions] == ["乙", "甲（複本）", "丙"]
    assert gone.core_data.categories_of(first) == frozenset()


def test_blank_dimension_has_no_weight_yet(plan: ReviewPlan) -> None:
    added = add_blank(plan, NAMES)
    assert (added.dimensions[-1].name, added.dimensions[-1].weight_percent) == ("新面向", Decimal(0))
    assert len({each.dimension_id for each in added.dimensions}) == 4


def test_points_scale_and_back_is_the_same_plan(plan: ReviewPlan) -> None:
    points = with_scale(plan, ScoringScale.POINTS)
    assert [each.points for each in points.dimensions] == [34, 33, 33]
    assert [level.low for level in points.dimensions[0].rubric_levels] == [31, 28, 24, 21, 0]
    assert weight_shortfall(points) == 0
    assert with_scale(points, ScoringScale.PERCENT) == plan


def test_usual_bands_follow_the_points(plan: ReviewPlan) -> None:
    points = _field(with_scale(plan, ScoringScale.POINTS), "weight", "50")
    assert [level.low for level in points.dimensions[0].rubric_levels] == [45, 40, 35, 30, 0]
    own = _field(points, "low", "44", 0)
    assert _field(own, "weight", "40").dimensions[0].rubric_levels[0].low == Decimal(44)


def test_message_of_the_screen_is_not_trusted() -> None:
    with pytest.raises(UnusableEdit):
        read_edit({"kind": "drop_table", "dimension_id": "d"})
    edit = read_edit({"kind": "field", "dimension_id": "d", "level": "0", "by": None, "value": "x" * 5000})
    assert (edit.level, edit.by, len(edit.value)) == (None, 0, 2000)


def _with_core(plan: ReviewPlan, key: DimensionId) -> ReviewPlan:
    return replace(plan, core_data=plan.core_data.with_pair(key, CategoryCode("profile")))


def test_intended_share_is_edited_and_outlives_a_change_of_scale(plan: ReviewPlan) -> None:
    changed = _field(plan, "share", "15 %", level=0)
    assert changed.dimensions[0].rubric_levels[0].intended_share == 15
    moved = with_scale(changed, ScoringScale.POINTS).dimensions[0].rubric_levels
    assert (moved[0].intended_share, moved[0].high) == (Decimal(15), Decimal(34))
    assert _field(changed, "share", "", level=0) == plan


def _anchored(plan: ReviewPlan, *anchors: str) -> ReviewPlan:
    first = plan.dimensions[0]
    level = replace(first.rubric_levels[1], anchors=tuple(ApplicationId(each) for each in anchors))
    levels = (first.rubric_levels[0], level, *first.rubric_levels[2:])
    return replace(plan, dimensions=(replace(first, rubric_levels=levels), *plan.dimensions[1:]))


def _on_anchors(plan: ReviewPlan, kind: str, value: str, field: str = "", level: int = 1) -> ReviewPlan:
    key = plan.dimensions[0].dimension_id
    raw = {"kind": kind, "dimension_id": key, "value": value, "field": field, "level": level}
    return apply_edit(plan, read_edit(raw), NAMES)


def test_an_anchor_is_taken_out_and_nothing_else(plan: ReviewPlan) -> None:
    assert _on_anchors(_anchored(plan, "a", "b", "c"), "drop_anchor", "b") == _anchored(plan, "a", "c")


def test_two_anchors_change_places_past_one_that_is_not_shown(plan: ReviewPlan) -> None:
    before = _anchored(plan, "a", "hidden", "b")
    assert _on_anchors(before, "swap_anchors", "b", "a") == _anchored(plan, "b", "hidden", "a")
    (change,) = plan_changes(before, _anchored(plan, "b", "hidden", "a"))
    assert change.kind == "reordered_anchors"


@pytest.mark.parametrize(
    ("kind", "value", "field", "level"),
    [
        ("drop_anchor", "z", "", 1),
        ("drop_anchor", "a", "", 0),
        ("drop_anchor", "a", "", 9),
        ("swap_anchors", "a", "z", 1),
        ("swap_anchors", "a", "", 1),
    ],
)
def test_an_anchor_that_is_not_there_is_refused(
    plan: ReviewPlan, kind: str, value: str, field: str, level: int
) -> None:
    with pytest.raises(UnusableEdit):
        _on_anchors(_anchored(plan, "a", "b"), kind, value, field, level)
