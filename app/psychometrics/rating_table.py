"""Ratings as arrays: the form in which the numbers about reviewers are computed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.ratings import Rating

Floats = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class RatingTable:
    """One rating a place: ``rows`` and ``columns`` point into the ids, which stand in their order.

    The same ratings make the same table, in whatever order they came, so every figure is the same to the last bit.
    """

    application_ids: tuple[ApplicationId, ...]
    reviewer_ids: tuple[PersonId, ...]
    rows: Places
    columns: Places
    values: Floats

    @property
    def counts(self) -> Places:
        """Ratings of each application."""
        return np.bincount(self.rows, minlength=len(self.application_ids))

    @property
    def is_complete(self) -> bool:
        """Whether every reviewer rated every application; False for an empty table."""
        return 0 < len(self.values) == len(self.application_ids) * len(self.reviewer_ids)

    def matrix(self) -> Floats:
        """Applications down, reviewers across; nan where nothing was rated."""
        filled = np.full((len(self.application_ids), len(self.reviewer_ids)), np.nan)
        filled[self.rows, self.columns] = self.values
        return filled


def table_of(ratings: Iterable[Rating], *, at_least: int = 1) -> RatingTable:
    """The ratings of applications with ``at_least`` so many; the same pair twice raises ValueError."""
    ordered = sorted(ratings, key=lambda rating: (rating.application_id, rating.reviewer_id))
    for earlier, rating in zip(ordered, ordered[1:], strict=False):
        if (earlier.application_id, earlier.reviewer_id) == (rating.application_id, rating.reviewer_id):
            raise ValueError(f"{rating.reviewer_id} rated {rating.application_id} twice")
    if at_least > 1:
        ordered = _often_rated(ordered, at_least)
    applications = sorted({rating.application_id for rating in ordered})
    reviewers = sorted({rating.reviewer_id for rating in ordered})
    row_of = {application_id: place for place, application_id in enumerate(applications)}
    column_of = {reviewer_id: place for place, reviewer_id in enumerate(reviewers)}
    return RatingTable(
        tuple(applications),
        tuple(reviewers),
        np.asarray([row_of[rating.application_id] for rating in ordered], dtype=np.intp),
        np.asarray([column_of[rating.reviewer_id] for rating in ordered], dtype=np.intp),
        np.asarray([float(rating.value) for rating in ordered], dtype=np.float64),
    )


def places_of_pairs(counts: Places) -> tuple[Places, Places]:
    """Every two ratings of the same application, as places in a table whose applications have ``counts`` ratings."""
    starts = np.cumsum(counts) - counts
    first: list[Places] = [np.zeros(0, dtype=np.intp)]
    second: list[Places] = [np.zeros(0, dtype=np.intp)]
    for size in np.unique(counts):
        left, right = np.triu_indices(int(size), 1)
        begin = starts[counts == size][:, None]
        first.append((begin + left).ravel())
        second.append((begin + right).ravel())
    return np.concatenate(first), np.concatenate(second)


@dataclass(frozen=True, eq=False)
class ReviewerPairs:
    """Reviewers with an application in common: one entry in ``one`` and ``two`` a pair, by the order of the ids.

    ``first`` and ``second`` are places of the two ratings of each common application, sorted by pair;
    ``starts`` is where each pair begins, ``pair`` the pair of each entry.
    """

    one: Places
    two: Places
    first: Places
    second: Places
    starts: Places
    pair: Places


def reviewer_pairs(table: RatingTable) -> ReviewerPairs:
    """All pairs of the table."""
    first, second = places_of_pairs(table.counts)
    width = len(table.reviewer_ids)
    codes = table.columns[first] * width + table.columns[second]
    order = np.argsort(codes, kind="stable")
    found, starts, pair = np.unique(codes[order], return_index=True, return_inverse=True)
    return ReviewerPairs(
        found // max(1, width), found % max(1, width), first[order], second[order], starts, pair
    )


def _often_rated(ratings: list[Rating], at_least: int) -> list[Rating]:
    counts: dict[ApplicationId, int] = {}
    for rating in ratings:
        counts[rating.application_id] = counts.get(rating.application_id, 0) + 1
    return [rating for rating in ratings if counts[rating.application_id] >= at_least]
