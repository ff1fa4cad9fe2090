"""Step 1, 面向設定: edits of dimensions, rubric and rules, each a plan made from a plan."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from app.domain.dimensions import (
    LEVEL_FLOORS,
    Dimension,
    DimensionId,
    RubricLevel,
    ScoringScale,
    default_rubric,
    maximum_score,
    weight_of,
)
from app.domain.evidence import ApplicationId
from app.domain.plan import (
    ReviewPlan,
    add_dimension,
    copy_dimension,
    delete_dimension,
    move_dimension,
    replace_dimension,
    require_dimension,
)
from app.domain.weight_shares import whole_shares

LARGEST_NUMBER = Decimal(9999)
LONGEST_TEXT = 2000

_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,4})?")


class EditKind(StrEnum):
    """What was done to a dimension."""

    FIELD = "field"
    MOVE = "move"
    COPY = "copy"
    DELETE = "delete"
    ADD_LEVEL = "add_level"
    DROP_LEVEL = "drop_level"
    DROP_ANCHOR = "drop_anchor"
    """``value`` is the application that no longer stands for the level."""
    SWAP_ANCHORS = "swap_anchors"
    """``value`` and ``field`` are the two applications that change places."""


@dataclass(frozen=True)
class DimensionEdit:
    """One edit as it came from the screen; ``level`` is a place in the rubric, best first."""

    kind: EditKind
    dimension_id: DimensionId
    field: str = ""
    value: str = ""
    level: int | None = None
    by: int = 0


class UnusableEdit(ValueError):
    """An edit that cannot be applied; ``value`` is what was entered."""

    def __init__(self, value: str) -> None:
        super().__init__("the edit cannot be applied")
        self.value = value


@dataclass(frozen=True)
class TemplateDimension:
    """A dimension to start from: name, description and the text of each level, best first."""

    name: str
    description: str
    level_texts: tuple[str, ...]


@dataclass(frozen=True)
class EditNames:
    """Words an edit puts into a plan, in the language of the person: they become data of the plan."""

    new_dimension: str
    copy_suffix: str
    level_names: tuple[str, ...]


def read_edit(raw: Mapping[str, object]) -> DimensionEdit:
    """The edit in a message of the screen; raises UnusableEdit for anything unexpected."""
    level = raw.get("level")
    by = raw.get("by")
    try:
        kind = EditKind(str(raw.get("kind")))
    except ValueError as problem:
        raise UnusableEdit(str(raw.get("kind"))) from problem
    return DimensionEdit(
        kind=kind,
        dimension_id=DimensionId(str(raw.get("dimension_id"))),
        field=str(raw.get("field") or ""),
        value=str(raw.get("value") or "")[:LONGEST_TEXT],
        level=level if isinstance(level, int) else None,
        by=by if isinstance(by, int) else 0,
    )


def apply_edit(plan: ReviewPlan, edit: DimensionEdit, names: EditNames) -> ReviewPlan:
    """The plan after the edit; raises UnusableEdit, or NotFound for a dimension that is gone."""
    dimension = require_dimension(plan, edit.dimension_id)
    if edit.kind is EditKind.FIELD:
        return replace_dimension(plan, _with_field(plan.scale, dimension, edit))
    if edit.kind is EditKind.MOVE:
        return move_dimension(plan, dimension.dimension_id, 1 if edit.by > 0 else -1)
    if edit.kind is EditKind.COPY:
        return _copied(plan, dimension, names)
    if edit.kind is EditKind.DELETE:
        return delete_dimension(plan, dimension.dimension_id)
    if edit.kind in (EditKind.DROP_ANCHOR, EditKind.SWAP_ANCHORS):
        return replace_dimension(plan, _with_level(dimension, edit, _with_anchors))
    return replace_dimension(plan, _with_level_count(dimension, edit))


def add_blank(plan: ReviewPlan, names: EditNames) -> ReviewPlan:
    """One more dimension at the end: the usual five levels, what is missing of the weight still to be given."""
    levels = tuple("" for _ in names.level_names)
    blank = new_dimension(plan.scale, TemplateDimension(names.new_dimension, "", levels), Decimal(0), names)
    return add_dimension(plan, blank)


def with_template(plan: ReviewPlan, template: Sequence[TemplateDimension], names: EditNames) -> ReviewPlan:
    """The plan with the dimensions of a template added, their weights sharing 100 in whole percents."""
    share, rest = divmod(100, len(template))
    for place, each in enumerate(template):
        weight = Decimal(share + (1 if place < rest else 0))
        plan = add_dimension(plan, new_dimension(plan.scale, each, weight, names))
    return plan


def with_scale(plan: ReviewPlan, scale: ScoringScale) -> ReviewPlan:
    """The plan on the other scale: weights become points and back, usual bands are made anew for the maximum."""
    if scale is plan.scale:
        return plan
    dimensions = tuple(_rescaled(each, plan.scale, scale) for each in plan.dimensions)
    return replace(plan, scale=scale, dimensions=dimensions)


def with_whole_weights(plan: ReviewPlan, full: Decimal) -> ReviewPlan:
    """The plan with its weights, or points, in whole numbers that add up to ``full``, in proportion as they were."""
    shares = whole_shares([weight_of(each, plan.scale) for each in plan.dimensions], full)
    pairs = zip(plan.dimensions, shares, strict=True)
    return replace(plan, dimensions=tuple(with_weight(plan.scale, each, share) for each, share in pairs))


def number_or_none(text: str) -> Decimal | None:
    """A number as people type it, full-width digits included; empty is None. Raises UnusableEdit."""
    cleaned = unicodedata.normalize("NFKC", text).strip().removesuffix("%").strip()
    if not cleaned:
        return None
    # Plain digits only: what a sum of totals must stay exact with has no place for 1e-200.
    number = Decimal(cleaned) if _NUMBER.fullmatch(cleaned) else None
    if number is None or number > LARGEST_NUMBER:
        raise UnusableEdit(text)
    return number


def new_dimension(
    scale: ScoringScale, template: TemplateDimension, weight: Decimal, names: EditNames
) -> Dimension:
    """A dimension of its own from a template; ``weight`` is percent and points at once."""
    points = weight
    return Dimension(
        dimension_id=fresh_id(),
        name=template.name,
        description=template.description,
        weight_percent=weight,
        points=points,
        minimum_score=None,
        rubric_levels=default_rubric(scale, points, names=names.level_names, texts=template.level_texts),
    )


def fresh_id() -> DimensionId:
    """A key no other dimension has."""
    return DimensionId(f"d{secrets.token_hex(4)}")


def _copied(plan: ReviewPlan, dimension: Dimension, names: EditNames) -> ReviewPlan:
    new_id = fresh_id()
    name = dimension.name + names.copy_suffix
    copied = copy_dimension(plan, dimension.dimension_id, new_id=new_id, name=name)
    place = [each.dimension_id for each in plan.dimensions].index(dimension.dimension_id)
    return move_dimension(copied, new_id, place + 1 - len(plan.dimensions))


def _with_field(scale: ScoringScale, dimension: Dimension, edit: DimensionEdit) -> Dimension:
    if edit.level is not None:
        return _with_level(dimension, edit, _changed_level)
    if edit.field == "name":
        return replace(dimension, name=edit.value.strip())
    if edit.field == "description":
        return replace(dimension, description=edit.value.strip())
    if edit.field == "minimum":
        return replace(dimension, minimum_score=number_or_none(edit.value))
    if edit.field == "weight":
        return with_weight(scale, dimension, number_or_none(edit.value) or Decimal(0))
    raise UnusableEdit(edit.field)


def with_weight(scale: ScoringScale, dimension: Dimension, weight: Decimal) -> Dimension:
    """The dimension with another weight, or other points and the usual bands for them if it had the usual ones."""
    if scale is ScoringScale.PERCENT:
        return replace(dimension, weight_percent=weight)
    changed = replace(dimension, points=weight)
    return _with_usual_bands(changed, scale) if _has_usual_bands(dimension, scale) else changed


def _with_level(
    dimension: Dimension, edit: DimensionEdit, change: Callable[[RubricLevel, DimensionEdit], RubricLevel]
) -> Dimension:
    place = edit.level
    if place is None or not 0 <= place < len(dimension.rubric_levels):
        raise UnusableEdit(edit.value)
    levels = list(dimension.rubric_levels)
    levels[place] = change(levels[place], edit)
    return replace(dimension, rubric_levels=tuple(levels))


def _changed_level(level: RubricLevel, edit: DimensionEdit) -> RubricLevel:
    if edit.field == "name":
        return replace(level, name=edit.value.strip())
    if edit.field == "text":
        return replace(level, text=edit.value.strip())
    if edit.field == "note":
        return replace(level, note=edit.value.strip())
    number = number_or_none(edit.value)
    if edit.field == "share":
        return replace(level, intended_share=number)
    if number is None or edit.field not in ("low", "high"):
        raise UnusableEdit(edit.value)
    return replace(level, low=number) if edit.field == "low" else replace(level, high=number)


def _with_anchors(level: RubricLevel, edit: DimensionEdit) -> RubricLevel:
    """One anchor less, or two in each other's place; those who may not be seen by this person stay where they are."""
    anchors, gone = list(level.anchors), ApplicationId(edit.value)
    if gone not in anchors:
        raise UnusableEdit(edit.value)
    if edit.kind is EditKind.DROP_ANCHOR:
        return replace(level, anchors=tuple(each for each in anchors if each != gone))
    other = ApplicationId(edit.field)
    if other not in anchors:
        raise UnusableEdit(edit.field)
    first, second = anchors.index(gone), anchors.index(other)
    anchors[first], anchors[second] = other, gone
    return replace(level, anchors=tuple(anchors))


def _with_level_count(dimension: Dimension, edit: DimensionEdit) -> Dimension:
    levels = dimension.rubric_levels
    if edit.kind is EditKind.ADD_LEVEL:
        top = max((levels[-1].low - 1, Decimal(0))) if levels else Decimal(100)
        return replace(dimension, rubric_levels=(*levels, RubricLevel("", "", Decimal(0), top)))
    if edit.level is None or not 0 <= edit.level < len(levels):
        raise UnusableEdit(str(edit.level))
    return replace(dimension, rubric_levels=levels[: edit.level] + levels[edit.level + 1 :])


def _rescaled(dimension: Dimension, old: ScoringScale, new: ScoringScale) -> Dimension:
    is_usual = _has_usual_bands(dimension, old)
    weight = dimension.weight_percent if new is ScoringScale.POINTS else dimension.points
    moved = replace(dimension, weight_percent=weight, points=weight)
    return _with_usual_bands(moved, new) if is_usual else moved


def _has_usual_bands(dimension: Dimension, scale: ScoringScale) -> bool:
    return (
        len(dimension.rubric_levels) == len(LEVEL_FLOORS)
        and _with_usual_bands(dimension, scale).rubric_levels == dimension.rubric_levels
    )


def _with_usual_bands(dimension: Dimension, scale: ScoringScale) -> Dimension:
    """Bands for the maximum; where it is too small for five levels the old ones stay for the check to show."""
    levels = default_rubric(
        scale,
        maximum_score(dimension, scale),
        names=[level.name for level in dimension.rubric_levels],
        texts=[level.text for level in dimension.rubric_levels],
    )
    if len(levels) != len(LEVEL_FLOORS):
        return dimension
    # What was agreed about a level, and who stands for it, is not of the band.
    kept = [
        replace(old, low=level.low, high=level.high)
        for level, old in zip(levels, dimension.rubric_levels, strict=True)
    ]
    return replace(dimension, rubric_levels=tuple(kept))
