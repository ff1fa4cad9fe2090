"""Plans leaving and entering as files."""

from __future__ import annotations

import secrets
from dataclasses import replace

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import DimensionId
from app.domain.plan import ReviewPlan
from app.domain.visibility import Action
from app.errors import BadFile, FileProblem
from app.exchange.plan_file import read_plan_file, write_plan_file
from app.workflows.access import Access

FILE_NAME = "plan.json"


def export_plan(access: Access, plan: ReviewPlan) -> bytes:
    """The plan as JSON; logged."""
    access.require(Action.VIEW_PLAN, programme_code=plan.programme_code)
    access.workbench.store.log(
        person_id=access.person.person_id,
        action="export_plan",
        object_key=plan.plan_id,
        detail=f"revision {plan.revision}",
    )
    return write_plan_file(plan).encode()


def import_plan(access: Access, content: bytes, draft: ReviewPlan) -> ReviewPlan:
    """What ``draft`` would become; nothing is saved. Raises BadFile with every problem at once.

    A dimension named as one of the draft keeps its id: a plan taken away and brought back stays comparable
    with what was scored.
    """
    access.require(Action.EDIT_PLAN, programme_code=draft.programme_code)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise BadFile(FILE_NAME, [FileProblem("", "not_utf8")]) from problem
    return _with_known_ids(draft, read_plan_file(text, draft, file=FILE_NAME, new_id=_fresh_id))


def _fresh_id() -> DimensionId:
    return DimensionId(f"d{secrets.token_hex(4)}")


def _with_known_ids(draft: ReviewPlan, plan: ReviewPlan) -> ReviewPlan:
    known: dict[str, DimensionId] = {}
    for each in draft.dimensions:
        known.setdefault(each.name, each.dimension_id)
    ids = {each.dimension_id: known.pop(each.name, each.dimension_id) for each in plan.dimensions}
    pairs = frozenset((ids[dimension], category) for dimension, category in plan.core_data.pairs)
    # A tie may also be broken by the total of the review or by a component, which keep their names.
    tie_breaks = tuple(ids.get(DimensionId(key), DimensionId(key)) for key in plan.rules.tie_breaks)
    return replace(
        plan,
        dimensions=tuple(replace(each, dimension_id=ids[each.dimension_id]) for each in plan.dimensions),
        core_data=CoreDataSelection(pairs),
        rules=replace(plan.rules, tie_breaks=tie_breaks),
    )
