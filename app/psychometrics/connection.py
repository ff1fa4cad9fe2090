"""Whether reviewers can be compared at all: they must be linked through applications judged in common."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True)
class LinkProposal:
    """One more review that links reviewers: ``reviewer_id`` also reads ``application_id``.

    ``joins`` numbers the group the application is in and the reviewer's, as ``connected_groups`` orders them, from 1.
    """

    application_id: ApplicationId
    reviewer_id: PersonId
    joins: tuple[int, int]


def linking_proposals(
    pairs: Iterable[ReviewPair],
    candidates: Iterable[ReviewPair],
    *,
    recused: Iterable[ReviewPair] = (),
    links: int = 1,
) -> tuple[LinkProposal, ...]:
    """The fewest of the candidates that make one group of all groups, or as few groups as they can.

    An addition joins two groups at the most, so g groups need g − 1. With ``links`` above 1 each join gets as many
    where the candidates have them: one common application links only as firmly as one pair of scores can. Never
    proposed: pairs in ``recused``, and reviewers or applications in no group. First comes the reviewer with the fewest
    additions, then with the fewest reviews, then the application with the fewest readers, then the order of the ids.
    """
    known = frozenset(pairs)
    linking = _Linking(known)
    barred = known | frozenset(recused)
    return tuple(linking.proposals({pair for pair in candidates if pair not in barred}, links))


Waiting = list[tuple[tuple[int, int, int], ReviewPair]]


class _Linking:
    """Groups that grow together while additions are chosen."""

    def __init__(self, pairs: frozenset[ReviewPair]) -> None:
        groups = connected_groups(pairs)
        self.group_of_reviewer = {who: number for number, group in enumerate(groups, 1) for who in group}
        self.group_of_application = {what: self.group_of_reviewer[who] for what, who in pairs}
        self.merged = list(range(len(groups) + 1))
        self.load = Counter(who for _, who in pairs)
        self.readers = Counter(what for what, _ in pairs)
        self.added: Counter[PersonId] = Counter()

    def proposals(self, candidates: Iterable[ReviewPair], links: int) -> Iterator[LinkProposal]:
        """Chosen one by one; costs only grow, so a stale one is put back with the cost it has by now."""
        waiting: Waiting = [(self._cost(pair), pair) for pair in candidates if self._is_linking(pair)]
        heapq.heapify(waiting)
        while waiting:
            cost, pair = heapq.heappop(waiting)
            if not self._is_linking(pair):
                continue
            if cost != self._cost(pair):
                heapq.heappush(waiting, (self._cost(pair), pair))
                continue
            yield self._chosen(pair)
            sides = self._sides(pair)
            spares = [each for _, each in waiting if self._sides(each) == sides] if links > 1 else []
            yield from self._spares(spares, links - 1)
            keep, gone = min(sides), max(sides)
            self.merged = [keep if group == gone else group for group in self.merged]

    def _spares(self, pairs: list[ReviewPair], count: int) -> Iterator[LinkProposal]:
        for _ in range(min(count, len(pairs))):
            best = min(pairs, key=lambda pair: (self._cost(pair), pair))
            pairs.remove(best)
            yield self._chosen(best)

    def _chosen(self, pair: ReviewPair) -> LinkProposal:
        what, who = pair
        self.added[who] += 1
        self.load[who] += 1
        self.readers[what] += 1
        return LinkProposal(what, who, (self.group_of_application[what], self.group_of_reviewer[who]))

    def _sides(self, pair: ReviewPair) -> frozenset[int]:
        """The groups, as grown so far, that the pair lies in; empty when one end is in none."""
        what, who = self.group_of_application.get(pair[0]), self.group_of_reviewer.get(pair[1])
        return (
            frozenset() if what is None or who is None else frozenset((self.merged[what], self.merged[who]))
        )

    def _is_linking(self, pair: ReviewPair) -> bool:
        return len(self._sides(pair)) == 2

    def _cost(self, pair: ReviewPair) -> tuple[int, int, int]:
        what, who = pair
        return self.added[who], self.load[who], self.readers[what]
