"""Distributions cut out of the text of a JSON file before it is parsed: classmates carry the same bytes.

Nine tenths of an export are distributions, and five of six repeat another one byte for byte. Each
distinct slice is parsed once; the file is parsed with short marks in their places, and the marks are
replaced by what the slices say. The value is the one of a plain parse, also for damaged files.
"""

from __future__ import annotations

from functools import lru_cache
from secrets import randbits
from typing import Any

import orjson

from pipelines.exports.grade_bins import BIN_KEYS, SharedBins
from pipelines.exports.json_file import BrokenJson, read_json

_START = f'{{"{BIN_KEYS[0]}"'.encode()
# Marks are numbers from here on, drawn anew by every process, so that no export can hold one.
_FIRST_MARK = 1 << 62 | randbits(61)

Cut = dict[int, SharedBins]


def read_json_with_bins(content: bytes) -> Any:
    """What ``read_json`` gives, with equal distributions as one shared object; raises BrokenJson."""
    shortened, cut = _cut_out(content)
    if cut:
        try:
            received = read_json(shortened)
            _put_back(received, cut)
        except BrokenJson:
            return read_json(content)
        if not cut:
            return received
    # A mark that is left stood at an unusual place: where no value can stand, or under a key that came again.
    return read_json(content)


def _cut_out(content: bytes) -> tuple[bytes, Cut]:
    """The content with a mark for every distribution in the usual spelling, and these by their marks."""
    pieces: list[bytes] = []
    cut: Cut = {}
    done = 0
    while (start := content.find(_START, done)) >= 0 and (end := content.find(b"}", start) + 1):
        bins = _parse_slice(content[start:end])
        if bins is None:
            break
        mark = _FIRST_MARK + len(cut)
        cut[mark] = bins
        pieces += content[done:start], b"%d" % mark
        done = end
    pieces.append(content[done:])
    return b"".join(pieces), cut


@lru_cache(maxsize=8192)
def _parse_slice(content: bytes) -> SharedBins | None:
    """None when the first closing brace is not the end of the object."""
    try:
        return SharedBins(orjson.loads(content))
    except orjson.JSONDecodeError:
        return None


def _put_back(node: Any, cut: Cut) -> None:
    """At the places of the hand-over; objects of one key, two in each record, are not looked into."""
    places = node.items() if type(node) is dict else enumerate(node) if type(node) is list else ()
    for place, value in places:
        kind = type(value)
        if kind is int:
            if value >= _FIRST_MARK and value in cut:
                node[place] = cut.pop(value)
        elif kind is list or (kind is dict and len(value) > 1):
            _put_back(value, cut)
