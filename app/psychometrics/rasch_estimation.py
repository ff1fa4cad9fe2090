"""Joint maximum likelihood of the many-facet rating scale model by Newton's method on all parameters at once.

log P(category k) / P(category k − 1) = θ(application) − λ(reviewer) − δ(dimension) − τ(k), with Σλ = Σδ = Στ = 0
(Andrich 1978; Linacre 1989). The log-likelihood is concave, so that a Newton step, halved while it does not
climb, finds its only maximum; the applications are eliminated from every step (``bordered_system``), and the same
equations give the covariance of all estimates rather than each one's by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.psychometrics.bordered_system import BorderedSystem, Floats, counts_by_pair, sum_directions
from app.psychometrics.rasch_responses import Facet, Responses, passed_steps

MOST_ITERATIONS = 60
_LAST_STEP = 1e-9
_UNBOUNDED = 15.0


@dataclass(frozen=True, eq=False)
class Parameters:
    """θ, λ, δ and τ in logits."""

    application: Floats
    reviewer: Floats
    dimension: Floats
    threshold: Floats

    def moved(self, large: Floats, small: Floats, share: float) -> Parameters:
        """These and ``share`` of a step for applications and for the rest."""
        ends = np.cumsum([self.reviewer.size, self.dimension.size])
        reviewer, dimension, threshold = np.split(small * share, ends)
        return Parameters(
            self.application + large * share,
            self.reviewer + reviewer,
            self.dimension + dimension,
            self.threshold + threshold,
        )

    def largest(self) -> float:
        """The largest absolute value of all."""
        every = (self.application, self.reviewer, self.dimension, self.threshold)
        return max(float(np.abs(each).max()) for each in every)


@dataclass(frozen=True, eq=False)
class Estimate:
    """Parameters at the maximum with their variances, not yet corrected for bias."""

    parameters: Parameters
    variances: Parameters
    iterations: int
    has_converged: bool


def category_chances(location: Floats, threshold: Floats) -> Floats:
    """Categories × rows: the chance of each category at η = θ − λ − δ."""
    exponents = _exponents(location, threshold)
    weights = np.exp(exponents - exponents.max(axis=0))
    chances: Floats = weights / weights.sum(axis=0)
    return chances


def locations(responses: Responses, parameters: Parameters) -> Floats:
    """η of each row."""
    located: Floats = (
        parameters.application[responses.place(Facet.APPLICATION)]
        - parameters.reviewer[responses.place(Facet.REVIEWER)]
        - parameters.dimension[responses.place(Facet.DIMENSION)]
    )
    return located


def estimate(responses: Responses) -> Estimate:
    """The maximum for connected responses of at least two categories.

    Not converged where parameters run away (beyond 15 logits), as they do when one set of reviewers always gives
    the higher band than another, or after ``MOST_ITERATIONS``.
    """
    passed = passed_steps(responses)
    parameters = _start(responses, passed)
    likelihood = _log_likelihood(responses, parameters, passed)
    for iteration in range(1, MOST_ITERATIONS + 1):
        gradient, system = _equations(responses, parameters, passed)
        try:
            step = system.solve(*gradient)
        except np.linalg.LinAlgError:
            return Estimate(parameters, parameters, iteration, has_converged=False)
        parameters, likelihood = _climb(responses, parameters, passed, step=step, reached=likelihood)
        if parameters.largest() > _UNBOUNDED:
            return Estimate(parameters, parameters, iteration, has_converged=False)
        if max(float(np.abs(each).max()) for each in step) < _LAST_STEP:
            return _at_maximum(responses, parameters, passed, iterations=iteration)
    return Estimate(parameters, parameters, MOST_ITERATIONS, has_converged=False)


def _at_maximum(responses: Responses, parameters: Parameters, passed: Floats, *, iterations: int) -> Estimate:
    large, small = _equations(responses, parameters, passed)[1].variances()
    # On a plateau far out the information is all rounding, and an inverse of it may be anything.
    is_certain = bool((large > 0).all() and (small > -_LAST_STEP).all())
    variances = _zeros(responses).moved(large, small, 1.0)
    return Estimate(parameters, variances, iterations, has_converged=is_certain)


def _zeros(responses: Responses) -> Parameters:
    application, reviewer, dimension = (np.zeros(responses.size(facet)) for facet in Facet)
    return Parameters(application, reviewer, dimension, np.zeros(responses.steps))


def _start(responses: Responses, passed: Floats) -> Parameters:
    """The log odds of each application's share of the steps; nothing yet for the other facets (as PROX without spread)."""
    share = responses.count(Facet.APPLICATION, passed.mean(axis=0)) / responses.count(Facet.APPLICATION)
    share = np.clip(share, 0.01, 0.99)
    start = _zeros(responses)
    return Parameters(np.log(share / (1 - share)), start.reviewer, start.dimension, start.threshold)


def _exponents(location: Floats, threshold: Floats) -> Floats:
    categories = np.arange(threshold.size + 1)
    passed = np.concatenate([[0.0], np.cumsum(threshold)])
    # A row a category, not a column: sums over few long rows take a third of the time of many short ones.
    exponents: Floats = categories[:, None] * location - passed[:, None]
    return exponents


def _log_likelihood(responses: Responses, parameters: Parameters, passed: Floats) -> float:
    location = locations(responses, parameters)
    exponents = _exponents(location, parameters.threshold)
    top = exponents.max(axis=0)
    normaliser = top + np.log(np.exp(exponents - top).sum(axis=0))
    observed = location * passed.sum(axis=0) - parameters.threshold @ passed
    return float((observed - normaliser).sum())


def _climb(
    responses: Responses,
    parameters: Parameters,
    passed: Floats,
    *,
    step: tuple[Floats, Floats],
    reached: float,
) -> tuple[Parameters, float]:
    # Far from the maximum a whole step may overshoot; near it the likelihood no longer tells two points apart.
    share = min(1.0, 2.0 / max(float(np.abs(each).max()) for each in step)) if np.any(step[0]) else 1.0
    tolerance = 1e-10 * (1 + abs(reached))
    for _ in range(30):
        moved = parameters.moved(*step, share)
        likelihood = _log_likelihood(responses, moved, passed)
        if likelihood >= reached - tolerance:
            return moved, likelihood
        share /= 2
    return parameters, reached


def _equations(
    responses: Responses, parameters: Parameters, passed: Floats
) -> tuple[tuple[Floats, Floats], BorderedSystem]:
    """The gradient (applications, the rest) and the information matrix."""
    categories = np.arange(responses.steps + 1)
    chances = category_chances(locations(responses, parameters), parameters.threshold)
    reach = _from_step_on(chances)
    weighted = _from_step_on(chances * categories[:, None])
    expected = categories @ chances
    residual = passed.sum(axis=0) - expected
    small = np.concatenate(
        [
            -responses.count(Facet.REVIEWER, residual),
            -responses.count(Facet.DIMENSION, residual),
            -(passed - reach).sum(axis=1),
        ]
    )
    variance = categories**2 @ chances - expected**2
    return (responses.count(Facet.APPLICATION, residual), small), _information(
        responses, variance, covariance=weighted - expected * reach, reach=reach
    )


def _from_step_on(values: Floats) -> Floats:
    """Steps × rows: the sum over all categories that pass the step."""
    passing: Floats = np.cumsum(values[:0:-1], axis=0)[::-1]
    return passing


def _information(
    responses: Responses, variance: Floats, *, covariance: Floats, reach: Floats
) -> BorderedSystem:
    """``variance`` of the category a row, its ``covariance`` with each step (steps × rows), chances to ``reach`` a step."""
    reviewers, dimensions = responses.size(Facet.REVIEWER), responses.size(Facet.DIMENSION)
    small = reviewers + dimensions + responses.steps
    seats = slice(0, reviewers)
    columns = slice(reviewers, reviewers + dimensions)
    steps = slice(reviewers + dimensions, small)
    border = np.concatenate(
        [
            -_pairs(responses, Facet.APPLICATION, Facet.REVIEWER, variance),
            -_pairs(responses, Facet.APPLICATION, Facet.DIMENSION, variance),
            -_by_step(responses, Facet.APPLICATION, covariance),
        ],
        axis=1,
    )
    corner = np.zeros((small, small))
    corner[seats, seats] = np.diag(responses.count(Facet.REVIEWER, variance))
    corner[columns, columns] = np.diag(responses.count(Facet.DIMENSION, variance))
    corner[seats, columns] = _pairs(responses, Facet.REVIEWER, Facet.DIMENSION, variance)
    corner[seats, steps] = _by_step(responses, Facet.REVIEWER, covariance)
    corner[columns, steps] = _by_step(responses, Facet.DIMENSION, covariance)
    corner[steps, steps] = _step_covariance(reach)
    corner = np.triu(corner) + np.triu(corner, 1).T
    blocks = [np.arange(small)[each] for each in (seats, columns, steps)]
    diagonal = responses.count(Facet.APPLICATION, variance)
    return BorderedSystem(diagonal, border, corner, sum_directions(blocks, small))


def _pairs(responses: Responses, rows: Facet, columns: Facet, weights: Floats) -> Floats:
    shape = (responses.size(rows), responses.size(columns))
    return counts_by_pair(responses.place(rows), responses.place(columns), weights, shape=shape)


def _by_step(responses: Responses, facet: Facet, covariance: Floats) -> Floats:
    return np.stack([responses.count(facet, each) for each in covariance], axis=1)


def _step_covariance(reach: Floats) -> Floats:
    """cov(1[X ≥ g], 1[X ≥ h]) = P(X ≥ max(g, h)) − P(X ≥ g) P(X ≥ h), summed over rows."""
    sums = reach.sum(axis=1)
    steps = np.arange(sums.size)
    covariance: Floats = sums[np.maximum.outer(steps, steps)] - reach @ reach.T
    return covariance
