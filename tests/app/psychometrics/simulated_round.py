"""Rounds whose truth is known: who is strict, who is good, and what chance added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

import numpy as np

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.bordered_system import Floats
from app.psychometrics.ratings import DimensionRating, Rating

AnyRow = TypeVar("AnyRow")
THRESHOLDS = np.asarray([-2.0, -0.7, 0.7, 2.0])
LOCATIONS = np.asarray([-0.5, -0.1, 0.1, 0.5])
TENS = tuple(Decimal(10 * band) for band in range(1, 5))
"""Floors under which a score of ten times the band number counts in that band."""


def rating(application: str, reviewer: str, value: str | int | float) -> Rating:
    """One rating of a total."""
    return Rating(ApplicationId(application), PersonId(reviewer), Decimal(str(value)))


def dimension_rating(
    application: str, reviewer: str, dimension: str, value: str | int | float | Decimal
) -> DimensionRating:
    """One rating of a dimension."""
    return DimensionRating(
        ApplicationId(application), PersonId(reviewer), DimensionId(dimension), Decimal(str(value))
    )


def ratings_of(scores: dict[str, str]) -> list[Rating]:
    """Ratings from ``{"p": "x80 y90"}``: application, reviewers of one letter with their value."""
    return [rating(key, word[0], word[1:]) for key, line in scores.items() for word in line.split()]


def number_name(letter: str, number: int) -> str:
    """Names that sort as their numbers do."""
    return f"{letter}{number:04d}"


@dataclass(frozen=True, eq=False)
class Truth:
    """True values by number of application, reviewer and dimension; reviewers and dimensions sum to zero."""

    applications: Floats
    reviewers: Floats
    dimensions: Floats


def allocation(
    applications: int, reviewers: int, each: int, rng: np.random.Generator
) -> list[tuple[int, int]]:
    """Every application to ``each`` different reviewers at random."""
    return [
        (number, int(reviewer))
        for number in range(applications)
        for reviewer in rng.choice(reviewers, each, replace=False)
    ]


def additive_round(
    seed: int, *, applications: int = 150, reviewers: int = 12, each: int = 3, noise: float = 5.0
) -> tuple[Truth, list[Rating]]:
    """score = application + reviewer + normal error."""
    rng = np.random.default_rng(seed)
    severity = rng.normal(0, 4, reviewers)
    truth = Truth(rng.normal(75, 8, applications), severity - severity.mean(), np.zeros(1))
    rows = [
        rating(
            number_name("a", number),
            number_name("r", reviewer),
            round(truth.applications[number] + truth.reviewers[reviewer] + rng.normal(0, noise), 6),
        )
        for number, reviewer in allocation(applications, reviewers, each, rng)
    ]
    return truth, rows


def rasch_round(
    seed: int, *, applications: int = 300, reviewers: int = 20, each: int = 3, spread: float = 1.0
) -> tuple[Truth, list[DimensionRating]]:
    """Bands 0 to 4 drawn by the rating scale model, scored as ten times the band."""
    rng = np.random.default_rng(seed)
    severity = rng.normal(0, 0.5, reviewers)
    truth = Truth(rng.normal(0, spread, applications), severity - severity.mean(), LOCATIONS)
    pairs = allocation(applications, reviewers, each, rng)
    rows = [(*pair, dimension) for pair in pairs for dimension in range(LOCATIONS.size)]
    drawn = _drawn_bands(
        np.asarray([truth.applications[a] - truth.reviewers[r] - LOCATIONS[d] for a, r, d in rows]), rng
    )
    return truth, [
        dimension_rating(number_name("a", a), number_name("r", r), number_name("d", d), 10 * band)
        for (a, r, d), band in zip(rows, drawn, strict=True)
    ]


def band_chances(location: float) -> list[float]:
    """The rating scale model, term by term."""
    weights = [
        float(np.exp(sum(location - threshold for threshold in THRESHOLDS[:band]))) for band in range(5)
    ]
    return [weight / sum(weights) for weight in weights]


def _drawn_bands(locations: Floats, rng: np.random.Generator) -> list[int]:
    return [int(rng.choice(5, p=band_chances(float(each)))) for each in locations]


def shuffled(rows: Iterable[AnyRow], seed: int) -> list[AnyRow]:
    """The same rows in another order."""
    order = list(rows)
    places = np.random.default_rng(seed).permutation(len(order))
    return [order[place] for place in places]
