"""What the reviews of one application come to: states, means, the exact review total, gaps.

By NO_TOTAL only finished reviews count; by BY_DIMENSION (with the mean alone) whatever was scored counts in its
dimension. Where a third review decides and is finished, it alone counts, and the gaps stay those of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import lcm
from operator import mul

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.gap_meter import GapMeter
from app.domain.people import PersonId
from app.domain.plan import MissingScorePolicy, RankingRules, ReviewPlan
from app.domain.ranked_row import ReviewCounts, RoundFacts, UnscoredReason
from app.domain.score_gap import GapFlag
from app.domain.scores import Review, ReviewState, review_state
from app.domain.scoring_method import ScoringMethod, ThirdReading
from app.domain.whole_scores import Rounding, WholeScale, whole_scale

OWN_METHODS = frozenset({ScoringMethod.RAW_MEAN, ScoringMethod.MEDIAN})
"""The methods worked out here; the totals of the others come from outside."""

Parts = list[int | None]
"""The scores of one review in plan order, in whole units; None where there is none."""
Quotient = tuple[int, int]


@dataclass(frozen=True)
class ReviewTally:
    """``total`` is numerator and denominator of the exact review total; None with the reason."""

    counts: ReviewCounts
    dimension_means: dict[DimensionId, Decimal]
    total: Quotient | None
    reason: UnscoredReason | None
    gaps: tuple[GapFlag, ...]
    old_revisions: tuple[int, ...]
    third_reviewer: PersonId | None


def missing_policy(rules: RankingRules) -> MissingScorePolicy:
    """The policy in force: dimension by dimension there is only the mean."""
    is_mean = rules.adjustment.method is ScoringMethod.RAW_MEAN
    return rules.missing_score_policy if is_mean else MissingScorePolicy.NO_TOTAL


def counted_reviews(plan: ReviewPlan, reviews: Sequence[Review], facts: RoundFacts) -> tuple[Review, ...]:
    """The finished reviews that decide: not recused, and the third alone where it decides.

    These are what a method outside the domain must work with.
    """
    barred = frozenset(facts.recused)
    finished = [
        each
        for each in reviews
        if (each.application_id, each.reviewer_id) not in barred
        and review_state(plan, each) is ReviewState.SCORED
    ]
    if plan.rules.third_reading is not ThirdReading.DECIDES:
        return tuple(finished)
    decided = {
        each.application_id
        for each in finished
        if facts.third_reviewers.get(each.application_id) == each.reviewer_id
    }
    return tuple(
        each
        for each in finished
        if each.application_id not in decided
        or facts.third_reviewers[each.application_id] == each.reviewer_id
    )


@dataclass(slots=True)
class _Sorted:
    """The reviews of one application by state; ``begun_afresh``: an unfinished one of today's scale."""

    finished: list[tuple[PersonId, Parts]] = field(default_factory=list)
    begun: list[Parts] = field(default_factory=list)
    outdated: list[Review] = field(default_factory=list)
    not_scored: int = 0
    abstained: int = 0
    recused: int = 0
    begun_afresh: bool = False


class TallyRoom:
    """Tallies one application after another, under one plan and one set of facts."""

    def __init__(self, plan: ReviewPlan, reviews: Sequence[Review], facts: RoundFacts) -> None:
        self._scale: WholeScale = whole_scale(plan, reviews)
        self._columns = tuple(zip(self._scale.dimension_ids, self._scale.units, strict=True))
        self._meter = GapMeter(plan, self._scale)
        self._is_partial_counted = missing_policy(plan.rules) is MissingScorePolicy.BY_DIMENSION
        self._method = plan.rules.adjustment.method
        self._barred = frozenset(facts.recused)
        self._thirds = facts.third_reviewers if plan.rules.third_reading is ThirdReading.DECIDES else {}
        self._adjusted = facts.adjusted_totals or {}
        self._rounding = Rounding()
        self._counts: dict[tuple[int, ...], ReviewCounts] = {}

    def tally(self, application_id: ApplicationId, reviews: Sequence[Review]) -> ReviewTally:
        """What these reviews, all of the application, come to."""
        found = self._sorted(application_id, reviews)
        others, third = found.finished, self._thirds.get(application_id)
        decisive = [parts for reviewer_id, parts in found.finished if reviewer_id == third]
        if decisive:
            others = [pair for pair in found.finished if pair[0] != third]
            columns = _columns_of(decisive)
        else:
            part_scored = found.begun if self._is_partial_counted else []
            columns = _columns_of([*(parts for _, parts in found.finished), *part_scored])
        total = self._total(application_id, columns) if found.finished or _is_whole(columns) else None
        counts = self._counted(found)
        return ReviewTally(
            counts=counts,
            dimension_means={
                key: self._middle(values, self._scale.unit)
                for key, values in zip(self._scale.dimension_ids, columns, strict=False)
                if values
            },
            total=total,
            reason=None if total else self._reason(found, counts, columns),
            gaps=self._gaps([parts for _, parts in others]),
            old_revisions=tuple(sorted({review.plan_revision for review in found.outdated})),
            third_reviewer=third if decisive else None,
        )

    def _sorted(self, application_id: ApplicationId, reviews: Sequence[Review]) -> _Sorted:
        found = _Sorted()
        for review in reviews:
            if self._barred and (application_id, review.reviewer_id) in self._barred:
                found.recused += 1
            elif review.abstained:
                found.abstained += 1
            else:
                self._sort_scores(found, review)
        return found

    def _sort_scores(self, found: _Sorted, review: Review) -> None:
        if review.old_scale:
            found.outdated.append(review)
        scores = review.scores
        parts: Parts = [units.get(scores[key]) if key in scores else None for key, units in self._columns]
        missing = parts.count(None)
        if missing == len(parts):
            found.not_scored += 1
        elif missing:
            found.begun.append(parts)
            found.begun_afresh = found.begun_afresh or not review.old_scale
        else:
            found.finished.append((review.reviewer_id, parts))

    def _counted(self, found: _Sorted) -> ReviewCounts:
        states = (
            len(found.finished),
            len(found.begun),
            found.not_scored,
            found.abstained,
            found.recused,
            len(found.outdated),
        )
        # A round knows few combinations: one record serves all applications of the same.
        known = self._counts.get(states)
        if known is None:
            known = self._counts[states] = ReviewCounts(*states)
        return known

    def _total(self, application_id: ApplicationId, columns: Sequence[Sequence[int]]) -> Quotient | None:
        if self._method not in OWN_METHODS:
            adjusted = self._adjusted.get(application_id)
            return None if adjusted is None else adjusted.as_integer_ratio()
        if self._method is ScoringMethod.MEDIAN:
            low, high = _two_middles(self._totals(zip(*columns, strict=True)))
            return low + high, 2 * self._scale.full
        common = lcm(*map(len, columns))
        weighted = zip(self._scale.weights, columns, strict=True)
        return (
            sum(weight * sum(values) * (common // len(values)) for weight, values in weighted),
            common * self._scale.full,
        )

    def _totals(self, finished: Iterable[Sequence[int]]) -> list[int]:
        weights = self._scale.weights
        return [sum(map(mul, parts, weights)) for parts in finished]

    def _middle(self, values: Sequence[int], unit: int) -> Decimal:
        """The mean, or by MEDIAN the median, of the scores of one dimension."""
        if self._method is ScoringMethod.MEDIAN:
            return self._rounding.rounded(sum(_two_middles(values)), 2 * unit)
        return self._rounding.rounded(sum(values), len(values) * unit)

    def _gaps(self, finished: Sequence[Parts]) -> tuple[GapFlag, ...]:
        columns = _columns_of(finished)
        return self._meter.flags(columns, self._totals(zip(*columns, strict=True))) if columns else ()

    def _reason(
        self, found: _Sorted, counts: ReviewCounts, columns: Sequence[Sequence[int]]
    ) -> UnscoredReason:
        if found.finished or (self._is_partial_counted and _is_whole(columns)):
            return UnscoredReason.NOT_ADJUSTED
        if found.begun_afresh:
            return UnscoredReason.INCOMPLETE
        if counts.old_scale:
            return UnscoredReason.OLD_SCALE
        if counts.abstained and not counts.not_scored:
            return UnscoredReason.ONLY_ABSTAINED
        return UnscoredReason.NO_REVIEW


def _columns_of(reviews: Sequence[Parts]) -> list[list[int]]:
    """The scores of each dimension, of whoever gave one."""
    return [[value for value in column if value is not None] for column in zip(*reviews, strict=True)]


def _is_whole(columns: Sequence[Sequence[int]]) -> bool:
    return bool(columns) and all(columns)


def _two_middles(values: Sequence[int]) -> Quotient:
    """The two middle values; the same one twice of an odd number."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
