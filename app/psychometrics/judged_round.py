"""A ranked round as arrays: whose place the reviews decide, the reviews that count, and what the list made of them.

Whatever is drawn, a value is the list's own plus what the draw changes in it: with nothing drawn, everything that is
compared (total, review total, means of dimensions, each rounded half up) is to the last digit what ``domain.ranking``
compared. Components are fixed. By a method that looks at all reviewers at once the change of the mean is taken
times the slope of the method's totals on the means, without their reviewers' shifts where the method takes those out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import ceil

import numpy as np
from numpy.typing import NDArray

from app.domain.dimensions import DimensionId, maximum_score, weight_of
from app.domain.evidence import ApplicationId
from app.domain.judging import minimums
from app.domain.people import PersonId
from app.domain.plan import COMPONENT_TIE, REVIEW_TOTAL_TIE, ReviewPlan
from app.domain.ranked_row import TOTAL_SUBJECT, RankedList, RankedRow, RoundFacts
from app.domain.review_tally import OWN_METHODS, counting_reviews
from app.domain.scores import Review, ReviewState, normal_scores, review_state
from app.domain.scoring_method import ScoringMethod
from app.domain.tie_breaks import merit_numbers
from app.domain.total_component import ComponentId
from app.domain.whole_scores import whole
from app.psychometrics.bordered_system import Floats
from app.psychometrics.rank_resampling import (
    Integers,
    ReviewBlock,
    ReviewNoise,
    drawn_shifts,
    hundredths,
    noisy_means,
    noisy_scores,
)

SEVERITY_FREE = frozenset({ScoringMethod.Z, ScoringMethod.T, ScoringMethod.ADDITIVE, ScoringMethod.RASCH})
"""The methods that take a reviewer's shift out."""
_FURTHEST_REST = 0.5 + 1e-5


@dataclass(frozen=True)
class JudgedRound:
    """What ``domain.ranking.rank`` was given, and the list it made of it."""

    plan: ReviewPlan
    ranked: RankedList
    reviews: Sequence[Review]
    facts: RoundFacts


@dataclass(frozen=True, eq=False)
class ReviewTable:
    """Reviews by number an application; ``numbers`` counts them in the order of ``applications``."""

    applications: Sequence[ApplicationId]
    numbers: Sequence[int]
    reviewers: Sequence[PersonId]
    blocks: Sequence[ReviewBlock]


def finished_table(judged: JudgedRound) -> ReviewTable:
    """The finished reviews of everyone in the list: what tells how far reviewers lie apart."""
    entered = {row.application_id for row in judged.ranked.rows}
    barred = frozenset(judged.facts.recused)
    return _table(
        judged.plan,
        (
            each
            for each in judged.reviews
            if each.application_id in entered
            and (each.application_id, each.reviewer_id) not in barred
            and review_state(judged.plan, each) is ReviewState.SCORED
        ),
    )


class MovingRound:
    """The applications whose place reviews decide: those with a total that no component keeps out, by id."""

    def __init__(self, judged: JudgedRound) -> None:
        self.plan, self.facts = judged.plan, judged.facts
        self.rows = sorted(filter(_can_move, judged.ranked.rows), key=lambda row: row.application_id)
        keys = {row.application_id for row in self.rows}
        counting = counting_reviews(judged.plan, judged.reviews, judged.facts)
        self.table = _table(judged.plan, (each for each in counting if each.application_id in keys))
        self.weights = np.asarray([float(weight_of(each, self.plan.scale)) for each in self.plan.dimensions])
        self._method = self.plan.rules.adjustment.method
        self._share = float(self.plan.rules.review_weight_percent) / 100
        self._subjects = [
            *(each.dimension_id for each in self.plan.dimensions),
            REVIEW_TOTAL_TIE,
            TOTAL_SUBJECT,
        ]
        settled = np.asarray([self._settled_of(row) for row in self.rows], dtype=np.int64)
        self._settled = settled.reshape(len(self.rows), len(self._subjects))
        self._means, self._totals = self._middles(None, self._factors(self.weights[None, :]), None)
        self._rests = self._exact() * 100 - self._settled
        if self.rows and np.abs(self._rests).max() > _FURTHEST_REST:
            raise ValueError("the reviews do not come to the totals of the list")

    def drawn(self, noise: ReviewNoise, weights: Floats, rng: np.random.Generator) -> Integers:
        """What is compared, in hundredths: resamples × applications × (dimensions, review total, total)."""
        factors = self._factors(weights)
        if self._method in SEVERITY_FREE:
            noise = ReviewNoise(noise.residuals, noise.shifts[:0])
        if self._method is ScoringMethod.RASCH:
            factors = self._factors(np.tile(self.weights, (weights.shape[0], 1)))
        means, totals = self._middles(noise, factors, rng)
        changes = np.empty((*totals.shape, len(self._subjects)))
        changes[:, :, :-2] = means - self._means
        changes[:, :, -2] = (totals - self._totals) * self.slope
        changes[:, :, -1] = changes[:, :, -2] * self._share
        return hundredths(self._settled, self._rests, changes)

    def merit(self, values: Integers, tie_breaks: Sequence[str]) -> list[Integers]:
        """What the list compares of drawn values, most important first."""
        fixed = {
            f"{COMPONENT_TIE}{each.component_id}": each.component_id for each in self.plan.rules.components
        }
        return [
            self._components(fixed[name]) if name in fixed else values[:, :, self._subjects.index(name)]
            for name in (TOTAL_SUBJECT, *tie_breaks)
        ]

    def reaches_minimums(self, values: Integers) -> NDArray[np.bool_]:
        """Resamples × applications: whether every minimum is reached."""
        reached = np.ones(values.shape[:2], dtype=bool)
        for subject, minimum in minimums(self.plan):
            lowest = ceil(minimum * 100)
            reached &= values[:, :, self._subjects.index(subject)] >= lowest
        return reached

    @cached_property
    def slope(self) -> float:
        """How far the review total moves when the mean of the reviews moves by one point."""
        if self._method in OWN_METHODS:
            return 1.0
        spread = np.var(self._totals[0])
        both = np.cov(self._totals[0], self._exact()[:, -2], bias=True)[0, 1] if spread > 0 else 0.0
        return float(both / spread) if spread > 0 else 0.0

    def _middles(
        self, noise: ReviewNoise | None, factors: Floats, rng: np.random.Generator | None
    ) -> tuple[Floats, Floats]:
        """Means (by the median: medians) of dimensions, and review totals; as they are without noise."""
        size, dimensions = factors.shape
        still = ReviewNoise(np.zeros((0, dimensions)), np.zeros((0, dimensions)))
        noise, rng = noise or still, rng or np.random.default_rng(0)
        means = np.empty((size, len(self.rows), dimensions))
        totals = np.empty((size, len(self.rows)))
        shifts = drawn_shifts(noise, len(self.table.reviewers), resamples=size, rng=rng)
        for block in self.table.blocks:
            if self._method is ScoringMethod.MEDIAN:
                scores = noisy_scores(block, noise, shifts, rng)
                means[:, block.places] = np.median(scores, axis=2)
                totals[:, block.places] = np.median(np.einsum("sard,sd->sar", scores, factors), axis=2)
            else:
                middles = noisy_means(block, noise, shifts, rng)
                means[:, block.places] = middles
                totals[:, block.places] = np.einsum("sad,sd->sa", middles, factors)
        return means, totals

    def _factors(self, weights: Floats) -> Floats:
        """What a point of each dimension brings to a review total."""
        maxima = np.asarray([float(maximum_score(each, self.plan.scale)) for each in self.plan.dimensions])
        factors: Floats = np.divide(weights, maxima, out=np.zeros_like(weights), where=maxima > 0)
        return factors

    def _settled_of(self, row: RankedRow) -> list[int]:
        values: dict[str, Decimal | None] = {str(key): mean for key, mean in row.dimension_means.items()}
        values |= {REVIEW_TOTAL_TIE: row.review_total, TOTAL_SUBJECT: row.total}
        return [whole(value, 100) for name in self._subjects if (value := values[name]) is not None]

    def _exact(self) -> Floats:
        """What was rounded, to the last bits: applications × (dimensions, review total, total)."""
        adjusted = self.facts.adjusted_totals or {}
        reviews = self._totals[0]
        if self._method not in OWN_METHODS:
            reviews = np.asarray([float(adjusted[row.application_id]) for row in self.rows])
        beside = np.zeros(len(self.rows))
        for each in self.plan.rules.components:
            part = float(each.weight_percent / each.maximum)
            beside += [part * float(row.components[each.component_id] or 0) for row in self.rows]
        return np.column_stack([self._means[0], reviews, reviews * self._share + beside])

    def _components(self, component_id: ComponentId) -> Integers:
        values = [value for row in self.rows if (value := row.components[component_id]) is not None]
        return np.asarray(merit_numbers([(value,) for value in values]), dtype=np.int64)


def _can_move(row: RankedRow) -> bool:
    return bool(row.merit) and not any(gate.subject.startswith(COMPONENT_TIE) for gate in row.gates_failed)


def _table(plan: ReviewPlan, reviews: Iterable[Review]) -> ReviewTable:
    """Everything sorted by id; scores in plan order."""
    found: defaultdict[ApplicationId, dict[PersonId, Mapping[DimensionId, object]]] = defaultdict(dict)
    for each in sorted(reviews, key=lambda each: (each.application_id, each.reviewer_id)):
        found[each.application_id][each.reviewer_id] = normal_scores(plan, each)
    reviewers = sorted({reviewer for rated in found.values() for reviewer in rated})
    seat_of = {reviewer: seat for seat, reviewer in enumerate(reviewers)}
    numbers = [len(rated) for rated in found.values()]
    blocks = []
    for number in sorted(set(numbers)):
        same = [rated for rated in found.values() if len(rated) == number]
        scores = [[_scores(plan, given) for given in rated.values()] for rated in same]
        blocks.append(
            ReviewBlock(
                places=np.flatnonzero(np.asarray(numbers) == number),
                reviewers=np.asarray([[seat_of[who] for who in rated] for rated in same], dtype=np.intp),
                scores=np.asarray(scores, dtype=float),
            )
        )
    return ReviewTable(list(found), numbers, reviewers, blocks)


def _scores(plan: ReviewPlan, given: Mapping[DimensionId, object]) -> list[object]:
    return [given.get(each.dimension_id, np.nan) for each in plan.dimensions]
