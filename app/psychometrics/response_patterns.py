"""Whether a reviewer tells the dimensions apart: the same score everywhere, the same row again and again, halo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

import numpy as np

from app.domain.dimensions import DimensionId
from app.domain.people import PersonId
from app.psychometrics.rating_table import Floats
from app.psychometrics.scored_reviews import ScoredReview, in_order, reviews_by_reviewer

LEAST_REVIEWS = 3


@dataclass(frozen=True)
class StraightLining:
    """Over the ``reviews`` with every dimension scored. ``equal`` of them give every dimension the same share of its
    maximum; ``commonest`` is how often the most frequent row of scores occurs; ``longest_run`` the longest chain of
    one and the same row in the order of saving, None when no time is known. Shares are None without reviews;
    ``panel_equal_share`` is that of all other reviewers together.
    """

    reviewer_id: PersonId
    reviews: int
    equal: int
    equal_share: float | None
    panel_equal_share: float | None
    commonest: int
    commonest_share: float | None
    longest_run: int | None


@dataclass(frozen=True)
class Halo:
    """``correlation`` is the mean correlation of two dimensions over the reviewer's complete ``reviews``, with a
    jackknife standard error; ``panel`` the mean of the other reviewers' values; ``excess`` the difference.

    None below three reviews or where dimensions never vary. Applicants good in all things correlate too, so only the
    excess over the panel speaks of the reviewer.
    """

    reviewer_id: PersonId
    reviews: int
    correlation: float | None
    standard_error: float | None
    panel: float | None
    excess: float | None


def straight_lining(
    reviews: Iterable[ScoredReview], maxima: Mapping[DimensionId, Decimal]
) -> tuple[StraightLining, ...]:
    """A line per reviewer in the order of their ids; ``maxima`` names the dimensions that count, two or more."""
    _require_dimensions(maxima)
    complete = {
        reviewer_id: [review for review in own if maxima.keys() <= review.scores.keys()]
        for reviewer_id, own in reviews_by_reviewer(reviews).items()
    }
    equal = {
        reviewer_id: sum(_is_equal(review, maxima) for review in own) for reviewer_id, own in complete.items()
    }
    all_equal, all_reviews = sum(equal.values()), sum(map(len, complete.values()))
    return tuple(
        _straight(
            reviewer_id,
            [(review, tuple(review.scores[each] for each in maxima)) for review in own],
            equal[reviewer_id],
            panel=_share(all_equal - equal[reviewer_id], all_reviews - len(own)),
        )
        for reviewer_id, own in complete.items()
    )


def halo(reviews: Iterable[ScoredReview], dimension_ids: Sequence[DimensionId]) -> tuple[Halo, ...]:
    """A line per reviewer in the order of their ids, over two dimensions or more."""
    _require_dimensions(dimension_ids)
    rows = {
        reviewer_id: _matrix(own, dimension_ids) for reviewer_id, own in reviews_by_reviewer(reviews).items()
    }
    means = {reviewer_id: _mean_correlation(scores) for reviewer_id, scores in rows.items()}
    return tuple(
        _halo(
            reviewer_id,
            scores,
            means[reviewer_id],
            [mean for other, mean in means.items() if other != reviewer_id and mean is not None],
        )
        for reviewer_id, scores in rows.items()
    )


def _require_dimensions(dimensions: Sequence[DimensionId] | Mapping[DimensionId, Decimal]) -> None:
    if len(dimensions) < 2:
        raise ValueError("telling dimensions apart needs two of them")


def _is_equal(review: ScoredReview, maxima: Mapping[DimensionId, Decimal]) -> bool:
    return len({Fraction(review.scores[each]) / Fraction(top) for each, top in maxima.items() if top}) == 1


def _straight(
    reviewer_id: PersonId,
    rows: Sequence[tuple[ScoredReview, tuple[Decimal, ...]]],
    equal: int,
    panel: float | None,
) -> StraightLining:
    row_of = {review.application_id: row for review, row in rows}
    timed = [row_of[review.application_id] for review in in_order(review for review, _ in rows)]
    commonest = max(Counter(row_of.values()).values(), default=0)
    return StraightLining(
        reviewer_id=reviewer_id,
        reviews=len(rows),
        equal=equal,
        equal_share=_share(equal, len(rows)),
        panel_equal_share=panel,
        commonest=commonest,
        commonest_share=_share(commonest, len(rows)),
        longest_run=max((len(list(run)) for _, run in groupby(timed)), default=None),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _matrix(reviews: Sequence[ScoredReview], dimension_ids: Sequence[DimensionId]) -> Floats:
    rows = [
        [float(review.scores[each]) for each in dimension_ids]
        for review in reviews
        if all(each in review.scores for each in dimension_ids)
    ]
    return np.asarray(rows, dtype=np.float64).reshape(len(rows), len(dimension_ids))


def _mean_correlation(scores: Floats) -> float | None:
    if len(scores) < LEAST_REVIEWS:
        return None
    varied = scores[:, np.ptp(scores, axis=0) > 0]
    if varied.shape[1] < 2:
        return None
    correlations = np.asarray(np.corrcoef(varied, rowvar=False))
    return float(correlations[np.triu_indices(varied.shape[1], 1)].mean())


def _halo(reviewer_id: PersonId, scores: Floats, mean: float | None, others: Sequence[float]) -> Halo:
    panel = float(np.mean(others)) if others else None
    return Halo(
        reviewer_id=reviewer_id,
        reviews=len(scores),
        correlation=mean,
        standard_error=None if mean is None else _jackknife(scores),
        panel=panel,
        excess=None if mean is None or panel is None else mean - panel,
    )


def _jackknife(scores: Floats) -> float | None:
    """√((n − 1) / n × Σ (θ without i − mean)²) (Efron 1982); None when a value rests on a single review."""
    without = [_mean_correlation(np.delete(scores, at, axis=0)) for at in range(len(scores))]
    known = np.asarray([each for each in without if each is not None])
    if len(known) < len(scores):
        return None
    return float(np.sqrt((len(known) - 1) * known.var()))
