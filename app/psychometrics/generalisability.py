"""Generalisability: how much of the scores is the applicants, how much the readers, and how many readers it takes.

Terms: Brennan (2001). p persons (applications), r raters (reviewers), d dimensions. The dimensions are fixed: a plan
names all that count, so they are no sample and what they differ by is no error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.rating_table import RatingTable, table_of
from app.psychometrics.ratings import Rating
from app.psychometrics.variance_components import VarianceComponent, variance_components

MOST_READERS = 100
TABLE_READERS = range(1, 9)


class StudyDesign(StrEnum):
    """What was estimated: p × r, r within p, or p × r × d with fixed d."""

    CROSSED = "persons_by_raters"
    NESTED = "raters_in_persons"
    DIMENSIONS = "persons_by_raters_by_dimensions"


class Coefficient(StrEnum):
    """Eρ²: the order of applicants. Φ: their absolute scores, and any order of applicants read by different readers."""

    GENERALISABILITY = "generalisability"
    DEPENDABILITY = "dependability"


@dataclass(frozen=True)
class Study:
    """A G study. ``components`` in the order p, r, pr (crossed), p, r:p (nested), or p, r, d, pr, pd, rd, prd.

    ``left_out`` ratings could not take part: of a pair in which a dimension is missing. Where ``is_balanced`` is
    False the components come from Henderson's first method.
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
    effects = {"p": table.rows, "r": table.columns, "pr": np.arange(len(table.values), dtype=np.intp)}
    return _study(
        StudyDesign.CROSSED,
        None if len(table.values) < 2 else variance_components(table.values, effects),
        table,
    )


def study_of_nested(ratings: Iterable[Rating]) -> Study | None:
    """r : p, as if every application had readers of its own: strictness and all other error in one component."""
    table = table_of(ratings)
    effects = {"p": table.rows, "r:p": np.arange(len(table.values), dtype=np.intp)}
    components = None if len(table.values) < 2 else variance_components(table.values, effects)
    return _study(StudyDesign.NESTED, components, table)


def study_of_dimensions(dimensions: Mapping[DimensionId, Iterable[Rating]]) -> Study | None:
    """p × r × d, d fixed (the mean over the dimensions counts), over the pairs scored in every dimension.

    None with fewer than two dimensions, or where the components cannot be told apart.
    """
    given = {name: _by_pair(ratings) for name, ratings in dimensions.items()}
    if len(given) < 2:
        return None
    whole = set.intersection(*(set(rated) for rated in given.values()))
    tables = [table_of(rated[pair] for pair in whole) for rated in given.values()]
    if len(tables[0].values) < 2:
        return None
    count = len(tables[0].values)
    p, r, cell = (
        np.tile(each, len(tables)) for each in (tables[0].rows, tables[0].columns, np.arange(count))
    )
    d = np.repeat(np.arange(len(tables)), count)
    wide = len(tables)
    effects = {"p": p, "r": r, "d": d, "pr": cell, "pd": p * wide + d, "rd": r * wide + d}
    effects["prd"] = np.arange(len(d), dtype=np.intp)
    components = variance_components(np.concatenate([table.values for table in tables]), effects)
    left_out = sum(len(rated) for rated in given.values()) - len(d)
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


def _study(
    design: StudyDesign,
    components: tuple[VarianceComponent, ...] | None,
    table: RatingTable,
    *,
    dimensions: int = 1,
    left_out: int = 0,
) -> Study | None:
    if components is None:
        return None
    is_even = bool(np.ptp(table.counts) == 0)
    return Study(
        design=design,
        components=components,
        applications=len(table.application_ids),
        reviewers=len(table.reviewer_ids),
        dimensions=dimensions,
        ratings=len(table.values) * dimensions,
        left_out=left_out,
        is_balanced=is_even if design is StudyDesign.NESTED else table.is_complete,
    )
