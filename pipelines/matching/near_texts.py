"""Nearly equal texts among many: sampled five-character shingles find candidates, the whole sets decide.

A text is the set of its five-character shingles. Those whose hash falls on every sixteenth value (every fourth for
short texts) stand for it; two texts that share three of them are candidates, and Jaccard over all shingles decides.
A shingle of more than fifty texts is a stock phrase and makes no candidate, except for a text that consists mostly of
such: it is compared with the next few texts of that kind, so that a large group of copies shows as a chain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise, product

import numpy as np

from pipelines.matching.candidates import candidate_pairs
from pipelines.matching.shingles import Hashes, shingle_set

SHORTEST_EQUAL = 20
"""Characters from which two equal texts are worth telling."""
LARGEST_GROUP = 50
"""Equal texts up to which every pair is told; a larger group is told as a chain in the order given."""

SETS_AT_HAND = 5000


@dataclass(frozen=True)
class Tier:
    """Texts of some length: which shingles stand for them, and the least share of common shingles that is told."""

    shortest: int
    longest: int
    modulus: int
    least_share: float


TIERS = (Tier(60, 400, 4, 0.6), Tier(320, 10_000_000, 16, 0.3))
"""They overlap, so that two texts on either side of a border still meet."""


@dataclass(frozen=True)
class SimilarPair:
    """``left_id`` came before ``right_id``; the similarity is in percent."""

    left_id: str
    right_id: str
    similarity: float
    is_identical: bool


def find_similar(
    texts: Sequence[tuple[str, str]], *, owners: Sequence[str] | None = None
) -> list[SimilarPair]:
    """Pairs of folded texts that are equal or nearly so, as (id, text); never two of one owner."""
    owner_of = owners or [text_id for text_id, _ in texts]
    groups = _groups(texts, owner_of)
    found = {pair: (100.0, True) for group in groups for pair in _equal_pairs(texts, group)}
    for tier in TIERS:
        within = [group for group in groups if tier.shortest <= len(texts[group[0]][1]) <= tier.longest]
        for left, right, share in _alike_pairs([texts[group[0]][1] for group in within], tier):
            for pair in _pairs_of_two_owners(within[left], within[right], owner_of)[:1]:
                found.setdefault(pair, (round(100 * share, 2), False))
    return [
        SimilarPair(texts[left][0], texts[right][0], *found[left, right]) for left, right in sorted(found)
    ]


def _groups(texts: Sequence[tuple[str, str]], owner_of: Sequence[str]) -> list[list[int]]:
    """Places of equal texts, the first of every owner, in the order given."""
    groups: dict[str, dict[str, int]] = {}
    for place, (_, text) in enumerate(texts):
        groups.setdefault(text, {}).setdefault(owner_of[place], place)
    return [list(group.values()) for group in groups.values()]


def _equal_pairs(texts: Sequence[tuple[str, str]], group: list[int]) -> Iterable[tuple[int, int]]:
    if len(texts[group[0]][1]) < SHORTEST_EQUAL:
        return ()
    return combinations(group, 2) if len(group) <= LARGEST_GROUP else pairwise(group)


def _pairs_of_two_owners(
    left: Sequence[int], right: Sequence[int], owner_of: Sequence[str]
) -> list[tuple[int, int]]:
    """The earlier place first. The first two of each group suffice to find two owners where there are any."""
    return [
        (min(one, other), max(one, other))
        for one, other in product(left[:2], right[:2])
        if owner_of[one] != owner_of[other]
    ]


def _alike_pairs(texts: Sequence[str], tier: Tier) -> Iterator[tuple[int, int, float]]:
    """Places of two texts and their Jaccard share, from the least share of the tier upwards."""
    shingles_of = lru_cache(maxsize=SETS_AT_HAND)(lambda place: shingle_set(texts[place]))
    for left, right in candidate_pairs(texts, tier.modulus):
        share = _jaccard(shingles_of(left), shingles_of(right), tier.least_share)
        if share >= tier.least_share:
            yield left, right, share


def _jaccard(left: Hashes, right: Hashes, least: float) -> float:
    """Common shingles over all shingles; 0 when the sizes alone rule the least share out."""
    fewer, more = sorted((len(left), len(right)))
    if fewer < least * more:
        return 0.0
    common = len(np.intersect1d(left, right, assume_unique=True))
    return common / (fewer + more - common)
