"""Whether reviewers can be compared at all: they must be linked through applications judged in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId

ReviewPair = tuple[ApplicationId, PersonId]


def connected_groups(pairs: Iterable[ReviewPair]) -> tuple[frozenset[PersonId], ...]:
    """Reviewers linked directly or through others by common applications; the largest group first.

    Across groups no mean, severity or standard score may be compared: a strict reviewer and a weak
    set of applicants look the same.
    """
    reviewers_of: defaultdict[ApplicationId, set[PersonId]] = defaultdict(set)
    for application_id, reviewer_id in pairs:
        reviewers_of[application_id].add(reviewer_id)
    groups: list[set[PersonId]] = []
    for reviewers in reviewers_of.values():
        touched = [group for group in groups if group & reviewers]
        groups = [group for group in groups if not group & reviewers]
        groups.append(reviewers.union(*touched))
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return tuple(frozenset(group) for group in ordered)


def is_connected(pairs: Iterable[ReviewPair]) -> bool:
    """Whether all reviewers form one group; False also when there is nothing to compare."""
    return len(connected_groups(pairs)) == 1
