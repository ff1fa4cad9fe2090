"""Review totals by the methods that need all reviewers at once, worked out from exactly the reviews that count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.dimensions import PERCENT_MAXIMUM, maximum_score, weight_of
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import RoundFacts
from app.domain.review_tally import OWN_METHODS, counted_reviews
from app.domain.scores import Review, total_of_scores
from app.domain.scoring_method import ScoringMethod
from app.psychometrics.connection import connected_groups
from app.psychometrics.ratings import DimensionRating, Rating
from app.psychometrics.rubric_bands import common_floors
from app.psychometrics.score_adjustment import (
    AdjustmentMethod,
    AdjustmentWarning,
    JudgedScores,
    applicant_values,
)

METHODS: Mapping[ScoringMethod, AdjustmentMethod] = {
    ScoringMethod.Z: AdjustmentMethod.Z,
    ScoringMethod.T: AdjustmentMethod.T_LINEAR,
    ScoringMethod.PANEL: AdjustmentMethod.PANEL,
    ScoringMethod.ADDITIVE: AdjustmentMethod.ADDITIVE,
    ScoringMethod.RASCH: AdjustmentMethod.RASCH,
}


@dataclass(frozen=True)
class AdjustedTotals:
    """Totals of the applications that have one, and what a reader of them must know."""

    totals: Mapping[ApplicationId, Decimal]
    warnings: tuple[AdjustmentWarning, ...]


def adjusted_totals(plan: ReviewPlan, reviews: Sequence[Review], facts: RoundFacts) -> AdjustedTotals | None:
    """The totals by the plan's method; None where the list itself works out the mean or the median."""
    method = plan.rules.adjustment.method
    if method in OWN_METHODS:
        return None
    found = applicant_values(METHODS[method], judged_scores(plan, reviews, facts))
    totals = {each.application_id: each.value for each in found.values if each.value is not None}
    return AdjustedTotals(totals, found.warnings)


def judged_scores(plan: ReviewPlan, reviews: Sequence[Review], facts: RoundFacts) -> JudgedScores:
    """What the methods read. A panel is a group of reviewers linked by common applications."""
    counted = counted_reviews(plan, reviews, facts)
    maximum = {each.dimension_id: maximum_score(each, plan.scale) for each in plan.dimensions}
    return JudgedScores(
        totals=[
            Rating(each.application_id, each.reviewer_id, total_of_scores(plan, each.scores))
            for each in counted
        ],
        dimension_ratings=[
            DimensionRating(
                each.application_id, each.reviewer_id, key, each.scores[key] * PERCENT_MAXIMUM / maximum[key]
            )
            for each in counted
            for key in maximum
            if maximum[key] > 0
        ],
        weights={each.dimension_id: weight_of(each, plan.scale) for each in plan.dimensions},
        floors=common_floors(plan.dimensions, plan.scale),
        panel_of=_panels(counted),
        t_factor=plan.rules.adjustment.factor,
        t_offset=plan.rules.adjustment.offset,
    )


def _panels(counted: Sequence[Review]) -> dict[PersonId, str]:
    groups = connected_groups((each.application_id, each.reviewer_id) for each in counted)
    return {reviewer_id: f"{place}" for place, group in enumerate(groups) for reviewer_id in group}
