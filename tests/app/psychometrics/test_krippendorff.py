"""Alpha against Krippendorff's own example and against its definition, pair by pair."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.psychometrics.bands import AlphaBand
from app.psychometrics.krippendorff import Metric, Resampling, alpha, alpha_of_table
from app.psychometrics.ratings import Rating, by_application
from tests.app.psychometrics.handmade import rating, ratings_of, rounds, table_from

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", part C: four observers, twelve units.
OBSERVERS = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
]
EXAMPLE = ratings_of(list(zip(*(line.split() for line in OBSERVERS), strict=True)))
PUBLISHED = {Metric.NOMINAL: 0.743, Metric.ORDINAL: 0.815, Metric.INTERVAL: 0.849, Metric.RATIO: 0.797}


def literal(ratings: list[Rating], metric: Metric) -> float | None:
    """1 − (n − 1) Σ o δ² / Σ n n δ² over coincidences of values, as the paper writes it."""
    units = [[float(value) for value in rated.values()] for rated in by_application(ratings).values()]
    units = [unit for unit in units if len(unit) > 1]
    counts = Counter(value for unit in units for value in unit)
    total = sum(counts.values())

    def delta(one: float, two: float) -> float:
        if metric is Metric.NOMINAL:
            return float(one != two)
        if metric is Metric.INTERVAL:
            return (one - two) ** 2
        if metric is Metric.RATIO:
            return ((one - two) / (one + two)) ** 2 if one + two else 0.0
        low, high = min(one, two), max(one, two)
        between = sum(count for value, count in counts.items() if low <= value <= high)
        return (between - (counts[one] + counts[two]) / 2) ** 2

    seen = sum(
        delta(one, two) / (len(unit) - 1)
        for unit in units
        for i, one in enumerate(unit)
        for j, two in enumerate(unit)
        if i != j
    )
    chance = sum(counts[one] * counts[two] * delta(one, two) for one in counts for two in counts)
    return 1 - (total - 1) * seen / chance if chance else None


@pytest.mark.parametrize("metric", Metric)
def test_alpha_of_the_published_example(metric: Metric) -> None:
    found = alpha(EXAMPLE, metric, draws=0)
    assert (round(found.estimate or 0, 3), found.applications, found.ratings) == (PUBLISHED[metric], 11, 40)
    assert (found.low, found.high) == (None, None)


@settings(max_examples=80, deadline=None)
@given(rounds(), st.sampled_from(Metric))
def test_alpha_is_its_definition(ratings: list[Rating], metric: Metric) -> None:
    expected = literal(ratings, metric)
    found = alpha(ratings, metric, draws=0).estimate
    assert found == (None if expected is None else pytest.approx(expected, abs=1e-9))


@settings(max_examples=40, deadline=None)
@given(
    rounds(),
    st.randoms(use_true_random=False),
    st.integers(1, 50),
    st.sampled_from([Metric.NOMINAL, Metric.ORDINAL, Metric.INTERVAL]),
)
def test_neither_the_order_nor_a_shift_matters(
    ratings: list[Rating], random: Random, shift: int, metric: Metric
) -> None:
    found = alpha(ratings, metric, draws=50)
    moved = [Rating(each.application_id, each.reviewer_id, each.value + Decimal(shift)) for each in ratings]
    assert alpha(random.sample(ratings, len(ratings)), metric, draws=50) == found
    estimate = alpha(moved, metric, draws=0).estimate
    assert estimate == (None if found.estimate is None else pytest.approx(found.estimate, abs=1e-9))


@pytest.mark.parametrize("metric", Metric)
@pytest.mark.parametrize("resampling", Resampling)
def test_perfect_agreement_is_one_with_all_its_interval(metric: Metric, resampling: Resampling) -> None:
    found = alpha(ratings_of([[0, 0, 0], [61, 61, None], [80, 80, 80]]), metric, resampling=resampling)
    assert (found.estimate, found.low, found.high) == (1.0, 1.0, 1.0)
    assert found.bands == (AlphaBand.RELIABLE,) * 3


def test_alpha_of_nothing_shared_or_nothing_varied_is_unknown() -> None:
    single = [rating("p", "x", "60"), rating("q", "y", "70")]
    assert [alpha(each).estimate for each in ([], single, ratings_of([[60, 60], [60, 60]]))] == [None] * 3


def test_ratio_refuses_negative_values() -> None:
    with pytest.raises(ValueError, match="from 0 upwards"):
        alpha(ratings_of([[-1, 2], [3, 4]]), Metric.RATIO)


def test_interval_is_the_same_again_and_another_with_another_seed() -> None:
    assert alpha(EXAMPLE) == alpha(EXAMPLE)
    assert alpha(EXAMPLE).low != alpha(EXAMPLE, seed=1).low


@pytest.mark.parametrize("metric", Metric)
def test_interval_by_applications_is_that_of_a_plain_resampling(metric: Metric) -> None:
    # Copies of an application count as applications of their own here; with sixty the correction is small.
    random = np.random.default_rng(3)
    base = random.integers(40, 90, size=60)
    matrix = [[int(each + random.integers(-8, 9)) for _ in range(3)] for each in base]
    drawn = [
        literal(ratings_of([matrix[at] for at in random.integers(0, 60, size=60)]), metric)
        for _ in range(150)
    ]
    low, high = np.quantile([each for each in drawn if each is not None], (0.025, 0.975))
    found = alpha(ratings_of(matrix), metric)
    assert found.low == pytest.approx(low, abs=0.05)
    assert found.high == pytest.approx(high, abs=0.05)


def test_interval_by_applications_is_not_moved_by_applications_drawn_twice() -> None:
    # No value comes twice, so nominal agreement is that of chance; copies alone would make it seem less.
    found = alpha(ratings_of([[3 * at, 3 * at + 1, 3 * at + 2] for at in range(50)]), Metric.NOMINAL)
    assert (found.estimate, found.low, found.high) == pytest.approx((0.0, 0.0, 0.0), abs=0.012)


@pytest.mark.parametrize(("readers", "draws"), [(2, 200), (30, 200)])
def test_interval_by_pairs_is_that_of_drawing_pairs_one_by_one(readers: int, draws: int) -> None:
    # Thirty readers of a hundred applications: 43,500 pairs, more than are drawn one by one.
    random = np.random.default_rng(5)
    rows = np.repeat(np.arange(100), readers)
    values = random.normal(size=100)[rows] + random.normal(size=len(rows))
    table = table_from(rows, values)
    units = values.reshape(100, readers)
    one, two = np.triu_indices(readers, 1)
    differences = ((units[:, one] - units[:, two]) ** 2).ravel()
    expected = 2 * values.var() * len(values) / (len(values) - 1)
    share = 2 * differences / (len(values) * expected * (readers - 1))
    drawn = [1 - random.choice(share, size=len(share)).sum() for _ in range(300)]
    found = alpha_of_table(table, resampling=Resampling.PAIRS, draws=draws)
    assert found.low == pytest.approx(np.quantile(drawn, 0.025), abs=0.05 if readers == 2 else 0.005)
    assert found.high == pytest.approx(np.quantile(drawn, 0.975), abs=0.05 if readers == 2 else 0.005)


def test_interval_by_applications_holds_the_truth_about_as_often_as_it_says() -> None:
    random, held = np.random.default_rng(11), 0
    rows = np.repeat(np.arange(200), 3)
    for _ in range(400):
        values = np.sqrt(0.7) * random.normal(size=200)[rows] + np.sqrt(0.3) * random.normal(size=600)
        table = table_from(rows, values)
        found = alpha_of_table(table, draws=300)
        held += found.low is not None and found.high is not None and found.low <= 0.7 <= found.high
    assert 0.9 <= held / 400 <= 0.98
