"""Edits of the rules of a draft: components, identity lists, method; each returns the changed plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar
from uuid import uuid4

from app.domain.identity_list import IdentityList
from app.domain.plan import COMPONENT_TIE, ReviewPlan
from app.domain.total_component import ComponentId, TotalComponent
from app.workflows.dimension_setup import UnusableEdit, number_or_none

FIRST_WEIGHT = Decimal(0)
MOST_PLACES = 100_000

Item = TypeVar("Item")


def whole_or_none(text: str) -> int | None:
    """A whole number as people type it; empty is None. Raises UnusableEdit."""
    number = number_or_none(text)
    if number is None:
        return None
    if number != number.to_integral_value() or number > MOST_PLACES:
        raise UnusableEdit(text)
    return int(number)


def number_required(text: str) -> Decimal:
    """A number that may not be missing. Raises UnusableEdit."""
    number = number_or_none(text)
    if number is None:
        raise UnusableEdit(text)
    return number


def add_component(plan: ReviewPlan, name: str) -> ReviewPlan:
    """One more component at the end, of no weight yet."""
    new = TotalComponent(ComponentId(uuid4().hex), name, FIRST_WEIGHT)
    return _with_components(plan, (*plan.rules.components, new))


def replace_component(plan: ReviewPlan, component: TotalComponent) -> ReviewPlan:
    """The component of the same id, changed."""
    return _with_components(
        plan,
        tuple(
            component if each.component_id == component.component_id else each
            for each in plan.rules.components
        ),
    )


def delete_component(plan: ReviewPlan, component_id: ComponentId) -> ReviewPlan:
    """Without a component and its place among the tie-breaks; what was imported stays in the history."""
    kept = tuple(each for each in plan.rules.components if each.component_id != component_id)
    ties = tuple(name for name in plan.rules.tie_breaks if name != f"{COMPONENT_TIE}{component_id}")
    changed = _with_components(plan, kept)
    return replace(changed, rules=replace(changed.rules, tie_breaks=ties))


def add_list(plan: ReviewPlan, name: str) -> ReviewPlan:
    """One more list at the end: for everyone, without a quota."""
    return _with_lists(plan, (*plan.rules.identity_lists, IdentityList(uuid4().hex, name)))


def replace_list(plan: ReviewPlan, one: IdentityList) -> ReviewPlan:
    """The list of the same id, changed."""
    return _with_lists(
        plan, tuple(one if each.list_id == one.list_id else each for each in plan.rules.identity_lists)
    )


def delete_list(plan: ReviewPlan, list_id: str) -> ReviewPlan:
    """Without a list."""
    return _with_lists(plan, tuple(each for each in plan.rules.identity_lists if each.list_id != list_id))


def move_list(plan: ReviewPlan, list_id: str, offset: int) -> ReviewPlan:
    """A list filled ``offset`` places later, earlier when negative; it stops at the ends."""
    ids = [each.list_id for each in plan.rules.identity_lists]
    return _with_lists(plan, _moved(plan.rules.identity_lists, ids.index(list_id), offset))


def _moved(items: Sequence[Item], place: int, offset: int) -> tuple[Item, ...]:
    others = [*items[:place], *items[place + 1 :]]
    others.insert(max(0, place + offset), items[place])
    return tuple(others)


def _with_components(plan: ReviewPlan, components: tuple[TotalComponent, ...]) -> ReviewPlan:
    return replace(plan, rules=replace(plan.rules, components=components))


def _with_lists(plan: ReviewPlan, lists: tuple[IdentityList, ...]) -> ReviewPlan:
    return replace(plan, rules=replace(plan.rules, identity_lists=lists))
