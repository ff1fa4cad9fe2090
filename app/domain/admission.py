"""正取, 增額, 備取: what the identity lists of a plan say of everyone who competes in them.

Lists are filled in the order of the plan; who is admitted in one takes no place in a later one. Merit alone
decides (total, then tie-breaks), never the submission: keeping PDF uploads apart changes where they are read,
not who finds a place. Who is undecided in one list is not admitted there yet, and so competes in later ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.domain.evidence import ApplicationId
from app.domain.identity_list import IdentityList, TieAtLine
from app.domain.ranked_row import ListStanding, Outcome, OutcomeReason, RankedList, RowBlock
from app.domain.tie_breaks import Merit, placings


@dataclass(frozen=True)
class Competitor:
    """An application as the lists see it; ``merit`` is empty where there is none to compare."""

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
    lists: Sequence[IdentityList], competitors: Sequence[Competitor], tie_at_line: TieAtLine
) -> dict[ApplicationId, tuple[ListStanding, ...]]:
    """The standing of every application in every list it competes in, in plan order."""
    found: dict[ApplicationId, list[ListStanding]] = {each.application_id: [] for each in competitors}
    admitted: dict[ApplicationId, str] = {}
    for one in lists:
        members = [each for each in competitors if competes(one, each.applicant_status)]
        for application_id, standing in _filled(one, members, admitted, tie_at_line):
            found[application_id].append(standing)
            if standing.outcome in (Outcome.ADMITTED, Outcome.EXTRA):
                admitted[application_id] = one.list_id
    return {key: tuple(each) for key, each in found.items()}


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


Stood = Iterable[tuple[ApplicationId, ListStanding]]
Decision = tuple[Outcome, OutcomeReason, int | None]


def _filled(
    one: IdentityList,
    members: Sequence[Competitor],
    admitted: Mapping[ApplicationId, str],
    tie_at_line: TieAtLine,
) -> Stood:
    ranked = [each for each in members if each.block is RowBlock.RANKED]
    placed = placings([each.merit for each in ranked])
    takers = [
        ranked[each.place].merit for each in placed if ranked[each.place].application_id not in admitted
    ]
    decisions = _decisions(one, takers, tie_at_line)
    stood = [(each.application_id, _unranked(one, each)) for each in members if each.block != RowBlock.RANKED]
    for each in placed:
        competitor = ranked[each.place]
        elsewhere = admitted.get(competitor.application_id)
        outcome, reason, number = _ADMITTED_EARLIER if elsewhere else decisions[competitor.merit]
        standing = ListStanding(one.list_id, outcome, reason, each.rank, each.equals, number, elsewhere)
        stood.append((competitor.application_id, standing))
    return stood


_ADMITTED_EARLIER: Decision = (Outcome.ELSEWHERE, OutcomeReason.ADMITTED_EARLIER, None)


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


def _unranked(one: IdentityList, each: Competitor) -> ListStanding:
    if one.quota is None:
        return ListStanding(one.list_id, Outcome.OPEN, OutcomeReason.NO_QUOTA)
    if each.block is RowBlock.GATED:
        return ListStanding(one.list_id, Outcome.NOT_ADMITTED, OutcomeReason.BELOW_MINIMUM)
    return ListStanding(one.list_id, Outcome.OPEN, OutcomeReason.NO_TOTAL)
