"""複查: the total of one application made again step by step in fractions, apart from the program that ranks.

The ranking counts in whole numbers of small units to be fast; here every step is a fraction somebody can follow with
a pencil: score × weight, the mean of a dimension, the shares of review and other scores, the one rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from app.domain.dimensions import DimensionId, ScoringScale
from app.domain.people import PersonId
from app.domain.plan import MissingScorePolicy, ReviewPlan
from app.domain.ranked_row import RoundFacts
from app.domain.review_sorting import missing_policy
from app.domain.review_tally import OWN_METHODS
from app.domain.rounding import round_half_up
from app.domain.scores import Review, ReviewState, normal_scores, review_state
from app.domain.scoring_method import ScoringMethod, ThirdReading
from app.domain.total_component import ComponentId


class Standing(StrEnum):
    """Whether a review counts, and why not."""

    COUNTS = "counts"
    COUNTS_IN_PART = "counts_in_part"
    """Some dimensions are scored, and the plan counts dimension by dimension."""
    RECUSED = "recused"
    ABSTAINED = "abstained"
    UNFINISHED = "unfinished"
    THIRD_DECIDES = "third_decides"
    """A finished third review alone counts."""


COUNTED = frozenset({Standing.COUNTS, Standing.COUNTS_IN_PART})


@dataclass(frozen=True)
class ScoreStep:
    """One score of one reviewer: ``product`` = score × weight / 100, or the points."""

    dimension_id: DimensionId
    score: Decimal
    product: Fraction


@dataclass(frozen=True)
class ReviewerSteps:
    """What one reviewer gave. ``total`` is None until every dimension is scored."""

    reviewer_id: PersonId
    standing: Standing
    scores: tuple[ScoreStep, ...]
    total: Fraction | None


@dataclass(frozen=True)
class DimensionStep:
    """The mean of the counted scores of one dimension, and what it brings to the review total."""

    dimension_id: DimensionId
    factor: Decimal
    """The weight in percent; 100 where points are summed."""
    scores: tuple[Decimal, ...]
    mean: Fraction
    part: Fraction


@dataclass(frozen=True)
class ComponentStep:
    """One other score: ``part`` = value / maximum × weight. ``value`` None is an absence."""

    component_id: ComponentId
    value: Decimal | None
    maximum: Decimal
    weight_percent: Decimal
    part: Fraction


@dataclass(frozen=True)
class TotalSteps:
    """Every step. ``review_total``, ``exact`` and ``rounded`` are None where there is no total.

    ``dimensions`` tell the mean; by the median it is ``reviewers``' totals that are compared, and a method settled
    outside gives its value as ``review_total``.
    """

    method: ScoringMethod
    reviewers: tuple[ReviewerSteps, ...]
    dimensions: tuple[DimensionStep, ...]
    review_total: Fraction | None
    review_weight_percent: Decimal
    components: tuple[ComponentStep, ...]
    exact: Fraction | None
    rounded: Decimal | None


def total_steps(plan: ReviewPlan, reviews: Sequence[Review], facts: RoundFacts) -> TotalSteps:
    """The steps of one application; ``reviews`` are all of it, as they count under ``plan`` (``carried_over``)."""
    steps = tuple(_reviewer(plan, each, standing) for each, standing in _standings(plan, reviews, facts))
    counted = [each for each in steps if each.standing in COUNTED]
    dimensions = tuple(_dimensions(plan, counted))
    adjusted = next(
        (
            value
            for each in reviews
            if (value := (facts.adjusted_totals or {}).get(each.application_id)) is not None
        ),
        None,
    )
    review_total = _review_total(plan, counted, dimensions, adjusted=adjusted)
    components = tuple(_components(plan, reviews, facts))
    is_whole = len(components) == len(plan.rules.components) and all(
        each.value is not None for each in components
    )
    exact = None
    if review_total is not None and is_whole:
        share = Fraction(plan.rules.review_weight_percent) / 100
        exact = share * review_total + sum((each.part for each in components), Fraction(0))
    return TotalSteps(
        method=plan.rules.adjustment.method,
        reviewers=steps,
        dimensions=dimensions,
        review_total=review_total,
        review_weight_percent=plan.rules.review_weight_percent,
        components=components,
        exact=exact,
        rounded=None if exact is None else round_half_up(exact),
    )


def _standings(
    plan: ReviewPlan, reviews: Sequence[Review], facts: RoundFacts
) -> Iterable[tuple[Review, Standing]]:
    barred = frozenset(facts.recused)
    found = [
        (each, _standing(plan, each, (each.application_id, each.reviewer_id) in barred)) for each in reviews
    ]
    third = next(
        (
            each
            for each, standing in found
            if plan.rules.third_reading is ThirdReading.DECIDES
            and standing is Standing.COUNTS
            and facts.third_reviewers.get(each.application_id) == each.reviewer_id
        ),
        None,
    )
    if third is None:
        return found
    return [
        (each, Standing.THIRD_DECIDES if standing in COUNTED and each is not third else standing)
        for each, standing in found
    ]


def _standing(plan: ReviewPlan, review: Review, is_recused: bool) -> Standing:
    if is_recused:
        return Standing.RECUSED
    state = review_state(plan, review)
    if state is ReviewState.PARTIAL and missing_policy(plan.rules) is MissingScorePolicy.BY_DIMENSION:
        return Standing.COUNTS_IN_PART
    return {ReviewState.ABSTAINED: Standing.ABSTAINED, ReviewState.SCORED: Standing.COUNTS}.get(
        state, Standing.UNFINISHED
    )


def _reviewer(plan: ReviewPlan, review: Review, standing: Standing) -> ReviewerSteps:
    usable = normal_scores(plan, review)
    scores = tuple(
        ScoreStep(each.dimension_id, usable[each.dimension_id], _product(plan, each.weight_percent, score))
        for each in plan.dimensions
        if (score := usable.get(each.dimension_id)) is not None
    )
    is_whole = len(scores) == len(plan.dimensions) and bool(scores)
    total = sum((each.product for each in scores), Fraction(0)) if is_whole else None
    return ReviewerSteps(review.reviewer_id, standing, scores, total)


def _product(plan: ReviewPlan, weight_percent: Decimal, score: Decimal) -> Fraction:
    return Fraction(score) * Fraction(_factor(plan, weight_percent)) / 100


def _factor(plan: ReviewPlan, weight_percent: Decimal) -> Decimal:
    return weight_percent if plan.scale is ScoringScale.PERCENT else Decimal(100)


def _dimensions(plan: ReviewPlan, counted: Sequence[ReviewerSteps]) -> Iterable[DimensionStep]:
    for each in plan.dimensions:
        scores = tuple(
            step.score for one in counted for step in one.scores if step.dimension_id == each.dimension_id
        )
        if scores:
            mean = sum(map(Fraction, scores), Fraction(0)) / len(scores)
            factor = _factor(plan, each.weight_percent)
            yield DimensionStep(each.dimension_id, factor, scores, mean, mean * Fraction(factor) / 100)


def _review_total(
    plan: ReviewPlan,
    counted: Sequence[ReviewerSteps],
    dimensions: Sequence[DimensionStep],
    *,
    adjusted: Decimal | None,
) -> Fraction | None:
    if len(dimensions) < len(plan.dimensions) or not dimensions:
        return None
    if plan.rules.adjustment.method not in OWN_METHODS:
        return None if adjusted is None else Fraction(adjusted)
    if plan.rules.adjustment.method is ScoringMethod.MEDIAN:
        totals = sorted(each.total for each in counted if each.total is not None)
        return (totals[(len(totals) - 1) // 2] + totals[len(totals) // 2]) / 2
    return sum((each.part for each in dimensions), Fraction(0))


def _components(plan: ReviewPlan, reviews: Sequence[Review], facts: RoundFacts) -> Iterable[ComponentStep]:
    keys = {review.application_id for review in reviews}
    for each in plan.rules.components:
        values = facts.component_values.get(each.component_id, {})
        for key in keys & values.keys():
            part = Fraction(values[key] or 0) / Fraction(each.maximum) * Fraction(each.weight_percent)
            yield ComponentStep(each.component_id, values[key], each.maximum, each.weight_percent, part)
