"""Two plans or revisions side by side: what is the same, changed, added, removed or moved, as facts for the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from app.domain.dimensions import Dimension, DimensionId, RubricLevel, weight_of
from app.domain.plan import COMPONENT_TIE, ReviewPlan
from app.domain.rules_codec import rules_to_data


class Mark(StrEnum):
    """How the two sides stand to each other."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True)
class ComparedLine:
    """One thing on both sides as text, None where a side has none. ``subject`` names which of several of a field."""

    field: str
    left: str | None
    right: str | None
    subject: str = ""

    @property
    def mark(self) -> Mark:
        """Same, changed, or there on one side only."""
        if self.left == self.right:
            return Mark.SAME
        if self.left is None:
            return Mark.ADDED
        return Mark.REMOVED if self.right is None else Mark.CHANGED


@dataclass(frozen=True)
class ComparedDimension:
    """A dimension of one side or both, with its places (from 1). A moved one may have changed as well."""

    left_place: int | None
    right_place: int | None
    mark: Mark
    lines: tuple[ComparedLine, ...]


@dataclass(frozen=True)
class PlanComparison:
    """The plan itself, its dimensions in the order of the right side, its rules."""

    general: tuple[ComparedLine, ...]
    dimensions: tuple[ComparedDimension, ...]
    rules: tuple[ComparedLine, ...]

    @property
    def differences(self) -> int:
        """How many lines and places differ."""
        lines = [*self.general, *self.rules, *(line for each in self.dimensions for line in each.lines)]
        moved = sum(each.mark is Mark.MOVED for each in self.dimensions)
        return moved + sum(line.mark is not Mark.SAME for line in lines)


def compare_plans(left: ReviewPlan, right: ReviewPlan, labels: Mapping[str, str]) -> PlanComparison:
    """Dimensions are matched by id, what remains by name; ``labels`` names evidence categories."""
    partners = _partners(left, right)
    return PlanComparison(
        general=(
            ComparedLine("title", _text(left.title), _text(right.title)),
            ComparedLine("scale", str(left.scale), str(right.scale)),
            ComparedLine("snapshot_id", str(left.snapshot_id), str(right.snapshot_id)),
        ),
        dimensions=tuple(_dimensions(left, right, partners, labels)),
        rules=tuple(_rules(left, right)),
    )


def _partners(left: ReviewPlan, right: ReviewPlan) -> Mapping[DimensionId, DimensionId]:
    """From the right side's dimensions to those of the left they stand for."""
    known = {each.dimension_id for each in left.dimensions}
    partners = {
        each.dimension_id: each.dimension_id for each in right.dimensions if each.dimension_id in known
    }
    free = {
        each.name.strip(): each.dimension_id for each in left.dimensions if each.dimension_id not in partners
    }
    for each in right.dimensions:
        if each.dimension_id not in partners and each.name.strip() in free:
            partners[each.dimension_id] = free.pop(each.name.strip())
    return partners


def _dimensions(
    left: ReviewPlan,
    right: ReviewPlan,
    partners: Mapping[DimensionId, DimensionId],
    labels: Mapping[str, str],
) -> Iterator[ComparedDimension]:
    places = {each.dimension_id: place for place, each in enumerate(left.dimensions, start=1)}
    by_id = {each.dimension_id: each for each in left.dimensions}
    kept = _in_order(left, right, partners)
    for place, each in enumerate(right.dimensions, start=1):
        partner = partners.get(each.dimension_id)
        old = by_id[partner] if partner else None
        lines = tuple(_inside((left, old), (right, each), labels))
        mark = Mark.ADDED if old is None else _mark(lines, is_moved=each.dimension_id not in kept)
        yield ComparedDimension(places[partner] if partner else None, place, mark, lines)
    gone = set(by_id) - set(partners.values())
    for each in left.dimensions:
        if each.dimension_id in gone:
            lines = tuple(_inside((left, each), (right, None), labels))
            yield ComparedDimension(places[each.dimension_id], None, Mark.REMOVED, lines)


def _mark(lines: Sequence[ComparedLine], *, is_moved: bool) -> Mark:
    if is_moved:
        return Mark.MOVED
    return Mark.CHANGED if any(line.mark is not Mark.SAME for line in lines) else Mark.SAME


def _in_order(
    left: ReviewPlan, right: ReviewPlan, partners: Mapping[DimensionId, DimensionId]
) -> frozenset[DimensionId]:
    """The shared dimensions of the right side that kept their order among each other; the others moved."""
    shared = set(partners.values())
    before = [each.dimension_id for each in left.dimensions if each.dimension_id in shared]
    after = [each.dimension_id for each in right.dimensions if each.dimension_id in partners]
    matcher = SequenceMatcher(a=before, b=[partners[each] for each in after], autojunk=False)
    return frozenset(
        after[place]
        for block in matcher.get_matching_blocks()
        for place in range(block.b, block.b + block.size)
    )


def _inside(
    left: tuple[ReviewPlan, Dimension | None],
    right: tuple[ReviewPlan, Dimension | None],
    labels: Mapping[str, str],
) -> Iterator[ComparedLine]:
    old, new = left[1], right[1]
    for field in ("name", "description"):
        yield ComparedLine(field, _of(old, field), _of(new, field))
    yield ComparedLine("weight", _weight(*left), _weight(*right))
    yield ComparedLine("minimum_score", _of(old, "minimum_score"), _of(new, "minimum_score"))
    pairs = zip_longest(old.rubric_levels if old else (), new.rubric_levels if new else ())
    for before, after in pairs:
        subject = (after or before).name
        yield ComparedLine("level", _level(before), _level(after), subject)
        notes = _of(before, "note"), _of(after, "note")
        if notes != (None, None):
            yield ComparedLine("note", notes[0], notes[1], subject)
        anchors = _anchors(before), _anchors(after)
        if anchors != (None, None):
            yield ComparedLine("anchors", anchors[0], anchors[1], subject)
    yield ComparedLine("core_data", _core_data(*left, labels), _core_data(*right, labels))


def _anchors(level: RubricLevel | None) -> str | None:
    """How many applicants stand for a level; who they are is not for everybody who may compare plans."""
    return _text(len(level.anchors) or None) if level else None


def _of(whole: Dimension | RubricLevel | None, field: str) -> str | None:
    return None if whole is None else _text(getattr(whole, field))


def _weight(plan: ReviewPlan, dimension: Dimension | None) -> str | None:
    return None if dimension is None else _text(weight_of(dimension, plan.scale))


def _level(level: RubricLevel | None) -> str | None:
    if level is None:
        return None
    share = "" if level.intended_share is None else f" ({_text(level.intended_share)} %)"
    return f"{level.name} {_text(level.low)}–{_text(level.high)}{share}\n{level.text}".strip()


def _core_data(plan: ReviewPlan, dimension: Dimension | None, labels: Mapping[str, str]) -> str | None:
    if dimension is None:
        return None
    codes = plan.core_data.categories_of(dimension.dimension_id)
    order = {code: place for place, code in enumerate(labels)}
    ordered = sorted(codes, key=lambda code: (order.get(code, len(order)), code))
    return _text("、".join(labels.get(code, code) for code in ordered))


def _rules(left: ReviewPlan, right: ReviewPlan) -> Iterator[ComparedLine]:
    old, new = (_rule_texts(plan) for plan in (left, right))
    for field in new:
        yield ComparedLine(field, old[field], new[field])


def _rule_texts(plan: ReviewPlan) -> dict[str, str | None]:
    data = rules_to_data(plan.rules)
    names = {str(each.dimension_id): each.name for each in plan.dimensions}
    names |= {f"{COMPONENT_TIE}{each.component_id}": each.name for each in plan.rules.components}
    texts = {field: _text(value) for field, value in data.items()}
    texts["tie_breaks"] = _text(" → ".join(names.get(key, key) for key in plan.rules.tie_breaks))
    texts["adjustment"] = str(plan.rules.adjustment.method)
    texts["components"] = _text(
        "、".join(f"{each.name} {_text(each.weight_percent)} %" for each in plan.rules.components)
    )
    texts["identity_lists"] = _text(
        "、".join(
            f"{each.name} {each.quota if each.quota is not None else '–'}"
            for each in plan.rules.identity_lists
        )
    )
    return texts


def _text(value: object) -> str | None:
    if value is None or value == "":
        return None
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)
