"""Resampled ranks as arrays: noise drawn anew, weights, keys that compare as the list does, equal ranks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.psychometrics.bordered_system import Floats, Places

Integers = NDArray[np.int64]
RESAMPLES_AT_ONCE = 100
_KEY_BITS = 62


@dataclass(frozen=True, eq=False)
class ReviewBlock:
    """The applications with the same number of reviews: ``places`` among all, ``reviewers`` (applications × reviews)
    and ``scores`` (applications × reviews × dimensions)."""

    places: Places
    reviewers: Places
    scores: Floats

    @property
    def reviews(self) -> int:
        """Reviews an application."""
        return int(self.reviewers.shape[1])

    @property
    def means(self) -> Floats:
        """Applications × dimensions."""
        means: Floats = self.scores.mean(axis=1)
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
    """The block's means (resamples × applications × dimensions), moved by the mean of a shift and a residual a review.

    A residual is drawn with all its dimensions, from any application.
    """
    means = np.tile(block.means, (shifts.shape[0], 1, 1))
    for review in range(block.reviews):
        means += shifts[:, block.reviewers[:, review]] / block.reviews
        if noise.residuals.shape[0]:
            drawn = rng.integers(0, noise.residuals.shape[0], means.shape[:2])
            means += noise.residuals[drawn] / block.reviews
    return means


def drawn_weights(weights: Floats, bound: float, *, resamples: int, rng: np.random.Generator) -> Floats:
    """Resamples × dimensions: each weight uniform within ± ``bound``, not below zero, scaled to the same sum.

    After scaling a weight may lie slightly outside its bounds.
    """
    if bound == 0:
        return np.tile(weights, (resamples, 1))
    drawn = np.maximum(weights + rng.uniform(-bound, bound, (resamples, weights.size)), 0.0)
    # Bounds as wide as the weights may leave nothing at all; the announced weights then stand.
    drawn[drawn.sum(axis=1) == 0] = weights
    scaled: Floats = drawn * (weights.sum() / drawn.sum(axis=1, keepdims=True))
    return scaled


def chunks(resamples: int) -> Iterator[int]:
    """Sizes of the portions in which resamples are made, so that memory stays small."""
    for start in range(0, resamples, RESAMPLES_AT_ONCE):
        yield min(RESAMPLES_AT_ONCE, resamples - start)


def list_keys(means: Floats, weights: Floats, tie_breaks: Sequence[int]) -> Integers:
    """Keys (resamples × applications) that are equal exactly where the list shares a rank; higher is better.

    The total in hundredths, half up, then the mean of each tie-break dimension, rounded the same way. ``means`` in
    percent, ``weights`` (resamples × dimensions) in percent or points.
    """
    totals = (means @ weights[:, :, None])[:, :, 0] / 100
    parts = [_hundredths(totals), *(_hundredths(means[:, :, each]) for each in tie_breaks)]
    keys = parts[0]
    for part in parts[1:]:
        lowest = int(part.min())
        width = int(part.max()) - lowest + 1
        if (int(np.abs(keys).max()) + 1) * width >= 2**_KEY_BITS:
            keys = np.unique(keys, return_inverse=True)[1].reshape(keys.shape).astype(np.int64)
        keys = keys * width + (part - lowest)
    return keys


def _hundredths(values: Floats) -> Integers:
    # The small addition lifts what is a half but for the last bits of a float.
    return np.floor(values * 100 + 0.5 + 1e-7).astype(np.int64)


def shared_ranks(keys: Integers) -> Integers:
    """Ranks from 1 within each row, highest key first; equal keys share the better rank (1, 2, 2, 4)."""
    order = np.argsort(-keys, axis=1, kind="stable")
    ordered = np.take_along_axis(keys, order, axis=1)
    is_new = np.ones(keys.shape, dtype=bool)
    is_new[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    first = np.maximum.accumulate(np.where(is_new, np.arange(1, keys.shape[1] + 1), 0), axis=1)
    ranks = np.empty(keys.shape, dtype=np.int64)
    np.put_along_axis(ranks, order, first, axis=1)
    return ranks
