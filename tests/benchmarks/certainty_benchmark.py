"""Times how sure ranks and places are: 1,000 resamples of 60 reviewers × 1,000 applications × 4 dimensions, four lists.

Run as ``python -m tests.benchmarks.certainty_benchmark [--applications 1000] [--reviewers 60] [--each 3]
[--resamples 1000]``. The plan has four identity lists with places, a component of two fifths, minimums and tie-breaks.
The reference, in the same run: ``domain.admission`` on the drawn values of 20 resamples, one after the other, its time
scaled to all of them; every outcome of those 20 must be the same.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from decimal import Decimal
from random import Random

import numpy as np

from app.domain.admission import Competitor, competes, standings
from app.domain.evidence import ApplicationId
from app.domain.identity_list import IdentityList
from app.domain.people import PersonId
from app.domain.plan import REVIEW_TOTAL_TIE, RankingRules, ReviewPlan
from app.domain.ranked_row import ListStanding, RankingEntry, RoundFacts, RowBlock
from app.domain.ranking import rank
from app.domain.scores import Review
from app.domain.total_component import ComponentId, TotalComponent
from app.psychometrics.judged_round import JudgedRound, MovingRound, finished_table
from app.psychometrics.rank_resampling import Integers, drawn_weights, list_keys, pooled_noise
from app.psychometrics.rank_uncertainty import ResampledUnit, Resampling, rank_uncertainty
from app.psychometrics.resampled_lists import OUTCOMES, Booleans, draw_lists
from tests.app.domain.rounds import dimension, plan_of

SEED = 20260301
REFERENCE_RESAMPLES = 20
AIM_SECONDS = 5
EXAM = ComponentId("exam")
STATUSES = (*["一般生"] * 17, "原住民生", "離島生", "願景計畫生")


def plan_of_round(applications: int) -> ReviewPlan:
    """Four dimensions, a component, minimums, tie-breaks, and places for a tenth in four lists."""
    rules = RankingRules(
        tie_breaks=("d0", "component:exam", REVIEW_TOTAL_TIE, "d1"),
        minimum_review_total=Decimal(60),
        components=(TotalComponent(EXAM, "學測", Decimal(40), Decimal(60), minimum_value=Decimal(20)),),
        identity_lists=(
            IdentityList("general", "一般", quota=applications // 10, waitlist=applications // 5),
            *(
                IdentityList(name, name, frozenset({status}), quota=2, waitlist=5)
                for name, status in zip(("native", "island", "vision"), STATUSES[-3:], strict=True)
            ),
        ),
    )
    return plan_of(*(dimension(f"d{place}", "25", minimum="40") for place in range(4)), rules=rules)


def make_round(applications: int, reviewers: int, *, each: int) -> JudgedRound:
    """Scores of strict and lenient reviewers, ``each`` of them an application, drawn at random."""
    random, plan = Random(SEED), plan_of_round(applications)
    severity = [random.gauss(0, 4) for _ in range(reviewers)]
    entries, reviews, values = [], [], {}
    for number in range(applications):
        key, worth = ApplicationId(f"a{number:05d}"), random.gauss(75, 7)
        entries.append(RankingEntry(key, "database", random.choice(STATUSES)))
        values[key] = Decimal(min(60, max(15, round(random.gauss(45, 6)))))
        for seat in random.sample(range(reviewers), each):
            level = worth + severity[seat]
            scores = {
                one.dimension_id: Decimal(min(100, max(0, round(random.gauss(level, 5)))))
                for one in plan.dimensions
            }
            who = PersonId(f"r{seat:03d}")
            reviews.append(Review(plan.plan_id, 1, key, who, revision=1, scores=scores))
    facts = RoundFacts(component_values={EXAM: values})
    return JudgedRound(plan, rank(plan, entries, reviews, facts), reviews, facts)


def drawn_values(judged: JudgedRound, moving: MovingRound) -> tuple[Integers, Booleans]:
    """What is compared in the resamples of the reference, and who reaches the minimums there."""
    rng = np.random.default_rng(SEED)
    weights = drawn_weights(moving.weights, 5, resamples=REFERENCE_RESAMPLES, rng=rng)
    values = moving.drawn(pooled_noise(finished_table(judged).blocks), weights, rng)
    return values, moving.reaches_minimums(values)


Told = list[dict[ApplicationId, tuple[ListStanding, ...]]]


def by_the_domain(
    judged: JudgedRound, moving: MovingRound, merit: Sequence[Integers], reached: Booleans
) -> Told:
    """One resample after the other through ``standings``."""
    rules, told = judged.plan.rules, []
    for resample in range(REFERENCE_RESAMPLES):
        columns = [(part[resample] if part.ndim > 1 else part).tolist() for part in merit]
        competitors = [
            Competitor(
                row.application_id,
                row.entry.applicant_status,
                RowBlock.RANKED if reached[resample, place] else RowBlock.GATED,
                tuple(Decimal(column[place]) for column in columns),
            )
            for place, row in enumerate(moving.rows)
        ]
        told.append(standings(rules.identity_lists, competitors, rules.tie_at_line))
    return told


def require_same(
    judged: JudgedRound, moving: MovingRound, merit: Sequence[Integers], reached: Booleans, told: Told
) -> None:
    """The arrays must say what the domain says; ends the program otherwise."""
    rules = judged.plan.rules
    found = draw_lists(
        rules.identity_lists,
        [
            np.asarray([competes(one, row.entry.applicant_status) for row in moving.rows])
            for one in rules.identity_lists
        ],
        keys=list_keys(merit),
        is_ranked=reached,
        tie_at_line=rules.tie_at_line,
    )
    for one, drawn in zip(rules.identity_lists, found, strict=True):
        for resample, standing_of in enumerate(told):
            for place, row in enumerate(moving.rows):
                own = {each.list_id: each.outcome for each in standing_of[row.application_id]}
                code = int(drawn.outcomes[resample, place])
                if own.get(one.list_id) != (None if code < 0 else OUTCOMES[code]):
                    raise SystemExit(f"{one.list_id}, resample {resample}: {row.application_id} differs")


def main() -> None:
    """Measure and print; ends with 1 when a thousand resamples take longer than the aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=1000)
    parser.add_argument("--reviewers", type=int, default=60)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--resamples", type=int, default=1000)
    options = parser.parse_args()
    judged = make_round(options.applications, options.reviewers, each=options.each)
    moving = MovingRound(judged)
    values, reached = drawn_values(judged, moving)
    merit = moving.merit(values, judged.ranked.tie_breaks)
    begun = time.perf_counter()
    told = by_the_domain(judged, moving, merit, reached)
    plain = time.perf_counter() - begun
    require_same(judged, moving, merit, reached, told)
    print(
        f"{options.applications} applications, {options.reviewers} reviewers, {options.each} each, 4 dimensions, 4 lists;"
        f" domain.admission alone, {REFERENCE_RESAMPLES} resamples: {plain:.2f} s,"
        f" scaled to {options.resamples}: {plain * options.resamples / REFERENCE_RESAMPLES:.1f} s; same outcomes"
    )
    slowest = 0.0
    for unit in (ResampledUnit.REVIEWS, ResampledUnit.REVIEWERS):
        asked = Resampling(unit, Decimal(5), options.resamples)
        begun = time.perf_counter()
        found = rank_uncertainty(judged, asked)
        seconds = time.perf_counter() - begun
        slowest = max(slowest, seconds)
        bands = ", ".join(f"{key} {len(band)}" for key, band in found.bands.items())
        print(
            f"{options.resamples} resamples of {unit} and weights, draws, totals and lists: {seconds:.2f} s;"
            f" {len(found.queue)} to read again; near the line: {bands}"
        )
    raise SystemExit(int(slowest > AIM_SECONDS))


if __name__ == "__main__":
    main()
