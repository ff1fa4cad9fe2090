"""What the reviews of one application come to: states, means, the exact review total, gaps.

By NO_TOTAL only finished reviews count; by BY_DIMENSION (with the mean alone) whatever was scored counts in its
dimension. Where a third review decides and is finished, it alone counts, and the gaps stay those of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import lcm
from operator import mul
from typing import NamedTuple, cast

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

Parts = Sequence[int | None]
"""The scores of one review in plan order, in whole units; None where there is none."""
Quotient = tuple[int, int]
Columns = Sequence[Sequence[int]]
"""The scores of each dimension."""


class ReviewTally(NamedTuple):
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


def counting_reviews(plan: ReviewPlan, reviews: Sequence[Review], facts: RoundFacts) -> tuple[Review, ...]:
    """Every review of which a score counts: the counted ones, and by BY_DIMENSION the unfinished ones beside them."""
    counted = counted_reviews(plan, reviews, facts)
    if missing_policy(plan.rules) is not MissingScorePolicy.BY_DIMENSION:
        return counted
    barred = frozenset(facts.recused)
    thirds = facts.third_reviewers if plan.rules.third_reading is ThirdReading.DECIDES else {}
    decided = {each.application_id for each in counted if thirds.get(each.application_id) == each.reviewer_id}
    begun = (
        each
        for each in reviews
        if each.application_id not in decided
        and (each.application_id, each.reviewer_id) not in barred
        and review_state(plan, each) is ReviewState.PARTIAL
    )
    return (*counted, *begun)


@dataclass(slots=True)
class _Sorted:
    """The reviews of one application by state; ``begun_afresh``: an unfinished one of today's scale."""

    finished: dict[PersonId, Parts] = field(default_factory=dict)
    begun: list[Parts] = field(default_factory=list)
    outdated: list[Review] = field(default_factory=list)
    not_scored: int = 0
    abstained: int = 0
    recused: int = 0
    begun_afresh: bool = False


class _Counts(dict[tuple[int, ...], ReviewCounts]):
    """A round knows few combinations of states: one record serves all applications of the same."""

    def __missing__(self, states: tuple[int, ...]) -> ReviewCounts:
        counts = self[states] = ReviewCounts(*states)
        return counts


class TallyRoom:
    """Tallies one application after another, under one plan and one set of facts."""

    def __init__(self, plan: ReviewPlan, reviews: Sequence[Review], facts: RoundFacts) -> None:
        self._scale: WholeScale = whole_scale(plan, reviews)
        self._columns = tuple(zip(self._scale.dimension_ids, self._scale.units, strict=True))
        self._meter = GapMeter(plan, self._scale)
        self._is_partial_counted = missing_policy(plan.rules) is MissingScorePolicy.BY_DIMENSION
        self._method = plan.rules.adjustment.method
        self._barred = frozenset(facts.recused)
        self._barred_from = {application_id for application_id, _ in self._barred}
        self._thirds = facts.third_reviewers if plan.rules.third_reading is ThirdReading.DECIDES else {}
        self._adjusted = facts.adjusted_totals or {}
        self._rounding = Rounding()
        self._counts = _Counts()

    def tally(self, application_id: ApplicationId, reviews: Sequence[Review]) -> ReviewTally:
        """What these reviews, all of the application, come to."""
        if application_id not in self._barred_from and application_id not in self._thirds:
            parts = self._finished(reviews)
            if parts:
                return self._settled(application_id, parts)
        found = self._sorted(application_id, reviews)
        compared = counting = _columns_of(list(found.finished.values()))
        third = self._thirds.get(application_id)
        if third is not None and third in found.finished:
            counting = _columns_of([found.finished.pop(third)])
            compared = _columns_of(list(found.finished.values()))
        else:
            third = None
            if self._is_partial_counted and found.begun:
                counting = _columns_of([*found.finished.values(), *found.begun])
        total = self._total(application_id, counting) if counting and all(counting) else None
        counts = self._counted(found, has_third=third is not None)
        return ReviewTally(
            counts=counts,
            dimension_means=self._middles(counting),
            total=total,
            reason=None if total else self._reason(found, counts, counting),
            gaps=self._gaps(compared),
            old_revisions=tuple(sorted({review.plan_revision for review in found.outdated}))
            if found.outdated
            else (),
            third_reviewer=third,
        )

    def _finished(self, reviews: Sequence[Review]) -> Sequence[Sequence[int]]:
        """The parts of reviews that are all finished with nothing more to be said, as nearly all are; else none."""
        columns = self._columns
        if not columns:
            return ()
        found = []
        try:
            for review in reviews:
                if review.abstained or review.old_scale:
                    return ()
                scores = review.scores
                found.append([units[scores[key]] for key, units in columns])
        except KeyError:
            return ()
        return found

    def _settled(self, application_id: ApplicationId, parts: Sequence[Sequence[int]]) -> ReviewTally:
        """What finished reviews come to that all count and are all compared."""
        number, weights = len(parts), self._scale.weights
        columns = list(zip(*parts, strict=True))
        totals = [sum(map(mul, each, weights)) for each in parts]
        if self._method is ScoringMethod.RAW_MEAN:
            rounded = self._rounding[number * self._scale.unit]
            means = map(rounded.__getitem__, map(sum, columns))
            middles = dict(zip(self._scale.dimension_ids, means, strict=True))
            total: Quotient | None = (sum(totals), number * self._scale.full)
        else:
            middles, total = self._middles(columns), self._total(application_id, columns)
        return ReviewTally(
            counts=self._counts[number, 0, 0, 0, 0, 0],
            dimension_means=middles,
            total=total,
            reason=None if total else UnscoredReason.NOT_ADJUSTED,
            gaps=self._meter.flags(columns, totals),
            old_revisions=(),
            third_reviewer=None,
        )

    def _sorted(self, application_id: ApplicationId, reviews: Sequence[Review]) -> _Sorted:
        found = _Sorted()
        barred = self._barred
        for review in reviews:
            if barred and (application_id, review.reviewer_id) in barred:
                found.recused += 1
            elif review.abstained:
                found.abstained += 1
            elif review.old_scale:
                found.outdated.append(review)
                self._sort_unfinished(found, review)
            else:
                self._sort_unfinished(found, review)
        if not self._columns:
            found.not_scored, found.finished = len(found.finished), {}
        return found

    def _sort_unfinished(self, found: _Sorted, review: Review) -> None:
        scores = review.scores
        parts = [units.get(scores[key]) if key in scores else None for key, units in self._columns]
        if None not in parts:
            found.finished[review.reviewer_id] = parts
        elif any(part is not None for part in parts):
            found.begun.append(parts)
            found.begun_afresh = found.begun_afresh or not review.old_scale
        else:
            found.not_scored += 1

    def _counted(self, found: _Sorted, *, has_third: bool) -> ReviewCounts:
        return self._counts[
            len(found.finished) + has_third,
            len(found.begun),
            found.not_scored,
            found.abstained,
            found.recused,
            len(found.outdated),
        ]

    def _total(self, application_id: ApplicationId, columns: Columns) -> Quotient | None:
        if self._method not in OWN_METHODS:
            adjusted = self._adjusted.get(application_id)
            return None if adjusted is None else adjusted.as_integer_ratio()
        weights, full = self._scale.weights, self._scale.full
        if self._method is ScoringMethod.MEDIAN:
            return sum(_two_middles(self._totals(columns))), 2 * full
        sums, sizes = map(sum, columns), set(map(len, columns))
        if len(sizes) == 1:
            return sum(map(mul, sums, weights)), sizes.pop() * full
        common = lcm(*sizes)
        weighted = zip(weights, columns, strict=True)
        return (
            sum(weight * sum(values) * (common // len(values)) for weight, values in weighted),
            common * full,
        )

    def _totals(self, columns: Columns) -> list[int]:
        """The total of each reviewer, of columns of finished reviews."""
        weights = self._scale.weights
        return [sum(map(mul, parts, weights)) for parts in zip(*columns, strict=True)]

    def _middles(self, columns: Columns) -> dict[DimensionId, Decimal]:
        """The mean, or by MEDIAN the median, of the scores of each dimension that has some."""
        unit, rounding, keys = self._scale.unit, self._rounding, self._scale.dimension_ids
        if self._method is ScoringMethod.MEDIAN:
            halves = rounding[2 * unit]
            return {
                key: halves[sum(_two_middles(values))]
                for key, values in zip(keys, columns, strict=False)
                if values
            }
        return {
            key: rounding[len(values) * unit][sum(values)]
            for key, values in zip(keys, columns, strict=False)
            if values
        }

    def _gaps(self, finished: Columns) -> tuple[GapFlag, ...]:
        return self._meter.flags(finished, self._totals(finished)) if finished else ()

    def _reason(self, found: _Sorted, counts: ReviewCounts, counting: Columns) -> UnscoredReason:
        if counting and all(counting):
            return UnscoredReason.NOT_ADJUSTED
        if found.begun_afresh:
            return UnscoredReason.INCOMPLETE
        if counts.old_scale:
            return UnscoredReason.OLD_SCALE
        if counts.abstained and not counts.not_scored:
            return UnscoredReason.ONLY_ABSTAINED
        return UnscoredReason.NO_REVIEW


def _columns_of(reviews: Sequence[Parts]) -> Columns:
    """The scores of each dimension, of whoever gave one."""
    return [
        [value for value in column if value is not None]
        if None in column
        else cast("tuple[int, ...]", column)
        for column in zip(*reviews, strict=True)
    ]


def _two_middles(values: Sequence[int]) -> Quotient:
    """The two middle values; the same one twice of an odd number."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
