"""Times severity and Rasch measures of a large round, each beside a plain way to the same numbers.

Run as ``python -m tests.benchmarks.psychometrics_benchmark [--applications 1000] [--reviewers 60] [--each 3]
[--dimensions 4]``. The references, in the same run: a dense design solved by ``numpy.linalg.lstsq``, and one dense
Newton step times the steps needed.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import TypeVar

import numpy as np

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.psychometrics.additive import AdditiveFit, fit_additive
from app.psychometrics.bordered_system import BorderedSystem
from app.psychometrics.rasch import RaschState, fit_rasch
from app.psychometrics.rasch_responses import build_responses, linear_design
from app.psychometrics.ratings import DimensionRating, Rating
from app.psychometrics.rubric_bands import USUAL_FLOORS
from app.psychometrics.score_adjustment import AdjustmentMethod, JudgedScores, applicant_values

SEED = 20260301
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class BenchmarkRound:
    """Ratings of every dimension, and the totals with equal weights."""

    ratings: Sequence[DimensionRating]
    totals: Sequence[Rating]
    dimensions: Sequence[DimensionId]


def write_round(applications: int, reviewers: int, *, each: int, dimensions: int) -> BenchmarkRound:
    """Scores of strict and lenient reviewers, ``each`` of them an application, drawn at random."""
    random = Random(SEED)
    names = [DimensionId(f"d{number}") for number in range(dimensions)]
    severity = [random.gauss(0, 4) for _ in range(reviewers)]
    ratings, totals = [], []
    for number in range(applications):
        key, worth = ApplicationId(f"a{number:05d}"), random.gauss(75, 7)
        for seat in random.sample(range(reviewers), each):
            who = PersonId(f"r{seat:03d}")
            scores = [
                Decimal(min(100, max(0, round(random.gauss(worth + severity[seat], 5))))) for _ in names
            ]
            ratings += [
                DimensionRating(key, who, name, score) for name, score in zip(names, scores, strict=True)
            ]
            totals.append(Rating(key, who, sum(scores, Decimal(0)) / dimensions))
    return BenchmarkRound(ratings, totals, names)


def timed(work: Callable[[], Answer]) -> tuple[float, Answer]:
    """Seconds and answer."""
    start = time.perf_counter()
    answer = work()
    return time.perf_counter() - start, answer


def dense_least_squares(ratings: Sequence[Rating]) -> dict[str, float]:
    """Severities by a dense design with a column for everyone; the shortest of the solutions, then centred."""
    applications = {key: place for place, key in enumerate(sorted({each.application_id for each in ratings}))}
    reviewers = {who: seat for seat, who in enumerate(sorted({each.reviewer_id for each in ratings}))}
    design = np.zeros((len(ratings), len(applications) + len(reviewers)))
    for row, each in enumerate(ratings):
        design[row, applications[each.application_id]] = 1
        design[row, len(applications) + reviewers[each.reviewer_id]] = 1
    solution = np.linalg.lstsq(design, np.asarray([float(each.value) for each in ratings]), rcond=None)[0]
    severity = solution[len(applications) :]
    return dict(zip(reviewers, (severity - severity.mean()).tolist(), strict=True))


def dense_step(system: BorderedSystem) -> None:
    """The same equations written out in full and solved at once."""
    whole = np.block([[np.diag(system.diagonal), system.border], [system.border.T, system.corner]])
    np.linalg.lstsq(whole, np.ones(whole.shape[0]), rcond=None)


def _print_severity(judged: BenchmarkRound) -> float:
    parts = [_of_dimension(judged, name) for name in judged.dimensions]
    own, fits = timed(lambda: [fit_additive(part) for part in parts])
    dense, severities = timed(lambda: dense_least_squares(parts[0]))
    print(
        f"least squares, {len(judged.dimensions)} dimensions: {own:.2f} s; numpy.linalg.lstsq, dense, one dimension:"
        f" {dense:.2f} s, of all {dense * len(fits):.1f} s; largest difference {_difference(fits[0], severities):.1e}"
    )
    return own


def _of_dimension(judged: BenchmarkRound, name: DimensionId) -> list[Rating]:
    return [
        Rating(each.application_id, each.reviewer_id, each.value)
        for each in judged.ratings
        if each.dimension_id == name
    ]


def _difference(fit: AdditiveFit, severities: dict[str, float]) -> float:
    return max(abs((each.severity or 0.0) - severities[each.reviewer_id]) for each in fit.severities)


def _print_rasch(judged: BenchmarkRound) -> float:
    floors = dict.fromkeys(judged.dimensions, USUAL_FLOORS)
    own, fit = timed(lambda: fit_rasch(judged.ratings, floors))
    if fit.state is not RaschState.CONVERGED:
        raise SystemExit(f"Rasch measures: {fit.state}")
    system = linear_design(build_responses(judged.ratings, floors))
    dense, _ = timed(lambda: dense_step(system))
    print(
        f"Rasch, {fit.observations} responses, {fit.iterations} Newton steps, fit and fair scores: {own:.2f} s;"
        f" the steps' equations alone, dense: {dense * fit.iterations:.1f} s"
    )
    return own


def _print_values(judged: BenchmarkRound) -> None:
    scores = JudgedScores(
        judged.totals,
        judged.ratings,
        dict.fromkeys(judged.dimensions, Decimal(1)),
        dict.fromkeys(judged.dimensions, USUAL_FLOORS),
        {each.reviewer_id: each.reviewer_id[-1] for each in judged.totals},
    )
    for method in AdjustmentMethod:
        seconds, _ = timed(lambda method=method: applicant_values(method, scores))  # type: ignore[misc]
        print(f"values by {method}: {seconds:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--applications", type=int, default=1000)
    parser.add_argument("--reviewers", type=int, default=60)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--dimensions", type=int, default=4)
    options = parser.parse_args()
    judged = write_round(
        options.applications, options.reviewers, each=options.each, dimensions=options.dimensions
    )
    print(
        f"{options.applications} applications, {options.reviewers} reviewers, {options.each} each,"
        f" {options.dimensions} dimensions"
    )
    print(f"severity and Rasch together: {_print_severity(judged) + _print_rasch(judged):.2f} s")
    _print_values(judged)


if __name__ == "__main__":
    main()
