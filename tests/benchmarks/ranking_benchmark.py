"""Ranking a large round by every rule, in exact decimals, beside the same weighted sum in pandas floats.

    python -m tests.benchmarks.ranking_benchmark [applications]

Prints seconds of both (best of three), their ratio, and how many float totals are not the exact ones: what the
difference buys. Only the sum and its rank are asked of pandas; gates, ties, gaps, lists and reasons are not.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

import pandas as pd

from app.domain.dimensions import DimensionId, ScoringScale, default_rubric
from app.domain.evidence import ApplicationId
from app.domain.identity_list import IdentityList
from app.domain.people import PersonId
from app.domain.plan import RankingRules, ReviewPlan
from app.domain.ranked_row import RankedList, RankingEntry, RoundFacts
from app.domain.ranking import rank
from app.domain.scores import Review
from app.domain.total_component import ComponentId, TotalComponent
from app.workflows.paused_collector import paused_collector
from tests.app.domain.rounds import PLAN_ID, dimension, plan_of

APPLICATIONS = 60_000
REVIEWERS = 60
RATERS = 3
SEED = 20_260_115
WEIGHTS = {"a": "32.5", "b": "25", "c": "27.5", "d": "15"}
TEST, TALK = ComponentId("test"), ComponentId("talk")
ROUNDS = 3


def plan_of_every_rule() -> ReviewPlan:
    """Four dimensions with levels and minimums, every gap rule, two components, three lists."""
    levels = default_rubric(ScoringScale.PERCENT, Decimal(100), names=list("ABCDE"), texts=list("ABCDE"))
    rules = RankingRules(
        tie_breaks=("a", "review_total", f"component:{TEST}", "b"),
        minimum_total=Decimal(50),
        minimum_review_total=Decimal(45),
        sd_gap=Decimal(12),
        mean_gap=Decimal(15),
        level_gap=2,
        components=(
            TotalComponent(TEST, "學測", Decimal(40), Decimal(75), Decimal(20)),
            TotalComponent(TALK, "面試", Decimal(20)),
        ),
        identity_lists=(
            IdentityList("general", "一般", quota=2_000, waitlist=500),
            IdentityList("native", "原住民", frozenset({"原住民生"}), quota=100, waitlist=50),
            IdentityList("islands", "離島", frozenset({"離島生"}), quota=50),
        ),
    )
    dimensions = [replace(dimension(n, w, minimum="40"), rubric_levels=levels) for n, w in WEIGHTS.items()]
    return plan_of(*dimensions, rules=rules)


def make_round(applications: int) -> tuple[list[RankingEntry], list[Review], RoundFacts]:
    """A seeded round: three reviews each in whole points, in any order, one in ten PDF, one in a hundred absent."""
    chance = random.Random(SEED)
    ids = [ApplicationId(f"a{place:06}") for place in range(applications)]
    statuses = ("一般生", "一般生", "原住民生", "離島生")
    entries = [
        RankingEntry(each, "pdf" if chance.random() < 0.1 else "database", chance.choice(statuses))
        for each in ids
    ]
    reviews = []
    for each in ids:
        merit = chance.gauss(75, 8)
        for person in chance.sample(range(REVIEWERS), RATERS):
            scores = {
                DimensionId(name): Decimal(max(0, min(100, round(chance.gauss(merit, 5)))))
                for name in WEIGHTS
            }
            reviews.append(Review(PLAN_ID, 1, each, PersonId(f"r{person:02}"), 1, scores))
    chance.shuffle(reviews)
    talk = {each: None if chance.random() < 0.01 else Decimal(chance.randrange(1001)) / 10 for each in ids}
    facts = RoundFacts(
        component_values={TEST: {each: Decimal(chance.randrange(76)) for each in ids}, TALK: talk}
    )
    return entries, reviews, facts


def frames_of(reviews: Sequence[Review], facts: RoundFacts) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Scores and components as pandas would hold them, made before its clock starts."""
    scores = pd.DataFrame(
        {
            "application": [each.application_id for each in reviews],
            **{name: [float(each.scores[DimensionId(name)]) for each in reviews] for name in WEIGHTS},
        }
    )
    beside = pd.DataFrame(
        {
            key: pd.Series({at: None if value is None else float(value) for at, value in values.items()})
            for key, values in facts.component_values.items()
        }
    )
    return scores, beside


def float_totals(scores: pd.DataFrame, beside: pd.DataFrame) -> pd.DataFrame:
    """The same weighted sum and its rank in floats."""
    total = sum((scores[name] * float(weight) / 100 for name, weight in WEIGHTS.items()), start=0.0)
    review = scores.assign(total=total).groupby("application")["total"].mean()
    totals = (0.4 * review + 0.4 * beside[TEST] * 100 / 75 + 0.2 * beside[TALK]).round(2)
    return pd.DataFrame({"total": totals, "rank": totals.rank(method="min", ascending=False)})


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest."""
    seconds = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def count_wrong(ranked: RankedList, floats: pd.DataFrame) -> int:
    """How many float totals are not the exact, once rounded ones."""
    told = floats["total"].to_dict()
    return sum(
        row.total is not None and Decimal(f"{told[row.application_id]:.2f}") != row.total
        for row in ranked.rows
    )


def main() -> None:
    """Measure and print."""
    applications = int(sys.argv[1]) if len(sys.argv) > 1 else APPLICATIONS
    plan, (entries, reviews, facts) = plan_of_every_rule(), make_round(applications)
    scores, beside = frames_of(reviews, facts)
    with paused_collector():  # As the workflow makes it.
        exact = best_of(ROUNDS, lambda: rank(plan, entries, reviews, facts))
    floats = best_of(ROUNDS, lambda: float_totals(scores, beside))
    ranked = rank(plan, entries, reviews, facts)
    print(f"{applications} applications × {RATERS} raters × {len(WEIGHTS)} dimensions, every rule")
    print(f"exact, with reasons: {exact:.2f} s; float sum and rank in pandas: {floats:.3f} s")
    print(
        f"ratio {exact / floats:.0f}; float totals that differ: {count_wrong(ranked, float_totals(scores, beside))}"
    )
    print(
        f"rows with gap flags: {sum(bool(row.gaps) for row in ranked.rows)}; digest {ranked.scores_digest[:12]}"
    )


if __name__ == "__main__":
    main()
