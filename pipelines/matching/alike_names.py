"""The most alike names of one block of courses and syllabi, with what forbids a pair taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from pipelines.matching.level_marks import STRICT_KINDS, comparable_name, mark_kinds, marked_places

HUNDREDTH = Decimal("0.01")
CELLS_AT_ONCE = 4_000_000
FORBIDDEN = np.float32(-1)

Similarities = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class AlikeName:
    """One name by its place in the list of names, and how alike it is, 0 to 100."""

    place: int
    similarity: Decimal


@dataclass(frozen=True)
class BestNames:
    """The most alike names of one asked name: all that are equally the best, and the next."""

    best: tuple[AlikeName, ...]
    runner_up: AlikeName | None


def name_similarity(left: str, right: str) -> Decimal:
    """Similarity of two folded names."""
    return _hundredths(fuzz.ratio(comparable_name(left), comparable_name(right)))


def find_best_names(
    asked: Sequence[str], names: Sequence[str], *, threshold: float, floor: float, own: Mask
) -> list[BestNames | None]:
    """For each asked folded name the most alike of ``names``; None where none reaches the threshold.

    ``own`` says, a row for each asked name, which names come first: the others are asked only where none of these
    reaches the threshold. The runner-up is the next of all names, and may be more alike than an own best; below
    ``floor`` it is none. Equal names of the two lists are as alike as any.
    """
    found: list[BestNames | None] = []
    step = max(1, CELLS_AT_ONCE // max(1, len(names)))
    for start in range(0, len(asked), step):
        part = slice(start, start + step)
        similarities = _similarities(asked[part], names)
        found += _ranked(similarities, own[part], threshold=threshold, floor=floor)
    return found


def _similarities(asked: Sequence[str], names: Sequence[str]) -> Similarities:
    rows, columns = map(comparable_name, asked), map(comparable_name, names)
    similarities: Similarities = cdist(list(rows), list(columns), scorer=fuzz.ratio, dtype=np.float32)
    similarities[_forbidden(asked, names)] = FORBIDDEN
    return similarities


def _forbidden(asked: Sequence[str], names: Sequence[str]) -> Mask:
    """Pairs whose marks of one kind differ."""
    numbers: dict[object, int] = {(): 0}
    rows, columns = _mark_numbers(asked, numbers), _mark_numbers(names, numbers)
    forbidden = np.zeros((len(asked), len(names)), dtype=np.bool_)
    for place in np.flatnonzero(rows.any(axis=0) | columns.any(axis=0)).tolist():
        row, column = rows[:, place, None], columns[None, :, place]
        differs = row != column
        is_strict = mark_kinds()[place] in STRICT_KINDS
        forbidden |= differs if is_strict else differs & (row > 0) & (column > 0)
    return forbidden


def _mark_numbers(names: Sequence[str], numbers: dict[object, int]) -> npt.NDArray[np.int32]:
    """The marks of each name as numbers, 0 for none; ``numbers`` is shared by both sides."""
    marks = np.zeros((len(names), len(mark_kinds())), dtype=np.int32)
    for row, name in enumerate(names):
        for place, mark in marked_places(name):
            marks[row, place] = numbers.setdefault(mark, len(numbers))
    return marks


def _ranked(
    similarities: Similarities, own: Mask, *, threshold: float, floor: float
) -> list[BestNames | None]:
    first = np.where(own, similarities, FORBIDDEN)
    best_first = first.max(axis=1)
    has_first = best_first >= threshold
    best = np.where(has_first, best_first, similarities.max(axis=1))
    found: list[BestNames | None] = [None] * len(best)
    for row in np.flatnonzero(best >= threshold).tolist():
        line = similarities[row]
        places = np.flatnonzero((first[row] if has_first[row] else line) == best[row])
        line[places] = FORBIDDEN
        next_place = int(line.argmax())
        has_next = line[next_place] >= floor
        found[row] = BestNames(
            best=tuple(_alike(place, best[row]) for place in places.tolist()),
            runner_up=_alike(next_place, line[next_place]) if has_next else None,
        )
    return found


def _alike(place: int, similarity: np.float32) -> AlikeName:
    return AlikeName(place, _hundredths(float(similarity)))


def _hundredths(similarity: float) -> Decimal:
    return Decimal(repr(similarity)).quantize(HUNDREDTH, ROUND_HALF_UP)
