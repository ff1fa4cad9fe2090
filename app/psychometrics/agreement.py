"""How far reviewers agree: every coefficient for the total, each dimension, each pair and each group of applicants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.domain.dimensions import Dimension, DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.concordance import Concordance, concordance_of_table
from app.psychometrics.connection import connected_groups
from app.psychometrics.icc import Icc, IccForm, iccs_of_matrix, iccs_of_ratings, iccs_of_table
from app.psychometrics.kappa import KappaWeights, PairKappa, pair_kappas
from app.psychometrics.krippendorff import SEED, Alpha, Metric, alpha_of_table
from app.psychometrics.rating_table import Floats, ReviewerPairs, reviewer_pairs, table_of
from app.psychometrics.ratings import Rating


@dataclass(frozen=True)
class PairAgreement:
    """Two reviewers over the applications both rated; ``correlation`` None when one of them never varies."""

    first: PersonId
    second: PersonId
    shared: int
    mean_difference: float
    mean_absolute_difference: float
    correlation: float | None


@dataclass(frozen=True)
class AgreementFigures:
    """Coefficients of one set of ratings, over the ``applications`` with two ratings or more.

    ``single`` applications have one rating and say nothing. ``connected_groups`` above 1: figures across groups
    mix strictness with the applicants each group read. ``is_complete``: every reviewer rated every application.
    """

    applications: int
    single: int
    reviewers: int
    ratings: int
    is_complete: bool
    connected_groups: int
    iccs: tuple[Icc, ...]
    alpha: Alpha
    concordance: Concordance | None

    def icc(self, form: IccForm) -> Icc | None:
        """One form; None when there are fewer than two applications."""
        return next((each for each in self.iccs if each.form is form), None)


@dataclass(frozen=True)
class DimensionAgreement:
    """One dimension: its coefficients, and its pairs by score and by rubric level."""

    dimension_id: DimensionId
    figures: AgreementFigures
    pairs: tuple[PairAgreement, ...]
    kappas: tuple[PairKappa, ...]


@dataclass(frozen=True)
class GroupAgreement:
    """One group of applicants: coefficients of the total and of each dimension, in the order of the dimensions."""

    group: str
    total: AgreementFigures
    dimensions: tuple[tuple[DimensionId, AgreementFigures], ...]


@dataclass(frozen=True)
class AgreementReport:
    """How far the reviewers of a round agree; groups in the order of their names."""

    total: AgreementFigures
    pairs: tuple[PairAgreement, ...]
    dimensions: tuple[DimensionAgreement, ...]
    groups: tuple[GroupAgreement, ...]


RatedDimension = tuple[Dimension, Sequence[Rating]]


def agreement_report(
    totals: Sequence[Rating],
    dimensions: Sequence[RatedDimension],
    *,
    groups: Mapping[ApplicationId, str] | None = None,
    weights: KappaWeights = KappaWeights.QUADRATIC,
    seed: int = SEED,
) -> AgreementReport:
    """The whole report; the same ratings and ``seed`` give the same report, in whatever order they come.

    ``groups`` names the group of each application; one without a name is in no group.
    """
    names = sorted(set((groups or {}).values()))
    return AgreementReport(
        total=agreement_figures(totals, seed=seed),
        pairs=pair_agreements(totals),
        dimensions=tuple(
            DimensionAgreement(
                dimension.dimension_id,
                agreement_figures(ratings, seed=seed),
                pair_agreements(ratings),
                pair_kappas(ratings, dimension, weights),
            )
            for dimension, ratings in dimensions
        ),
        groups=tuple(_group(name, groups or {}, (totals, dimensions), seed) for name in names),
    )


def agreement_figures(
    ratings: Iterable[Rating], *, metric: Metric = Metric.INTERVAL, seed: int = SEED
) -> AgreementFigures:
    """Every coefficient of one set of ratings; the interval of alpha is drawn from ``seed``."""
    everything = list(ratings)
    table = table_of(everything, at_least=2)
    pairs = zip(
        (table.application_ids[row] for row in table.rows),
        (table.reviewer_ids[column] for column in table.columns),
        strict=True,
    )
    return AgreementFigures(
        applications=len(table.application_ids),
        single=len({rating.application_id for rating in everything}) - len(table.application_ids),
        reviewers=len(table.reviewer_ids),
        ratings=len(table.values),
        is_complete=table.is_complete,
        connected_groups=len(connected_groups(pairs)),
        iccs=iccs_of_table(table),
        alpha=alpha_of_table(table, metric, seed=seed),
        concordance=concordance_of_table(table),
    )


def icc_absolute(matrix: Sequence[Sequence[float]] | Floats) -> float | None:
    """ICC(A,1) of a complete table alone, rows are applications; None where it is undefined."""
    return _estimate(iccs_of_matrix(matrix), IccForm.ABSOLUTE_SINGLE)


def icc_of_ratings(ratings: Iterable[Rating]) -> float | None:
    """ICC(1) alone, over applications with two or more ratings, each with its own reviewers and their number."""
    return _estimate(iccs_of_ratings(ratings), IccForm.ONE_WAY_SINGLE)


def pair_agreements(ratings: Iterable[Rating]) -> tuple[PairAgreement, ...]:
    """Every pair of reviewers with an application in common, in the order of their ids."""
    table = table_of(ratings)
    pairs = reviewer_pairs(table)
    if not len(pairs.starts):
        return ()
    first, second = table.values[pairs.first], table.values[pairs.second]
    shared = np.bincount(pairs.pair)
    differences = np.bincount(pairs.pair, weights=first - second) / shared
    distances = np.bincount(pairs.pair, weights=np.abs(first - second)) / shared
    correlations = _correlations(first, second, pairs)
    return tuple(
        PairAgreement(
            first=table.reviewer_ids[pairs.one[at]],
            second=table.reviewer_ids[pairs.two[at]],
            shared=int(shared[at]),
            mean_difference=float(differences[at]),
            mean_absolute_difference=float(distances[at]),
            correlation=None if np.isnan(correlations[at]) else float(correlations[at]),
        )
        for at in range(len(pairs.starts))
    )


def _correlations(first: Floats, second: Floats, pairs: ReviewerPairs) -> Floats:
    """Pearson's r of each pair; nan where one side never varies."""
    shared = np.bincount(pairs.pair)
    x, y = (side - (np.bincount(pairs.pair, weights=side) / shared)[pairs.pair] for side in (first, second))
    xy, xx, yy = (np.bincount(pairs.pair, weights=each) for each in (x * y, x**2, y**2))
    is_flat = np.logical_or.reduce(
        [
            np.maximum.reduceat(side, pairs.starts) == np.minimum.reduceat(side, pairs.starts)
            for side in (first, second)
        ]
    )
    below = np.where(is_flat, 1.0, np.sqrt(xx * yy))
    return np.asarray(np.where(is_flat, np.nan, np.clip(xy / below, -1, 1)))


def _estimate(iccs: Iterable[Icc], form: IccForm) -> float | None:
    return next((icc.estimate for icc in iccs if icc.form is form), None)


def _group(
    name: str,
    groups: Mapping[ApplicationId, str],
    rated: tuple[Sequence[Rating], Sequence[RatedDimension]],
    seed: int,
) -> GroupAgreement:
    def within(ratings: Iterable[Rating]) -> AgreementFigures:
        kept = (rating for rating in ratings if groups.get(rating.application_id) == name)
        return agreement_figures(kept, seed=seed)

    totals, dimensions = rated
    return GroupAgreement(
        name, within(totals), tuple((each.dimension_id, within(ratings)) for each, ratings in dimensions)
    )
