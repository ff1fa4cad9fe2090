"""How each reviewer scores: number, mean, spread, and distance from those who judged the same applications."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.connection import connected_groups
from app.psychometrics.ratings import Rating, by_application


@dataclass(frozen=True)
class ReviewerSummary:
    """``sd`` is the population SD. ``severity`` is the mean of (own − mean of the co-reviewers) over the
    ``shared`` applications: negative is stricter; None when nothing was judged in common.

    ``group`` numbers the reviewers who may be compared; across groups nothing here is comparable.
    """

    reviewer_id: PersonId
    ratings: int
    mean: float
    sd: float
    shared: int
    severity: float | None
    group: int


def reviewer_summaries(ratings: Iterable[Rating]) -> tuple[ReviewerSummary, ...]:
    """One summary per reviewer who rated anything, in the order of their ids."""
    table = by_application(ratings)
    values: defaultdict[PersonId, list[float]] = defaultdict(list)
    differences: defaultdict[PersonId, list[float]] = defaultdict(list)
    for rated in table.values():
        for reviewer_id, value in rated.items():
            values[reviewer_id].append(float(value))
            if len(rated) > 1:
                differences[reviewer_id].append(_difference(rated, reviewer_id))
    groups = _group_numbers(table)
    return tuple(
        _summary(reviewer_id, values[reviewer_id], differences[reviewer_id], groups[reviewer_id])
        for reviewer_id in sorted(values)
    )


def _difference(rated: Mapping[PersonId, Decimal], reviewer_id: PersonId) -> float:
    others = [value for other, value in rated.items() if other != reviewer_id]
    return float(rated[reviewer_id] - sum(others, Decimal(0)) / len(others))


def _group_numbers(table: Mapping[ApplicationId, Mapping[PersonId, Decimal]]) -> dict[PersonId, int]:
    pairs = [(application_id, reviewer) for application_id, rated in table.items() for reviewer in rated]
    groups = enumerate(connected_groups(pairs), start=1)
    return {reviewer_id: number for number, group in groups for reviewer_id in group}


def _summary(
    reviewer_id: PersonId, values: list[float], differences: list[float], group: int
) -> ReviewerSummary:
    return ReviewerSummary(
        reviewer_id=reviewer_id,
        ratings=len(values),
        mean=float(np.mean(values)),
        sd=float(np.std(values)),
        shared=len(differences),
        severity=float(np.mean(differences)) if differences else None,
        group=group,
    )
