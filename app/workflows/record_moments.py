"""Moments of a round that somebody would ask for, and what each of them was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from app.domain.evidence import ApplicationId
from app.domain.home_time import home_day
from app.domain.people import PersonId
from app.workflows.round_record import RecordedEvent, RecordKind

NAMED = frozenset({RecordKind.PLAN, RecordKind.PHASE, RecordKind.SIGNED_LIST, RecordKind.COMPONENT})


@dataclass(frozen=True)
class RecordMoment:
    """An event to ask for. Where it is the last save of its day: how many saves by how many reviewers that day had,
    and how many reviews stood then; ``is_last`` says that no review was saved since."""

    event: RecordedEvent
    saves: int = 0
    reviewers: int = 0
    reviews: int = 0
    is_last: bool = False


def moments_of(events: Iterable[RecordedEvent]) -> tuple[RecordMoment, ...]:
    """Locks, phases, lists that left, imports, and the last save of reviews of every day. Oldest first."""
    found = sorted(events, key=lambda each: each.moment)
    named = (RecordMoment(each) for each in found if each.kind in NAMED)
    saves = _last_saves(each for each in found if each.kind is RecordKind.REVIEW)
    return tuple(sorted((*named, *saves), key=lambda each: each.event.moment))


def _last_saves(saves: Iterable[RecordedEvent]) -> Iterator[RecordMoment]:
    known: set[tuple[ApplicationId | None, PersonId | None]] = set()
    days = [tuple(day) for _, day in groupby(saves, key=lambda each: home_day(each.moment))]
    for day in days:
        known |= {(each.application_id, each.reviewer_id) for each in day}
        yield RecordMoment(
            day[-1],
            saves=len(day),
            reviewers=len({each.reviewer_id for each in day}),
            reviews=len(known),
            is_last=day is days[-1],
        )
