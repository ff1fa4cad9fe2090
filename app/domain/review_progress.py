"""評分進度: how far a round is, counted by what its plan requires; one meaning on every screen.

A plan requires a number of finished reviews of every application. More of one application (a cross reading, a third
review) do not make up for another's, and neither does an abstention.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class ReviewProgress:
    """``required`` reviews of so many applications; all ``scored`` ones, and what is ``missing`` of those required."""

    each: int
    required: int
    scored: int
    missing: int

    @property
    def counted(self) -> int:
        """The finished reviews that the plan requires."""
        return self.required - self.missing

    @property
    def beyond(self) -> int:
        """The finished reviews beyond what it requires."""
        return self.scored - self.counted


def review_progress(each: int, scored: Iterable[int]) -> ReviewProgress:
    """The progress of applications with so many finished reviews each, when ``each`` are required of every one."""
    counts = tuple(scored)
    return ReviewProgress(
        each=each,
        required=each * len(counts),
        scored=sum(counts),
        missing=sum(max(0, each - count) for count in counts),
    )
