"""Distributions: order, forms of numbers, refusals, and one id per content."""

from __future__ import annotations

import random

import pytest

from pipelines.exports.grade_bins import (
    DistributionPool,
    UnreadableBins,
    UnreadablePopulation,
    read_bins,
    read_population,
)

COUNTS = tuple(range(100))


def received(counts: tuple[object, ...] = COUNTS) -> dict[str, object]:
    return {f"組距{low}_{low + 1}的人數": count for low, count in enumerate(counts)}


def test_bins_whatever_the_order_of_keys() -> None:
    items = list(received().items())
    random.Random(1).shuffle(items)
    assert read_bins(dict(items)) == COUNTS


def test_bins_of_text_counts() -> None:
    assert read_bins(received(tuple(map(str, COUNTS)))) == COUNTS


def test_bins_of_keys_spelled_a_little_differently() -> None:
    assert read_bins({key.replace("的人數", "人數"): count for key, count in received().items()}) == COUNTS


@pytest.mark.parametrize("bad", [-1, 1.5, None, "x", True, 10**9, [1]])
def test_bins_with_a_count_that_is_none_are_refused(bad: object) -> None:
    with pytest.raises(UnreadableBins):
        read_bins(received((bad, *COUNTS[1:])) if not isinstance(bad, list) else bad)


def test_bins_of_another_number_are_refused() -> None:
    with pytest.raises(UnreadableBins):
        read_bins(received(COUNTS[:99]))


@pytest.mark.parametrize(
    ("given", "population"), [(38, 38), ("38", 38), (None, None), (-1, None), ("無", None)]
)
def test_population_as_received(given: object, population: int | None) -> None:
    assert read_population(given) == population


def test_population_that_is_no_count_is_refused() -> None:
    with pytest.raises(UnreadablePopulation):
        read_population("many")


def test_pool_gives_one_id_per_content() -> None:
    pool = DistributionPool()
    same = {pool.add(COUNTS, 40), pool.add(read_bins(received()), 40)}
    other = pool.add(COUNTS, None)
    assert len(same) == 1
    assert other not in same
    table = pool.to_arrow()
    assert table.column("population").to_pylist() == [40, None]
    assert table.column("grade_bins").to_pylist() == [list(COUNTS), list(COUNTS)]
