"""How scores spread over the levels of a dimension, and when counts of a panel may be shown at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from app.domain.dimensions import Dimension
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.scores import Review, normal_scores

LEAST_REVIEWERS = 3
LARGEST_SHARE = Fraction(1, 2)
"""No more of the counted scores than this may come from one reviewer."""


@dataclass(frozen=True)
class LevelCounts:
    """Scores in each level, best first, and those between the bands."""

    counts: tuple[int, ...]
    outside: int = 0

    @property
    def total(self) -> int:
        """Every score."""
        return sum(self.counts) + self.outside


class Withheld(StrEnum):
    """Why counts of the panel are not shown: each would let one reviewer's scores be told."""

    FEW_REVIEWERS = "few_reviewers"
    ONE_DOMINATES = "one_dominates"
    ONE_LEVEL = "one_level"


def level_place(dimension: Dimension, score: Decimal) -> int | None:
    """Which level a score lies in, counted from 0; None between the bands."""
    places = (
        place for place, level in enumerate(dimension.rubric_levels) if level.low <= score <= level.high
    )
    return next(places, None)


def count_levels(dimension: Dimension, scores: Iterable[Decimal]) -> LevelCounts:
    """The scores of one dimension by level."""
    places = Counter(level_place(dimension, score) for score in scores)
    return LevelCounts(tuple(places[place] for place in range(len(dimension.rubric_levels))), places[None])


def scores_of(plan: ReviewPlan, dimension: Dimension, reviews: Iterable[Review]) -> list[Decimal]:
    """What the reviews say in one dimension; who abstained says nothing."""
    kept = (normal_scores(plan, review) for review in reviews if not review.abstained)
    return [scores[dimension.dimension_id] for scores in kept if dimension.dimension_id in scores]


def panel_counts(
    plan: ReviewPlan, dimension: Dimension, others: Mapping[PersonId, Sequence[Review]]
) -> LevelCounts | Withheld:
    """Counts over several other reviewers, or why they stay hidden."""
    scores = {key: scores_of(plan, dimension, reviews) for key, reviews in others.items()}
    sizes = [len(each) for each in scores.values() if each]
    if len(sizes) < LEAST_REVIEWERS:
        return Withheld.FEW_REVIEWERS
    if max(sizes) > LARGEST_SHARE * sum(sizes):
        return Withheld.ONE_DOMINATES
    counted = count_levels(dimension, [score for each in scores.values() for score in each])
    filled = sum(1 for count in (*counted.counts, counted.outside) if count)
    return Withheld.ONE_LEVEL if filled < 2 else counted
