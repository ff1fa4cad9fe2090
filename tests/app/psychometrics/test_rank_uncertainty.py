"""Uncertain ranks: the list's own rules, resampling against literal draws and known variances, the borderline."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.dimensions import DimensionId
from app.domain.plan import RankingRules
from app.domain.ranking import rank
from app.psychometrics.rank_resampling import (
    ReviewBlock,
    ReviewNoise,
    drawn_shifts,
    drawn_weights,
    list_keys,
    noisy_means,
    pooled_noise,
    shared_ranks,
)
from app.psychometrics.rank_uncertainty import (
    RankUncertainty,
    ResampledUnit,
    Resampling,
    rank_uncertainty,
)
from app.psychometrics.ratings import DimensionRating
from tests.app.domain.rounds import dimension, entry, plan_of, review
from tests.app.psychometrics.simulated_round import dimension_rating, shuffled

A, B = DimensionId("a"), DimensionId("b")
HALVES = {A: Decimal(50), B: Decimal(50)}

Round = dict[str, dict[str, tuple[int, int]]]


def ratings_in(scores: Round) -> list[DimensionRating]:
    """Ratings in the dimensions a and b, by application and reviewer."""
    return [
        dimension_rating(key, who, name, value)
        for key, reviews in scores.items()
        for who, pair in reviews.items()
        for name, value in zip("ab", pair, strict=True)
    ]


def random_round(seed: int, *, applications: int = 30, reviewers: int = 8, each: int = 3) -> Round:
    """A round of noisy reviewers."""
    random = Random(seed)
    found: Round = {}
    for number in range(applications):
        level = random.gauss(75, 6)
        found[f"p{number:02d}"] = {
            f"r{who}": (_near(random, level), _near(random, level))
            for who in random.sample(range(reviewers), each)
        }
    return found


def _near(random: Random, level: float) -> int:
    return min(100, max(0, round(random.gauss(level, 5))))


def ranks(found: RankUncertainty) -> dict[str, int]:
    """Rank by application."""
    return {each.application_id: each.rank for each in found.intervals}


@settings(max_examples=60, deadline=None)
@given(
    scores=st.dictionaries(
        st.sampled_from("pqrstuvw"),
        st.dictionaries(
            st.sampled_from("xyz"), st.tuples(st.integers(70, 73), st.integers(70, 73)), min_size=1
        ),
        min_size=1,
    ),
    weight=st.integers(0, 100),
    tie_breaks=st.sampled_from([(), ("a",), ("b", "a")]),
)
def test_ranks_are_those_of_the_list(scores: Round, weight: int, tie_breaks: tuple[str, ...]) -> None:
    weights = {A: Decimal(weight), B: Decimal(100 - weight)}
    plan = plan_of(
        *(dimension(name, str(share)) for name, share in weights.items()),
        rules=RankingRules(tie_breaks=tie_breaks),
    )
    reviews = [
        review(key, who, [str(value) for value in pair])
        for key, rated in scores.items()
        for who, pair in rated.items()
    ]
    ranked = rank(plan, [entry(key) for key in scores], reviews)
    resampling = Resampling(weights, 1, tie_breaks=tuple(map(DimensionId, tie_breaks)), resamples=1)
    found = rank_uncertainty(ratings_in(scores), resampling)
    assert ranks(found) == {row.application_id: row.rank for row in ranked.rows}


def test_shared_ranks_leave_gaps() -> None:
    keys = np.asarray([[5, 9, 5, 1], [3, 3, 3, 3]])
    assert shared_ranks(keys).tolist() == [[2, 1, 2, 4], [1, 1, 1, 1]]


def test_keys_round_half_up_as_the_list_does() -> None:
    # 1.005 × 100 is a little below 100.5 in floats.
    means = np.asarray([[[70.0033], [70.0067], [70.0050], [70.0049], [1.005], [1.0049]]])
    assert list_keys(means, np.asarray([[100.0]]), []).tolist() == [[7000, 7001, 7001, 7000, 101, 100]]


def test_a_tie_break_never_outweighs_the_total() -> None:
    means = np.asarray([[[70.00, 100], [70.01, 0], [70.00, 0]]])
    assert shared_ranks(list_keys(means, np.asarray([[100.0, 0]]), [1])).tolist() == [[2, 1, 3]]


def test_keys_of_many_tie_breaks_still_compare_as_the_list() -> None:
    rng = np.random.default_rng(1)
    means = rng.integers(0, 10001, (3, 40, 6)) / 100
    means[:, 20:] = means[:, :20]
    means[:, 30:, 5] += 0.01
    means[:, :, 0] = means[:, :1, 0]
    weights = np.tile([100.0, 0, 0, 0, 0, 0], (3, 1))
    found = shared_ranks(list_keys(means, weights, [1, 2, 3, 4, 5]))
    for row, ranked in zip(means, found, strict=True):
        keys = [tuple(np.round(line[[0, 1, 2, 3, 4, 5]] * 100).astype(int)) for line in row]
        assert ranked.tolist() == [1 + sum(other > key for other in keys) for key in keys]


@pytest.mark.parametrize("number", [2, 3, 5])
def test_noisy_means_vary_as_the_mean_of_reviews_does(number: int) -> None:
    scores = np.random.default_rng(number).normal(70, 5, (200, number, 2))
    block = ReviewBlock(np.arange(200), np.zeros((200, number), np.intp), scores)
    noise = pooled_noise([block])
    means = noisy_means(block, noise, np.zeros((2000, 1, 2)), np.random.default_rng(7))
    # The variance within applications, pooled and unbiased, over the number of reviews.
    known = scores.var(axis=1, ddof=1).mean(axis=0) / number
    assert means.var(axis=0).mean(axis=0) == pytest.approx(known, rel=0.03)
    assert means.mean(axis=0) - block.means == pytest.approx(np.zeros((200, 2)), abs=0.5)


def test_noise_keeps_the_dimensions_of_a_review_together() -> None:
    scores = np.repeat(np.random.default_rng(1).normal(70, 5, (50, 3, 1)), 2, axis=2)
    block = ReviewBlock(np.arange(50), np.zeros((50, 3), np.intp), scores)
    means = noisy_means(block, pooled_noise([block]), np.zeros((50, 1, 2)), np.random.default_rng(2))
    assert means[:, :, 0].tolist() == means[:, :, 1].tolist()


def test_drawn_shifts_are_one_a_reviewer() -> None:
    noise = ReviewNoise(np.zeros((0, 1)), np.asarray([[-5.0], [0.0], [5.0]]))
    shifts = drawn_shifts(noise, 2, resamples=3000, rng=np.random.default_rng(1))
    block = ReviewBlock(np.arange(2), np.asarray([[0, 1], [1, 1]]), np.full((2, 2, 1), 70.0))
    means = noisy_means(block, noise, shifts, np.random.default_rng(2))
    assert means[:, 0, 0].tolist() == (70 + (shifts[:, 0, 0] + shifts[:, 1, 0]) / 2).tolist()
    assert means[:, 1, 0].tolist() == (70 + shifts[:, 1, 0]).tolist()
    assert {float(each) for each in np.unique(shifts)} == {-5.0, 0.0, 5.0}
    assert shifts.var() == pytest.approx(50 / 3, rel=0.05)


def test_chances_agree_with_a_plain_loop() -> None:
    scores = random_round(2, applications=12)
    found = rank_uncertainty(ratings_in(scores), Resampling(HALVES, quota=4, resamples=4000))
    totals = {key: [(a + b) / 2 for a, b in reviews.values()] for key, reviews in scores.items()}
    residuals = [(total - sum(own) / 3) * 1.5**0.5 for own in totals.values() for total in own]
    random, within, loops = Random(1), Counter[str](), 4000
    for _ in range(loops):
        drawn = {
            key: round(sum(own) / 3 + sum(random.choices(residuals, k=3)) / 3, 2)
            for key, own in totals.items()
        }
        for key, total in drawn.items():
            within[key] += 1 + sum(other > total for other in drawn.values()) <= 4
    apart = [abs(each.chance - within[each.application_id] / loops) for each in found.intervals]
    assert max(apart) < 0.04


def test_applications_of_the_same_reviewers_move_together_when_reviewers_are_drawn() -> None:
    # Reviewers differ by severity alone, and all four applications have the same two: nobody can gain on anybody.
    scores: Round = {
        f"p{number}": {"strict": (60 + number, 60 + number), "kind": (80 + number, 80 + number)}
        for number in range(4)
    }
    whole = Resampling(HALVES, quota=1, unit=ResampledUnit.REVIEWERS)
    together = rank_uncertainty(ratings_in(scores), whole)
    apart = rank_uncertainty(ratings_in(scores), replace(whole, unit=ResampledUnit.REVIEWS))
    assert [(each.low, each.high) for each in together.intervals] == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert [each.low for each in apart.intervals] == [1, 1, 1, 1]
    # A third reviewer, linked, in the place of one: that application moves against the others.
    scores["p3"] = {"strict": (63, 63), "middle": (73, 73)}
    scores["q"] = {"middle": (40, 40), "kind": (50, 50)}
    moved = rank_uncertainty(ratings_in(scores), whole)
    assert max(each.high - each.low for each in moved.intervals) >= 2


def test_borderline_is_ordered_by_closeness_to_even_chances() -> None:
    found = rank_uncertainty(ratings_in(random_round(5)), Resampling(HALVES, quota=10))
    chances = {each.application_id: each.chance for each in found.intervals}
    assert len(found.borderline) > 3
    assert set(found.borderline) == {key for key, chance in chances.items() if 0.05 < chance < 0.95}
    distances = [abs(chances[key] - 0.5) for key in found.borderline]
    assert distances == sorted(distances)
    assert all(each.low <= each.high for each in found.intervals)


def test_agreeing_reviewers_leave_no_doubt() -> None:
    scores: Round = {f"p{number}": dict.fromkeys("xyz", (90 - number, 80)) for number in range(10)}
    found = rank_uncertainty(ratings_in(scores), Resampling(HALVES, quota=3))
    assert [(each.rank, each.low, each.high) for each in found.intervals] == [(n, n, n) for n in range(1, 11)]
    assert [each.chance for each in found.intervals] == [1.0] * 3 + [0.0] * 7
    assert found.borderline == ()


def test_ties_at_the_quota_are_all_within_it() -> None:
    scores: Round = {"p": {"x": (90, 90)}, "q": {"x": (80, 80)}, "r": {"x": (80, 80)}, "s": {"x": (70, 70)}}
    found = rank_uncertainty(ratings_in(scores), Resampling(HALVES, quota=2))
    assert [(each.rank, each.chance) for each in found.intervals] == [(1, 1.0), (2, 1.0), (2, 1.0), (4, 0.0)]
    # One review each: nothing is known of the noise, and the answer says so.
    assert not found.has_noise


def test_weights_alone_decide_between_opposite_profiles() -> None:
    scores: Round = {"p": {"x": (90, 70)}, "q": {"x": (70, 90)}, "r": {"x": (60, 60)}}
    still = Resampling(HALVES, quota=1, unit=ResampledUnit.NOTHING)
    assert [each.chance for each in rank_uncertainty(ratings_in(scores), still).intervals] == [1.0, 1.0, 0.0]
    moved = rank_uncertainty(ratings_in(scores), replace(still, weight_bound=Decimal(5)))
    assert [each.chance for each in moved.intervals] == pytest.approx([0.5, 0.5, 0], abs=0.06)
    assert set(moved.borderline) == {"p", "q"}


def test_drawn_weights_stay_near_their_bounds_and_keep_their_sum() -> None:
    drawn = drawn_weights(np.asarray([60.0, 38, 2]), 5, resamples=5000, rng=np.random.default_rng(1))
    assert drawn.sum(axis=1).tolist() == pytest.approx([100.0] * 5000)
    assert (drawn >= 0).all()
    assert np.abs(drawn - [60, 38, 2]).max() < 5 * 1.2 + 8
    assert drawn.mean(axis=0).tolist() == pytest.approx([60, 38, 2], abs=1.2)
    fixed = drawn_weights(np.asarray([60.0, 40]), 0, resamples=2, rng=np.random.default_rng(1))
    assert fixed.tolist() == [[60, 40], [60, 40]]


@pytest.mark.parametrize("unit", ResampledUnit)
def test_same_seed_same_answer_in_any_order(unit: ResampledUnit) -> None:
    ratings = ratings_in(random_round(3))
    resampling = Resampling(HALVES, quota=5, unit=unit, weight_bound=Decimal(3), resamples=250)
    found = rank_uncertainty(ratings, resampling)
    assert rank_uncertainty(shuffled(ratings, 1), resampling) == found
    if unit is ResampledUnit.NOTHING:
        return
    other = rank_uncertainty(ratings, replace(resampling, seed=1))
    assert [each.chance for each in other.intervals] != [each.chance for each in found.intervals]


def test_unfinished_reviews_do_not_count() -> None:
    ratings = ratings_in({"p": {"x": (90, 70), "y": (80, 80)}, "q": {"x": (60, 70)}})
    ratings += [dimension_rating("q", "y", "a", 99), dimension_rating("r", "y", "a", 99)]
    found = rank_uncertainty(ratings, Resampling(HALVES, quota=1))
    assert [(each.application_id, each.reviews) for each in found.intervals] == [("p", 2), ("q", 1)]


def test_nothing_reviewed_gives_no_interval() -> None:
    resampling = Resampling(HALVES, quota=1)
    assert rank_uncertainty([], resampling) == RankUncertainty((), (), resampling, has_noise=False)


def test_double_ratings_are_refused() -> None:
    ratings = ratings_in({"p": {"x": (90, 70)}})
    with pytest.raises(ValueError, match="twice"):
        rank_uncertainty([*ratings, ratings[0]], Resampling(HALVES, quota=1))


@pytest.mark.parametrize("each", [2, 3])
@pytest.mark.parametrize("severity", [0, 4])
@pytest.mark.parametrize("unit", [ResampledUnit.REVIEWS, ResampledUnit.REVIEWERS])
def test_intervals_of_ninety_percent_hold_the_true_rank_about_that_often(
    unit: ResampledUnit, severity: float, each: int
) -> None:
    inside = []
    for seed in range(12):
        random = Random(seed)
        levels = {f"p{number:02d}": random.gauss(75, 6) for number in range(60)}
        shifts = [random.gauss(0, severity) for _ in range(12)]
        scores: Round = {
            key: {
                f"r{who:02d}": (_near(random, level + shifts[who]), _near(random, level + shifts[who]))
                for who in random.sample(range(12), each)
            }
            for key, level in levels.items()
        }
        found = rank_uncertainty(ratings_in(scores), Resampling(HALVES, quota=10, unit=unit, resamples=300))
        true = {key: 1 + sum(other > level for other in levels.values()) for key, level in levels.items()}
        inside += [row.low <= true[row.application_id] <= row.high for row in found.intervals]
    # 720 applications, those of a round not independent of each other.
    assert np.mean(inside) == pytest.approx(0.9, abs=0.04)
