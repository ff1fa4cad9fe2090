"""Times the search for nearly equal essays, and counts the planted copies it finds, against comparing all with all.

Run as ``python -m tests.benchmarks.likeness_benchmark [--essays 60000] [--slice 400]``. The reference compares every
pair of a slice, once by rapidfuzz and once by Jaccard over all shingles, and is extrapolated to all pairs.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Sequence
from itertools import combinations
from random import Random

import numpy as np
from rapidfuzz import fuzz, process

from pipelines.matching.near_texts import find_similar
from pipelines.matching.shingles import shingle_set

SEED = 20260301
VOCABULARY = 6000
WORDS_AN_ESSAY = 420
PLANTED_SHARE = 0.02
EDITED_SHARE = 0.1

Planted = list[tuple[str, str]]


def write_essays(count: int) -> tuple[list[tuple[str, str]], Planted]:
    """Essays of about 800 characters; a fiftieth are copies with a tenth of their characters replaced."""
    random = Random(SEED)
    words = [_word(random) for _ in range(VOCABULARY)]
    weights = [1 / (rank + 5) for rank in range(VOCABULARY)]
    copies = round(count * PLANTED_SHARE)
    texts = ["".join(random.choices(words, weights, k=WORDS_AN_ESSAY)) for _ in range(count - copies)]
    origins = random.sample(range(len(texts)), copies)
    planted = [(str(origin), str(len(texts) + number)) for number, origin in enumerate(origins)]
    texts += [_edited(texts[origin], random) for origin in origins]
    return [(str(number), text) for number, text in enumerate(texts)], planted


def _word(random: Random) -> str:
    return "".join(chr(random.randrange(0x4E00, 0x9000)) for _ in range(random.choice((1, 2, 2, 3))))


def _edited(text: str, random: Random) -> str:
    changed = list(text)
    for place in random.sample(range(len(changed)), round(EDITED_SHARE * len(changed))):
        changed[place] = chr(random.randrange(0x4E00, 0x9000))
    return "".join(changed)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _all_by_ratio(texts: Sequence[str]) -> None:
    process.cdist(texts, texts, scorer=fuzz.ratio, dtype=np.uint8, workers=1)


def _all_by_jaccard(texts: Sequence[str]) -> None:
    sets = [shingle_set(text) for text in texts]
    for left, right in combinations(sets, 2):
        len(np.intersect1d(left, right, assume_unique=True))


def _print_reference(name: str, essays: Sequence[tuple[str, str]], part: int, *, own: float) -> None:
    texts = [text for _, text in essays[:part]]
    # cdist fills both halves of the square.
    pairs = part * part if name == "rapidfuzz" else part * (part - 1) / 2
    seconds = _seconds(lambda: (_all_by_ratio if name == "rapidfuzz" else _all_by_jaccard)(texts))
    extrapolated = seconds / pairs * len(essays) * (len(essays) - 1) / 2
    print(
        f"{name:10} all pairs of {part}: {seconds:6.1f} s; of all, extrapolated: {extrapolated / 3600:7.2f} h,"
        f" {extrapolated / own:9.0f} times as long"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--essays", type=int, default=60_000)
    parser.add_argument("--slice", type=int, default=400)
    options = parser.parse_args()
    essays, planted = write_essays(options.essays)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    found = {(pair.left_id, pair.right_id) for pair in find_similar(essays)}
    seconds = time.perf_counter() - start
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    recall = sum(pair in found for pair in planted) / len(planted)
    print(f"{len(essays)} essays, {len(planted)} planted copies")
    print(
        f"find_similar: {seconds:.1f} s, {added:.0f} MiB more, recall {recall:.4f}, others {len(found - set(planted))}"
    )
    for name in ("rapidfuzz", "jaccard"):
        _print_reference(name, essays, min(options.slice, len(essays)), own=seconds)


if __name__ == "__main__":
    main()
