"""Drift against a line fitted by SciPy, and against drifts that were planted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.drift import (
    Drift,
    drifts,
    positions_in_days,
    positions_in_order,
    positions_in_queue,
)
from app.psychometrics.ratings import Rating
from app.psychometrics.scored_reviews import ScoredReview
from tests.app.psychometrics.handmade import rating, ratings_of, rounds

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def review(
    application: str, hours: int | None = None, place: int | None = None, reviewer: str = "x"
) -> ScoredReview:
    """A review without scores."""
    saved_at = None if hours is None else START + timedelta(hours=hours)
    return ScoredReview(ApplicationId(application), PersonId(reviewer), {}, saved_at, place)


def pair(application: str, reviewer: str) -> tuple[ApplicationId, PersonId]:
    """A pair of ids."""
    return ApplicationId(application), PersonId(reviewer)


def test_drift_is_the_line_through_own_score_minus_co_reviewers() -> None:
    ratings = ratings_of([[60, 66, 60], [70, 75, 73], [80, 81, None], [75, 79, 66], [90, None, None]])
    positions = {pair(f"p{at:03}", "x00"): float(place) for at, place in enumerate((3, 1, 4, 2, 5))}
    x, y, z = drifts(ratings, positions)
    residuals = [60 - 63, 70 - 74, 80 - 81, 75 - 72.5]
    line = stats.linregress([3, 1, 4, 2], residuals)
    assert x.reviews == 4
    assert (x.slope, x.standard_error, x.p_value) == pytest.approx((line.slope, line.stderr, line.pvalue))
    assert (x.span, x.change, x.p_adjusted) == pytest.approx((3.0, 3 * line.slope, x.p_value))
    assert (y, z) == (Drift(PersonId("x01"), 0), Drift(PersonId("x02"), 0))


def test_drift_over_too_short_a_span_has_no_line_and_corrects_nobody_else() -> None:
    ratings = ratings_of([[60, 66], [70, 75], [80, 81], [75, 79]])
    days = {pair(f"p{at:03}", "x00"): at / 100 for at in range(4)}
    days |= {pair(f"p{at:03}", "x01"): float(at) for at in range(4)}
    short, long = drifts(ratings, days, least_span=1.0)
    assert short == Drift(PersonId("x00"), 4)
    assert (long.span, long.p_adjusted) == (3.0, long.p_value)


def test_drift_against_estimates_needs_no_co_reviewer() -> None:
    ratings = [rating(f"p{at}", "x", str(70 + at * at)) for at in range(4)]
    positions = {pair(f"p{at}", "x"): float(at) for at in range(4)}
    estimates = {ApplicationId(f"p{at}"): 70.0 for at in range(3)}
    (found,) = drifts(ratings, positions, estimates=estimates)
    assert (found.reviews, found.slope) == pytest.approx((3, 2.0))
    assert drifts(ratings, positions) == (Drift(PersonId("x"), 0),)


def test_planted_drift_is_found_and_corrected_for_many_reviewers() -> None:
    random = np.random.default_rng(4)
    reviewers, ratings = [f"x{at}" for at in range(8)], []
    positions = {}
    read = dict.fromkeys(reviewers, 0)
    for application in range(240):
        worth = 70 + 8 * random.normal()
        for at in random.choice(8, 3, replace=False):
            name = reviewers[at]
            read[name] += 1
            fatigue = -0.15 * read[name] if name == "x3" else 0.0
            value = worth + fatigue + 3 * random.normal()
            ratings.append(rating(f"p{application:03}", name, f"{value:.2f}"))
            positions[pair(f"p{application:03}", name)] = float(read[name])
    found = {line.reviewer_id: line for line in drifts(ratings, positions)}
    planted = found[PersonId("x3")]
    assert planted.slope == pytest.approx(-0.15, abs=3 * (planted.standard_error or 0))
    assert [name for name, line in found.items() if (line.p_adjusted or 1) < 0.01] == ["x3"]
    p_values = [line.p_value or 0 for line in found.values()]
    assert [line.p_adjusted for line in found.values()] == list(stats.false_discovery_control(p_values))


def test_drift_of_too_little_is_unknown() -> None:
    two = ratings_of([[60, 66], [70, 75]])
    assert drifts(two, {pair("p000", "x00"): 1.0, pair("p001", "x00"): 2.0})[0] == Drift(PersonId("x00"), 2)
    three = ratings_of([[60, 66], [70, 75], [71, 75]])
    still = {pair(f"p{at:03}", "x00"): 1.0 for at in range(3)}
    assert drifts(three, still)[0] == Drift(PersonId("x00"), 3)
    assert drifts([], {}) == ()


def test_a_perfect_line_has_no_p_value() -> None:
    ratings = ratings_of([[60, 60], [71, 70], [82, 80], [93, 90]])
    found = drifts(ratings, {pair(f"p{at:03}", "x00"): float(at) for at in range(4)})[0]
    assert (found.slope, found.p_value, found.p_adjusted) == pytest.approx((1.0, None, None))


def test_positions_by_order_day_and_queue() -> None:
    reviews = [
        review("p", 30, 2),
        review("q", 6, 9),
        review("r", None, 1),
        review("p", 0, None, reviewer="y"),
    ]
    assert positions_in_order(reviews) == {pair("q", "x"): 1.0, pair("p", "x"): 2.0, pair("p", "y"): 1.0}
    assert positions_in_days(reviews) == {pair("q", "x"): 0.25, pair("p", "x"): 1.25, pair("p", "y"): 0.0}
    assert positions_in_queue(reviews) == {pair("p", "x"): 2.0, pair("q", "x"): 9.0, pair("r", "x"): 1.0}


@settings(max_examples=50, deadline=None)
@given(rounds(), st.randoms(use_true_random=False), st.integers(-50, 50))
def test_neither_the_order_nor_a_shift_matters(ratings: list[Rating], random: Random, shift: int) -> None:
    positions = {
        (each.application_id, each.reviewer_id): float(int(each.application_id[1:])) for each in ratings
    }
    found = drifts(ratings, positions)
    assert drifts(random.sample(ratings, len(ratings)), positions) == found
    moved = drifts(
        [Rating(each.application_id, each.reviewer_id, each.value + Decimal(shift)) for each in ratings],
        positions,
    )
    assert [line.slope for line in moved] == [
        None if line.slope is None else pytest.approx(line.slope, abs=1e-9) for line in found
    ]
