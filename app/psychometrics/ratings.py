"""One rating: the plain records all numbers about reviewers are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId


@dataclass(frozen=True)
class Rating:
    """What one reviewer gave one application: a total or a dimension's score. Abstentions are no ratings."""

    application_id: ApplicationId
    reviewer_id: PersonId
    value: Decimal


@dataclass(frozen=True)
class DimensionRating:
    """What one reviewer gave one application in one dimension, in percent of the dimension's maximum (0 to 100)."""

    application_id: ApplicationId
    reviewer_id: PersonId
    dimension_id: DimensionId
    value: Decimal


def by_application(ratings: Iterable[Rating]) -> dict[ApplicationId, dict[PersonId, Decimal]]:
    """Ratings of each application by reviewer; the same pair twice raises ValueError."""
    table: defaultdict[ApplicationId, dict[PersonId, Decimal]] = defaultdict(dict)
    for rating in ratings:
        if rating.reviewer_id in table[rating.application_id]:
            raise ValueError(f"{rating.reviewer_id} rated {rating.application_id} twice")
        table[rating.application_id][rating.reviewer_id] = rating.value
    return dict(table)


def in_order(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    """Ratings by application, then reviewer, so that no number depends on how they came."""
    return tuple(sorted(ratings, key=lambda each: (each.application_id, each.reviewer_id)))
