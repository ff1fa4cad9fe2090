"""How far reviewers agree: intraclass correlations, and pairs of reviewers side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from app.domain.people import PersonId
from app.psychometrics.ratings import Rating, by_application


@dataclass(frozen=True)
class PairAgreement:
    """Two reviewers over the applications both rated; ``correlation`` None when one of them never varies."""

    first: PersonId
    second: PersonId
    shared: int
    mean_difference: float
    mean_absolute_difference: float
    correlation: float | None


def icc_absolute(matrix: Sequence[Sequence[float]]) -> float | None:
    """ICC(A,1): two-way, absolute agreement, one reviewer (McGraw & Wong 1996); rows are applications.

    (MSR − MSE) / (MSR + (k − 1) MSE + k (MSC − MSE) / n). Every row must hold every reviewer.
    None with fewer than two rows or columns, or when nothing varies at all.
    """
    scores = np.asarray(matrix, dtype=float)
    if scores.ndim != 2 or min(scores.shape) < 2:
        return None
    n, k = scores.shape
    grand = scores.mean()
    rows = k * float(((scores.mean(axis=1) - grand) ** 2).sum())
    columns = n * float(((scores.mean(axis=0) - grand) ** 2).sum())
    rest = float(((scores - grand) ** 2).sum()) - rows - columns
    msr, msc, mse = rows / (n - 1), columns / (k - 1), max(0.0, rest) / ((n - 1) * (k - 1))
    return _ratio(msr - mse, msr + (k - 1) * mse + k * (msc - mse) / n)


def icc_of_ratings(ratings: Iterable[Rating]) -> float | None:
    """ICC(1): one-way, for rounds in which each application has its own reviewers and their number differs.

    (MSB − MSW) / (MSB + (k0 − 1) MSW), k0 = (N − Σ k² / N) / (n − 1), over applications with two or more ratings.
    """
    groups = [
        np.asarray([float(value) for value in rated.values()])
        for rated in by_application(ratings).values()
        if len(rated) > 1
    ]
    if len(groups) < 2:
        return None
    everything = np.concatenate(groups)
    sizes = np.asarray([group.size for group in groups], dtype=float)
    between = sum(group.size * float(group.mean() - everything.mean()) ** 2 for group in groups)
    within = sum(float(((group - group.mean()) ** 2).sum()) for group in groups)
    msb, msw = between / (len(groups) - 1), within / (everything.size - len(groups))
    k0 = float(sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(groups) - 1)
    return _ratio(msb - msw, msb + (k0 - 1) * msw)


def pair_agreements(ratings: Iterable[Rating]) -> tuple[PairAgreement, ...]:
    """Every pair of reviewers with an application in common, in the order of their ids."""
    shared: defaultdict[tuple[PersonId, PersonId], list[tuple[float, float]]] = defaultdict(list)
    for rated in by_application(ratings).values():
        for first, second in combinations(sorted(rated), 2):
            shared[first, second].append((float(rated[first]), float(rated[second])))
    return tuple(_pair(first, second, shared[first, second]) for first, second in sorted(shared))


def _pair(first: PersonId, second: PersonId, both: Sequence[tuple[float, float]]) -> PairAgreement:
    scores = np.asarray(both)
    differences = scores[:, 0] - scores[:, 1]
    return PairAgreement(
        first=first,
        second=second,
        shared=len(both),
        mean_difference=float(differences.mean()),
        mean_absolute_difference=float(np.abs(differences).mean()),
        correlation=_correlation(scores),
    )


def _correlation(scores: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float | None:
    if scores.shape[0] < 2 or bool((np.ptp(scores, axis=0) == 0).any()):
        return None
    return float(np.asarray(np.corrcoef(scores, rowvar=False))[0, 1])


def _ratio(above: float, below: float) -> float | None:
    return None if below <= 0 else above / below
