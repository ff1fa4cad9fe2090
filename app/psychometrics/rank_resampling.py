"""Resampled reviews as arrays: noise drawn anew, weights, values rounded and compared as the list does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.psychometrics.bordered_system import Floats, Places

Integers = NDArray[np.int64]
RESAMPLES_AT_ONCE = 100
_KEY_BITS = 62


@dataclass(frozen=True, eq=False)
class ReviewBlock:
    """The applications with the same number of reviews: ``places`` among all, ``reviewers`` (applications × reviews)
    and ``scores`` (applications × reviews × dimensions), NaN where a review has none in a dimension."""

    places: Places
    reviewers: Places
    scores: Floats

    @property
    def reviews(self) -> int:
        """Reviews an application."""
        return int(self.reviewers.shape[1])

    @cached_property
    def shares(self) -> Floats:
        """What each score is of the mean of its dimension."""
        has_score = ~np.isnan(self.scores)
        shares: Floats = has_score / np.maximum(has_score.sum(axis=1, keepdims=True), 1)
        return shares

    @cached_property
    def means(self) -> Floats:
        """Applications × dimensions."""
        means: Floats = (self.shares * np.nan_to_num(self.scores)).sum(axis=1)
        return means


@dataclass(frozen=True, eq=False)
class ReviewNoise:
    """What a review holds beside its application: ``residuals`` (reviews × dimensions), drawn for each review anew,
    and ``shifts`` (reviewers × dimensions), drawn once a reviewer; with unbiased variances, no rows where unknown."""

    residuals: Floats
    shifts: Floats


def pooled_noise(blocks: Sequence[ReviewBlock]) -> ReviewNoise:
    """Every review's distance from the mean of its application, × √(n / (n − 1)); of applications with two or more."""
    dimensions = blocks[0].scores.shape[2]
    found = [
        (block.scores - block.means[:, None, :]) * np.sqrt(block.reviews / (block.reviews - 1))
        for block in blocks
        if block.reviews > 1
    ]
    none = np.zeros((0, dimensions))
    return ReviewNoise(np.concatenate([each.reshape(-1, dimensions) for each in found] or [none]), none)


def drawn_shifts(noise: ReviewNoise, reviewers: int, *, resamples: int, rng: np.random.Generator) -> Floats:
    """Resamples × reviewers × dimensions: another reviewer's shift in the place of each."""
    if not noise.shifts.shape[0]:
        return np.zeros((resamples, reviewers, noise.shifts.shape[1]))
    drawn: Floats = noise.shifts[rng.integers(0, noise.shifts.shape[0], (resamples, reviewers))]
    return drawn


def noisy_means(block: ReviewBlock, noise: ReviewNoise, shifts: Floats, rng: np.random.Generator) -> Floats:
    """The block's means (resamples × applications × dimensions), moved by the mean of a shift and a residual a review."""
    means = np.tile(block.means, (shifts.shape[0], 1, 1))
    for review, moved in enumerate(_moves(block, noise, shifts, rng)):
        means += moved * block.shares[:, review]
    return means


def noisy_scores(block: ReviewBlock, noise: ReviewNoise, shifts: Floats, rng: np.random.Generator) -> Floats:
    """The block's scores (resamples × applications × reviews × dimensions), each with its shift and its residual."""
    return np.stack(
        [block.scores[:, review] + moved for review, moved in enumerate(_moves(block, noise, shifts, rng))],
        axis=2,
    )


def _moves(
    block: ReviewBlock, noise: ReviewNoise, shifts: Floats, rng: np.random.Generator
) -> Iterator[Floats]:
    """Review by review, resamples × applications × dimensions. A residual is drawn with all its dimensions, from any
    application."""
    for review in range(block.reviews):
        moved: Floats = shifts[:, block.reviewers[:, review]]
        if noise.residuals.shape[0]:
            moved = moved + noise.residuals[rng.integers(0, noise.residuals.shape[0], moved.shape[:2])]
        yield moved


def drawn_weights(weights: Floats, bound: float, *, resamples: int, rng: np.random.Generator) -> Floats:
    """Resamples × dimensions: every weight within ± ``bound`` of its own and not below zero, of the same sum.

    Uniform distances less their mean; a draw of which a weight leaves its bounds is made again. A weight of zero was
    announced as none and stays none; one smaller than the bound moves further up than down.
    """
    drawn = np.tile(weights, (resamples, 1))
    free = np.flatnonzero(weights > 0)
    if bound == 0 or free.size < 2:
        return drawn
    lowest = np.maximum(weights[free] - bound, 0)
    waiting = np.arange(resamples)
    while waiting.size:
        moved = rng.uniform(lowest, weights[free] + bound, (waiting.size, free.size))
        moved -= (moved.sum(axis=1, keepdims=True) - weights[free].sum()) / free.size
        fits = ((moved >= lowest) & (moved <= weights[free] + bound)).all(axis=1)
        drawn[np.ix_(waiting[fits], free)] = moved[fits]
        waiting = waiting[~fits]
    return drawn


def chunks(resamples: int) -> Iterator[int]:
    """Sizes of the portions in which resamples are made, so that memory stays small."""
    for start in range(0, resamples, RESAMPLES_AT_ONCE):
        yield min(RESAMPLES_AT_ONCE, resamples - start)


def list_keys(merit: Sequence[Integers]) -> Integers:
    """Keys (resamples × applications) that are equal exactly where merit is equal; higher is better.

    ``merit`` is what the list compares, most important first, as whole numbers: for each resample and application, or
    for each application where it is the same in all of them.
    """
    keys = merit[0]
    for part in merit[1:]:
        lowest = int(part.min())
        width = int(part.max()) - lowest + 1
        if (int(np.abs(keys).max()) + 1) * width >= 2**_KEY_BITS:
            keys = np.unique(keys, return_inverse=True)[1].reshape(keys.shape).astype(np.int64)
        keys = keys * width + (part - lowest)
    return keys


def hundredths(settled: Integers, rests: Floats, changes: Floats) -> Integers:
    """Values in hundredths, half up, after ``changes`` in points (resamples × …).

    ``settled`` is what the list made of each value, ``rests`` the hundredths it rounded away (negative where up):
    without a change the answer is the list's own, whatever the last bits of a float say.
    """
    # A rest just below a half stays below it, and what is a half but for the last bits of a float is lifted.
    rests = np.clip(rests, -0.5, 0.5 - 1e-6)
    return settled + np.floor(rests + changes * 100 + 0.5 + 1e-7).astype(np.int64)
