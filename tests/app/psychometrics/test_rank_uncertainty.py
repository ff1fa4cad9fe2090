"""Uncertain ranks: the list's own rules, resampling against literal draws and known variances, the borderline."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from random import Random

import numpy as np
import pytest

from app.domain.identity_list import IdentityList
from app.domain.plan import MissingScorePolicy, RankingRules
from app.domain.ranked_row import Outcome, RoundFacts
from app.domain.ranking import rank
from app.domain.scoring_method import ScoreAdjustment, ScoringMethod
from app.domain.total_component import ComponentId, TotalComponent
from app.psychometrics.judged_round import JudgedRound
from app.psychometrics.rank_resampling import (
    ReviewBlock,
    ReviewNoise,
    drawn_shifts,
    drawn_weights,
    hundredths,
    list_keys,
    noisy_means,
    pooled_noise,
)
from app.psychometrics.rank_uncertainty import (
    ListChance,
    RankUncertainty,
    ResampledUnit,
    Resampling,
    rank_uncertainty,
)
from tests.app.domain.rounds import dimension, entry, plan_of, review

Round = dict[str, dict[str, tuple[int, int]]]


def judged(
    scores: Round,
    quota: int | None = 1,
    *,
    rules: RankingRules | None = None,
    facts: RoundFacts | None = None,
) -> JudgedRound:
    """A round of two dimensions of equal weight, one list for everyone unless the rules have lists."""
    rules = rules or RankingRules()
    if not rules.identity_lists:
        rules = replace(rules, identity_lists=(IdentityList("all", "", quota=quota),))
    plan, facts = plan_of(dimension("a", "50"), dimension("b", "50"), rules=rules), facts or RoundFacts()
    reviews = [
        review(key, who, [str(value) for value in pair])
        for key, rated in scores.items()
        for who, pair in rated.items()
    ]
    return JudgedRound(plan, rank(plan, [entry(key) for key in scores], reviews, facts), reviews, facts)


def in_list(found: RankUncertainty, list_id: str = "all") -> dict[str, ListChance]:
    """What is known in one list, by application."""
    return {
        each.application_id: chance
        for each in found.applications
        if (chance := each.in_list(list_id)) is not None
    }


def chances_of(found: RankUncertainty) -> list[float | None]:
    """The chances of a place, in the order of the list."""
    return [each.chance for each in found.applications]


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


def test_values_are_rounded_half_up_after_the_change_and_are_the_lists_own_without_one() -> None:
    settled = np.asarray([7000, 7001, 101, 7000, 7000])
    # 1.005 × 100 is a little below 100.5 in floats; the fourth was cut off below a half by the last bit of one.
    rests = np.asarray([70.0033, 70.0067, 1.005, 70.005 - 1e-12, 69.995]) * 100 - settled
    still = np.zeros((1, 5))
    assert hundredths(settled, rests, still).tolist() == [settled.tolist()]
    moved = hundredths(settled, rests, np.asarray([[0.0017, -0.0017, 0, 0.01, -0.005]]))
    assert moved.tolist() == [[7001, 7001, 101, 7001, 6999]]


def test_a_tie_break_never_outweighs_the_total() -> None:
    keys = list_keys([np.asarray([[7000, 7001, 7000]]), np.asarray([[10000, 0, 0]])])[0]
    assert keys[1] > keys[0] > keys[2]


def test_keys_of_many_tie_breaks_still_compare_as_the_list() -> None:
    rng = np.random.default_rng(1)
    merit = [rng.integers(0, 3, (3, 40)) * 2500 for _ in range(6)]
    fixed = rng.integers(0, 3, 40)
    keys = list_keys([*merit, fixed])
    for at in range(3):
        told = [tuple(part[at, place] for part in merit) + (fixed[place],) for place in range(40)]
        for one in range(40):
            for other in range(40):
                assert (keys[at, one] > keys[at, other]) == (told[one] > told[other])


def test_a_review_with_a_dimension_left_out_moves_only_what_it_scored() -> None:
    scores = np.asarray([[[80.0, 60.0], [90.0, np.nan]]])
    block = ReviewBlock(np.arange(1), np.asarray([[0, 1]]), scores)
    noise = ReviewNoise(np.zeros((0, 2)), np.ones((1, 2)))
    shifts = np.asarray([[[1.0, 1.0], [7.0, 7.0]]])
    assert block.means.tolist() == [[85, 60]]
    assert noisy_means(block, noise, shifts, np.random.default_rng(1)).tolist() == [[[89, 61]]]


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
    found = in_list(rank_uncertainty(judged(scores, 4), Resampling(resamples=4000)))
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
    apart = [abs(each.admitted - within[key] / loops) for key, each in found.items()]
    assert max(apart) < 0.04


def test_applications_of_the_same_reviewers_move_together_when_reviewers_are_drawn() -> None:
    # Reviewers differ by severity alone, and all four applications have the same two: nobody can gain on anybody.
    scores: Round = {
        f"p{number}": {"strict": (60 + number, 60 + number), "kind": (80 + number, 80 + number)}
        for number in range(4)
    }
    whole = Resampling(ResampledUnit.REVIEWERS)
    together = in_list(rank_uncertainty(judged(scores), whole))
    apart = in_list(rank_uncertainty(judged(scores), replace(whole, unit=ResampledUnit.REVIEWS)))
    assert [(each.low, each.high) for each in together.values()] == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert [each.low for each in apart.values()] == [1, 1, 1, 1]
    # A third reviewer, linked, in the place of one: that application moves against the others.
    scores["p3"] = {"strict": (63, 63), "middle": (73, 73)}
    scores["q"] = {"middle": (40, 40), "kind": (50, 50)}
    moved = in_list(rank_uncertainty(judged(scores), whole))
    assert max((each.high or 0) - (each.low or 0) for each in moved.values()) >= 2
    # A method that takes severity out leaves nothing to draw; the mean by dimension draws as the mean does.
    z_scores = RankingRules(adjustment=ScoreAdjustment(ScoringMethod.Z))
    facts = RoundFacts(
        adjusted_totals={entry(key).application_id: Decimal(int(key[1:] or 9)) for key in scores}
    )
    free = in_list(rank_uncertainty(judged(scores, rules=z_scores, facts=facts), replace(whole, tail=0.3)))
    assert all(each.low == each.high for each in free.values())
    by_dimension = RankingRules(missing_score_policy=MissingScorePolicy.BY_DIMENSION)
    assert in_list(rank_uncertainty(judged(scores, rules=by_dimension), whole)) == moved


def test_queue_is_ordered_by_closeness_to_even_chances() -> None:
    found = rank_uncertainty(judged(random_round(5), 10), Resampling())
    chances = {key: each.admitted for key, each in in_list(found).items()}
    assert len(found.queue) > 3
    assert set(found.queue) == {key for key, chance in chances.items() if 0.05 < chance < 0.95}
    distances = [abs(chances[key] - 0.5) for key in found.queue]
    assert distances == sorted(distances)
    assert found.bands == {"all": found.queue}


def test_agreeing_reviewers_leave_no_doubt() -> None:
    scores: Round = {f"p{number}": dict.fromkeys("xyz", (90 - number, 80)) for number in range(10)}
    found = rank_uncertainty(judged(scores, 3), Resampling())
    intervals = [(each.standing.rank, each.low, each.high) for each in in_list(found).values()]
    assert intervals == [(n, n, n) for n in range(1, 11)]
    assert chances_of(found) == [1.0] * 3 + [0.0] * 7
    assert found.queue == ()


def test_ties_at_the_quota_are_all_within_it() -> None:
    scores: Round = {"p": {"x": (90, 90)}, "q": {"x": (80, 80)}, "r": {"x": (80, 80)}, "s": {"x": (70, 70)}}
    found = rank_uncertainty(judged(scores, 2), Resampling())
    assert [each.standing.rank for each in in_list(found).values()] == [1, 2, 2, 4]
    assert chances_of(found) == [1.0, 1.0, 1.0, 0.0]
    # One review each: nothing is known of the noise, and the answer says so.
    assert not found.has_noise


def test_weights_alone_decide_between_opposite_profiles() -> None:
    scores: Round = {"p": {"x": (90, 70)}, "q": {"x": (70, 91)}, "r": {"x": (60, 60)}}
    still = Resampling(ResampledUnit.NOTHING)
    assert chances_of(rank_uncertainty(judged(scores), still)) == [1.0, 0.0, 0.0]
    moved = rank_uncertainty(judged(scores), replace(still, weight_bound=Decimal(20)))
    assert [each.application_id for each in moved.applications] == ["q", "p", "r"]
    assert chances_of(moved) == pytest.approx([0.54, 0.46, 0], abs=0.06)
    assert set(moved.queue) == {"p", "q"}


def test_a_fixed_component_holds_ranks_that_reviews_would_move() -> None:
    scores = random_round(7, applications=12)
    exam = ComponentId("exam")
    rules = RankingRules(components=(TotalComponent(exam, "學測", Decimal(90)),))
    values = {entry(key).application_id: Decimal(8 * place) for place, key in enumerate(scores)}
    facts = RoundFacts(component_values={exam: values})
    found = rank_uncertainty(judged(scores, 4, rules=rules, facts=facts), Resampling())
    assert [(each.low, each.high) for each in in_list(found).values()] == [(n, n) for n in range(1, 13)]
    assert any(
        each.low != each.high for each in in_list(rank_uncertainty(judged(scores), Resampling())).values()
    )


def test_who_may_fall_below_a_minimum_may_lose_rank_and_place() -> None:
    scores: Round = {"p": {"x": (70, 76), "y": (70, 64)}, "q": {"x": (60, 66), "y": (60, 54)}}
    rules = RankingRules(minimum_review_total=Decimal(68))
    found = rank_uncertainty(judged(scores, 2, rules=rules), Resampling())
    first, second = found.applications
    assert first.application_id == "p"
    assert 0.05 < first.below_minimum < 0.95
    assert first.chance == pytest.approx(1 - first.below_minimum)
    assert (first.lists[0].low, first.lists[0].high) == (1, None)
    # Kept out in the list as it is, and yet not quite without a chance.
    assert second.lists[0].standing.outcome is Outcome.NOT_ADMITTED
    assert found.queue == ("p",)


def test_whom_one_list_leaves_out_a_later_one_may_take() -> None:
    lists = (IdentityList("all", "", quota=2), IdentityList("more", "", quota=2))
    scores = random_round(3, applications=8)
    found = rank_uncertainty(judged(scores, rules=RankingRules(identity_lists=lists)), Resampling())
    first, later = in_list(found, "all"), in_list(found, "more")
    for key, each in later.items():
        assert each.shares.get(Outcome.ELSEWHERE, 0) == pytest.approx(first[key].admitted)
        assert each.settled == pytest.approx(first[key].admitted + each.admitted)
    assert sum(each.admitted for each in first.values()) == pytest.approx(2, abs=0.01)
    # Sure of a place, and not in which list: on the borderline of the first alone, and nobody's to read again.
    sure = [key for key in found.bands["all"] if later[key].settled > 0.95]
    assert sure
    assert not set(sure) & set(found.queue)
    assert set(found.queue) == set(found.bands["more"])


@pytest.mark.parametrize(
    ("weights", "bound"), [([60.0, 38, 2], 5.0), ([25.0] * 4, 5.0), ([98.0, 2], 20.0), ([10.0] * 10, 10.0)]
)
def test_drawn_weights_stay_within_their_bounds_and_keep_their_sum(
    weights: list[float], bound: float
) -> None:
    drawn = drawn_weights(np.asarray(weights), bound, resamples=5000, rng=np.random.default_rng(1))
    assert drawn.sum(axis=1).tolist() == pytest.approx([100.0] * 5000)
    assert drawn.min() >= 0
    assert np.abs(drawn - weights).max() <= bound
    # They use the room they have, upwards (no further than the others can give) as well as downwards.
    others = np.minimum(bound, weights).sum() - np.minimum(bound, weights)
    assert (drawn.max(axis=0) > np.asarray(weights) + np.minimum(bound, others) / 2).all()
    assert (drawn.min(axis=0) < np.asarray(weights) - np.minimum(bound, weights) / 2).all()


def test_weights_that_cannot_move_stay() -> None:
    rng = np.random.default_rng(1)
    assert drawn_weights(np.asarray([60.0, 40]), 0, resamples=2, rng=rng).tolist() == [[60, 40], [60, 40]]
    assert drawn_weights(np.asarray([100.0, 0]), 9, resamples=1, rng=rng).tolist() == [[100, 0]]


@pytest.mark.parametrize("unit", ResampledUnit)
def test_same_seed_same_answer_in_any_order(unit: ResampledUnit) -> None:
    scores = random_round(3)
    resampling = Resampling(unit, weight_bound=Decimal(3), resamples=250)
    found = rank_uncertainty(judged(scores, 5), resampling)
    shuffled = dict(sorted(scores.items(), key=lambda each: each[0][::-1]))
    assert {
        each.application_id: each for each in rank_uncertainty(judged(shuffled, 5), resampling).applications
    } == {each.application_id: each for each in found.applications}
    if unit is ResampledUnit.NOTHING:
        return
    assert chances_of(rank_uncertainty(judged(scores, 5), replace(resampling, seed=1))) != chances_of(found)


def test_nothing_reviewed_gives_no_chance() -> None:
    found = rank_uncertainty(judged({"p": {}}), Resampling())
    assert (found.applications, found.queue, found.without_total) == ((), (), ("p",))
    assert not found.has_noise


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
        found = in_list(rank_uncertainty(judged(scores, 10), Resampling(unit, resamples=300)))
        true = {key: 1 + sum(other > level for other in levels.values()) for key, level in levels.items()}
        inside += [(row.low or 0) <= true[key] <= (row.high or 0) for key, row in found.items()]
    # 720 applications, those of a round not independent of each other.
    assert np.mean(inside) == pytest.approx(0.9, abs=0.04)
