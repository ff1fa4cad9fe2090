"""Pairs of texts that share several sampled shingles, found without comparing every text with every other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from pipelines.matching.shingles import Hashes, Places, sampled_shingles

FEWEST_SHARED = 3
MOST_HOLDERS = 50
"""A shingle of more texts than this is a stock phrase."""
NEAREST_HOLDERS = 5
MOSTLY = 0.5
PAIRS_A_BLOCK = 8_000_000
_PLACE_BITS = np.uint64(24)
_PLACE_MASK = np.uint64((1 << 24) - 1)
_PAIR_BITS = np.uint64(32)


def candidate_pairs(texts: Sequence[str], modulus: int) -> Iterator[tuple[int, int]]:
    """Places of two texts, the earlier first, each pair once; at most sixteen million texts."""
    places, reach = _meetings(_sorted_samples(texts, modulus), len(texts))
    for pairs in _blocks_of_pairs(places, reach):
        distinct, shared = np.unique(pairs, return_counts=True)
        told = distinct[shared >= FEWEST_SHARED]
        yield from zip((told >> _PAIR_BITS).tolist(), (told & np.uint64(0xFFFFFFFF)).tolist(), strict=True)


def _sorted_samples(texts: Sequence[str], modulus: int) -> Hashes:
    """Hash above, place of the text below, in one number: sorting that is far cheaper than sorting two."""
    packed = [
        (hashes >> _PLACE_BITS << _PLACE_BITS) | places.astype(np.uint64)
        for hashes, places in sampled_shingles(texts, modulus)
    ]
    samples = np.concatenate([*packed, np.empty(0, np.uint64)])
    samples.sort()
    return samples[np.diff(samples, prepend=np.uint64(0)) != 0] if len(samples) else samples


def _meetings(samples: Hashes, texts: int) -> tuple[Places, Places]:
    """Places in the order of their shingles, and how many of the places after each share its shingle with it."""
    places = (samples & _PLACE_MASK).astype(np.int64)
    hashes = samples >> _PLACE_BITS
    holders = _run_lengths(hashes)
    is_stock = holders > MOST_HOLDERS
    of_few = ~is_stock & (holders > 1)
    stock_share = np.bincount(places[is_stock], minlength=texts) / np.maximum(
        1, np.bincount(places, minlength=texts)
    )
    of_many = is_stock & (stock_share[places] > MOSTLY)
    reaches = (_followers(hashes[of_few]), np.minimum(NEAREST_HOLDERS, _followers(hashes[of_many])))
    return np.concatenate([places[of_few], places[of_many]]), np.concatenate(reaches)


def _run_starts(hashes: Hashes) -> Places:
    if not len(hashes):
        return np.empty(0, np.int64)
    return np.flatnonzero(np.concatenate([[True], hashes[1:] != hashes[:-1]]))


def _run_lengths(hashes: Hashes) -> Places:
    """For each hash, how many of the sorted hashes equal it."""
    lengths = np.diff(_run_starts(hashes), append=len(hashes))
    return np.repeat(lengths, lengths)


def _followers(hashes: Hashes) -> Places:
    """For each hash, how many of those after it equal it."""
    starts = _run_starts(hashes)
    lengths = np.diff(starts, append=len(hashes))
    ends = np.repeat(starts + lengths, lengths)
    return ends - 1 - np.arange(len(hashes))


def _blocks_of_pairs(places: Places, reach: Places) -> Iterator[Hashes]:
    """All pairs of some texts with later ones at a time: what one text shares with another is never divided."""
    order = np.argsort(places, kind="stable")
    totals = np.cumsum(reach[order])
    ordered = places[order]
    start = 0
    while start < len(order):
        done = totals[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(totals, done + PAIRS_A_BLOCK, side="right")))
        stop = int(np.searchsorted(ordered, ordered[stop - 1], side="right"))
        yield _pairs(places, reach, order[start:stop])
        start = stop


def _pairs(places: Places, reach: Places, entries: Places) -> Hashes:
    counts = reach[entries]
    begins = np.repeat(np.cumsum(counts) - counts, counts)
    others = np.repeat(entries, counts) + 1 + np.arange(counts.sum()) - begins
    left = np.repeat(places[entries], counts).astype(np.uint64)
    return (left << _PAIR_BITS) | places[others].astype(np.uint64)
