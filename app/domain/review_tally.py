"""What the reviews of each application come to: states, means, the exact review total, gaps.

Applications of which as much counts are worked out together, column by column: the arithmetic is the same, and
sixty thousand take a third of the time they would take one after another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from math import lcm
from typing import NamedTuple, cast

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.gap_meter import Batch, GapMeter, Units
from app.domain.people import PersonId
from app.domain.plan import MissingScorePolicy, ReviewPlan
from app.domain.ranked_row import ReviewCounts, RoundFacts, UnscoredReason
from app.domain.review_sorting import Columns, Lines, SortedReviews, missing_policy, sort_reviews
from app.domain.score_gap import GapFlag
from app.domain.scores import Review, ReviewState, review_state
from app.domain.scoring_method import ScoringMethod, ThirdReading
from app.domain.whole_scores import Rounding, WholeScale, whole_scores

OWN_METHODS = frozenset({ScoringMethod.RAW_MEAN, ScoringMethod.MEDIAN})
"""The methods worked out here; the totals of the others come from outside."""

Quotient = tuple[int, int]
Means = dict[DimensionId, Decimal]


class ReviewTally(NamedTuple):
    """``total`` is numerator and denominator of the exact review total; None with the reason."""

    counts: ReviewCounts
    dimension_means: Means
    total: Quotient | None
    reason: UnscoredReason | None
    gaps: tuple[GapFlag, ...]
    old_revisions: tuple[int, ...]
    third_reviewer: PersonId | None


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


def tally_reviews(
    plan: ReviewPlan, grouped: Mapping[ApplicationId, Sequence[Review]], facts: RoundFacts
) -> list[ReviewTally]:
    """What the reviews of every application come to, in turn."""
    room = _TallyRoom(plan, grouped, facts)
    tallies: dict[int, ReviewTally] = {}
    for places in room.alike():
        tallies.update(zip(places, room.tallies(places), strict=True))
    return [tallies[place] for place in range(len(grouped))]


class _TallyRoom:
    """Tallies one batch of applications after another, under one plan and one set of facts."""

    def __init__(
        self, plan: ReviewPlan, grouped: Mapping[ApplicationId, Sequence[Review]], facts: RoundFacts
    ) -> None:
        scale, self._columns = whole_scores(plan, chain.from_iterable(grouped.values()))
        self._sorted = sort_reviews(plan, grouped, self._columns, facts)
        self._application_ids = list(grouped)
        self._meter = GapMeter(plan, scale)
        self._reckoner = _Reckoner(plan, scale, facts)

    def alike(self) -> Iterable[list[int]]:
        """The places of the applications, together where as much counts."""
        batches: defaultdict[object, list[int]] = defaultdict(list)
        for place, each in enumerate(self._sorted):
            compared = None if each.third_reviewer is None else len(each.compared)
            # No two applications share a line: one with begun reviews is alone.
            batches[len(each.finished), compared, each.begun].append(place)
        return batches.values()

    def tallies(self, places: Sequence[int]) -> Iterable[ReviewTally]:
        """What the reviews of applications alike come to."""
        alike = [self._sorted[place] for place in places]
        finished = _scores(self._columns, [each.finished for each in alike])
        first = alike[0]
        counting = _begun_scores(self._columns, first) if first.begun else finished
        is_third_alone = first.third_reviewer is not None
        compared = _scores(self._columns, [each.compared for each in alike]) if is_third_alone else finished
        means, totals = self._reckoner.reckoned([self._application_ids[place] for place in places], counting)
        return map(_tally, alike, means, totals, self._meter.flags(len(places), compared))


def _tally(
    found: SortedReviews, means: Means, total: Quotient | None, gaps: tuple[GapFlag, ...]
) -> ReviewTally:
    reason = found.no_total if total is None else None
    return ReviewTally(found.counts, means, total, reason, gaps, found.old_revisions, found.third_reviewer)


def _scores(columns: Columns, lines: Sequence[Lines]) -> Batch:
    """The scores on some lines of each application; all have as many, and every score is there."""
    number = len(lines[0])
    if not number:
        return []
    batch = []
    for column in cast("Sequence[Sequence[int]]", columns):
        scores = map(column.__getitem__, chain.from_iterable(lines))
        # The same iterator so many times: the scores of one application, then those of the next.
        batch.append(list(zip(*[scores] * number, strict=True)))
    return batch


def _begun_scores(columns: Columns, one: SortedReviews) -> Batch:
    """The scores of one application, also from unfinished reviews: more in one dimension than in another."""
    return [
        [tuple(score for line in (*one.finished, *one.begun) if (score := column[line]) is not None)]
        for column in columns
    ]


class _Reckoner:
    """Means and totals of a batch, by the method of the plan."""

    def __init__(self, plan: ReviewPlan, scale: WholeScale, facts: RoundFacts) -> None:
        self._scale = scale
        self._method = plan.rules.adjustment.method
        self._adjusted = facts.adjusted_totals or {}
        self._rounding = Rounding()

    def reckoned(
        self, application_ids: Sequence[ApplicationId], batch: Batch
    ) -> tuple[Sequence[Means], Sequence[Quotient | None]]:
        """The means, or by MEDIAN the medians, of each dimension that has scores, and the review total."""
        if self._method is ScoringMethod.MEDIAN:
            middles = [[sum(_two_middles(values)) for values in column] for column in batch]
            sizes = [2 if column[0] else 0 for column in batch]
        else:
            middles = [list(map(sum, column)) for column in batch]
            sizes = [len(column[0]) for column in batch]
        number = len(application_ids)
        means = self._means(middles, sizes) if any(sizes) else [{} for _ in range(number)]
        if not batch or not all(sizes):
            return means, [None] * number
        if self._method is ScoringMethod.MEDIAN:
            return means, self._medians(batch)
        if self._method is ScoringMethod.RAW_MEAN:
            return means, self._mean_totals(middles, sizes)
        return means, [self._settled_outside(each) for each in application_ids]

    def _means(self, middles: Sequence[Sequence[int]], sizes: Sequence[int]) -> list[Means]:
        """Quotients of ``middles`` and ``sizes``, where there is anything."""
        unit, rounding = self._scale.unit, self._rounding
        keys = [key for key, size in zip(self._scale.dimension_ids, sizes, strict=True) if size]
        columns = [
            map(rounding[size * unit].__getitem__, column)
            for column, size in zip(middles, sizes, strict=True)
            if size
        ]
        return [dict(zip(keys, each, strict=True)) for each in zip(*columns, strict=True)]

    def _mean_totals(self, sums: Sequence[Sequence[int]], sizes: Sequence[int]) -> list[Quotient | None]:
        common = lcm(*sizes)
        denominator = common * self._scale.full
        level = [
            column if size == common else [each * (common // size) for each in column]
            for column, size in zip(sums, sizes, strict=True)
        ]
        return [(numerator, denominator) for numerator in self._scale.weighted(level)]

    def _medians(self, batch: Batch) -> list[Quotient | None]:
        """The median of the totals of the reviewers."""
        denominator, weighted = 2 * self._scale.full, self._scale.weighted
        return [
            (sum(_two_middles(list(weighted(columns)))), denominator) for columns in zip(*batch, strict=True)
        ]

    def _settled_outside(self, application_id: ApplicationId) -> Quotient | None:
        adjusted = self._adjusted.get(application_id)
        return None if adjusted is None else adjusted.as_integer_ratio()


def _two_middles(values: Units | list[int]) -> Quotient:
    """The two middle values; the same one twice of an odd number."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
