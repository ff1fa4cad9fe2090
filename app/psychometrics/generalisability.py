"""Generalisability: how much of the scores is the applicants, how much the readers, and how many readers it takes.

Terms: Brennan (2001). p persons (applications), r raters (reviewers), d dimensions. The dimensions are fixed: a plan
names all that count, so they are no sample and what they differ by is no error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.linalg import helmert

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.rating_table import Floats, RatingTable, table_of
from app.psychometrics.ratings import Rating
from app.psychometrics.variance_components import VarianceComponent, crossed_components, nested_components

MOST_READERS = 100
TABLE_READERS = range(1, 9)


class StudyDesign(StrEnum):
    """What was estimated: p × r, r within p, or p × r × d with fixed d."""

    CROSSED = "persons_by_raters"
    NESTED = "raters_in_persons"
    DIMENSIONS = "persons_by_raters_by_dimensions"


EFFECTS = {
    StudyDesign.CROSSED: ("p", "r", "pr"),
    StudyDesign.NESTED: ("p", "r:p"),
    StudyDesign.DIMENSIONS: ("p", "r", "d", "pr", "pd", "rd", "prd"),
}


class Coefficient(StrEnum):
    """Eρ²: the order of applicants. Φ: their absolute scores, and any order of applicants read by different readers."""

    GENERALISABILITY = "generalisability"
    DEPENDABILITY = "dependability"


@dataclass(frozen=True)
class Study:
    """A G study. ``components`` in the order p, r, pr (crossed), p, r:p (nested), or p, r, d, pr, pd, rd, prd.

    ``left_out`` ratings could not take part: of a pair in which a dimension is missing. Where ``is_balanced`` is
    False the components come from fitting constants.
    """

    design: StudyDesign
    components: tuple[VarianceComponent, ...]
    applications: int
    reviewers: int
    dimensions: int
    ratings: int
    left_out: int
    is_balanced: bool

    def component(self, effect: str) -> float:
        """The estimate of one effect; one the design does not have raises KeyError."""
        return {each.effect: each.estimate for each in self.components}[effect]

    @property
    def universe_variance(self) -> float:
        """Variance of what the mean over all readers would say: σ²(p), with fixed dimensions + σ²(pd) / d."""
        return self._over_dimensions("p", "pd")

    @property
    def relative_error(self) -> float:
        """Error variance σ²(δ) of one reader where only the order counts and all are read by the same readers."""
        if self.design is StudyDesign.NESTED:
            return self.component("r:p")
        return self._over_dimensions("pr", "prd")

    @property
    def absolute_error(self) -> float:
        """Error variance σ²(Δ) of one reader: as before, and how strict the reader is."""
        if self.design is StudyDesign.NESTED:
            return self.component("r:p")
        return self.relative_error + self._over_dimensions("r", "rd")

    def _over_dimensions(self, main: str, interaction: str) -> float:
        if self.design is not StudyDesign.DIMENSIONS:
            return self.component(main)
        return self.component(main) + self.component(interaction) / self.dimensions


@dataclass(frozen=True)
class Decision:
    """A D study for one number of readers: both coefficients (None when the applicants do not differ at all), and
    both standard errors of measurement, in the units of the scores."""

    readers: int
    generalisability: float | None
    dependability: float | None
    relative_error: float
    absolute_error: float


def study_of_crossed(ratings: Iterable[Rating]) -> Study | None:
    """p × r of totals or one dimension, any reviewers of any applications; None where the data cannot tell the
    components apart, as when nobody is read twice."""
    table = table_of(ratings)
    if not len(table.values):
        return None
    solved = crossed_components(table.values[:, None], table.rows, table.columns)
    return None if solved is None else _study(StudyDesign.CROSSED, solved[:, 0], table)


def study_of_nested(ratings: Iterable[Rating]) -> Study | None:
    """r : p, as if every application had readers of its own: strictness and all other error in one component."""
    table = table_of(ratings)
    solved = nested_components(table.values, table.rows)
    return None if solved is None else _study(StudyDesign.NESTED, solved, table)


def study_of_dimensions(dimensions: Mapping[DimensionId, Iterable[Rating]]) -> Study | None:
    """p × r × d, d fixed (the mean over the dimensions counts), over the pairs scored in every dimension.

    None with fewer than two dimensions, or where the components cannot be told apart.
    """
    given = {name: _by_pair(ratings) for name, ratings in dimensions.items()}
    if len(given) < 2:
        return None
    whole = set.intersection(*(set(rated) for rated in given.values()))
    tables = [table_of(rated[pair] for pair in whole) for rated in given.values()]
    components = _by_contrasts(np.column_stack([table.values for table in tables]), tables[0])
    left_out = sum(len(rated) for rated in given.values()) - len(whole) * len(tables)
    if components is None:
        return None
    return _study(StudyDesign.DIMENSIONS, components, tables[0], dimensions=len(tables), left_out=left_out)


def decision(study: Study, readers: int) -> Decision:
    """What the mean of so many readers is worth: Eρ² = τ / (τ + σ²(δ) / n), Φ = τ / (τ + σ²(Δ) / n)."""
    universe = study.universe_variance
    relative, absolute = study.relative_error / readers, study.absolute_error / readers
    return Decision(
        readers=readers,
        generalisability=universe / (universe + relative) if universe > 0 else None,
        dependability=universe / (universe + absolute) if universe > 0 else None,
        relative_error=float(np.sqrt(relative)),
        absolute_error=float(np.sqrt(absolute)),
    )


def decision_table(study: Study, readers: Iterable[int] = TABLE_READERS) -> tuple[Decision, ...]:
    """A row for each number of readers."""
    return tuple(decision(study, each) for each in readers)


def readers_needed(
    study: Study, target: float, coefficient: Coefficient = Coefficient.DEPENDABILITY
) -> int | None:
    """The fewest readers whose mean reaches ``target``; None when a hundred do not, or no number ever could."""
    for readers in range(1, MOST_READERS + 1):
        row = decision(study, readers)
        is_order = coefficient is Coefficient.GENERALISABILITY
        reached = row.generalisability if is_order else row.dependability
        if reached is not None and reached >= target:
            return readers
    return None


def _by_pair(ratings: Iterable[Rating]) -> dict[tuple[ApplicationId, PersonId], Rating]:
    rated: dict[tuple[ApplicationId, PersonId], Rating] = {}
    for rating in ratings:
        if rated.setdefault((rating.application_id, rating.reviewer_id), rating) is not rating:
            raise ValueError(f"{rating.reviewer_id} rated {rating.application_id} twice")
    return rated


def _by_contrasts(scores: Floats, table: RatingTable) -> Floats | None:
    """p, r, d, pr, pd, rd, prd from one row a pair, one column a dimension.

    Every pair holds every dimension, so the mean over dimensions and each of d − 1 orthonormal contrasts are tables
    p × r of their own: a contrast has σ²(pd), σ²(rd), σ²(prd), the mean σ²(p) + σ²(pd) / d and so on.
    """
    if not len(scores):
        return None
    count = scores.shape[1]
    contrasts = scores @ helmert(count).T
    columns = np.column_stack([scores.mean(axis=1), contrasts])
    solved = crossed_components(columns, table.rows, table.columns)
    if solved is None:
        return None
    interactions = solved[:, 1:].mean(axis=1)
    main = solved[:, 0] - interactions / count
    persons, raters, total = table.counts, np.bincount(table.columns), len(scores)
    noise = np.asarray([(persons**2).sum() / total**2, (raters**2).sum() / total**2, 1 / total])
    differences = float((contrasts.mean(axis=0) ** 2).mean()) - float(noise @ interactions)
    return np.asarray([main[0], main[1], differences, main[2], *interactions])


def _study(
    design: StudyDesign,
    solved: Iterable[float],
    table: RatingTable,
    *,
    dimensions: int = 1,
    left_out: int = 0,
) -> Study:
    is_even = bool(np.ptp(table.counts) == 0)
    return Study(
        design=design,
        components=tuple(map(VarianceComponent, EFFECTS[design], map(float, solved))),
        applications=len(table.application_ids),
        reviewers=len(table.reviewer_ids),
        dimensions=dimensions,
        ratings=len(table.values) * dimensions,
        left_out=left_out,
        is_balanced=is_even if design is StudyDesign.NESTED else table.is_complete,
    )
