"""Which part of the scale a reviewer uses: rubric levels against the panel, and spread against co-reviewers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from app.domain.dimensions import Dimension, DimensionId
from app.domain.level_counts import LevelCounts, level_place
from app.domain.people import PersonId
from app.psychometrics.rating_table import Floats, table_of
from app.psychometrics.ratings import Rating


@dataclass(frozen=True)
class LevelUse:
    """How often a reviewer gave each rubric level, in the plan's order, beside the others.

    ``panel`` are all other reviewers' ratings, ``peers`` those of the same applications. A distance is the share of
    ratings that would have to move to another level to make both alike (half the sum of the differences of shares),
    0 to 1; None when one side is empty. The panel read other applicants, so only the distance to peers is fair.
    """

    reviewer_id: PersonId
    dimension_id: DimensionId
    own: LevelCounts
    panel: LevelCounts
    peers: LevelCounts
    panel_distance: float | None
    peer_distance: float | None


@dataclass(frozen=True)
class RangeUse:
    """How widely a reviewer spreads scores. ``sd`` (n − 1) over all ``ratings``, None for one.

    ``ratio`` is the reviewer's SD over that of the peers on the same applications: below 1 the range is restricted.
    Variances are taken pair by pair over what both rated and pooled, so a peer's strictness does not count; over
    ``degrees`` degrees of freedom. None without two common applications with anyone, or when peers never vary.
    """

    reviewer_id: PersonId
    dimension_id: DimensionId
    ratings: int
    lowest: float
    highest: float
    sd: float | None
    ratio: float | None
    degrees: int


def level_uses(dimension: Dimension, ratings: Iterable[Rating]) -> tuple[LevelUse, ...]:
    """One dimension, a line per reviewer in the order of their ids; () without rubric levels."""
    levels = len(dimension.rubric_levels)
    if levels == 0:
        return ()
    ordered = sorted(ratings, key=lambda rating: (rating.application_id, rating.reviewer_id))
    table = table_of(ordered)
    # The last place is for scores between the bands.
    places = [level_place(dimension, rating.value) for rating in ordered]
    level = np.asarray([levels if place is None else place for place in places], dtype=np.intp)
    own = np.zeros((len(table.reviewer_ids), levels + 1))
    np.add.at(own, (table.columns, level), 1)
    by_application = np.zeros((len(table.application_ids), levels + 1))
    np.add.at(by_application, (table.rows, level), 1)
    around = np.zeros_like(own)
    np.add.at(around, table.columns, by_application[table.rows])
    return tuple(
        _level_use(reviewer_id, dimension, (own[at], own.sum(axis=0) - own[at], around[at] - own[at]))
        for at, reviewer_id in enumerate(table.reviewer_ids)
    )


def range_uses(dimension_id: DimensionId, ratings: Iterable[Rating]) -> tuple[RangeUse, ...]:
    """One dimension, a line per reviewer in the order of their ids."""
    table = table_of(ratings)
    if not len(table.values):
        return ()
    matrix = table.matrix()
    own, peers, degrees = _pooled_squares(matrix)
    return tuple(
        _range_use(
            reviewer_id,
            dimension_id,
            matrix[~np.isnan(matrix[:, at]), at],
            shared=(float(own[at]), float(peers[at]), int(degrees[at])),
        )
        for at, reviewer_id in enumerate(table.reviewer_ids)
    )


def _level_use(reviewer_id: PersonId, dimension: Dimension, sides: Sequence[Floats]) -> LevelUse:
    own, panel, peers = sides
    return LevelUse(
        reviewer_id=reviewer_id,
        dimension_id=dimension.dimension_id,
        own=_counts(own),
        panel=_counts(panel),
        peers=_counts(peers),
        panel_distance=_distance(own, panel),
        peer_distance=_distance(own, peers) if peers.sum() else None,
    )


def _counts(row: Floats) -> LevelCounts:
    *counts, outside = (int(each) for each in row)
    return LevelCounts(tuple(counts), outside)


def _distance(own: Floats, others: Floats) -> float | None:
    if not own.sum() or not others.sum():
        return None
    return float(np.abs(own / own.sum() - others / others.sum()).sum()) / 2


def _pooled_squares(matrix: Floats) -> tuple[Floats, Floats, Floats]:
    """Per reviewer, over all peers: own squares around the mean of what both rated, the peers', and degrees."""
    rated = (~np.isnan(matrix)).astype(float)
    centred = np.nan_to_num(matrix - np.nanmean(matrix))
    shared = rated.T @ rated
    sums, squares = centred.T @ rated, (centred**2).T @ rated
    around = np.maximum(squares - sums**2 / np.maximum(shared, 1), 0)
    counts = shared >= 2
    np.fill_diagonal(counts, val=False)
    return (
        (around * counts).sum(axis=1),
        (around.T * counts).sum(axis=1),
        ((shared - 1) * counts).sum(axis=1),
    )


def _range_use(
    reviewer_id: PersonId, dimension_id: DimensionId, scores: Floats, *, shared: tuple[float, float, int]
) -> RangeUse:
    own, peers, degrees = shared
    # Squares around a mean of scores with two decimals are either far above this or nothing but rounding.
    is_defined = degrees > 0 and peers > 1e-9
    return RangeUse(
        reviewer_id=reviewer_id,
        dimension_id=dimension_id,
        ratings=len(scores),
        lowest=float(scores.min()),
        highest=float(scores.max()),
        sd=float(scores.std(ddof=1)) if len(scores) > 1 else None,
        ratio=float(np.sqrt(own / peers)) if is_defined else None,
        degrees=degrees,
    )
