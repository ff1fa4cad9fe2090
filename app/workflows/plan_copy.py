"""Taking over from another plan: the whole of it, or some of its dimensions, into a draft; nothing is saved here."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, DimensionId
from app.domain.plan import PlanStatus, ReviewPlan, add_dimension, replace_dimension
from app.errors import PlanLocked
from app.workflows.dimension_setup import fresh_id, with_scale

Ids = Mapping[DimensionId, DimensionId]


def with_whole_plan(draft: ReviewPlan, source: ReviewPlan) -> ReviewPlan:
    """The draft with scale, dimensions, core data and rules of ``source``; programme, title and data version stay."""
    _require_draft(draft)
    ids = _ids_into(draft, source)
    ties = tuple(ids.get(DimensionId(key), DimensionId(key)) for key in source.rules.tie_breaks)
    return replace(
        draft,
        scale=source.scale,
        dimensions=tuple(_carried(draft, source, each, ids) for each in source.dimensions),
        core_data=_pairs(source, ids),
        rules=replace(source.rules, tie_breaks=ties),
    )


def with_copied_dimensions(
    draft: ReviewPlan, source: ReviewPlan, chosen: Collection[DimensionId]
) -> ReviewPlan:
    """The draft with some dimensions of ``source`` and what feeds them, on the scale of the draft.

    One that the draft has already (by id in the same plan, else by name) is replaced in its place, others go to
    the end; weights stay as they were announced, to be mended.
    """
    _require_draft(draft)
    source = replace(source, status=PlanStatus.DRAFT)
    source = with_scale(source, draft.scale)
    ids = _ids_into(draft, source)
    plan = draft
    for each in source.dimensions:
        if each.dimension_id in chosen:
            plan = _with_one(plan, source, each, ids)
    return plan


def _with_one(plan: ReviewPlan, source: ReviewPlan, dimension: Dimension, ids: Ids) -> ReviewPlan:
    carried = _carried(plan, source, dimension, ids)
    key = carried.dimension_id
    known = {each.dimension_id for each in plan.dimensions}
    grown = replace_dimension(plan, carried) if key in known else add_dimension(plan, carried)
    fed = {(key, category) for category in source.core_data.categories_of(dimension.dimension_id)}
    kept = grown.core_data.without_dimension(key)
    return replace(grown, core_data=CoreDataSelection(kept.pairs | fed))


def _carried(draft: ReviewPlan, source: ReviewPlan, dimension: Dimension, ids: Ids) -> Dimension:
    """Anchors are applications of a round: they come along within one plan only."""
    levels = dimension.rubric_levels
    if draft.plan_id != source.plan_id:
        levels = tuple(replace(level, anchors=()) for level in levels)
    return replace(dimension, dimension_id=ids[dimension.dimension_id], rubric_levels=levels)


def _ids_into(draft: ReviewPlan, source: ReviewPlan) -> Ids:
    """The id each dimension of ``source`` gets in the draft: the same within one plan, that of its namesake, or new.

    What keeps its id stays comparable with what was scored.
    """
    if draft.plan_id == source.plan_id:
        return {each.dimension_id: each.dimension_id for each in source.dimensions}
    by_name: dict[str, DimensionId | None] = {}
    for each in draft.dimensions:
        by_name.setdefault(each.name.strip(), each.dimension_id)
    return {
        each.dimension_id: by_name.pop(each.name.strip(), None) or fresh_id() for each in source.dimensions
    }


def _pairs(source: ReviewPlan, ids: Ids) -> CoreDataSelection:
    return CoreDataSelection(
        frozenset((ids[dimension], category) for dimension, category in source.core_data.pairs)
    )


def _require_draft(plan: ReviewPlan) -> None:
    if plan.status is PlanStatus.LOCKED:
        raise PlanLocked(plan.plan_id, plan.revision)
