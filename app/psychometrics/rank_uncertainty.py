"""How sure a rank is: the list made again and again with other reviews drawn and other weights.

REVIEWS draws, for each application by itself, n − 1 of its n finished reviews with replacement: the mean then
varies by s²/n with the unbiased s², where drawing n would give (n − 1)/n of it, half too little with two
reviewers (McCarthy & Snowden 1985; Rao & Wu 1988). REVIEWERS draws R − 1 of the R reviewers with all they
judged, so that a strict reviewer drawn twice moves all of his applications together; an application left without
a review takes one of its own at random. With two reviewers this is about a third too small a variance, with
three about a tenth. An application with one review does not move by itself: ``is_single``.

The ranks are those of ``domain.ranking``: totals rounded half up to two decimals, tie-breaks, equal ranks shared.
Minimum scores are not looked at: give the reviews of ranked applications only. Seeded: the same input, seed and
NumPy give the same answer, in whatever order the ratings come. Nothing here decides a rank.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import numpy as np

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.bordered_system import Floats
from app.psychometrics.rank_resampling import (
    Integers,
    ReviewBlock,
    chunks,
    counts_of_reviewers,
    drawn_weights,
    list_keys,
    review_counts,
    reviewer_counts,
    shared_ranks,
)
from app.psychometrics.ratings import DimensionRating


class ResampledUnit(StrEnum):
    """What is drawn anew; NOTHING leaves the reviews alone, to see what the weights do."""

    REVIEWS = "reviews"
    REVIEWERS = "reviewers"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Resampling:
    """``weights`` in percent or points; ``quota`` first ranks are asked about; ``weight_bound`` in the unit of the
    weights, each drawn within ± of it; ``tail`` is what the interval leaves out at each end, and the chance at
    which the borderline begins."""

    weights: Mapping[DimensionId, Decimal]
    quota: int
    tie_breaks: Sequence[DimensionId] = ()
    unit: ResampledUnit = ResampledUnit.REVIEWS
    weight_bound: Decimal = Decimal(0)
    resamples: int = 1000
    tail: float = 0.05
    seed: int = 20260301


@dataclass(frozen=True)
class RankInterval:
    """The rank in the list as it is, from ``low`` (better) to ``high`` in all but the tails of the resamples, and
    the ``chance`` of a rank within the quota."""

    application_id: ApplicationId
    rank: int
    low: int
    high: int
    chance: float
    reviews: int
    is_single: bool


@dataclass(frozen=True)
class RankUncertainty:
    """Intervals by rank, then id. ``borderline``: tail < chance < 1 − tail, nearest to even chances first, then by rank:
    the order in which to read again."""

    intervals: tuple[RankInterval, ...]
    borderline: tuple[ApplicationId, ...]
    resampling: Resampling


@dataclass(frozen=True, eq=False)
class _Reviews:
    applications: Sequence[ApplicationId]
    numbers: Sequence[int]
    reviewers: int
    blocks: Sequence[ReviewBlock]


def rank_uncertainty(ratings: Iterable[DimensionRating], resampling: Resampling) -> RankUncertainty:
    """The intervals of all applications with a finished review, that is with a rating (percent) in every weighted
    dimension; others are left out. ValueError for a rating given twice or a tie-break without weight in ``weights``."""
    reviews = _reviews(ratings, list(resampling.weights))
    if not reviews.applications:
        return RankUncertainty((), (), resampling)
    tie_breaks = [list(resampling.weights).index(each) for each in resampling.tie_breaks]
    weights = np.asarray([float(weight) for weight in resampling.weights.values()])
    as_it_is = list_keys(_means(reviews, None, 1), weights[None, :], tie_breaks)
    ranks = _resampled_ranks(reviews, resampling, weights, tie_breaks=tie_breaks)
    low, high = np.quantile(
        ranks, [resampling.tail, 1 - resampling.tail], axis=0, method="inverted_cdf"
    ).astype(int)
    chance = (ranks <= resampling.quota).mean(axis=0)
    intervals = [
        RankInterval(
            application_id=key,
            rank=int(rank),
            low=int(low[place]),
            high=int(high[place]),
            chance=float(chance[place]),
            reviews=reviews.numbers[place],
            is_single=reviews.numbers[place] == 1,
        )
        for place, (key, rank) in enumerate(zip(reviews.applications, shared_ranks(as_it_is)[0], strict=True))
    ]
    intervals.sort(key=lambda each: (each.rank, each.application_id))
    return RankUncertainty(tuple(intervals), _borderline(intervals, resampling.tail), resampling)


def _borderline(intervals: Sequence[RankInterval], tail: float) -> tuple[ApplicationId, ...]:
    unsure = [each for each in intervals if tail < each.chance < 1 - tail]
    unsure.sort(key=lambda each: (round(abs(each.chance - 0.5), 9), each.rank, each.application_id))
    return tuple(each.application_id for each in unsure)


def _reviews(ratings: Iterable[DimensionRating], dimensions: Sequence[DimensionId]) -> _Reviews:
    scored: defaultdict[tuple[ApplicationId, PersonId], dict[DimensionId, float]] = defaultdict(dict)
    for rating in ratings:
        scores = scored[rating.application_id, rating.reviewer_id]
        if rating.dimension_id in scores:
            raise ValueError(f"{rating.reviewer_id} rated {rating.application_id} twice in a dimension")
        scores[rating.dimension_id] = float(rating.value)
    by_application: defaultdict[ApplicationId, list[tuple[PersonId, list[float]]]] = defaultdict(list)
    for (application_id, reviewer_id), scores in sorted(scored.items(), key=lambda each: each[0]):
        if all(each in scores for each in dimensions):
            row = [scores[each] for each in dimensions]
            by_application[application_id].append((reviewer_id, row))
    reviewers = sorted({reviewer for rows in by_application.values() for reviewer, _ in rows})
    seat_of = {reviewer: seat for seat, reviewer in enumerate(reviewers)}
    applications = list(by_application)
    numbers = [len(by_application[key]) for key in applications]
    blocks = [
        ReviewBlock(
            places=np.asarray([place for place, each in enumerate(numbers) if each == number], dtype=np.intp),
            reviewers=np.asarray([[seat_of[who] for who, _ in rows] for rows in same], dtype=np.intp),
            scores=np.asarray([[row for _, row in rows] for rows in same], dtype=float),
        )
        for number in sorted(set(numbers))
        if (same := [rows for rows in by_application.values() if len(rows) == number])
    ]
    return _Reviews(applications, numbers, len(reviewers), blocks)


def _resampled_ranks(
    reviews: _Reviews, resampling: Resampling, weights: Floats, *, tie_breaks: Sequence[int]
) -> Integers:
    """Resamples × applications. Reviews and weights have streams of their own: other bounds, the same reviews drawn."""
    streams = np.random.SeedSequence(resampling.seed).spawn(2)
    review_rng, weight_rng = (np.random.default_rng(stream) for stream in streams)
    bound = float(resampling.weight_bound)
    found = []
    for size in chunks(resampling.resamples):
        drawn = drawn_weights(weights, bound, resamples=size, rng=weight_rng)
        means = _means(reviews, resampling.unit, size, rng=review_rng)
        found.append(shared_ranks(list_keys(means, drawn, tie_breaks)))
    return np.concatenate(found)


def _means(
    reviews: _Reviews, unit: ResampledUnit | None, size: int, *, rng: np.random.Generator | None = None
) -> Floats:
    """Dimension means, resamples × applications × dimensions; of the reviews as they are without a generator."""
    dimensions = reviews.blocks[0].scores.shape[2]
    means = np.empty((size, len(reviews.applications), dimensions))
    drawn = None
    if rng is not None and unit is ResampledUnit.REVIEWERS:
        drawn = reviewer_counts(reviews.reviewers, size, rng)
    for block in reviews.blocks:
        if rng is None or unit is ResampledUnit.NOTHING:
            means[:, block.places] = block.scores.mean(axis=1)
        elif drawn is None:
            means[:, block.places] = block.means(review_counts(block, size, rng))
        else:
            means[:, block.places] = block.means(counts_of_reviewers(block, drawn, rng))
    return means
