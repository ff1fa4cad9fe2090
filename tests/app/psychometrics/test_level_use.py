"""Which part of the scale reviewers use, by hand and pair by pair."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import Dimension, DimensionId, RubricLevel
from app.domain.level_counts import LevelCounts
from app.psychometrics.level_use import level_uses, range_uses
from app.psychometrics.ratings import Rating, by_application
from tests.app.psychometrics.handmade import rating, ratings_of, rounds

D = DimensionId("d")
LEVELS = (RubricLevel("A", "", Decimal(80), Decimal(100)), RubricLevel("B", "", Decimal(0), Decimal(79)))
DIMENSION = Dimension(D, "", "", Decimal(100), Decimal(0), None, LEVELS)


def test_level_use_by_hand() -> None:
    ratings = [
        *(rating("p", reviewer, score) for reviewer, score in (("x", "90"), ("y", "85"))),
        *(rating("q", reviewer, score) for reviewer, score in (("x", "95"), ("y", "60"), ("z", "79.5"))),
        rating("r", "z", "70"),
    ]
    x, y, z = level_uses(DIMENSION, ratings)
    assert (x.own, x.panel, x.peers) == (LevelCounts((2, 0)), LevelCounts((1, 2), 1), LevelCounts((1, 1), 1))
    # Own 1, 0, 0; panel 1/4, 2/4, 1/4; peers 1/3 each.
    assert (x.panel_distance, x.peer_distance) == pytest.approx((3 / 4, 2 / 3))
    assert (y.own, y.peers) == (LevelCounts((1, 1)), LevelCounts((2, 0), 1))
    assert (z.own, z.peers) == (LevelCounts((0, 1), 1), LevelCounts((1, 1)))


def test_level_use_without_anyone_else_has_no_distance() -> None:
    (x,) = level_uses(DIMENSION, [rating("p", "x", "90")])
    assert (x.own, x.panel, x.panel_distance, x.peer_distance) == (
        LevelCounts((1, 0)),
        LevelCounts((0, 0)),
        None,
        None,
    )


def test_level_use_without_levels_or_ratings_is_empty() -> None:
    bare = Dimension(D, "", "", Decimal(100), Decimal(0), None, ())
    assert level_uses(bare, ratings_of([[60, 70]])) == ()
    assert level_uses(DIMENSION, []) == ()


def test_range_use_by_hand() -> None:
    x, y = range_uses(D, [*ratings_of([[60, 50], [70, 70], [80, 90]]), rating("z", "x00", "99")])
    # Over the three shared: x 60, 70, 80 has variance 100; y 50, 70, 90 has 400.
    assert (x.ratings, x.lowest, x.highest, x.degrees) == (4, 60.0, 99.0, 2)
    assert x.sd == pytest.approx(float(np.std([60, 70, 80, 99], ddof=1)))
    assert (x.ratio, y.ratio) == pytest.approx((0.5, 2.0))


def test_range_use_does_not_mind_how_strict_the_peers_are() -> None:
    near = range_uses(D, ratings_of([[60, 61, None], [70, 71, None], [80, None, 79], [90, None, 89]]))
    far = range_uses(D, ratings_of([[60, 21, None], [70, 31, None], [80, None, 99], [90, None, 109]]))
    assert [use.ratio for use in (*near, *far)] == pytest.approx([1.0] * 6)


def test_range_use_of_too_little_is_unknown() -> None:
    (alone,) = range_uses(D, [rating("p", "x", "60")])
    assert (alone.sd, alone.ratio, alone.degrees) == (None, None, 0)
    flat = range_uses(D, ratings_of([[60.1, 70.3], [65, 70.3], [99, 70.3]]))
    assert [use.ratio for use in flat] == [None, pytest.approx(0.0, abs=1e-6)]
    assert range_uses(D, []) == ()


@settings(max_examples=60, deadline=None)
@given(rounds(), st.randoms(use_true_random=False))
def test_range_ratio_is_pooled_over_pairs(ratings: list[Rating], random: Random) -> None:
    found = range_uses(D, random.sample(ratings, len(ratings)))
    assert found == range_uses(D, ratings)
    table = by_application(ratings)
    for use in found:
        shared: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
        for rated in table.values():
            for other, value in rated.items():
                if use.reviewer_id in rated and other != use.reviewer_id:
                    shared[other].append((float(rated[use.reviewer_id]), float(value)))
        useful = [np.asarray(both) for both in shared.values() if len(both) > 1]
        own = sum(float(both[:, 0].var()) * len(both) for both in useful)
        peers = sum(float(both[:, 1].var()) * len(both) for both in useful)
        assert use.degrees == sum(len(both) - 1 for both in useful)
        expected = pytest.approx((own / peers) ** 0.5, abs=1e-5) if peers else None
        assert use.ratio == expected
