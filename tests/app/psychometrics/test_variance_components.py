"""Components of incomplete rounds against projections and traces written out in full."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.psychometrics.rating_table import table_of
from app.psychometrics.ratings import Rating
from app.psychometrics.variance_components import VarianceComponent, crossed_components, nested_components
from tests.app.psychometrics.handmade import ratings_of, rounds

Matrix = NDArray[np.float64]


def onto(*columns: Matrix) -> Matrix:
    """The projection onto the span of the columns."""
    together = np.hstack(columns)
    return np.asarray(together @ np.linalg.pinv(together))


def literal(values: Matrix, rows: Matrix, columns: Matrix) -> Matrix | None:
    """Quadratic forms of Henderson's method III, set equal to their expectations tr(A V), without a shortcut."""
    zp, zr = (
        np.eye(int(rows.max()) + 1)[rows.astype(int)],
        np.eye(int(columns.max()) + 1)[columns.astype(int)],
    )
    both, p, r = onto(zp, zr), onto(zp), onto(zr)
    forms = [both - r, both - p, np.eye(len(values)) - both]
    left = [
        [float(np.trace(form @ part)) for part in (zp @ zp.T, zr @ zr.T, np.eye(len(values)))]
        for form in forms
    ]
    if np.linalg.matrix_rank(np.asarray(left), tol=1e-8) < 3:
        return None
    return np.linalg.solve(np.asarray(left), np.asarray([values @ form @ values for form in forms]))


@settings(max_examples=120, deadline=None)
@given(rounds())
def test_crossed_components_are_the_quadratic_forms(ratings: list[Rating]) -> None:
    assume(ratings)
    table = table_of(ratings)
    expected = literal(
        table.values - table.values.mean(), table.rows.astype(float), table.columns.astype(float)
    )
    found = crossed_components(table.values[:, None], table.rows, table.columns)
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        scale = max(1.0, float(table.values.var()))
        assert found[:, 0] == pytest.approx(expected, abs=1e-8 * scale)


@settings(max_examples=60, deadline=None)
@given(rounds(complete=True))
def test_complete_rounds_give_the_analysis_of_variance(ratings: list[Rating]) -> None:
    table = table_of(ratings)
    scores = table.matrix()
    n, k = scores.shape
    grand, by_row, by_column = scores.mean(), scores.mean(axis=1), scores.mean(axis=0)
    msr = k * ((by_row - grand) ** 2).sum() / (n - 1)
    msc = n * ((by_column - grand) ** 2).sum() / (k - 1)
    mse = ((scores - by_row[:, None] - by_column + grand) ** 2).sum() / ((n - 1) * (k - 1))
    found = crossed_components(table.values[:, None], table.rows, table.columns)
    assert found is not None
    assert found[:, 0] == pytest.approx(
        [(msr - mse) / k, (msc - mse) / n, mse], abs=1e-8 * max(1, scores.var())
    )


def test_two_groups_that_never_meet_lose_a_degree_of_freedom_each() -> None:
    apart: list[list[object]] = [
        [60, 66, 61, None, None],
        [70, 71, None, None, None],
        [82, 75, 79, None, None],
    ]
    apart += [[None, None, None, 50, 57], [None, None, None, 91, 90], [None, None, None, 77, 70]]
    table = table_of(ratings_of(apart))
    expected = literal(
        table.values - table.values.mean(), table.rows.astype(float), table.columns.astype(float)
    )
    found = crossed_components(table.values[:, None], table.rows, table.columns)
    assert found is not None
    assert found[:, 0] == pytest.approx(expected)


def test_components_of_a_simulated_round_come_back() -> None:
    random = np.random.default_rng(2)
    rows = np.repeat(np.arange(4000), 3)
    columns = np.concatenate([random.choice(200, 3, replace=False) for _ in range(4000)])
    values = (
        10 * random.normal(size=4000)[rows]
        + 3 * random.normal(size=200)[columns]
        + 4 * random.normal(size=12000)
    )
    found = crossed_components(values[:, None], rows, columns)
    assert found is not None
    assert found[:, 0] == pytest.approx([100, 9, 16], rel=0.12)


def test_reviewers_in_full_agreement_have_no_component_whoever_read_whom() -> None:
    table = table_of(
        ratings_of([[60.1, 60.1, None], [None, 72.3, 72.3], [80.7, None, 80.7], [90.9, 90.9, 90.9]])
    )
    found = crossed_components(table.values[:, None], table.rows, table.columns)
    assert found is not None
    assert found[1:, 0].tolist() == [0.0, 0.0]
    assert found[0, 0] > 100


@pytest.mark.parametrize(
    "scores", [[[60, 70]], [[60], [70]], [[60, None], [None, 70]], [[60, 70, None], [None, None, 80]]]
)
def test_components_that_cannot_be_told_apart_are_none(scores: list[list[int | None]]) -> None:
    table = table_of(ratings_of(scores))
    assert crossed_components(table.values[:, None], table.rows, table.columns) is None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 100), min_size=1, max_size=4), min_size=2, max_size=6))
def test_nested_components_are_the_quadratic_forms(scores: list[list[int]]) -> None:
    table = table_of(ratings_of(scores))
    found = nested_components(table.values, table.rows)
    assert (found is None) == all(len(row) == 1 for row in scores)
    if found is None:
        return
    zp, ones = np.eye(len(scores))[table.rows], np.ones((len(table.values), 1))
    forms = [onto(zp) - onto(ones), np.eye(len(table.values)) - onto(zp)]
    left = [[float(np.trace(form @ part)) for part in (zp @ zp.T, np.eye(len(zp)))] for form in forms]
    expected = np.linalg.solve(left, [table.values @ form @ table.values for form in forms])
    assert found == pytest.approx(expected, abs=1e-7 * max(1, table.values.var()))


def test_a_negative_solution_is_no_variance_and_says_so() -> None:
    component = VarianceComponent("r", -0.5)
    assert (component.estimate, component.was_negative) == (0.0, True)
    assert (VarianceComponent("r", 0.5).estimate, VarianceComponent("r", 0.0).was_negative) == (0.5, False)
