"""Editing a plan by replacement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, localcontext

import pytest

from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.evidence import SnapshotId
from app.domain.plan import (
    PlanStatus,
    RankingRules,
    ReviewPlan,
    add_dimension,
    copy_dimension,
    delete_dimension,
    move_dimension,
    rebase,
    replace_dimension,
    require_dimension,
    weight_shortfall,
)
from app.errors import NotFound, PlanLocked
from tests.app.domain.rounds import dimension, plan_of

THREE = plan_of(
    dimension("a", "50"),
    dimension("b", "30"),
    dimension("c", "20"),
    rules=RankingRules(tie_breaks=("b", "a")),
)
LOCKED = replace(THREE, status=PlanStatus.LOCKED)
A, B = DimensionId("a"), DimensionId("b")


def order(plan: ReviewPlan) -> str:
    """The ids of the dimensions in a row."""
    return "".join(item.dimension_id for item in plan.dimensions)


def test_weight_shortfall_on_both_scales() -> None:
    heavy = replace(dimension("a", "60"), points=Decimal("110"))
    assert weight_shortfall(plan_of(heavy)) == Decimal("40")
    assert weight_shortfall(plan_of(heavy, scale=ScoringScale.POINTS)) == Decimal("-10")


def test_weight_shortfall_is_exact_in_any_context() -> None:
    plan = plan_of(*(dimension(name, "33.3333") for name in "abc"))
    with localcontext(prec=3):
        assert weight_shortfall(plan) == Decimal("0.0001")


def test_add_dimension_stands_last() -> None:
    assert order(add_dimension(THREE, dimension("d", "0"))) == "abcd"


def test_add_dimension_of_a_known_id_is_refused() -> None:
    with pytest.raises(ValueError, match="already"):
        add_dimension(THREE, dimension("a", "0"))


def test_replace_dimension_keeps_its_place() -> None:
    changed = replace_dimension(THREE, dimension("b", "31"))
    assert (order(changed), changed.dimensions[1].weight_percent) == ("abc", Decimal(31))


@pytest.mark.parametrize(
    ("name", "offset", "result"),
    [("a", 1, "bac"), ("a", 9, "bca"), ("c", -1, "acb"), ("c", -9, "cab"), ("b", 0, "abc")],
)
def test_move_dimension_stops_at_the_ends(name: str, offset: int, result: str) -> None:
    assert order(move_dimension(THREE, DimensionId(name), offset)) == result


def test_copy_dimension_brings_its_core_data() -> None:
    copied = copy_dimension(THREE, B, new_id=DimensionId("d"), name="副本")
    last = copied.dimensions[-1]
    assert last == replace(THREE.dimensions[1], dimension_id=DimensionId("d"), name="副本")
    assert copied.core_data.categories_of(last.dimension_id) == {"profile"}


def test_delete_dimension_takes_core_data_and_tie_breaks_along() -> None:
    left = delete_dimension(THREE, B)
    assert (order(left), left.rules.tie_breaks) == ("ac", ("a",))
    assert left.core_data.pairs == {("a", "profile"), ("c", "profile")}


def test_rebase_makes_a_draft_of_the_next_revision() -> None:
    assert rebase(LOCKED) == replace(THREE, revision=2)
    assert rebase(LOCKED, snapshot_id=SnapshotId("new")).snapshot_id == "new"
    with pytest.raises(ValueError, match="draft already"):
        rebase(THREE)


@pytest.mark.parametrize(
    "edit",
    [
        lambda plan: add_dimension(plan, dimension("d", "0")),
        lambda plan: replace_dimension(plan, dimension("a", "1")),
        lambda plan: move_dimension(plan, A, 1),
        lambda plan: copy_dimension(plan, A, new_id=DimensionId("d"), name=""),
        lambda plan: delete_dimension(plan, A),
    ],
)
def test_a_locked_revision_never_changes(edit: Callable[[ReviewPlan], ReviewPlan]) -> None:
    with pytest.raises(PlanLocked):
        edit(LOCKED)


def test_an_unknown_dimension_is_not_found() -> None:
    with pytest.raises(NotFound) as missing:
        require_dimension(THREE, DimensionId("z"))
    assert (missing.value.kind, missing.value.key) == ("dimension", "z")
