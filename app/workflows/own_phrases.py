"""Phrases a reviewer keeps for comments: private, in the reviewer's own order, changed one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from app.domain.evidence import ApplicationId
from app.domain.plan import ReviewPlan
from app.domain.visibility import Action
from app.reviews.store import Phrase
from app.workflows.access import Access

PHRASE_LENGTH = 500
MOST_PHRASES = 200


class PhraseChangeKind(StrEnum):
    """What is done to the list."""

    ADD = "add"
    DELETE = "delete"
    MOVE = "move"


@dataclass(frozen=True)
class PhraseChange:
    """One change; ``phrase_id`` is made by who adds, ``place`` counts from 0 and is the end when it is too far."""

    kind: PhraseChangeKind
    phrase_id: str
    content: str = ""
    place: int = MOST_PHRASES


class PhraseProblem(StrEnum):
    """Why a phrase was not kept."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    BAD_ID = "bad_id"


def load_own_phrases(access: Access) -> tuple[Phrase, ...]:
    """The phrases of the person who asks; there is no way to ask for another's."""
    return tuple(access.workbench.store.load_phrases(access.person.person_id))


def change_own_phrases(
    access: Access, plan: ReviewPlan, application_id: ApplicationId, *, change: PhraseChange
) -> PhraseProblem | None:
    """Change the own list from a form that may be filled; says what kept it from being changed."""
    access.require(Action.SCORE, programme_code=plan.programme_code, application_id=application_id)
    stored = load_own_phrases(access)
    problem = _problem(stored, change) if change.kind is PhraseChangeKind.ADD else None
    if problem is None:
        access.workbench.store.change_phrases(
            access.person.person_id, lambda phrases: changed_phrases(phrases, change)
        )
    return problem


def changed_phrases(phrases: Sequence[Phrase], change: PhraseChange) -> tuple[Phrase, ...]:
    """The list after a change, places counted anew; a phrase that is there already is not added twice."""
    return tuple(
        replace(each, place=place) for place, each in enumerate(_CHANGES[change.kind](phrases, change))
    )


def _added(phrases: Sequence[Phrase], change: PhraseChange) -> list[Phrase]:
    content = change.content.strip()
    if any(each.phrase_id == change.phrase_id or each.content == content for each in phrases):
        return list(phrases)
    place = max(0, change.place)
    return [*phrases[:place], Phrase(change.phrase_id, content, place), *phrases[place:]]


def _deleted(phrases: Sequence[Phrase], change: PhraseChange) -> list[Phrase]:
    return [each for each in phrases if each.phrase_id != change.phrase_id]


def _moved(phrases: Sequence[Phrase], change: PhraseChange) -> list[Phrase]:
    moving = [each for each in phrases if each.phrase_id == change.phrase_id]
    rest, place = _deleted(phrases, change), max(0, change.place)
    return [*rest[:place], *moving, *rest[place:]]


_CHANGES: Mapping[PhraseChangeKind, Callable[[Sequence[Phrase], PhraseChange], list[Phrase]]] = {
    PhraseChangeKind.ADD: _added,
    PhraseChangeKind.DELETE: _deleted,
    PhraseChangeKind.MOVE: _moved,
}


def _problem(stored: Sequence[Phrase], change: PhraseChange) -> PhraseProblem | None:
    if not change.content.strip():
        return PhraseProblem.EMPTY
    if len(change.content.strip()) > PHRASE_LENGTH:
        return PhraseProblem.TOO_LONG
    if len(stored) >= MOST_PHRASES:
        return PhraseProblem.TOO_MANY
    return None if _is_id(change.phrase_id) else PhraseProblem.BAD_ID


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
