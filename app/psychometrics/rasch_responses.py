"""Ratings as the responses of a rating scale model: banded, sorted, extreme elements drawn in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from app.domain.dimensions import DimensionId
from app.psychometrics.bordered_system import (
    BorderedSystem,
    Floats,
    Places,
    counts_by_pair,
    sum_directions,
)
from app.psychometrics.ratings import DimensionRating
from app.psychometrics.rubric_bands import Floors, band_of

EXTREME_POINTS = 0.3
"""Score points by which a perfect or zero score is drawn in (the default of Winsteps and Facets, EXTRSCORE)."""


class Facet(IntEnum):
    """The three facets, in the order of the columns of ``Responses.elements``."""

    APPLICATION = 0
    REVIEWER = 1
    DIMENSION = 2


@dataclass(frozen=True, eq=False)
class Responses:
    """One row a rating, in the order of the ids of application, reviewer, dimension.

    ``elements`` (rows × 3) numbers application, reviewer and dimension among ``names``; ``category`` counts the
    bands that occur, from 0; ``bands`` says which bands those are; ``score`` is the rating itself in percent.
    """

    names: tuple[Sequence[str], Sequence[str], Sequence[str]]
    elements: NDArray[np.intp]
    category: Places
    bands: tuple[int, ...]
    score: Floats

    @property
    def steps(self) -> int:
        """The number of thresholds, one less than categories."""
        return len(self.bands) - 1

    def size(self, facet: Facet) -> int:
        """How many elements the facet has."""
        return len(self.names[facet])

    def place(self, facet: Facet) -> Places:
        """The element of each row in a facet."""
        return self.elements[:, facet]

    def count(self, facet: Facet, weights: Floats | None = None) -> Floats:
        """Rows (or their ``weights``) of each element of a facet, summed."""
        counted = np.bincount(self.place(facet), weights=weights, minlength=self.size(facet))
        return counted.astype(float)


def build_responses(ratings: Iterable[DimensionRating], floors: Mapping[DimensionId, Floors]) -> Responses:
    """Responses of ratings in dimensions that have floors, the same number each; otherwise, and for a rating that
    comes twice, ValueError. Bands nobody used are left out, since no threshold can be told for them."""
    if len({len(each) for each in floors.values()}) > 1:
        raise ValueError("the dimensions of a rating scale model need equally many bands")
    rows = sorted(ratings, key=_ids)
    columns: list[list[str]] = [[_ids(row)[facet] for row in rows] for facet in Facet]
    if len(set(zip(*columns, strict=True))) != len(rows):
        raise ValueError("a reviewer rated a dimension of an application twice")
    names = tuple(sorted(set(column)) for column in columns)
    numbered = [_numbers(column, known) for column, known in zip(columns, names, strict=True)]
    banded = np.asarray([band_of(row.value, floors[row.dimension_id]) for row in rows], dtype=np.intp)
    bands, category = np.unique(banded, return_inverse=True)
    return Responses(
        names=(names[0], names[1], names[2]),
        elements=np.stack(numbered, axis=1) if rows else np.empty((0, 3), dtype=np.intp),
        category=category.astype(np.intp),
        bands=tuple(int(band) for band in bands),
        score=np.asarray([float(row.value) for row in rows], dtype=float),
    )


def _ids(rating: DimensionRating) -> tuple[str, str, str]:
    return rating.application_id, rating.reviewer_id, rating.dimension_id


def _numbers(column: Sequence[str], known: Sequence[str]) -> Places:
    place_of = {name: place for place, name in enumerate(known)}
    return np.asarray([place_of[name] for name in column], dtype=np.intp)


def subset_count(responses: Responses) -> int:
    """Into how many subsets the data fall between which no measure can be compared (Linacre's subset problem).

    One is good. The rank of the design with all three facets decides: it also sees reviewers who are linked by
    applications but never judged the same dimension, whose severity cannot be told from its difficulty.
    """
    design = linear_design(responses)
    eigenvalues = np.linalg.eigvalsh(design.complement())
    free = int((eigenvalues < 1e-9 * max(1.0, float(eigenvalues[-1]))).sum())
    return max(1, free - 1)


def linear_design(responses: Responses) -> BorderedSystem:
    """Normal equations of score = application + reviewer + dimension: 1 where an element takes part in a row."""
    ones = np.ones(responses.category.size)
    sizes = [responses.size(facet) for facet in Facet]
    reviewers, dimensions = np.arange(sizes[1]), sizes[1] + np.arange(sizes[2])
    place, seat, column = (responses.place(facet) for facet in Facet)
    small = sizes[1] + sizes[2]
    border = counts_by_pair(place, seat, ones, shape=(sizes[0], small))
    border += counts_by_pair(place, sizes[1] + column, ones, shape=(sizes[0], small))
    corner = np.diag(np.concatenate([responses.count(Facet.REVIEWER), responses.count(Facet.DIMENSION)]))
    cross = counts_by_pair(seat, column, ones, shape=(sizes[1], sizes[2]))
    corner[: sizes[1], sizes[1] :], corner[sizes[1] :, : sizes[1]] = cross, cross.T
    return BorderedSystem(
        responses.count(Facet.APPLICATION), border, corner, sum_directions([reviewers, dimensions], small)
    )


def extreme_elements(responses: Responses, facet: Facet) -> NDArray[np.bool_]:
    """Which elements of a facet have nothing but the highest or nothing but the lowest category."""
    total = responses.count(facet)
    tops = responses.count(facet, (responses.category == responses.steps).astype(float))
    bottoms = responses.count(facet, (responses.category == 0).astype(float))
    extreme: NDArray[np.bool_] = (tops == total) | (bottoms == total)
    return extreme


def passed_steps(responses: Responses) -> Floats:
    """Steps × rows: 1 where the category reaches the step, 0 where not, with extreme elements drawn in.

    An element whose responses are all highest (or all lowest) would have an infinite measure. ``EXTREME_POINTS``
    are taken from (given to) it, spread evenly over its responses: applications first, then reviewers and
    dimensions that are still extreme.
    """
    steps = np.arange(1, responses.steps + 1)
    passed = (responses.category >= steps[:, None]).astype(float)
    is_drawn = np.zeros(responses.category.size, dtype=bool)
    for facet in Facet:
        has_drawn = responses.count(facet, is_drawn.astype(float)) > 0
        extreme = extreme_elements(responses, facet) & ~has_drawn
        rows = np.flatnonzero(extreme[responses.place(facet)])
        points = EXTREME_POINTS / responses.count(facet)[responses.place(facet)[rows]]
        is_top = responses.category[rows] == responses.steps
        passed[-1, rows[is_top]] -= points[is_top]
        passed[0, rows[~is_top]] += points[~is_top]
        is_drawn[rows] = True
    return passed
