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
    found: dict[ApplicationId, tuple[ListStanding, ...]] = {each.application_id: () for each in competitors}
    admitted: dict[ApplicationId, str] = {}
    # Sorted once: every list sorts a part of what is in order already.
    ordered = sorted(competitors, key=lambda each: each.merit, reverse=True)
    ranked = [each for each in ordered if each.block is RowBlock.RANKED]
    others = [each for each in ordered if each.block is not RowBlock.RANKED]
    for one in lists:
        held = _ranked(one, _members(one, ranked), admitted, tie_at_line)
        for standing, holders in (*_unranked(one, _members(one, others)), *held):
            alone = (standing,)
            for application_id in holders:
                before = found[application_id]
                found[application_id] = (*before, standing) if before else alone
            if standing.outcome is Outcome.ADMITTED or standing.outcome is Outcome.EXTRA:
                admitted |= dict.fromkeys(holders, one.list_id)
    return found


def _members(one: IdentityList, competitors: Sequence[Competes]) -> Sequence[Competes]:
    return (
        [each for each in competitors if each.applicant_status in one.statuses]
        if one.statuses
        else competitors
    )


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


Held = tuple[ListStanding, list[ApplicationId]]
"""A standing and everyone who holds it."""
Decision = tuple[Outcome, OutcomeReason, int | None]


def _ranked(
    one: IdentityList,
    members: Sequence[Competes],
    admitted: Mapping[ApplicationId, str],
    tie_at_line: TieAtLine,
) -> list[Held]:
    takers = [each.merit for each in members if each.application_id not in admitted]
    decisions = _decisions(one, takers, tie_at_line)
    held: list[Held] = []
    order = merit_order([each.merit for each in members])
    shared: tuple[int, list[ApplicationId]] = (0, [])
    for place, rank, equals in zip(order.places, order.ranks, order.equals, strict=True):
        each = members[place]
        if each.application_id in admitted:
            earlier = admitted[each.application_id]
            held.append((_earlier(one, rank, equals, earlier), [each.application_id]))
        elif shared[0] == rank:
            # One record serves all of the same merit.
            shared[1].append(each.application_id)
        else:
            outcome, reason, number = decisions[each.merit]
            shared = (rank, [each.application_id])
            held.append((ListStanding(one.list_id, outcome, reason, rank, equals, number), shared[1]))
    return held


def _earlier(one: IdentityList, rank: int, equals: int, elsewhere: str) -> ListStanding:
    outcome, reason = Outcome.ELSEWHERE, OutcomeReason.ADMITTED_EARLIER
    return ListStanding(one.list_id, outcome, reason, rank, equals, elsewhere=elsewhere)


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


def _unranked(one: IdentityList, members: Sequence[Competes]) -> list[Held]:
    gated = ListStanding(one.list_id, Outcome.NOT_ADMITTED, OutcomeReason.BELOW_MINIMUM)
    unscored = ListStanding(one.list_id, Outcome.OPEN, OutcomeReason.NO_TOTAL)
    if one.quota is None:
        gated = unscored = ListStanding(one.list_id, Outcome.OPEN, OutcomeReason.NO_QUOTA)
    return [
        (standing, [each.application_id for each in members if each.block is block])
        for standing, block in ((gated, RowBlock.GATED), (unscored, RowBlock.UNSCORED))
    ]
