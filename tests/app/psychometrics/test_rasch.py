"""Rasch measures: a known closed form, stationarity term by term, recovery and coverage in rounds with known truth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import exp, log, sqrt
from random import Random
from statistics import mean

import numpy as np
import pytest

from app.domain.dimensions import DimensionId
from app.psychometrics.rasch import (
    Measure,
    RaschFit,
    RaschState,
    Threshold,
    fit_rasch,
    separation_of,
)
from app.psychometrics.rasch_responses import Facet, build_responses, passed_steps
from app.psychometrics.ratings import DimensionRating
from app.psychometrics.rubric_bands import Floors
from tests.app.psychometrics.simulated_round import (
    LOCATIONS,
    TENS,
    THRESHOLDS,
    band_chances,
    dimension_rating,
    number_name,
    rasch_round,
    shuffled,
)


def floors_for(ratings: list[DimensionRating], floors: Floors = TENS) -> Mapping[DimensionId, Floors]:
    """The same floors for every dimension."""
    return dict.fromkeys((each.dimension_id for each in ratings), floors)


def fit_of(ratings: list[DimensionRating]) -> RaschFit:
    """The fit in bands of ten, which must converge."""
    fit = fit_rasch(ratings, floors_for(ratings))
    assert fit.state is RaschState.CONVERGED
    return fit


def uncorrected(fit: RaschFit, rating: DimensionRating) -> tuple[float, list[float]]:
    """η of a rating and the thresholds, as they were before the correction for bias."""
    logits = (
        fit.applications[rating.application_id].logits
        - fit.reviewers[rating.reviewer_id].logits
        - fit.dimensions[rating.dimension_id].logits
    )
    return logits / fit.bias_factor, [each.logits / fit.bias_factor for each in fit.thresholds]


def chances(location: float, thresholds: list[float]) -> list[float]:
    """The model, term by term."""
    weights = [exp(sum(location - each for each in thresholds[:band])) for band in range(len(thresholds) + 1)]
    return [weight / sum(weights) for weight in weights]


def test_two_dimensions_and_two_bands_give_the_known_closed_form() -> None:
    # Joint estimates of two yes/no items differ by 2 log(n10 / n01), twice the consistent ones (Andersen 1973).
    ratings = [
        dimension_rating(number_name("a", number), "x", dimension, value)
        for number in range(40)
        for dimension, value in (("d", 10 if number < 30 else 0), ("e", 0 if number < 30 else 10))
    ]
    fit = fit_rasch(ratings, floors_for(ratings, TENS[:1]))
    easy, hard = (each.logits / fit.bias_factor for each in fit.dimensions.values())
    assert hard - easy == pytest.approx(2 * log(30 / 10), abs=1e-9)
    assert fit.bias_factor == (80 - 41) / 80


@pytest.mark.parametrize("seed", range(3))
def test_expected_sums_are_the_observed_ones_in_every_facet(seed: int) -> None:
    _, ratings = rasch_round(seed, applications=60, reviewers=8, each=2, spread=0.5)
    fit = fit_of(ratings)
    assert not any(each.is_extreme for each in fit.applications.values())
    gaps: defaultdict[str, float] = defaultdict(float)
    steps = [0.0] * 4
    for each in ratings:
        own = chances(*uncorrected(fit, each))
        band = int(each.value) // 10
        for name in (each.application_id, each.reviewer_id, each.dimension_id):
            gaps[name] += band - sum(place * chance for place, chance in enumerate(own))
        for step in range(4):
            steps[step] += (band > step) - sum(own[step + 1 :])
    assert max(map(abs, [*gaps.values(), *steps])) < 1e-7


def test_errors_are_those_of_the_whole_information_matrix() -> None:
    _, ratings = rasch_round(3, applications=25, reviewers=5, each=3)
    fit = fit_of(ratings)
    names: list[str] = [*fit.applications, *fit.reviewers, *fit.dimensions, *"1234"]
    information = np.zeros((len(names), len(names)))
    for each in ratings:
        own = np.asarray(chances(*uncorrected(fit, each)))
        # The score of each parameter in each band: the derivative of the exponent.
        scores = np.zeros((len(names), 5))
        scores[names.index(each.application_id)] = np.arange(5)
        scores[names.index(each.reviewer_id)] = scores[names.index(each.dimension_id)] = -np.arange(5)
        scores[-4:] = [[-(band > step) for band in range(5)] for step in range(4)]
        information += (scores * own) @ scores.T - np.outer(scores @ own, scores @ own)
    # Sums to zero: parameters as a sum of directions that keep them.
    keep = np.eye(len(names))
    for block in (fit.reviewers, fit.dimensions, "1234"):
        places = [names.index(name) for name in block]
        keep[np.ix_(places, places)] -= 1 / len(places)
    basis = np.linalg.svd(keep)[0][:, : len(names) - 3]
    covariance = basis @ np.linalg.inv(basis.T @ information @ basis) @ basis.T
    expected = np.sqrt(fit.bias_factor * np.diag(covariance))
    measures: list[Measure | Threshold] = [
        *fit.applications.values(),
        *fit.reviewers.values(),
        *fit.dimensions.values(),
    ]
    found = [each.standard_error for each in (*measures, *fit.thresholds)]
    assert found == pytest.approx(expected.tolist(), rel=1e-6)


def test_truth_is_recovered_and_covered() -> None:
    slopes, inside, fair_inside = [], [], []
    for seed in range(12):
        truth, ratings = rasch_round(seed)
        fit = fit_of(ratings)
        reviewers = np.asarray([each.logits for each in fit.reviewers.values()])
        applications = np.asarray([each.logits for each in fit.applications.values()])
        thresholds = np.asarray([each.logits for each in fit.thresholds])
        slopes.append(
            [
                reviewers @ truth.reviewers / (truth.reviewers @ truth.reviewers),
                np.polyfit(truth.applications, applications, 1)[0],
                thresholds @ THRESHOLDS / (THRESHOLDS @ THRESHOLDS),
            ]
        )
        assert np.corrcoef(applications, truth.applications)[0, 1] > 0.9
        pairs = zip(fit.reviewers.values(), truth.reviewers, strict=True)
        inside += [abs(each.logits - true) < 1.96 * each.standard_error for each, true in pairs]
        for fair, location in zip(fit.fair_scores.values(), truth.applications, strict=True):
            true = sum(
                10 * band * chance for band, chance in enumerate(band_chances(location - LOCATIONS[1]))
            )
            own = fair[DimensionId(number_name("d", 1))]
            fair_inside.append(abs(own.value - true) < 1.96 * own.standard_error)
    # Uncorrected, all three would be about 1.10.
    assert np.mean(slopes, axis=0).tolist() == pytest.approx([1, 1, 1], abs=0.03)
    # 240 reviewers, 3,600 fair scores.
    assert np.mean(inside) == pytest.approx(0.95, abs=0.04)
    assert np.mean(fair_inside) == pytest.approx(0.95, abs=0.02)


def test_fit_does_not_depend_on_the_order_of_ratings() -> None:
    _, ratings = rasch_round(4, applications=50, reviewers=6)
    assert fit_of(shuffled(ratings, 1)) == fit_of(ratings)


def test_perfect_and_empty_scores_get_finite_measures_at_the_ends() -> None:
    _, ratings = rasch_round(5, applications=60, reviewers=8)
    best = [dimension_rating("best", f"r000{r}", f"d000{d}", 40) for r in range(3) for d in range(4)]
    worst = [dimension_rating("worst", f"r000{r}", f"d000{d}", 0) for r in range(3) for d in range(4)]
    fit = fit_of([*ratings, *best, *worst])
    extreme = {name for name, each in fit.applications.items() if each.is_extreme}
    assert {"best", "worst"} <= extreme
    ordered = sorted(fit.applications, key=lambda name: fit.applications[name].logits)
    assert (ordered[0], ordered[-1]) == ("worst", "best")
    assert fit.applications[ordered[-1]].misfit is None
    # 0.3 points off the sum of 48: the expected sum of the measure, with these reviewers.
    total = sum(
        sum(place * chance for place, chance in enumerate(chances(*uncorrected(fit, each)))) for each in best
    )
    assert total == pytest.approx(48 - 0.3, abs=1e-6)


def test_reviewer_with_nothing_but_the_best_band_is_drawn_in() -> None:
    _, ratings = rasch_round(6, applications=40, reviewers=6)
    generous = [
        dimension_rating(number_name("a", number), "z", f"d000{dimension}", 40)
        for number in range(10)
        for dimension in range(4)
    ]
    fit = fit_of([*ratings, *generous])
    measure = fit.reviewers[max(fit.reviewers)]
    assert (measure.is_extreme, measure.misfit) == (True, None)
    assert measure.logits == min(each.logits for each in fit.reviewers.values())


def test_an_extreme_score_is_drawn_in_once() -> None:
    # z judged nothing but the best application: both are extreme, and 0.3 points are taken once.
    ratings = [dimension_rating("best", "z", name, 40) for name in "de"]
    ratings += [dimension_rating("p", "x", "d", 10), dimension_rating("p", "x", "e", 40)]
    passed = passed_steps(build_responses(ratings, floors_for(ratings)))
    assert passed.sum(axis=0).tolist() == pytest.approx([0.85, 0.85, 0, 1])


def test_bands_that_nobody_used_are_left_out() -> None:
    _, ratings = rasch_round(7, applications=60, reviewers=6)
    fit = fit_of([each for each in ratings if each.value != 20])
    assert [(each.low_band, each.high_band) for each in fit.thresholds] == [(0, 1), (1, 3), (3, 4)]


def test_unlinked_reviewers_have_no_common_scale() -> None:
    _, left = rasch_round(8, applications=20, reviewers=4)
    right = [
        dimension_rating(f"b{each.application_id}", f"s{each.reviewer_id}", each.dimension_id, each.value)
        for each in left
    ]
    fit = fit_rasch([*left, *right], floors_for(left))
    assert (fit.state, fit.subsets, fit.applications) == (RaschState.NOT_CONNECTED, 2, {})


def test_reviewers_nested_in_dimensions_are_not_connected_either() -> None:
    # All applications are shared, but x and y judge one dimension and z and w the other: severity or difficulty?
    random = Random(1)
    ratings = [
        dimension_rating(number_name("a", number), reviewer, dimension, random.choice((0, 10, 20, 30, 40)))
        for number in range(30)
        for reviewer, dimension in (("x", "d"), ("y", "d"), ("z", "e"), ("w", "e"))
    ]
    assert fit_rasch(ratings, floors_for(ratings)).state is RaschState.NOT_CONNECTED
    linked = [*ratings, dimension_rating("a0000", "x", "e", 20)]
    assert fit_rasch(linked, floors_for(ratings)).state is RaschState.CONVERGED


def test_reviewers_who_are_always_apart_do_not_converge() -> None:
    # On what they share, z and w are always one band above x and y, who differ elsewhere: infinitely lenient.
    ratings = [
        dimension_rating(number_name("a", number), reviewer, "d", value)
        for number in range(12)
        for reviewer, value in (("x", 0), ("z", 10))
    ]
    ratings += [
        dimension_rating(number_name("b", number), reviewer, "d", value)
        for number in range(12)
        for reviewer, value in (("x", 10 * (number % 2)), ("y", 10 * (1 - number % 2)))
    ]
    ratings += [
        dimension_rating(number_name("c", number), reviewer, "d", value)
        for number in range(12)
        for reviewer, value in (("z", 10 * (number % 2)), ("w", 10 * (1 - number % 2)))
    ]
    fit = fit_rasch(ratings, floors_for(ratings, TENS[:1]))
    assert (fit.state, fit.applications) == (RaschState.NOT_CONVERGED, {})


def test_one_band_or_too_few_responses_give_no_measures() -> None:
    same = [dimension_rating("p", "x", "d", 20), dimension_rating("q", "x", "d", 20)]
    assert fit_rasch(same, floors_for(same)).state is RaschState.NO_VARIATION
    two = [dimension_rating("p", "x", "d", 20), dimension_rating("q", "x", "d", 30)]
    assert fit_rasch(two, floors_for(two)).state is RaschState.TOO_FEW
    assert fit_rasch([], {}).state is RaschState.NO_VARIATION


def test_unequal_numbers_of_bands_and_double_ratings_are_refused() -> None:
    rows = [dimension_rating("p", "x", "d", 20), dimension_rating("p", "x", "e", 20)]
    with pytest.raises(ValueError, match="equally many bands"):
        fit_rasch(rows, {DimensionId("d"): TENS, DimensionId("e"): TENS[:2]})
    with pytest.raises(ValueError, match="twice"):
        fit_rasch([rows[0], rows[0]], floors_for(rows))


def test_mean_squares_are_those_of_the_formula() -> None:
    _, ratings = rasch_round(9, applications=40, reviewers=5)
    fit = fit_of(ratings)
    normal = {name for name, each in fit.applications.items() if not each.is_extreme}
    name = min(fit.reviewers)
    squared, variances, fourths = [], [], []
    for each in ratings:
        if each.reviewer_id == name and each.application_id in normal:
            own = chances(*uncorrected(fit, each))
            expected = sum(place * chance for place, chance in enumerate(own))
            squared.append((int(each.value) // 10 - expected) ** 2)
            variances.append(sum((place - expected) ** 2 * chance for place, chance in enumerate(own)))
            fourths.append(sum((place - expected) ** 4 * chance for place, chance in enumerate(own)))
    misfit = fit.reviewers[name].misfit
    assert misfit is not None
    outfit = mean(square / variance for square, variance in zip(squared, variances, strict=True))
    infit = sum(squared) / sum(variances)
    ratios = [fourth / variance**2 - 1 for fourth, variance in zip(fourths, variances, strict=True)]
    q_out = sqrt(sum(ratios)) / len(ratios)
    q_in = sqrt(sum(f - v**2 for f, v in zip(fourths, variances, strict=True))) / sum(variances)
    assert misfit.outfit.mean_square == pytest.approx(outfit)
    assert misfit.infit.mean_square == pytest.approx(infit)
    assert misfit.outfit.z == pytest.approx((outfit ** (1 / 3) - 1) * 3 / q_out + q_out / 3)
    assert misfit.infit.z == pytest.approx((infit ** (1 / 3) - 1) * 3 / q_in + q_in / 3)


def test_reviewer_who_throws_dice_stands_out() -> None:
    _, ratings = rasch_round(10, applications=200, reviewers=10)
    random = Random(3)
    changed = [
        dimension_rating(
            each.application_id,
            each.reviewer_id,
            each.dimension_id,
            random.choice((0, 10, 20, 30, 40)) if each.reviewer_id == "r0004" else each.value,
        )
        for each in ratings
    ]
    found = {name: each.misfit for name, each in fit_of(changed).reviewers.items()}
    noisy = {
        name for name, each in found.items() if each and each.infit.mean_square > 1.4 and each.infit.z > 3
    }
    assert noisy == {"r0004"}


def test_separation_by_hand() -> None:
    measures = [Measure(10, logits, 0.5, None, False) for logits in (-1.0, 0.0, 1.0)]
    found = separation_of(measures)
    # Variance 1, mean square error 1/4: true variance 3/4.
    assert found is not None
    assert (found.sd, found.root_mean_square_error) == (1.0, 0.5)
    assert found.reliability == pytest.approx(0.75)
    assert found.separation == pytest.approx(sqrt(3))
    assert separation_of(measures[:1]) is None
    assert separation_of([measures[0], measures[0]]) is None


def test_reviewers_of_one_severity_are_not_separated() -> None:
    _, ratings = rasch_round(11, reviewers=20)
    random = Random(5)
    anyone: defaultdict[str, list[int]] = defaultdict(lambda: random.sample(range(20), 3))
    dealt = [
        dimension_rating(
            each.application_id,
            number_name("s", anyone[each.application_id][place // 4 % 3]),
            each.dimension_id,
            each.value,
        )
        for place, each in enumerate(ratings)
    ]
    # Severity scattered at random over reviewers is noise: little is left to separate.
    found, before = fit_of(dealt).separations[Facet.REVIEWER], fit_of(ratings).separations[Facet.REVIEWER]
    assert found is not None
    assert before is not None
    assert found.reliability < 0.6 < 0.9 < before.reliability


def test_fair_scores_rise_with_the_measure_and_stay_on_the_scale() -> None:
    _, ratings = rasch_round(12, applications=80, reviewers=8)
    fit = fit_of(ratings)
    ordered = sorted(fit.applications, key=lambda name: fit.applications[name].logits)
    for dimension_id in fit.dimensions:
        values = [round(fit.fair_scores[name][dimension_id].value, 9) for name in ordered]
        assert values == sorted(values)
        assert 0 <= values[0] < values[-1] <= 40
    assert all(fair.standard_error > 0 for each in fit.fair_scores.values() for fair in each.values())
