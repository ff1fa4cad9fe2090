"""評審計畫: dimensions, core data, rules and the snapshot they were made for; draft, locked, revised by replacement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, DimensionId, ScoringScale, weight_of
from app.domain.evidence import ProgrammeCode, SnapshotId
from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.rounding import EXACT
from app.domain.scoring_method import ScoreAdjustment, ThirdReading
from app.domain.total_component import TotalComponent
from app.errors import NotFound, PlanLocked

PlanId = NewType("PlanId", str)

FULL_TOTAL = Decimal(100)
"""What weights, and on the points scale points, must add up to: a full total is 100 on both scales."""

REVIEW_TOTAL_TIE = "review_total"
"""The tie-break by the total of the review alone."""
COMPONENT_TIE = "component:"
"""What stands before a component's id where it breaks ties."""


class PlanStatus(StrEnum):
    """A draft may change; a locked revision never does."""

    DRAFT = "draft"
    LOCKED = "locked"


class MissingScorePolicy(StrEnum):
    """What a dimension without a score does to a reviewer's total; printed on every list."""

    NO_TOTAL = "no_total"
    """The reviewer's total is unknown until every dimension is scored (the default)."""
    BY_DIMENSION = "by_dimension"
    """Each dimension is the mean of whoever scored it; there is a total once every dimension has a score."""


class PdfPlacement(StrEnum):
    """Whether PDF-only applications stand in the one list, labelled, or in a list of their own."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True)
class RankingRules:
    """How totals become a list. ``tie_breaks`` are most important first: dimension ids, ``review_total``, or
    ``component:`` and a component's id."""

    tie_breaks: tuple[str, ...] = ()
    missing_score_policy: MissingScorePolicy = MissingScorePolicy.NO_TOTAL
    pdf_placement: PdfPlacement = PdfPlacement.TOGETHER
    minimum_total: Decimal | None = None
    minimum_review_total: Decimal | None = None
    required_reviews: int = 2
    score_step: Decimal = Decimal("1")
    range_gap: Decimal | None = Decimal("20")
    sd_gap: Decimal | None = None
    mean_gap: Decimal | None = None
    level_gap: int | None = None
    shows_running_total: bool = True
    shows_panel_levels: bool = False
    """Whether a reviewer sees how the others' scores spread over the levels, never whose."""
    adjustment: ScoreAdjustment = ScoreAdjustment()
    third_reading: ThirdReading = ThirdReading.ALL_COUNT
    components: tuple[TotalComponent, ...] = ()
    identity_lists: tuple[IdentityList, ...] = ()
    tie_at_line: TieAtLine = TieAtLine.EXTRA

    @property
    def review_weight_percent(self) -> Decimal:
        """The share of the review in the total: what the other components leave of 100 percent."""
        total = FULL_TOTAL
        for component in self.components:
            total = EXACT.subtract(total, component.weight_percent)
        return total


@dataclass(frozen=True)
class ReviewPlan:
    """One revision of the plan of one programme. ``revision`` counts locked revisions; a draft has the next number."""

    plan_id: PlanId
    programme_code: ProgrammeCode
    snapshot_id: SnapshotId
    revision: int
    status: PlanStatus
    title: str
    scale: ScoringScale
    dimensions: tuple[Dimension, ...]
    core_data: CoreDataSelection
    rules: RankingRules


def weight_shortfall(plan: ReviewPlan) -> Decimal:
    """100 minus the sum of the weights (percent scale) or of the points (points scale); negative when too much."""
    total = Decimal(0)
    for item in plan.dimensions:
        total = EXACT.add(total, weight_of(item, plan.scale))
    return EXACT.subtract(FULL_TOTAL, total)


def require_dimension(plan: ReviewPlan, dimension_id: DimensionId) -> Dimension:
    """The dimension of this id; raises NotFound."""
    return plan.dimensions[_place_of(plan, dimension_id)]


def add_dimension(plan: ReviewPlan, dimension: Dimension) -> ReviewPlan:
    """The plan with one more dimension at the end. The id is the caller's: the rules know no clock and no chance."""
    if any(item.dimension_id == dimension.dimension_id for item in plan.dimensions):
        raise ValueError(f"dimension {dimension.dimension_id} is already in the plan")
    return _with_dimensions(plan, (*plan.dimensions, dimension))


def replace_dimension(plan: ReviewPlan, dimension: Dimension) -> ReviewPlan:
    """The plan with the dimension of the same id changed, in its place."""
    place = _place_of(plan, dimension.dimension_id)
    return _with_dimensions(plan, (*plan.dimensions[:place], dimension, *plan.dimensions[place + 1 :]))


def move_dimension(plan: ReviewPlan, dimension_id: DimensionId, offset: int) -> ReviewPlan:
    """The plan with a dimension ``offset`` places later (earlier when negative); it stops at the ends."""
    place = _place_of(plan, dimension_id)
    others = [item for item in plan.dimensions if item.dimension_id != dimension_id]
    others.insert(max(0, place + offset), plan.dimensions[place])
    return _with_dimensions(plan, tuple(others))


def copy_dimension(
    plan: ReviewPlan, dimension_id: DimensionId, *, new_id: DimensionId, name: str
) -> ReviewPlan:
    """The plan with a copy at the end that is fed by the same core data; the weights must be mended afterwards."""
    source = require_dimension(plan, dimension_id)
    copied = add_dimension(plan, replace(source, dimension_id=new_id, name=name))
    pairs = {(new_id, category) for category in plan.core_data.categories_of(dimension_id)}
    return replace(copied, core_data=CoreDataSelection(plan.core_data.pairs | pairs))


def delete_dimension(plan: ReviewPlan, dimension_id: DimensionId) -> ReviewPlan:
    """The plan without a dimension, its core data and its place among the tie-breaks."""
    _place_of(plan, dimension_id)
    kept = tuple(item for item in plan.dimensions if item.dimension_id != dimension_id)
    tie_breaks = tuple(name for name in plan.rules.tie_breaks if name != dimension_id)
    return replace(
        _with_dimensions(plan, kept),
        core_data=plan.core_data.without_dimension(dimension_id),
        rules=replace(plan.rules, tie_breaks=tie_breaks),
    )


def rebase(plan: ReviewPlan, *, snapshot_id: SnapshotId | None = None) -> ReviewPlan:
    """A draft of the next revision made from a locked one, on the same snapshot unless another is named."""
    if plan.status is not PlanStatus.LOCKED:
        raise ValueError(f"plan {plan.plan_id} revision {plan.revision} is a draft already")
    return replace(
        plan,
        revision=plan.revision + 1,
        status=PlanStatus.DRAFT,
        snapshot_id=snapshot_id or plan.snapshot_id,
    )


def _with_dimensions(plan: ReviewPlan, dimensions: tuple[Dimension, ...]) -> ReviewPlan:
    if plan.status is PlanStatus.LOCKED:
        raise PlanLocked(plan.plan_id, plan.revision)
    return replace(plan, dimensions=dimensions)


def _place_of(plan: ReviewPlan, dimension_id: DimensionId) -> int:
    for place, item in enumerate(plan.dimensions):
        if item.dimension_id == dimension_id:
            return place
    raise NotFound("dimension", dimension_id)
