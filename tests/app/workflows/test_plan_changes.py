"""What differs between two plans, each difference once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.evidence import CategoryCode
from app.domain.identity_list import IdentityList
from app.domain.plan import ReviewPlan, delete_dimension, move_dimension, replace_dimension
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod
from app.domain.total_component import ComponentId, TotalComponent
from app.workbench import Workbench
from app.workflows.plan_changes import PlanChange, plan_changes
from app.workflows.plan_draft import open_plan
from tests.app.workflows.people import access_of, programme_of


def _plan(workbench: Workbench) -> ReviewPlan:
    stored = open_plan(access_of(workbench, "chair"), programme_of(workbench, "999102")).stored
    assert stored is not None
    return stored.plan


def test_same_plan_has_no_change(workbench: Workbench) -> None:
    plan = _plan(workbench)
    assert plan_changes(plan, plan) == ()


def test_each_difference_is_told_once(workbench: Workbench) -> None:
    plan = _plan(workbench)
    first, second = plan.dimensions
    level = replace(first.rubric_levels[0], text="更清楚")
    changed = replace(first, weight_percent=Decimal("35.50"), rubric_levels=(level, *first.rubric_levels[1:]))
    new = replace_dimension(plan, changed)
    new = replace(new, rules=replace(new.rules, tie_breaks=(second.dimension_id,), minimum_total=Decimal(60)))
    assert plan_changes(plan, new) == (
        PlanChange("changed_field", first.name, "weight_percent", before="50", after="35.5"),
        PlanChange(
            "changed_level", first.name, level="傑出", before=first.rubric_levels[0].text, after="更清楚"
        ),
        PlanChange(
            "changed_rule",
            field="tie_breaks",
            before=f"{first.name} → {second.name}",
            after=second.name,
        ),
        PlanChange("changed_rule", field="minimum_total", before=None, after="60"),
    )


def test_order_is_its_own_change(workbench: Workbench) -> None:
    plan = _plan(workbench)
    first, second = plan.dimensions
    moved = move_dimension(plan, first.dimension_id, 1)
    assert plan_changes(plan, moved) == (
        PlanChange("reordered", before=f"{first.name}、{second.name}", after=f"{second.name}、{first.name}"),
    )


def test_core_data_of_a_deleted_dimension_goes_unsaid(workbench: Workbench) -> None:
    plan = _plan(workbench)
    first, second = plan.dimensions
    gone = delete_dimension(plan, first.dimension_id)
    gone = replace(gone, core_data=gone.core_data.with_pair(second.dimension_id, CategoryCode("profile")))
    changes = plan_changes(plan, gone)
    assert [(each.kind, each.subject) for each in changes if each.kind != "changed_rule"] == [
        ("removed_dimension", first.name),
        ("added_core", second.name),
    ]


def test_components_and_lists_are_told_by_name(workbench: Workbench) -> None:
    plan = _plan(workbench)
    test = TotalComponent(ComponentId("t"), "學測", Decimal(50))
    talk = TotalComponent(ComponentId("k"), "面試", Decimal(10))
    everyone, native = (
        IdentityList("g", "一般"),
        IdentityList("n", "原住民", frozenset({"原住民生"}), quota=2),
    )
    old = replace(plan, rules=replace(plan.rules, components=(test, talk), identity_lists=(everyone, native)))
    new = replace(
        plan,
        rules=replace(
            plan.rules,
            components=(replace(test, maximum=Decimal(60)),),
            identity_lists=(replace(native, quota=3, statuses=frozenset({"原住民生", "離島生"})), everyone),
            tie_breaks=("component:t",),
            adjustment=ScoreAdjustment(ScoringMethod.T, Decimal("0.9")),
        ),
    )
    names = " → ".join(each.name for each in plan.dimensions if each.dimension_id in plan.rules.tie_breaks)
    assert plan_changes(old, new) == (
        PlanChange("changed_rule", field="tie_breaks", before=names, after="學測"),
        PlanChange("changed_rule", field="method", before="raw_mean", after="t"),
        PlanChange("changed_rule", field="factor", before="1", after="0.9"),
        PlanChange("removed_component", "面試"),
        PlanChange("changed_component", "學測", "maximum", before="100", after="60"),
        PlanChange("changed_list", "原住民", "statuses", before="原住民生", after="原住民生、離島生"),
        PlanChange("changed_list", "原住民", "quota", before="2", after="3"),
        PlanChange("reordered_lists", before="一般、原住民", after="原住民、一般"),
    )
    added = plan_changes(plan, old)
    assert [(each.kind, each.subject) for each in added] == [
        ("added_component", "學測"),
        ("added_component", "面試"),
        ("added_list", "一般"),
        ("added_list", "原住民"),
    ]
