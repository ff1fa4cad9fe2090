"""Effective weights by hand, and the spread that restores the announced ones."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.psychometrics.bordered_system import Floats
from app.psychometrics.effective_weights import EffectiveWeights, effective_weights, spread_to_restore

D, E, F = (DimensionId(name) for name in "def")


def means_of(rows: list[list[float]]) -> Mapping[ApplicationId, Mapping[DimensionId, Decimal]]:
    """Dimension means of applications in the dimensions d, e, f."""
    return {
        ApplicationId(f"p{number:03d}"): {
            DimensionId(name): Decimal(str(value)) for name, value in zip("def", row, strict=False)
        }
        for number, row in enumerate(rows)
    }


def effective(found: EffectiveWeights) -> list[float | None]:
    """The effective weights."""
    return [each.effective for each in found.dimensions]


def test_uncorrelated_dimensions_count_by_weight_and_spread() -> None:
    # SD 10 and 5, uncorrelated, weights 50 and 50: variances of the parts 25 and 6.25 of 31.25.
    rows: list[list[float]] = [[60, 75], [60, 85], [80, 75], [80, 85]]
    found = effective_weights(means_of(rows), {D: Decimal(50), E: Decimal(50)})
    assert effective(found) == pytest.approx([0.8, 0.2])
    assert [each.relative_difference for each in found.dimensions] == pytest.approx([0.6, -0.6])
    assert [each.is_off for each in found.dimensions] == [True, True]
    assert found.applications == 4
    assert found.total_sd == pytest.approx(31.25**0.5)
    # Equal parts of 31.25 are 15.625 = (SD / 2)²: both SDs become √62.5.
    factors = [each.spread_factor for each in found.dimensions]
    assert factors == pytest.approx([62.5**0.5 / 10, 62.5**0.5 / 5])


def test_threshold_is_a_relative_difference() -> None:
    rows: list[list[float]] = [[60, 75], [60, 85], [80, 75], [80, 85]]
    found = effective_weights(means_of(rows), {D: Decimal(50), E: Decimal(50)}, threshold=Decimal("0.61"))
    assert [each.is_off for each in found.dimensions] == [False, False]


def test_dimension_without_spread_has_no_influence_and_no_factor() -> None:
    rows: list[list[float]] = [[60, 80.1, 70], [70, 80.1, 75], [90, 80.1, 71]]
    weights = {D: Decimal(30), E: Decimal(40), F: Decimal(30)}
    found = effective_weights(means_of(rows), weights)
    first, still, last = found.dimensions
    assert (still.effective, still.sd, still.spread_factor, still.is_off) == (0, 0, None, True)
    assert still.relative_difference == -1
    restored = [
        [row[0] * (first.spread_factor or 0), 80.1, row[2] * (last.spread_factor or 0)] for row in rows
    ]
    assert effective(effective_weights(means_of(restored), weights)) == pytest.approx([0.5, 0, 0.5])


def test_negative_effective_weight_is_named_and_can_be_restored() -> None:
    rows: list[list[float]] = [[60, 75], [70, 72], [80, 74], [95, 70]]
    weights = {D: Decimal(70), E: Decimal(30)}
    found = effective_weights(means_of(rows), weights)
    assert (found.dimensions[1].effective or 0) < 0
    assert found.dimensions[1].is_off
    factors = [each.spread_factor or 0 for each in found.dimensions]
    restored = [[value * factor for value, factor in zip(row, factors, strict=True)] for row in rows]
    again = effective_weights(means_of(restored), weights)
    assert effective(again) == pytest.approx([0.7, 0.3])
    assert again.total_sd == pytest.approx(found.total_sd)


def test_dimensions_that_cancel_out_cannot_be_restored() -> None:
    rows: list[list[float]] = [[60, 90], [70, 80], [80, 70]]
    found = effective_weights(means_of(rows), {D: Decimal(60), E: Decimal(40)})
    assert [each.spread_factor for each in found.dimensions] == [None, None]


def test_equal_totals_have_no_effective_weights() -> None:
    # In floats the totals differ in their last bits.
    rows: list[list[float]] = [[60.0, 90.2], [67.0, 87.2], [81.0, 81.2]]
    found = effective_weights(means_of(rows), {D: Decimal(30), E: Decimal(70)})
    assert effective(found) == [None, None]
    assert [each.is_off for each in found.dimensions] == [False, False]


def test_zero_weight_has_no_relative_difference() -> None:
    rows: list[list[float]] = [[60, 75], [70, 72], [80, 90]]
    found = effective_weights(means_of(rows), {D: Decimal(100), E: Decimal(0)})
    assert effective(found) == pytest.approx([1, 0])
    assert (found.dimensions[1].relative_difference, found.dimensions[1].spread_factor) == (None, None)
    assert found.dimensions[0].spread_factor == pytest.approx(1)


def test_applications_without_a_mean_in_every_dimension_are_left_out() -> None:
    means = dict(means_of([[60, 75], [70, 72], [80, 90]]))
    means[ApplicationId("q")] = {D: Decimal(0)}
    weights = {D: Decimal(50), E: Decimal(50)}
    found = effective_weights(means, weights)
    assert (found.applications, found) == (
        3,
        effective_weights(means_of([[60, 75], [70, 72], [80, 90]]), weights),
    )


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_applications_say_nothing(count: int) -> None:
    found = effective_weights(means_of([[60.0, 75.0]][:count]), {D: Decimal(50), E: Decimal(50)})
    assert effective(found) == [None, None]
    assert found.total_sd == 0


@pytest.mark.parametrize("weights", [{D: Decimal(0)}, {D: Decimal(-1), E: Decimal(2)}])
def test_impossible_weights_are_refused(weights: Mapping[DimensionId, Decimal]) -> None:
    with pytest.raises(ValueError, match="negative"):
        effective_weights({}, weights)


def _covariance(seed: int, size: int) -> Floats:
    rng = np.random.default_rng(seed)
    scores = rng.normal(0, rng.uniform(0.5, 20, size), (4 * size, size)) @ rng.normal(0, 1, (size, size))
    return np.cov(scores, rowvar=False, bias=True)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), size=st.integers(2, 6))
def test_restored_spread_makes_effective_the_announced(seed: int, size: int) -> None:
    covariance = _covariance(seed, size)
    announced = np.random.default_rng(seed).dirichlet(np.full(size, 2.0))
    factors = np.asarray(spread_to_restore(covariance, announced), dtype=float)
    y = announced * factors
    parts = y * (covariance @ y)
    assert (parts / parts.sum()).tolist() == pytest.approx(announced.tolist(), abs=1e-8)
    assert parts.sum() == pytest.approx(announced @ covariance @ announced)
    assert (factors > 0).all()


@settings(max_examples=40, deadline=None)
@given(
    rows=st.lists(st.lists(st.integers(0, 100), min_size=3, max_size=3), min_size=2, max_size=12),
    weights=st.lists(st.integers(1, 100), min_size=3, max_size=3),
)
def test_effective_weights_add_up_to_one(rows: list[list[float]], weights: list[int]) -> None:
    found = effective_weights(means_of(rows), dict(zip((D, E, F), map(Decimal, weights), strict=True)))
    shares = [each for each in effective(found) if each is not None]
    assert shares == [] or sum(shares) == pytest.approx(1)
