"""What differs between two plans, as facts the screen turns into words: history, conflicts, import previews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from app.domain.dimensions import Dimension, DimensionId, RubricLevel
from app.domain.identity_list import IdentityList
from app.domain.plan import COMPONENT_TIE, ReviewPlan
from app.domain.total_component import TotalComponent

Named = TotalComponent | IdentityList
PLAN_FIELDS = ("title", "scale", "snapshot_id")
RULE_FIELDS = (
    "tie_breaks",
    "pdf_placement",
    "minimum_total",
    "minimum_review_total",
    "required_reviews",
    "score_step",
    "range_gap",
    "sd_gap",
    "mean_gap",
    "level_gap",
    "third_reading",
    "tie_at_line",
    "shows_running_total",
    "shows_panel_levels",
    "missing_score_policy",
)
ADJUSTMENT_FIELDS = ("method", "factor", "offset")
COMPONENT_FIELDS = ("name", "weight_percent", "maximum", "minimum_value")
LIST_FIELDS = ("name", "statuses", "quota", "waitlist")
DIMENSION_FIELDS = ("name", "description", "weight_percent", "points", "minimum_score")


@dataclass(frozen=True)
class PlanChange:
    """One difference. ``before`` and ``after`` are values in plain text; None is "none"."""

    kind: str
    subject: str = ""
    field: str = ""
    level: str = ""
    before: str | None = None
    after: str | None = None


def plan_changes(old: ReviewPlan, new: ReviewPlan) -> tuple[PlanChange, ...]:
    """Every difference from ``old`` to ``new``: the plan, its dimensions, its rules, its core data."""
    before = {each.dimension_id: each for each in old.dimensions}
    after = {each.dimension_id: each for each in new.dimensions}
    return (
        *_values("changed_rule", old, new, PLAN_FIELDS),
        *_presence(before, after),
        *(change for key, each in after.items() if key in before for change in _inside(before[key], each)),
        *_order(old, new),
        *_rules(old, new),
        *_core_data(old, new, {**before, **after}),
    )


def _presence(
    before: Mapping[DimensionId, Dimension], after: Mapping[DimensionId, Dimension]
) -> Iterator[PlanChange]:
    for key, each in before.items():
        if key not in after:
            yield PlanChange("removed_dimension", each.name)
    for key, each in after.items():
        if key not in before:
            yield PlanChange("added_dimension", each.name)


def _inside(old: Dimension, new: Dimension) -> Iterator[PlanChange]:
    yield from _values("changed_field", old, new, DIMENSION_FIELDS, subject=new.name)
    shared = min(len(old.rubric_levels), len(new.rubric_levels))
    for before, after in zip(old.rubric_levels[:shared], new.rubric_levels[:shared], strict=True):
        if before != after:
            yield from _level_changes(before, after, new.name)
    for level in old.rubric_levels[shared:]:
        yield PlanChange("removed_level", new.name, level=level.name)
    for level in new.rubric_levels[shared:]:
        yield PlanChange("added_level", new.name, level=level.name)


def _level_changes(old: RubricLevel, new: RubricLevel, subject: str) -> Iterator[PlanChange]:
    """Each part of the level that differs: name, band and intended share as one, the text, the note, the anchors."""
    heads = [f"{each.name} {each.low}–{each.high}{_share_text(each)}" for each in (old, new)]
    if heads[0] != heads[1]:
        yield PlanChange("changed_level", subject, level=new.name, before=heads[0], after=heads[1])
    if old.text != new.text:
        texts = (_text(old.text), _text(new.text))
        yield PlanChange("changed_level", subject, level=new.name, before=texts[0], after=texts[1])
    if old.note != new.note:
        notes = (_text(old.note), _text(new.note))
        yield PlanChange("changed_note", subject, level=new.name, before=notes[0], after=notes[1])
    if old.anchors != new.anchors and sorted(old.anchors) == sorted(new.anchors):
        yield PlanChange("reordered_anchors", subject, level=new.name)
    elif old.anchors != new.anchors:
        counts = (str(len(old.anchors)), str(len(new.anchors)))
        yield PlanChange("changed_anchors", subject, level=new.name, before=counts[0], after=counts[1])


def _share_text(level: RubricLevel) -> str:
    return "" if level.intended_share is None else f" ({level.intended_share:f} %)"


def _order(old: ReviewPlan, new: ReviewPlan) -> Iterator[PlanChange]:
    shared = {each.dimension_id for each in old.dimensions} & {each.dimension_id for each in new.dimensions}
    before = [each for each in old.dimensions if each.dimension_id in shared]
    after = [each for each in new.dimensions if each.dimension_id in shared]
    if [each.dimension_id for each in before] != [each.dimension_id for each in after]:
        yield PlanChange("reordered", before=_names(before), after=_names(after))


def _rules(old: ReviewPlan, new: ReviewPlan) -> Iterator[PlanChange]:
    names: dict[str, str] = {each.dimension_id: each.name for each in (*old.dimensions, *new.dimensions)}
    for rules in (old.rules, new.rules):
        names |= {f"{COMPONENT_TIE}{each.component_id}": each.name for each in rules.components}
    for change in _values("changed_rule", old.rules, new.rules, RULE_FIELDS):
        if change.field != "tie_breaks":
            yield change
            continue
        orders = [
            " → ".join(names.get(key, key) for key in rules.tie_breaks) or None
            for rules in (old.rules, new.rules)
        ]
        yield PlanChange("changed_rule", field="tie_breaks", before=orders[0], after=orders[1])
    yield from _values("changed_rule", old.rules.adjustment, new.rules.adjustment, ADJUSTMENT_FIELDS)
    yield from _named(
        "component",
        {each.component_id: each for each in old.rules.components},
        {each.component_id: each for each in new.rules.components},
        COMPONENT_FIELDS,
    )
    yield from _named(
        "list",
        {each.list_id: each for each in old.rules.identity_lists},
        {each.list_id: each for each in new.rules.identity_lists},
        LIST_FIELDS,
    )


def _named(
    kind: str, old: Mapping[Any, Named], new: Mapping[Any, Named], fields: tuple[str, ...]
) -> Iterator[PlanChange]:
    """What came, went, changed and moved among things that have keys and names."""
    for key, each in old.items():
        if key not in new:
            yield PlanChange(f"removed_{kind}", each.name)
    for key, each in new.items():
        if key not in old:
            yield PlanChange(f"added_{kind}", each.name)
        else:
            yield from _values(f"changed_{kind}", old[key], each, fields, subject=each.name)
    before, after = [key for key in old if key in new], [key for key in new if key in old]
    if before != after:
        orders = ["、".join(new[key].name for key in keys) for keys in (before, after)]
        yield PlanChange(f"reordered_{kind}s", before=orders[0], after=orders[1])


def _core_data(
    old: ReviewPlan, new: ReviewPlan, known: Mapping[DimensionId, Dimension]
) -> Iterator[PlanChange]:
    """Categories by code, for the screen to name; those of a deleted dimension went with it."""
    present = {each.dimension_id for each in new.dimensions}
    for dimension_id, category in sorted(old.core_data.pairs - new.core_data.pairs):
        if dimension_id in present:
            yield PlanChange("removed_core", known[dimension_id].name, before=category)
    for dimension_id, category in sorted(new.core_data.pairs - old.core_data.pairs):
        if dimension_id in known:
            yield PlanChange("added_core", known[dimension_id].name, after=category)


def _values(
    kind: str, old: object, new: object, fields: tuple[str, ...], *, subject: str = ""
) -> Iterator[PlanChange]:
    for field in fields:
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield PlanChange(kind, subject, field, before=_text(before), after=_text(after))


def _text(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, frozenset):
        return "、".join(sorted(value)) or None
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


def _names(dimensions: list[Dimension]) -> str:
    return "、".join(each.name for each in dimensions)
