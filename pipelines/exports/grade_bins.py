"""Grade distributions: put in order, checked, and kept once however many records carry them."""

from __future__ import annotations

import re
from array import array
from functools import cached_property, lru_cache
from hashlib import blake2b
from operator import itemgetter
from typing import Any

import pyarrow as pa

from pipelines.decode.sentinels import is_missing
from pipelines.exports.column_map import load_pairs, text_of
from pipelines.exports.text_arrays import count_array, list_array, text_array

BIN_COUNT = 100
MAX_COUNT = 1_000_000

_NUMBERS = re.compile(r"\D*(\d+)\D+(\d+)\D*")


class UnreadableBins(ValueError):
    """Not 100 one-point bins with whole numbers."""


class UnreadablePopulation(ValueError):
    """Not a whole number."""


def _bin_keys() -> tuple[str, ...]:
    pattern = load_pairs("grade_bin")["bin_key"]
    return tuple(pattern.format(low=low, high=low + 1) for low in range(BIN_COUNT))


BIN_KEYS = _bin_keys()
_in_order = itemgetter(*BIN_KEYS)


class SharedBins(dict[str, Any]):
    """The bins of several records as one object, so that their counts are read once."""

    @cached_property
    def counts(self) -> tuple[int, ...]:
        return _read_bins(self)


def read_bins(received: Any) -> tuple[int, ...]:
    """The counts of the 100 bins from lowest to highest, whatever the order of the keys."""
    return received.counts if type(received) is SharedBins else _read_bins(received)


def _read_bins(received: Any) -> tuple[int, ...]:
    if not isinstance(received, dict) or len(received) != BIN_COUNT:
        raise UnreadableBins
    try:
        counts = _in_order(received)
    except KeyError:
        counts = _sorted_by_number(received)
    return _checked_counts(counts)


@lru_cache(maxsize=65_536, typed=True)
def _checked_counts(counts: tuple[Any, ...]) -> tuple[int, ...]:
    """Whole numbers in range; cached because classmates carry the same distribution."""
    if set(map(type, counts)) != {int}:
        counts = tuple(_read_count(count) for count in counts)
    if min(counts) < 0 or max(counts) > MAX_COUNT:
        raise UnreadableBins
    return counts


def _sorted_by_number(received: dict[str, Any]) -> tuple[Any, ...]:
    """By the number in the key, for keys that are spelled a little differently."""
    numbered = {}
    for key, count in received.items():
        found = _NUMBERS.fullmatch(key)
        if found is None or int(found.group(2)) != int(found.group(1)) + 1:
            raise UnreadableBins
        numbered[int(found.group(1))] = count
    if set(numbered) != set(range(BIN_COUNT)):
        raise UnreadableBins
    return tuple(numbered[low] for low in range(BIN_COUNT))


def _read_count(received: Any) -> int:
    if type(received) is str and received.isascii() and received.isdigit() and len(received) < 10:
        return int(received)
    text = text_of(received)
    if text is None or not re.fullmatch(r"\d{1,9}(\.0+)?", text.strip()):
        raise UnreadableBins
    return int(text.strip().partition(".")[0])


def read_population(received: Any) -> int | None:
    """None when nothing was given; a sentinel is nothing."""
    if type(received) is int and 0 <= received <= MAX_COUNT:
        return received
    text = text_of(received)
    if text is None or is_missing(text):
        return None
    if not re.fullmatch(r"\d{1,9}(\.0+)?", text.strip()):
        raise UnreadablePopulation
    return int(text.strip().partition(".")[0])


class DistributionPool:
    """Every distinct distribution of a build; the id is made from the content."""

    def __init__(self) -> None:
        self._id_by_content: dict[tuple[int | None, tuple[int, ...]], str] = {}

    def add(self, counts: tuple[int, ...], population: int | None) -> str:
        """The id of the distribution, new or known."""
        content = (population, counts)
        found = self._id_by_content.get(content)
        if found is None:
            found = _content_id(counts, population)
            self._id_by_content[content] = found
        return found

    def to_arrow(self) -> pa.Table:
        contents = list(self._id_by_content)
        return pa.Table.from_arrays(
            [
                text_array(list(self._id_by_content.values())),
                count_array([population for population, _ in contents]),
                list_array([counts for _, counts in contents], BIN_COUNT),
            ],
            names=["grade_distribution_id", "population", "grade_bins"],
        )


def _content_id(counts: tuple[int, ...], population: int | None) -> str:
    content = array("i", counts).tobytes() + str(population).encode()
    return blake2b(content, digest_size=10).hexdigest()
