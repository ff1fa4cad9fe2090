"""Assignments as they stood at a moment, told by the events of the round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.round_event import RoundEvent

STOOD = "stood"
CAME = "came"
WENT = "went"


@dataclass(frozen=True)
class PastAssignments:
    """The assignments at a moment, without the reasons of recusals: they concern nobody who only counts scores.

    ``known_from`` is the moment since which changes were kept, where the moment asked for is an earlier one: then
    these are the assignments as they stood when the history begins. None where nothing is missing.
    """

    assignments: tuple[Assignment, ...]
    known_from: datetime | None = None


def assignments_as_of(
    events: Sequence[RoundEvent],
    moment: datetime,
    *,
    standing: Iterable[Assignment],
    kept_since: datetime,
) -> PastAssignments:
    """``events``: every one of the kind, oldest first; ``standing``: today's list, which tells what no event does.

    ``kept_since`` is when the store began to keep these events.
    """
    earlier = [event for event in events if event.saved_at is not None and event.saved_at <= moment]
    began_before = _baseline(events, standing)
    found = set(began_before)
    for event in earlier:
        found = (found - facts_of(event, WENT)) | facts_of(event, CAME)
    is_untold = bool(began_before) and moment < kept_since
    return PastAssignments(
        tuple(sorted(found, key=lambda each: (each.application_id, each.reviewer_id))),
        kept_since if is_untold else None,
    )


def facts_of(event: RoundEvent, key: str) -> frozenset[Assignment]:
    """The assignments an event names under ``stood``, ``came`` or ``went``, without reasons; raises ValueError when
    unreadable."""
    return frozenset(replace(each, recusal_reason="") for each in told_facts(event, key))


def told_facts(event: RoundEvent, key: str) -> tuple[Assignment, ...]:
    """The same with the reasons of recusals, empty where none was kept."""
    named = event.content.get(key, [])
    if not isinstance(named, list):
        raise ValueError(f"round event {event.event_id} names no assignments under {key}")
    return tuple(_assignment(event, fact) for fact in named)


def _baseline(events: Sequence[RoundEvent], standing: Iterable[Assignment]) -> frozenset[Assignment]:
    """What stood before the first event: told by it, or today's list where there was never a change."""
    if not events:
        return frozenset(Assignment(each.application_id, each.reviewer_id, each.recused) for each in standing)
    return facts_of(events[0], STOOD)


def _assignment(event: RoundEvent, fact: object) -> Assignment:
    match fact:
        case [str(application_id), str(reviewer_id), bool(recused)]:
            return Assignment(ApplicationId(application_id), PersonId(reviewer_id), recused)
        case [str(application_id), str(reviewer_id), bool(recused), str(reason)]:
            return Assignment(ApplicationId(application_id), PersonId(reviewer_id), recused, reason)
    raise ValueError(f"round event {event.event_id} names an assignment that cannot be read")
