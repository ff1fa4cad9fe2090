"""正取, 增額, 備取: what the identity lists of a plan say of everyone who competes in them.

Lists are filled in the order of the plan; who is admitted in one takes no place in a later one. Merit alone
decides (total, then tie-breaks), never the submission: keeping PDF uploads apart changes where they are read,
not who finds a place. Who is undecided in one list is not admitted there yet, and so competes in later ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.evidence import ApplicationId
from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.ranked_row import ListStanding, Outcome, OutcomeReason, RankedList, RowBlock
from app.domain.tie_breaks import HasMerit, Merit, MeritOrder, merit_order, merits_of_ranked

ADMITS = (Outcome.ADMITTED, Outcome.EXTRA)


class Competes(HasMerit, Protocol):
    """An application as the lists see it."""

    @property
    def application_id(self) -> ApplicationId: ...
    @property
    def applicant_status(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Competitor:
    """One that says just this."""

    application_id: ApplicationId
    applicant_status: str | None
    block: RowBlock
    merit: Merit


@dataclass(frozen=True)
class ListCounts:
    """What one list comes to. ``extra`` counts admissions beyond the quota, of the ``admitted`` ones;
    ``undecided`` share ``open_places``."""

    list_id: str
    quota: int | None
    admitted: int
    extra: int
    undecided: int
    open_places: int
    waitlisted: int
    not_admitted: int
    elsewhere: int
    without_total: int


def competes(one: IdentityList, applicant_status: str | None) -> bool:
    """Whether the list is for this applicant status; one without statuses is for everyone."""
    return not one.statuses or applicant_status in one.statuses


def standings(
    lists: Sequence[IdentityList], competitors: Sequence[Competes], tie_at_line: TieAtLine
) -> dict[ApplicationId, tuple[ListStanding, ...]]:
    """The standing of every application in every list it competes in, in plan order."""
    order = merit_order(merits_of_ranked(competitors))
    found = standings_in_order(lists, competitors, tie_at_line, order)
    return {each.application_id: stood for each, stood in zip(competitors, found, strict=True)}


def standings_in_order(
    lists: Sequence[IdentityList],
    competitors: Sequence[Competes],
    tie_at_line: TieAtLine,
    order: MeritOrder,
) -> list[tuple[ListStanding, ...]]:
    """The same, for competitors whose order of merit is known already."""
    found: list[tuple[ListStanding, ...]] = [()] * len(competitors)
    admitted: dict[int, str] = {}
    others = [place for place in range(len(competitors)) if place not in order.number]
    for one in lists:
        line = _Line(one, competitors, order, admitted, tie_at_line)
        # Both to their end, before anyone is admitted here.
        for standing, holders in (*line.unranked(others), *line.ranked(order.best_first)):
            alone = (standing,)
            for place in holders:
                before = found[place]
                found[place] = (*before, standing) if before else alone
            if standing.outcome in ADMITS:
                admitted |= dict.fromkeys(holders, one.list_id)
    return found


def list_counts(ranked: RankedList, one: IdentityList) -> ListCounts:
    """How many of each outcome a list has."""
    outcomes = [
        standing.outcome for row in ranked.rows if (standing := row.standing_in(one.list_id)) is not None
    ]
    reasons = [
        standing.reason for row in ranked.rows if (standing := row.standing_in(one.list_id)) is not None
    ]
    admitted = outcomes.count(Outcome.ADMITTED) + outcomes.count(Outcome.EXTRA)
    quota = one.quota or 0
    undecided = outcomes.count(Outcome.UNDECIDED)
    return ListCounts(
        list_id=one.list_id,
        quota=one.quota,
        admitted=admitted,
        extra=max(0, admitted - quota),
        undecided=undecided,
        open_places=quota - admitted if undecided else 0,
        waitlisted=outcomes.count(Outcome.WAITLISTED),
        not_admitted=outcomes.count(Outcome.NOT_ADMITTED),
        elsewhere=outcomes.count(Outcome.ELSEWHERE),
        without_total=reasons.count(OutcomeReason.NO_TOTAL),
    )


Held = tuple[ListStanding, Sequence[int]]
"""A standing and the places of everyone who holds it."""
Decision = tuple[Outcome, OutcomeReason, int | None]
"""The number is that of the waitlist."""
WITHIN: Decision = (Outcome.ADMITTED, OutcomeReason.WITHIN_QUOTA, None)
OPEN: Decision = (Outcome.OPEN, OutcomeReason.NO_QUOTA, None)


@dataclass(frozen=True)
class _Line:
    """One list as it is filled; ``order`` is that of those with a rank, ``admitted`` are the places
    of those in an earlier list, with its id."""

    one: IdentityList
    competitors: Sequence[Competes]
    order: MeritOrder
    admitted: Mapping[int, str]
    tie_at_line: TieAtLine

    def ranked(self, places: Sequence[int]) -> Iterator[Held]:
        """What the list says of those with a rank, who are given best first."""
        list_id, admitted, rank = self.one.list_id, self.admitted, 1
        decision = _Decisions(self.one, self.tie_at_line)
        for members in self.order.groups(self._members(places)):
            equals = len(members)
            takers = [place for place in members if place not in admitted] if admitted else members
            if takers:
                # One record serves all of the same merit.
                outcome, reason, number = decision.of_next(len(takers))
                yield ListStanding(list_id, outcome, reason, rank, equals, number), takers
            if len(takers) < equals:
                for place in members:
                    if place in admitted:
                        yield self._earlier(rank, equals, admitted[place]), (place,)
            rank += equals

    def unranked(self, places: Sequence[int]) -> list[Held]:
        """What it says of those below a minimum, and of those without a total."""
        list_id = self.one.list_id
        gated = ListStanding(list_id, Outcome.NOT_ADMITTED, OutcomeReason.BELOW_MINIMUM)
        unscored = ListStanding(list_id, Outcome.OPEN, OutcomeReason.NO_TOTAL)
        if self.one.quota is None:
            gated = unscored = ListStanding(list_id, Outcome.OPEN, OutcomeReason.NO_QUOTA)
        members = self._members(places)
        return [
            (standing, [place for place in members if self.competitors[place].block is block])
            for standing, block in ((gated, RowBlock.GATED), (unscored, RowBlock.UNSCORED))
        ]

    def _members(self, places: Sequence[int]) -> Sequence[int]:
        statuses, competitors = self.one.statuses, self.competitors
        if not statuses:
            return places
        return [place for place in places if competitors[place].applicant_status in statuses]

    def _earlier(self, rank: int, equals: int, elsewhere: str) -> ListStanding:
        outcome, reason = Outcome.ELSEWHERE, OutcomeReason.ADMITTED_EARLIER
        return ListStanding(self.one.list_id, outcome, reason, rank, equals, elsewhere=elsewhere)


class _Decisions:
    """What each merit of those who may take a place comes to, asked for best first."""

    def __init__(self, one: IdentityList, tie_at_line: TieAtLine) -> None:
        self._one = one
        self._is_extra = tie_at_line is TieAtLine.EXTRA
        shared = Outcome.EXTRA if self._is_extra else Outcome.UNDECIDED
        self._at_line: Decision = (shared, OutcomeReason.TIE_AT_LINE, None)
        reason = OutcomeReason.WAITLIST_FULL if one.waitlist else OutcomeReason.BEHIND_LINE
        self._full: Decision = (Outcome.NOT_ADMITTED, reason, None)
        self._before = self._given = 0

    def of_next(self, size: int) -> Decision:
        """What the next ``size`` of equal merit come to."""
        quota, before = self._one.quota, self._before
        if quota is None:
            return OPEN
        self._before = last = before + size
        if last <= quota:
            return WITHIN
        if before < quota:
            self._given = last if self._is_extra else quota
            return self._at_line
        # Of the undecided, as many as there are places will be admitted: the others wait before these.
        number = before + 1 - max(quota, self._given)
        if self._one.waitlist is None or number <= self._one.waitlist:
            return Outcome.WAITLISTED, OutcomeReason.BEHIND_LINE, number
        return self._full
