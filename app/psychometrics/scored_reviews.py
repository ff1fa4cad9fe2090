"""One saved review as the numbers about a reviewer's habits need it: every score, when, and where in the queue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.ratings import Rating


@dataclass(frozen=True)
class ScoredReview:
    """What one reviewer entered for one application; abstentions and unscored dimensions are not in ``scores``."""

    application_id: ApplicationId
    reviewer_id: PersonId
    scores: Mapping[DimensionId, Decimal]
    saved_at: datetime | None = None
    queue_position: int | None = None


def ratings_by_dimension(reviews: Iterable[ScoredReview]) -> dict[DimensionId, tuple[Rating, ...]]:
    """The ratings of each dimension that was scored at all."""
    found: defaultdict[DimensionId, list[Rating]] = defaultdict(list)
    for review in reviews:
        for dimension_id, score in review.scores.items():
            found[dimension_id].append(Rating(review.application_id, review.reviewer_id, score))
    return {dimension_id: tuple(ratings) for dimension_id, ratings in found.items()}


def reviews_by_reviewer(reviews: Iterable[ScoredReview]) -> dict[PersonId, Sequence[ScoredReview]]:
    """The reviews of each reviewer in the order of the ids; the same pair twice raises ValueError."""
    found: dict[PersonId, dict[ApplicationId, ScoredReview]] = {}
    for review in sorted(reviews, key=lambda each: (each.reviewer_id, each.application_id)):
        own = found.setdefault(review.reviewer_id, {})
        if own.setdefault(review.application_id, review) is not review:
            raise ValueError(f"{review.reviewer_id} reviewed {review.application_id} twice")
    return {reviewer_id: tuple(own.values()) for reviewer_id, own in found.items()}


def in_order(reviews: Iterable[ScoredReview]) -> tuple[ScoredReview, ...]:
    """The reviews with a time, first saved first; saved at the same moment, in the order of the ids."""
    timed = [(review.saved_at, review) for review in reviews if review.saved_at is not None]
    return tuple(review for _, review in sorted(timed, key=lambda each: (each[0], each[1].application_id)))
