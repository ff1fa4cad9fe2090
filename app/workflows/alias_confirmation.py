"""課程對應: the office looks at syllabi found by alike names, and says which are right; the next build obeys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.people import PersonId
from app.domain.syllabus_alias import (
    AliasEvent,
    AliasPair,
    AliasVerdict,
    AlikeMatch,
    CourseAliases,
    CourseKey,
    aliases_by_course,
)
from app.domain.visibility import Action
from app.evidence.questions import load_alike_matches
from app.reviews.store import ReviewStore, Saved, Stale
from app.workflows.access import Access

MATCH_LIMIT = 5000


@dataclass(frozen=True)
class OpenMatch:
    """A match nobody has spoken on; ``revision`` is that of its course, for the save."""

    match: AlikeMatch
    revision: int


@dataclass(frozen=True)
class AliasDecision:
    """A word that counts now, with the display name of who said it; ``event`` is the newest on its pair."""

    event: AliasEvent
    person_name: str
    revision: int


@dataclass(frozen=True)
class AliasDesk:
    """What is left to look at, the most used courses first, and what was said, the newest first."""

    open_matches: tuple[OpenMatch, ...]
    decisions: tuple[AliasDecision, ...]


def load_alias_desk(access: Access) -> AliasDesk:
    """The matches by alike names of the current snapshot, and every word that counts."""
    access.require(Action.CONFIRM_ALIAS)
    workbench = access.workbench
    matches = load_alike_matches(workbench.snapshot(workbench.current_snapshot_id()), limit=MATCH_LIMIT)
    events = workbench.store.load_alias_events()
    said = aliases_by_course(events)
    lines = (OpenMatch(match, _said_of(said, match).revision) for match in matches)
    return AliasDesk(
        open_matches=tuple(line for line in lines if not _is_decided(_said_of(said, line.match), line.match)),
        decisions=_decisions(events, said, _display_names(workbench.store)),
    )


def save_alias(
    access: Access, pair: AliasPair, verdict: AliasVerdict, *, seen_revision: int
) -> Saved[AliasEvent] | Stale[AliasEvent]:
    """Say a word on a pair; counts from the next build on."""
    access.require(Action.CONFIRM_ALIAS)
    return access.workbench.store.save_alias_event(
        pair, verdict, seen_revision=seen_revision, person_id=access.person.person_id
    )


def _said_of(said: Mapping[CourseKey, CourseAliases], match: AlikeMatch) -> CourseAliases:
    return said.get((match.course_code, match.subject), CourseAliases())


def _is_decided(said: CourseAliases, match: AlikeMatch) -> bool:
    """A syllabus was taken for the course, or the one shown was refused."""
    return said.accepted is not None or match.pair(match.best) in said.rejected


def _display_names(store: ReviewStore) -> Mapping[PersonId, str]:
    return {person.person_id: person.display_name for person in store.load_persons()}


def _decisions(
    events: Sequence[AliasEvent], said: Mapping[CourseKey, CourseAliases], names: Mapping[PersonId, str]
) -> tuple[AliasDecision, ...]:
    newest = {event.pair: event for event in sorted(events, key=lambda each: each.revision)}
    counting = [
        event for event in newest.values() if said[event.pair.course].verdict_of(event.pair) == event.verdict
    ]
    newest_first = sorted(counting, key=lambda event: (event.saved_at, event.pair), reverse=True)
    return tuple(
        AliasDecision(event, names.get(event.person_id, ""), said[event.pair.course].revision)
        for event in newest_first
    )
