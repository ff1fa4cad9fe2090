"""Straight-lining and halo by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.response_patterns import Halo, StraightLining, halo, straight_lining
from app.psychometrics.scored_reviews import ScoredReview

MAXIMA = {DimensionId("a"): Decimal(100), DimensionId("b"): Decimal(50)}
START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def reviews(
    reviewer: str, rows: Sequence[Sequence[str | int | None]], *, timed: bool = True
) -> list[ScoredReview]:
    """One review an entry, of applications of the reviewer's own, saved an hour apart; None is not scored."""
    return [
        ScoredReview(
            ApplicationId(f"{reviewer}{number:02}"),
            PersonId(reviewer),
            {DimensionId("abcd"[at]): Decimal(score) for at, score in enumerate(row) if score is not None},
            saved_at=START + timedelta(hours=number) if timed else None,
        )
        for number, row in enumerate(rows)
    ]


def test_straight_lining_by_hand() -> None:
    # On maxima 100 and 50 the rows (80, 40) and (60, 30) say the same of both dimensions; (80, 80) would not.
    x = reviews("x", [(80, 40), (80, 40), (70, 40), (80, 40), (60, 30), (90, None)])
    y = reviews("y", [(50, 20), (70, 35)], timed=False)
    assert straight_lining([*y, *x], MAXIMA) == (
        StraightLining(PersonId("x"), 5, 4, 4 / 5, 1 / 2, 3, 3 / 5, 2),
        StraightLining(PersonId("y"), 2, 1, 1 / 2, 4 / 5, 1, 1 / 2, None),
    )


def test_longest_run_follows_the_time_of_saving_not_the_ids() -> None:
    first, second, third = reviews("x", [(80, 40), (10, 20), (80, 40)])
    later = ScoredReview(second.application_id, second.reviewer_id, second.scores, START + timedelta(days=1))
    (found,) = straight_lining([first, later, third], MAXIMA)
    assert found.longest_run == 2


def test_straight_lining_without_complete_reviews_is_unknown() -> None:
    (found,) = straight_lining(reviews("x", [(80, None)]), MAXIMA)
    assert found == StraightLining(PersonId("x"), 0, 0, None, None, 0, None, None)


def test_halo_by_hand() -> None:
    same = reviews("x", [(60, 30), (70, 35), (90, 45), (50, 25)])
    apart = reviews("y", [(60, 40), (70, 30), (80, 40), (90, 30)])
    x, y = halo([*apart, *same], tuple(MAXIMA))
    r = float(np.corrcoef([60, 70, 80, 90], [40, 30, 40, 30])[0, 1])
    assert (x.correlation, x.standard_error) == pytest.approx((1.0, 0.0), abs=1e-7)
    assert (x.panel, x.excess) == pytest.approx((r, 1 - r))
    without = [
        float(np.corrcoef(np.delete([60, 70, 80, 90], at), np.delete([40, 30, 40, 30], at))[0, 1])
        for at in range(4)
    ]
    jackknife = (3 / 4 * sum((each - np.mean(without)) ** 2 for each in without)) ** 0.5
    assert (y.correlation, y.standard_error) == pytest.approx((r, jackknife))


def test_halo_is_the_mean_over_pairs_of_dimensions_that_vary() -> None:
    rows = [(60, 30, 5, 7), (70, 20, 9, 7), (80, 45, 1, 7), (90, 10, 4, 7)]
    (found,) = halo(reviews("x", rows), [DimensionId(each) for each in "abcd"])
    matrix = np.corrcoef(np.asarray(rows)[:, :3], rowvar=False)
    assert found.correlation == pytest.approx(float(np.mean([matrix[0, 1], matrix[0, 2], matrix[1, 2]])))
    assert (found.panel, found.excess) == (None, None)


@pytest.mark.parametrize("rows", [[(60, 30), (70, 35)], [(60, 30), (60, 35), (60, 40)]])
def test_halo_of_too_little_is_unknown(rows: list[tuple[int, int]]) -> None:
    (found,) = halo(reviews("x", rows), tuple(MAXIMA))
    assert found == Halo(PersonId("x"), len(rows), None, None, None, None)


def test_one_dimension_or_one_pair_twice_is_refused() -> None:
    one = reviews("x", [(60, 30)])
    with pytest.raises(ValueError, match="two of them"):
        halo(one, [DimensionId("a")])
    with pytest.raises(ValueError, match="two of them"):
        straight_lining(one, {DimensionId("a"): Decimal(100)})
    with pytest.raises(ValueError, match="twice"):
        straight_lining([*one, *reviews("x", [(60, 31)])], MAXIMA)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=8),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_reviews_never_matters(
    one: list[tuple[int, int]], two: list[tuple[int, int]], random: Random
) -> None:
    given_reviews = [*reviews("x", one), *reviews("y", two)]
    mixed = random.sample(given_reviews, len(given_reviews))
    assert straight_lining(mixed, MAXIMA) == straight_lining(given_reviews, MAXIMA)
    assert halo(mixed, tuple(MAXIMA)) == halo(given_reviews, tuple(MAXIMA))
