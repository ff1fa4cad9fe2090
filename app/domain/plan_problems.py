"""What is wrong with a plan, all of it at once, as facts the screen turns into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from app.domain.dimensions import Dimension, RubricLevel, maximum_score, weight_of
from app.domain.plan import (
    COMPONENT_TIE,
    FULL_TOTAL,
    REVIEW_TOTAL_TIE,
    MissingScorePolicy,
    RankingRules,
    ReviewPlan,
    weight_shortfall,
)
from app.domain.scoring_method import ScoringMethod


class PlanProblemKind(StrEnum):
    """A rule of a plan that is broken."""

    NO_DIMENSIONS = "no_dimensions"
    EMPTY_NAME = "empty_name"
    DUPLICATE_NAME = "duplicate_name"
    WEIGHTS_OFF = "weights_off"
    NEGATIVE_WEIGHT = "negative_weight"
    BAND_REVERSED = "band_reversed"
    BANDS_OVERLAP = "bands_overlap"
    BANDS_GAP = "bands_gap"
    BAND_OUTSIDE_SCALE = "band_outside_scale"
    MINIMUM_OUTSIDE_SCALE = "minimum_outside_scale"
    UNKNOWN_TIE_BREAK = "unknown_tie_break"
    UNKNOWN_CORE_DATA = "unknown_core_data"
    SHARES_OFF = "shares_off"
    NO_CORE_DATA = "no_core_data"
    CORE_DATA_NOT_THERE = "core_data_not_there"
    CORE_DATA_CLOSED = "core_data_closed"
    STEP_NOT_POSITIVE = "step_not_positive"
    REQUIRED_REVIEWS_BELOW_ONE = "required_reviews_below_one"
    GAP_LIMIT_NOT_POSITIVE = "gap_limit_not_positive"
    POLICY_NEEDS_MEAN = "policy_needs_mean"
    FACTOR_NOT_POSITIVE = "factor_not_positive"
    REVIEW_SHARE_NEGATIVE = "review_share_negative"
    COMPONENT_WITHOUT_NAME = "component_without_name"
    COMPONENT_TWICE = "component_twice"
    COMPONENT_WEIGHT_NEGATIVE = "component_weight_negative"
    COMPONENT_MAXIMUM_NOT_POSITIVE = "component_maximum_not_positive"
    COMPONENT_MINIMUM_OUTSIDE = "component_minimum_outside"
    LIST_WITHOUT_NAME = "list_without_name"
    LIST_TWICE = "list_twice"
    LIST_PLACES_NEGATIVE = "list_places_negative"


@dataclass(frozen=True)
class PlanProblem:
    """``subject`` is a dimension id, a name, a level's name or an evidence category; empty for the whole plan.
    ``amount`` says by how much."""

    kind: PlanProblemKind
    subject: str = ""
    amount: Decimal | None = None

    @property
    def blocks_locking(self) -> bool:
        """Whether the plan cannot be locked; a dimension without core data is only worth a second look."""
        return self.kind is not PlanProblemKind.NO_CORE_DATA


def plan_problems(plan: ReviewPlan) -> tuple[PlanProblem, ...]:
    """Every problem: of the plan, of its rules, then of each dimension in order."""
    return (
        *_whole_problems(plan),
        *_rule_problems(plan),
        *(problem for item in plan.dimensions for problem in _dimension_problems(plan, item)),
    )


def _whole_problems(plan: ReviewPlan) -> Iterator[PlanProblem]:
    if not plan.dimensions:
        yield PlanProblem(PlanProblemKind.NO_DIMENSIONS)
    elif shortfall := weight_shortfall(plan):
        yield PlanProblem(PlanProblemKind.WEIGHTS_OFF, amount=shortfall)
    names = Counter(item.name.strip() for item in plan.dimensions if item.name.strip())
    for name, times in names.items():
        if times > 1:
            yield PlanProblem(PlanProblemKind.DUPLICATE_NAME, name, Decimal(times))


def _rule_problems(plan: ReviewPlan) -> Iterator[PlanProblem]:
    known = {item.dimension_id for item in plan.dimensions}
    ties = (
        known | {REVIEW_TOTAL_TIE} | {f"{COMPONENT_TIE}{item.component_id}" for item in plan.rules.components}
    )
    for name in plan.rules.tie_breaks:
        if name not in ties:
            yield PlanProblem(PlanProblemKind.UNKNOWN_TIE_BREAK, name)
    for name in sorted({dimension for dimension, _ in plan.core_data.pairs} - known):
        yield PlanProblem(PlanProblemKind.UNKNOWN_CORE_DATA, name)
    for subject, minimum in (
        ("", plan.rules.minimum_total),
        (REVIEW_TOTAL_TIE, plan.rules.minimum_review_total),
    ):
        if minimum is not None and not 0 <= minimum <= FULL_TOTAL:
            yield PlanProblem(PlanProblemKind.MINIMUM_OUTSIDE_SCALE, subject, minimum)
    if plan.rules.score_step <= 0:
        yield PlanProblem(PlanProblemKind.STEP_NOT_POSITIVE, amount=plan.rules.score_step)
    if plan.rules.required_reviews < 1:
        amount = Decimal(plan.rules.required_reviews)
        yield PlanProblem(PlanProblemKind.REQUIRED_REVIEWS_BELOW_ONE, amount=amount)
    yield from _method_problems(plan.rules)
    yield from _component_problems(plan.rules)
    yield from _list_problems(plan.rules)


def _method_problems(rules: RankingRules) -> Iterator[PlanProblem]:
    level_gap = None if rules.level_gap is None else Decimal(rules.level_gap)
    limits = {
        "range_gap": rules.range_gap,
        "sd_gap": rules.sd_gap,
        "mean_gap": rules.mean_gap,
        "level_gap": level_gap,
    }
    for name, limit in limits.items():
        if limit is not None and limit <= 0:
            yield PlanProblem(PlanProblemKind.GAP_LIMIT_NOT_POSITIVE, name, limit)
    is_mean = rules.adjustment.method is ScoringMethod.RAW_MEAN
    if rules.missing_score_policy is MissingScorePolicy.BY_DIMENSION and not is_mean:
        yield PlanProblem(PlanProblemKind.POLICY_NEEDS_MEAN)
    if rules.adjustment.method is ScoringMethod.T and rules.adjustment.factor <= 0:
        yield PlanProblem(PlanProblemKind.FACTOR_NOT_POSITIVE, amount=rules.adjustment.factor)


def _component_problems(rules: RankingRules) -> Iterator[PlanProblem]:
    if rules.review_weight_percent < 0:
        yield PlanProblem(PlanProblemKind.REVIEW_SHARE_NEGATIVE, amount=rules.review_weight_percent)
    yield from _names_twice(PlanProblemKind.COMPONENT_TWICE, [each.name for each in rules.components])
    for each in rules.components:
        if not each.name.strip():
            yield PlanProblem(PlanProblemKind.COMPONENT_WITHOUT_NAME)
        if each.weight_percent < 0:
            amount = each.weight_percent
            yield PlanProblem(PlanProblemKind.COMPONENT_WEIGHT_NEGATIVE, each.name, amount)
        if each.maximum <= 0:
            yield PlanProblem(PlanProblemKind.COMPONENT_MAXIMUM_NOT_POSITIVE, each.name, each.maximum)
        elif each.minimum_value is not None and not 0 <= each.minimum_value <= each.maximum:
            yield PlanProblem(PlanProblemKind.COMPONENT_MINIMUM_OUTSIDE, each.name, each.minimum_value)


def _list_problems(rules: RankingRules) -> Iterator[PlanProblem]:
    yield from _names_twice(PlanProblemKind.LIST_TWICE, [each.name for each in rules.identity_lists])
    for each in rules.identity_lists:
        if not each.name.strip():
            yield PlanProblem(PlanProblemKind.LIST_WITHOUT_NAME)
        for places in (each.quota, each.waitlist):
            if places is not None and places < 0:
                yield PlanProblem(PlanProblemKind.LIST_PLACES_NEGATIVE, each.name, Decimal(places))


def _names_twice(kind: PlanProblemKind, names: list[str]) -> Iterator[PlanProblem]:
    for name, times in Counter(name.strip() for name in names if name.strip()).items():
        if times > 1:
            yield PlanProblem(kind, name, Decimal(times))


def _dimension_problems(plan: ReviewPlan, dimension: Dimension) -> Iterator[PlanProblem]:
    subject = dimension.dimension_id
    weight = weight_of(dimension, plan.scale)
    maximum = maximum_score(dimension, plan.scale)
    minimum = dimension.minimum_score
    if not dimension.name.strip():
        yield PlanProblem(PlanProblemKind.EMPTY_NAME, subject)
    if weight < 0:
        yield PlanProblem(PlanProblemKind.NEGATIVE_WEIGHT, subject, weight)
    if minimum is not None and not 0 <= minimum <= maximum:
        yield PlanProblem(PlanProblemKind.MINIMUM_OUTSIDE_SCALE, subject, minimum)
    if not plan.core_data.categories_of(dimension.dimension_id):
        yield PlanProblem(PlanProblemKind.NO_CORE_DATA, subject)
    yield from _band_problems(dimension, maximum, plan.rules.score_step)
    yield from _share_problems(dimension)


def _band_problems(dimension: Dimension, maximum: Decimal, step: Decimal) -> Iterator[PlanProblem]:
    subject = dimension.dimension_id
    levels = sorted(dimension.rubric_levels, key=lambda level: level.low)
    for level in levels:
        if level.low > level.high:
            yield PlanProblem(PlanProblemKind.BAND_REVERSED, subject, level.low - level.high)
        if level.low < 0 or level.high > maximum:
            amount = level.low if level.low < 0 else level.high
            yield PlanProblem(PlanProblemKind.BAND_OUTSIDE_SCALE, subject, amount)
    for lower, upper in pairwise(levels):
        yield from _seam_problems(subject, lower.high, upper.low, step)
    if levels:
        yield from _end_problems(subject, levels, maximum)


def _share_problems(dimension: Dimension) -> Iterator[PlanProblem]:
    """Intended shares are all empty, or they are what 100 scores would be."""
    given = [level.intended_share for level in dimension.rubric_levels if level.intended_share is not None]
    total = sum(given, Decimal(0))
    if given and (total != FULL_TOTAL or min(given) < 0):
        yield PlanProblem(PlanProblemKind.SHARES_OFF, dimension.dimension_id, total)


def _seam_problems(subject: str, high: Decimal, low: Decimal, step: Decimal) -> Iterator[PlanProblem]:
    if low <= high:
        yield PlanProblem(PlanProblemKind.BANDS_OVERLAP, subject, low)
    elif low - high > step:
        yield PlanProblem(PlanProblemKind.BANDS_GAP, subject, high)


def _end_problems(subject: str, levels: list[RubricLevel], maximum: Decimal) -> Iterator[PlanProblem]:
    if levels[0].low > 0:
        yield PlanProblem(PlanProblemKind.BANDS_GAP, subject, Decimal(0))
    highest = max(level.high for level in levels)
    if highest < maximum:
        yield PlanProblem(PlanProblemKind.BANDS_GAP, subject, highest)
