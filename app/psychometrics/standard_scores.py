"""標準分數: every reviewer's scores against the reviewer's own mean and spread, and the linear 調整分數.

z = (x − mean) / population SD over all the reviewer's ratings; T = 10 z + 50, rounded to one decimal; adjusted =
T × A + B, rounded to two (the practice of review software in use). They compare reviewers fairly only where each
judged applications of the same level: a strict reviewer and a weak set of applications look the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from app.domain.people import PersonId
from app.domain.rounding import round_half_up
from app.psychometrics.exact_spread import Spread, spread_of
from app.psychometrics.ratings import Rating, in_order

T_CENTRE, T_SPREAD = 50, 10


@dataclass(frozen=True)
class StandardScore:
    """A rating with its z and T; both None where the reviewer never varies, and ``adjusted`` is then the raw value."""

    rating: Rating
    z: Decimal | None
    t: Decimal | None
    adjusted: Decimal


@dataclass(frozen=True)
class StandardScores:
    """All ratings in the order of their ids; ``undefined`` names the reviewers whose scores stay raw, a warning."""

    scores: tuple[StandardScore, ...]
    undefined: tuple[PersonId, ...]


def standard_scores(values: Iterable[float]) -> tuple[float, ...] | None:
    """Z scores with the population SD; None when nothing varies, where they are undefined."""
    array = np.asarray(tuple(values), dtype=float)
    if array.size == 0 or np.ptp(array) == 0:
        return None
    return tuple(((array - array.mean()) / array.std()).tolist())


def t_scores(ratings: Iterable[Rating], *, factor: Decimal, offset: Decimal) -> StandardScores:
    """z, T and T × ``factor`` + ``offset`` of every rating, in exact arithmetic."""
    ordered = in_order(ratings)
    spreads = reviewer_spreads(ordered)
    return StandardScores(
        scores=tuple(_score(each, spreads[each.reviewer_id], factor, offset) for each in ordered),
        undefined=tuple(reviewer for reviewer, spread in spreads.items() if not spread.sd),
    )


def reviewer_spreads(ratings: Sequence[Rating]) -> dict[PersonId, Spread]:
    """Mean and population SD of each reviewer, in the order of their ids."""
    values: defaultdict[PersonId, list[Decimal]] = defaultdict(list)
    for rating in ratings:
        values[rating.reviewer_id].append(rating.value)
    return {reviewer: spread_of(values[reviewer]) for reviewer in sorted(values)}


def _score(rating: Rating, spread: Spread, factor: Decimal, offset: Decimal) -> StandardScore:
    if not spread.sd:
        return StandardScore(rating, None, None, rating.value)
    z = spread.standardised(rating.value)
    t = round_half_up(z * T_SPREAD + T_CENTRE, 1)
    return StandardScore(rating, z, t, round_half_up(t * factor + offset))
