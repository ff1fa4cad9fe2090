"""Times agreement, generalisability and reviewers' habits on a large round, beside the same figures made plainly.

Run as ``python -m tests.benchmarks.agreement_benchmark [--applications 1000] [--reviewers 60] [--rounds 3]``. The
reference makes alpha from all pairs of values, variance components by NumPy's dense least squares and drift by SciPy's
``linregress``; its alpha is timed on a part of the applications and extrapolated by the number of pairs. The benchmark
stops when a figure of both differs.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import numpy as np
from scipy import stats

from app.domain.dimensions import Dimension, DimensionId, ScoringScale, default_rubric
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.agreement import agreement_report
from app.psychometrics.drift import drifts, positions_in_order
from app.psychometrics.generalisability import study_of_crossed, study_of_dimensions
from app.psychometrics.krippendorff import alpha
from app.psychometrics.rater_behaviour import rater_behaviour
from app.psychometrics.rating_table import table_of
from app.psychometrics.ratings import Rating, by_application
from app.psychometrics.scored_reviews import ScoredReview, ratings_by_dimension
from app.psychometrics.variance_components import crossed_components

SEED = 20260302
READERS = 3
START = datetime(2026, 3, 1, 9, tzinfo=UTC)
LEVELS = default_rubric(ScoringScale.PERCENT, Decimal(0), names="ABCDE", texts=[""] * 5)
DIMENSIONS = tuple(
    Dimension(DimensionId(name), name, "", Decimal(25), Decimal(0), None, LEVELS) for name in "abcd"
)


def make_round(applications: int, reviewers: int) -> list[ScoredReview]:
    """Whole scores of three reviewers an application: its worth, the reviewer's strictness, and chance."""
    random = np.random.default_rng(SEED)
    strictness = 3 * random.normal(size=reviewers)
    made = []
    for application in range(applications):
        worth = 72 + 8 * random.normal() + 3 * random.normal(size=len(DIMENSIONS))
        for reviewer in random.choice(reviewers, READERS, replace=False):
            noise = 5 * random.normal(size=len(DIMENSIONS))
            scores = np.clip(np.rint(worth + strictness[reviewer] + noise), 0, 100).astype(int)
            made.append(
                ScoredReview(
                    ApplicationId(f"p{application:05}"),
                    PersonId(f"x{reviewer:03}"),
                    {
                        each.dimension_id: Decimal(int(score))
                        for each, score in zip(DIMENSIONS, scores, strict=True)
                    },
                    START + timedelta(minutes=int(random.integers(0, 20_000))),
                    int(random.integers(1, 200)),
                )
            )
    return made


def totals_of(reviews: list[ScoredReview]) -> list[Rating]:
    """Equal weights."""
    return [
        Rating(each.application_id, each.reviewer_id, sum(each.scores.values(), Decimal(0)) / len(DIMENSIONS))
        for each in reviews
    ]


def literal_alpha(ratings: list[Rating]) -> float:
    """Every pair of values, as the definition has it."""
    units = [[float(value) for value in rated.values()] for rated in by_application(ratings).values()]
    values = [value for unit in units for value in unit]
    seen = sum((one - two) ** 2 / (len(unit) - 1) for unit in units for one in unit for two in unit)
    chance = sum((one - two) ** 2 for one in values for two in values)
    return 1 - (len(values) - 1) * seen / chance


def dense_components(ratings: list[Rating]) -> list[float]:
    """Reductions in squares by least squares on all indicator columns."""
    table = table_of(ratings)
    y = table.values - table.values.mean()
    p, r = np.eye(len(table.application_ids))[table.rows], np.eye(len(table.reviewer_ids))[table.columns]

    def left_by(columns: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
        fitted = columns @ np.linalg.lstsq(columns, y, rcond=None)[0]
        return float(((y - fitted) ** 2).sum())

    n, people, raters = len(y), p.shape[1], r.shape[1]
    both, persons_only, raters_only = left_by(np.hstack([p, r])), left_by(p), left_by(r)
    rest = both / (n - people - raters + 1)
    return [
        (raters_only - both - (people - 1) * rest) / (n - raters),
        (persons_only - both - (raters - 1) * rest) / (n - people),
        rest,
    ]


def literal_drift(reviews: list[ScoredReview], totals: list[Rating]) -> dict[PersonId, float]:
    """SciPy's line for each reviewer."""
    positions, table = positions_in_order(reviews), by_application(totals)
    slopes = {}
    for reviewer_id in sorted({each.reviewer_id for each in reviews}):
        points = []
        for application_id, rated in table.items():
            if reviewer_id in rated:
                others = [float(value) for other, value in rated.items() if other != reviewer_id]
                points.append(
                    (
                        positions[application_id, reviewer_id],
                        float(rated[reviewer_id]) - sum(others) / len(others),
                    )
                )
        slopes[reviewer_id] = float(stats.linregress(*zip(*points, strict=True)).slope)
    return slopes


def best(work: Callable[[], object], rounds: int) -> float:
    """The least seconds, since other work on the machine only ever adds."""
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def same(own: Sequence[float | None], reference: Sequence[float]) -> None:
    """Stops where a figure differs from the plain one."""
    np.testing.assert_allclose(np.asarray(own, dtype=np.float64), np.asarray(reference), rtol=1e-6)


def print_own(reviews: list[ScoredReview], totals: list[Rating], rounds: int) -> None:
    """What a screen asks for."""
    rated = ratings_by_dimension(reviews)
    pairs = [(each, rated[each.dimension_id]) for each in DIMENSIONS]
    groups = {each.application_id: each.application_id[-1] for each in totals}
    work: dict[str, Callable[[], object]] = {
        "agreement report, total and dimensions": lambda: agreement_report(totals, pairs),
        "the same with ten groups of applicants": lambda: agreement_report(totals, pairs, groups=groups),
        "reviewers' habits": lambda: rater_behaviour(reviews, totals, DIMENSIONS, scale=ScoringScale.PERCENT),
        "G study of totals": lambda: study_of_crossed(totals),
        "G study of dimensions": lambda: study_of_dimensions(rated),
    }
    for name, each in work.items():
        print(f"{name:<42} {best(each, rounds):8.3f} s")


def print_beside_reference(reviews: list[ScoredReview], totals: list[Rating], rounds: int) -> None:
    """Single figures beside the plain way, and that both are the same."""
    table = table_of(totals)
    part = [each for each in totals if int(each.application_id[1:]) < 200]
    same([alpha(part, draws=0).estimate], [literal_alpha(part)])
    solved = crossed_components(table.values[:, None], table.rows, table.columns)
    assert solved is not None
    same(solved[:, 0].tolist(), dense_components(totals))
    same(
        [each.slope for each in drifts(totals, positions_in_order(reviews))],
        list(literal_drift(reviews, totals).values()),
    )
    scale = (len(totals) / len(part)) ** 2
    lines: list[tuple[str, Callable[[], object], Callable[[], object], float]] = [
        ("alpha without interval", lambda: alpha(totals, draws=0), lambda: literal_alpha(part), scale),
        ("variance components", lambda: study_of_crossed(totals), lambda: dense_components(totals), 1.0),
        (
            "drift of every reviewer",
            lambda: drifts(totals, positions_in_order(reviews)),
            lambda: literal_drift(reviews, totals),
            1.0,
        ),
    ]
    for name, own, reference, factor in lines:
        mine, theirs = best(own, rounds), best(reference, 1) * factor
        print(f"{name:<42} {mine:8.3f} s   plainly {theirs:8.3f} s   {theirs / mine:6.1f} times as long")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=1000)
    parser.add_argument("--reviewers", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    reviews = make_round(options.applications, options.reviewers)
    totals = totals_of(reviews)
    print(
        f"{options.applications} applications, {options.reviewers} reviewers, {len(reviews)} reviews of 4 dimensions"
    )
    print_own(reviews, totals, options.rounds)
    print_beside_reference(reviews, totals, options.rounds)


if __name__ == "__main__":
    main()
