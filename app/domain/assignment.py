"""Who reviews whom, and who must not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId


@dataclass(frozen=True)
class Assignment:
    """A reviewer judges an application; ``recused`` keeps the pair on record without the right to judge."""

    application_id: ApplicationId
    reviewer_id: PersonId
    recused: bool = False
    recusal_reason: str = ""


@dataclass(frozen=True)
class AssignmentChange:
    """One save of the whole list: what stood before, what came and what went; a changed pair is in both."""

    before: tuple[Assignment, ...]
    came: tuple[Assignment, ...]
    went: tuple[Assignment, ...]


def judging_pairs(assignments: Iterable[Assignment]) -> frozenset[tuple[ApplicationId, PersonId]]:
    """The pairs with the right to judge."""
    return frozenset((item.application_id, item.reviewer_id) for item in assignments if not item.recused)


def recused_pairs(assignments: Iterable[Assignment]) -> frozenset[tuple[ApplicationId, PersonId]]:
    """The pairs on record without the right to judge."""
    return frozenset((item.application_id, item.reviewer_id) for item in assignments if item.recused)


def spread_reviewers(
    application_ids: Sequence[ApplicationId],
    reviewer_ids: Sequence[PersonId],
    *,
    per_application: int,
    existing: Iterable[Assignment] = (),
) -> tuple[Assignment, ...]:
    """New assignments until each application has ``per_application`` reviewers, the load spread evenly.

    Existing ones stay and count; a recused pair is never proposed. With too few reviewers an application
    gets as many as there are. Equal loads go to the reviewer named first, so the proposal can be made again.
    """
    known = tuple(existing)
    barred = {(item.application_id, item.reviewer_id) for item in known}
    load = Counter(reviewer for _, reviewer in judging_pairs(known))
    held = Counter(application for application, _ in judging_pairs(known))
    proposed: list[Assignment] = []
    for application_id in application_ids:
        free = [reviewer for reviewer in reviewer_ids if (application_id, reviewer) not in barred]
        wanted = max(0, per_application - held[application_id])
        for reviewer_id in sorted(free, key=lambda reviewer: load[reviewer])[:wanted]:
            load[reviewer_id] += 1
            proposed.append(Assignment(application_id, reviewer_id))
    return tuple(proposed)
