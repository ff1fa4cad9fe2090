"""Five-character shingles of texts as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

SHINGLE = 5
CHARACTERS_A_BLOCK = 4_000_000

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

_FACTORS = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_ODD = np.uint64(0xFF51AFD7ED558CCD)


def shingle_set(text: str) -> Hashes:
    """The distinct shingles of one text, sorted."""
    return np.unique(_hashes(_code_points([text])))


def sampled_shingles(texts: Sequence[str], modulus: int) -> Iterator[tuple[Hashes, Places]]:
    """Hashes that ``modulus`` divides, with the place of their text, by blocks of texts; none is shorter than a shingle."""
    for first, block in _blocks(texts):
        hashes = _hashes(_code_points(block))
        lengths = np.fromiter(map(len, block), np.int64, len(block))
        places = np.repeat(np.arange(first, first + len(block)), lengths)[: len(hashes)]
        # A shingle that begins in one text and ends in the next is none.
        is_within = np.ones(len(hashes), dtype=np.bool_)
        ends = np.cumsum(lengths)[:-1]
        for back in range(1, SHINGLE):
            is_within[ends - back] = False
        is_kept = is_within & (hashes % np.uint64(modulus) == 0)
        yield hashes[is_kept], places[is_kept]


def _blocks(texts: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Neighbouring texts of some millions of characters together, with the place of the first."""
    first, block, characters = 0, list[str](), 0
    for place, text in enumerate(texts):
        block.append(text)
        characters += len(text)
        if characters >= CHARACTERS_A_BLOCK:
            yield first, block
            first, block, characters = place + 1, [], 0
    if block:
        yield first, block


def _code_points(texts: Sequence[str]) -> Hashes:
    encoded = "".join(texts).encode("utf-32-le", "surrogatepass")
    return np.frombuffer(encoded, dtype="<u4").astype(np.uint64)


def _hashes(points: Hashes) -> Hashes:
    """One number for every five neighbours, mixed so that each of its bits depends on all of them."""
    mixed = np.zeros(max(0, len(points) - SHINGLE + 1), dtype=np.uint64)
    for place in range(SHINGLE):
        mixed *= _FACTORS[0]
        mixed += points[place : place + len(mixed)] * _FACTORS[1]
        mixed ^= mixed >> np.uint64(29)
    mixed *= _ODD
    mixed ^= mixed >> np.uint64(32)
    return mixed
