"""正取, 增額, 備取: what the identity lists of a plan say of everyone who competes in them.

Lists are filled in the order of the plan; who is admitted in one takes no place in a later one. Merit alone
decides (total, then tie-breaks), never the submission: keeping PDF uploads apart changes where they are read,
not who finds a place. Who is undecided in one list is not admitted there yet, and so competes in later ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from app.domain.evidence import ApplicationId
from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.ranked_row import ListStanding, Outcome, OutcomeReason, RankedList, RowBlock
from app.domain.tie_breaks import Merit, merit_order


class Competes(Protocol):
    """An application as the lists see it; ``merit`` is empty where there is none to compare."""

    @property
    def application_id(self) -> ApplicationId: ...
    @property
    def applicant_status(self) -> str | None: ...
    @property
    def block(self) -> RowBlock: ...
    @property
    def merit(self) -> Merit: ...


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
    found: list[tuple[ListStanding, ...]] = [()] * len(competitors)
    admitted: dict[int, str] = {}
    # Sorted once: every list sorts a part of what is in order already. Places, not keys: a key is far in memory.
    order = sorted(range(len(competitors)), key=lambda place: competitors[place].merit, reverse=True)
    ranked = [place for place in order if competitors[place].block is RowBlock.RANKED]
    others = [place for place in order if competitors[place].block is not RowBlock.RANKED]
    for one in lists:
        line = _Line(one, competitors, admitted, tie_at_line)
        for standing, holders in (*line.unranked(others), *line.ranked(ranked)):
            alone = (standing,)
            for place in holders:
                before = found[place]
                found[place] = (*before, standing) if before else alone
            if standing.outcome is Outcome.ADMITTED or standing.outcome is Outcome.EXTRA:
                admitted |= dict.fromkeys(holders, one.list_id)
    return {each.application_id: found[place] for place, each in enumerate(competitors)}


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


Held = tuple[ListStanding, list[int]]
"""A standing and the places of everyone who holds it."""
Decision = tuple[Outcome, OutcomeReason, int | None]


@dataclass(frozen=True)
class _Line:
    """One list as it is filled; ``admitted`` are the places of those in an earlier one, with its id."""

    one: IdentityList
    competitors: Sequence[Competes]
    admitted: Mapping[int, str]
    tie_at_line: TieAtLine

    def ranked(self, places: Sequence[int]) -> list[Held]:
        """What the list says of those with a rank, who are given best first."""
        members = self._members(places)
        merits = [self.competitors[place].merit for place in members]
        takers = [merit for place, merit in zip(members, merits, strict=True) if place not in self.admitted]
        decisions = _decisions(self.one, takers, self.tie_at_line)
        order = merit_order(merits)
        held: list[Held] = []
        shared: tuple[int, list[int]] = (0, [])
        for at, rank, equals in zip(order.places, order.ranks, order.equals, strict=True):
            place = members[at]
            if place in self.admitted:
                held.append((self._earlier(rank, equals, self.admitted[place]), [place]))
            elif shared[0] == rank:
                # One record serves all of the same merit.
                shared[1].append(place)
            else:
                outcome, reason, number = decisions[merits[at]]
                shared = (rank, [place])
                standing = ListStanding(self.one.list_id, outcome, reason, rank, equals, number)
                held.append((standing, shared[1]))
        return held

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
        if not self.one.statuses:
            return places
        return [place for place in places if competes(self.one, self.competitors[place].applicant_status)]

    def _earlier(self, rank: int, equals: int, elsewhere: str) -> ListStanding:
        outcome, reason = Outcome.ELSEWHERE, OutcomeReason.ADMITTED_EARLIER
        return ListStanding(self.one.list_id, outcome, reason, rank, equals, elsewhere=elsewhere)


def _decisions(one: IdentityList, takers: Sequence[Merit], tie_at_line: TieAtLine) -> dict[Merit, Decision]:
    """What each merit comes to; ``takers`` are those of everyone who may take a place, best first."""
    decided: dict[Merit, Decision] = {}
    if one.quota is None:
        return dict.fromkeys(takers, (Outcome.OPEN, OutcomeReason.NO_QUOTA, None))
    before = given = 0
    for merit, group in groupby(takers):
        last = before + len(list(group))
        if last <= one.quota:
            decided[merit] = (Outcome.ADMITTED, OutcomeReason.WITHIN_QUOTA, None)
        elif before < one.quota:
            at_line = Outcome.EXTRA if tie_at_line is TieAtLine.EXTRA else Outcome.UNDECIDED
            decided[merit] = (at_line, OutcomeReason.TIE_AT_LINE, None)
            given = last if at_line is Outcome.EXTRA else one.quota
        else:
            # Of the undecided, as many as there are places will be admitted: the others wait before these.
            decided[merit] = _behind(one, before + 1 - max(one.quota, given))
        before = last
    return decided


def _behind(one: IdentityList, number: int) -> Decision:
    if one.waitlist is None or number <= one.waitlist:
        return Outcome.WAITLISTED, OutcomeReason.BEHIND_LINE, number
    reason = OutcomeReason.WAITLIST_FULL if one.waitlist else OutcomeReason.BEHIND_LINE
    return Outcome.NOT_ADMITTED, reason, None
