"""Announced weights beside their real share of what tells totals apart, from the means of a ranked list."""

from __future__ import annotations

from decimal import Decimal

from app.domain.dimensions import DimensionId, ScoringScale, maximum_score, weight_of
from app.domain.plan import ReviewPlan
from app.domain.ranked_row import RankedList
from app.domain.rounding import round_half_up
from app.psychometrics.effective_weights import EffectiveWeights, effective_weights

FEWEST_APPLICATIONS = 3
"""Below this many totals a share of their variance says nothing."""


def influence_of(plan: ReviewPlan, ranked: RankedList) -> EffectiveWeights | None:
    """Over every application with a total; None with too few of them or no weight."""
    weights = {each.dimension_id: weight_of(each, plan.scale) for each in plan.dimensions}
    rows = [row for row in ranked.rows if row.total is not None]
    if len(rows) < FEWEST_APPLICATIONS or not any(weights.values()) or min(weights.values()) < 0:
        return None
    means = {row.application_id: _in_percent(plan, dict(row.dimension_means)) for row in rows}
    return effective_weights(means, weights)


def _in_percent(plan: ReviewPlan, means: dict[DimensionId, Decimal]) -> dict[DimensionId, Decimal]:
    if plan.scale is ScoringScale.PERCENT:
        return means
    maxima = {each.dimension_id: maximum_score(each, plan.scale) for each in plan.dimensions}
    return {
        key: round_half_up(value * 100 / maxima[key], 4) for key, value in means.items() if maxima.get(key)
    }
