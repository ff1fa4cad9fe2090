"""Severity by least squares: a published table, a literal solution, and rounds with known truth."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.psychometrics.additive import AdditiveFit, fit_additive
from app.psychometrics.ratings import Rating
from tests.app.psychometrics.simulated_round import additive_round, rating, ratings_of, shuffled

# Shrout & Fleiss (1979), table 2: six targets, four judges; the error mean square of their table 3 is 1.02 (15 df).
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def literal_fit(ratings: list[Rating]) -> tuple[dict[str, float], dict[str, float], float]:
    """Estimates and standard errors by name, and the residual SD: one dense design, its pseudo-inverse, no trick.

    The last column's reviewer is minus the sum of the others.
    """
    applications = sorted({each.application_id for each in ratings})
    reviewers = sorted({each.reviewer_id for each in ratings})
    design = np.zeros((len(ratings), len(applications) + len(reviewers) - 1))
    for row, each in enumerate(ratings):
        design[row, applications.index(each.application_id)] = 1
        if each.reviewer_id == reviewers[-1]:
            design[row, len(applications) :] = -1
        else:
            design[row, len(applications) + reviewers.index(each.reviewer_id)] = 1
    scores = np.asarray([float(each.value) for each in ratings])
    solution = np.linalg.lstsq(design, scores, rcond=None)[0]
    residuals = scores - design @ solution
    sd = float(np.sqrt(residuals @ residuals / (len(ratings) - design.shape[1])))
    covariance = np.linalg.inv(design.T @ design)
    last = covariance[len(applications) :, len(applications) :].sum()
    names: list[str] = [*applications, *reviewers]
    values = [*solution, -solution[len(applications) :].sum()]
    errors = [sd * root for root in np.sqrt([*np.diag(covariance), last])]
    return dict(zip(names, values, strict=True)), dict(zip(names, errors, strict=True)), sd


def estimates(fit: AdditiveFit) -> dict[str, float]:
    """Values and severities by name."""
    return {each.application_id: each.value for each in fit.values} | {
        each.reviewer_id: each.severity for each in fit.severities if each.severity is not None
    }


def errors(fit: AdditiveFit) -> dict[str, float]:
    """Standard errors by name."""
    found = [(each.application_id, each.standard_error) for each in fit.values]
    return {name: error for name, error in found if error is not None} | {
        each.reviewer_id: each.standard_error for each in fit.severities if each.standard_error is not None
    }


def test_fit_of_the_published_table() -> None:
    ratings = [
        rating(f"p{row}", f"x{column}", value)
        for row, line in enumerate(SHROUT_FLEISS)
        for column, value in enumerate(line)
    ]
    fit = fit_additive(ratings)
    grand = 127 / 24
    assert fit.degrees_of_freedom == 15
    assert fit.residual_sd is not None
    assert round(fit.residual_sd**2, 2) == 1.02
    assert [each.severity for each in fit.severities] == pytest.approx(
        [total / 6 - grand for total in (46, 15, 26, 40)]
    )
    # Balanced: a value is the plain mean of its row, σ² / 4 its variance, σ² (1 − 1/4) / 6 that of a severity.
    assert [each.value for each in fit.values] == pytest.approx([sum(line) / 4 for line in SHROUT_FLEISS])
    assert fit.values[0].standard_error == pytest.approx(fit.residual_sd / 2)
    assert fit.severities[0].standard_error == pytest.approx(fit.residual_sd * np.sqrt(3 / 24))


def test_fit_allows_for_the_severity_of_the_co_reviewers() -> None:
    # y gives 10 more than x, z 10 more than y; nobody judged with both neighbours of his own.
    fit = fit_additive(ratings_of({"p": "x60 y70", "q": "y60 z70", "r": "x50 y60", "s": "y80 z90"}))
    assert [each.severity for each in fit.severities] == pytest.approx([-10, 0, 10])
    assert [each.value for each in fit.values] == pytest.approx([70, 60, 60, 80])
    assert fit.residual_sd == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_fit_equals_the_literal_solution(seed: int) -> None:
    _, ratings = additive_round(seed, applications=40, reviewers=7, each=2)
    values, deviations, sd = literal_fit(ratings)
    fit = fit_additive(ratings)
    assert estimates(fit) == pytest.approx(values, abs=1e-9)
    assert errors(fit) == pytest.approx(deviations, abs=1e-9)
    assert fit.residual_sd == pytest.approx(sd)


def test_fit_does_not_depend_on_the_order_of_ratings() -> None:
    _, ratings = additive_round(1)
    assert fit_additive(shuffled(ratings, 2)) == fit_additive(ratings)


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    shift=st.decimals(-60, 60, places=2),
    reviewer=st.integers(0, 5),
)
def test_constant_shift_of_one_reviewer_changes_no_difference(
    seed: int, shift: Decimal, reviewer: int
) -> None:
    _, ratings = additive_round(seed, applications=25, reviewers=6, each=3)
    changed = f"r{reviewer:04d}"
    moved = [
        replace(each, value=each.value + shift) if each.reviewer_id == changed else each for each in ratings
    ]
    before, after = fit_additive(ratings), fit_additive(moved)
    # All values move by shift / 6, since the severities still sum to zero; nobody gains on anybody.
    apart = [new.value - old.value for new, old in zip(after.values, before.values, strict=True)]
    assert apart == pytest.approx([float(shift) / 6] * 25, abs=1e-9)
    assert after.residual_sd == pytest.approx(before.residual_sd, abs=1e-9)
    assert errors(after) == pytest.approx(errors(before), abs=1e-9)


def test_groups_without_a_link_are_fitted_apart_and_not_comparable() -> None:
    ratings = ratings_of({"p": "x60 y70", "q": "x50 y64", "r": "z80 w82", "s": "w90 z94 v93", "t": "u40"})
    fit = fit_additive(ratings)
    alone = fit_additive(ratings[:4])
    assert (fit.groups, fit.is_comparable, alone.is_comparable) == (3, False, True)
    assert {each.reviewer_id: each.group for each in fit.severities} == {
        "v": 1, "w": 1, "z": 1, "x": 2, "y": 2, "u": 3,
    }  # fmt: skip
    assert [each.value for each in fit.values[:2]] == pytest.approx([each.value for each in alone.values])
    assert {each.application_id: each.group for each in fit.values} == {
        "p": 2,
        "q": 2,
        "r": 1,
        "s": 1,
        "t": 3,
    }
    lonely = next(each for each in fit.severities if each.reviewer_id == "u")
    assert (lonely.severity, lonely.standard_error) == (None, None)


def test_without_degrees_of_freedom_there_are_no_errors() -> None:
    fit = fit_additive(ratings_of({"p": "x60 y70"}))
    assert (fit.degrees_of_freedom, fit.residual_sd) == (0, None)
    assert [each.standard_error for each in fit.values] == [None]


def test_fit_of_nothing_is_empty() -> None:
    assert fit_additive([]) == AdditiveFit((), (), None, 0, 0)


def test_same_reviewer_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        fit_additive(ratings_of({"p": "x60 x61"}))


def test_intervals_of_95_percent_hold_the_truth_in_95_percent() -> None:
    inside_values, inside_severities = [], []
    for seed in range(40):
        truth, ratings = additive_round(seed)
        fit = fit_additive(ratings)
        inside_values += [
            abs(each.value - true) < 1.96 * (each.standard_error or 0)
            for each, true in zip(fit.values, truth.applications, strict=True)
        ]
        inside_severities += [
            abs((each.severity or 0) - true) < 1.96 * (each.standard_error or 0)
            for each, true in zip(fit.severities, truth.reviewers, strict=True)
        ]
    # 6,000 values and 480 severities: three standard errors of a share of 0.95 are 0.01 and 0.03.
    assert np.mean(inside_values) == pytest.approx(0.95, abs=0.01)
    assert np.mean(inside_severities) == pytest.approx(0.95, abs=0.03)
