"""Reviews: not scored, abstained and scored are three different things; zero is a score, None is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from app.domain.dimensions import Dimension, DimensionId, ScoringScale, maximum_score
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId, ReviewPlan
from app.domain.rounding import EXACT


class ReviewState(StrEnum):
    """未評, 棄權, 已評; ``partial`` is 未評 with some dimensions scored."""

    NOT_SCORED = "not_scored"
    PARTIAL = "partial"
    ABSTAINED = "abstained"
    SCORED = "scored"


@dataclass(frozen=True, slots=True)
class Review:
    """What one reviewer entered for one application, as saved; ``revision`` 0 means nothing was ever saved.

    ``old_scale`` is never saved: it names the dimensions whose scores were set aside because the plan counts
    them on another scale by now (``carried_over``). ``queue_order`` and ``queue_position`` tell where in the
    reviewer's list the form was drawn, so that effects of the order can be studied; no judgement depends on them.
    """

    plan_id: PlanId
    plan_revision: int
    application_id: ApplicationId
    reviewer_id: PersonId
    revision: int = 0
    scores: Mapping[DimensionId, Decimal] = field(default_factory=dict)
    comments: Mapping[DimensionId, str] = field(default_factory=dict)
    comment: str = ""
    abstained: bool = False
    abstain_reason: str = ""
    flagged: bool = False
    saved_at: datetime | None = None
    old_scale: frozenset[DimensionId] = frozenset()
    queue_order: str = ""
    queue_position: int | None = None


class ScoreProblemKind(StrEnum):
    """Why a value cannot be a score of a dimension."""

    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    OFF_STEP = "off_step"


@dataclass(frozen=True)
class ScoreProblem:
    """A value that cannot be saved, with what would be: ``low`` to ``high`` in steps of ``step``."""

    kind: ScoreProblemKind
    dimension_id: DimensionId
    value: Decimal
    low: Decimal
    high: Decimal
    step: Decimal


def score_problem(plan: ReviewPlan, dimension: Dimension, value: Decimal) -> ScoreProblem | None:
    """What is wrong with a value entered for a dimension; None when it may be saved."""
    high = maximum_score(dimension, plan.scale)
    kind = _range_problem(value, high) or _step_problem(value, high, plan.rules.score_step)
    if kind is None:
        return None
    return ScoreProblem(kind, dimension.dimension_id, value, Decimal(0), high, plan.rules.score_step)


def normal_scores(plan: ReviewPlan, review: Review) -> Mapping[DimensionId, Decimal]:
    """The scores that count under ``plan``, in the order of its dimensions.

    A review of an earlier revision must have gone through ``carried_over``: a value that happens to lie within
    the new range says nothing of what it meant. A changed step alone spoils nothing.
    """
    return {
        dimension.dimension_id: review.scores[dimension.dimension_id]
        for dimension in plan.dimensions
        if dimension.dimension_id in review.scores
        and _range_problem(review.scores[dimension.dimension_id], maximum_score(dimension, plan.scale))
        is None
    }


def review_state(plan: ReviewPlan, review: Review | None) -> ReviewState:
    """未評, 未評 with a part, 棄權 or 已評. An abstention stands whatever was scored before it."""
    if review is None:
        return ReviewState.NOT_SCORED
    if review.abstained:
        return ReviewState.ABSTAINED
    scored = len(normal_scores(plan, review))
    if scored == 0:
        return ReviewState.NOT_SCORED
    return ReviewState.SCORED if scored == len(plan.dimensions) else ReviewState.PARTIAL


def reviewer_total(plan: ReviewPlan, review: Review | None) -> Decimal | None:
    """The exact, unrounded total; None until every dimension is scored."""
    if review is None or review_state(plan, review) is not ReviewState.SCORED:
        return None
    return total_of_scores(plan, review.scores)


def total_of_scores(plan: ReviewPlan, scores: Mapping[DimensionId, Decimal]) -> Decimal:
    """The exact total of scores in every dimension: Σ score × weight / 100, or Σ points."""
    total = Decimal(0)
    for dimension in plan.dimensions:
        factor = dimension.weight_percent if plan.scale is ScoringScale.PERCENT else Decimal(100)
        total = scores[dimension.dimension_id].fma(factor, total, EXACT)
    return total.scaleb(-2, EXACT)


def _range_problem(value: Decimal, high: Decimal) -> ScoreProblemKind | None:
    if not value.is_finite():
        return ScoreProblemKind.NOT_A_NUMBER
    return None if 0 <= value <= high else ScoreProblemKind.OUT_OF_RANGE


def _step_problem(value: Decimal, high: Decimal, step: Decimal) -> ScoreProblemKind | None:
    # The full score is always reachable, also when the maximum is no multiple of the step.
    is_reachable = value == high or Fraction(value) % Fraction(step) == 0
    return None if is_reachable else ScoreProblemKind.OFF_STEP
