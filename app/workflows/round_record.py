"""The record of a round: everything that made or moved a list, from plans, saves, assignments and events, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.assignment import Assignment
from app.domain.assignment_history import CAME, STOOD, WENT, told_facts
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import PlanId
from app.domain.round_event import RoundEvent, RoundEventKind
from app.domain.score_change import ReviewStep, ScoreChange, review_steps
from app.reviews.store_as_of import StoreAsOf


class RecordKind(StrEnum):
    """What happened."""

    PLAN = "plan"
    """A revision was locked; ``revision`` is its number."""
    STOOD = "stood"
    """An assignment that stood when the history begins."""
    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    RECUSED = "recused"
    """A recusal was declared; ``reason`` says why."""
    RECUSAL_ENDED = "recusal_ended"
    """A recusal was withdrawn."""
    REVIEW = "review"
    """A review was saved; ``revision`` is its version."""
    COMPONENT = "component"
    """Other scores were imported; ``note`` is the component."""
    GAP_CASE = "gap_case"
    """A gap case took a step; ``note`` is its state."""
    PHASE = "phase"
    """The round entered a phase; ``note`` is the phase."""
    SIGNED_LIST = "signed_list"
    """A list left the house; ``note`` is its digest."""


@dataclass(frozen=True)
class RecordedEvent:
    """One thing that happened. ``application_id`` None concerns the whole round; ``person_id`` is who did it.

    ``reviewer_id`` is whose review or assignment it was. ``reason`` may name a person and never leaves the house.
    """

    moment: datetime
    kind: RecordKind
    person_id: PersonId | None
    application_id: ApplicationId | None = None
    reviewer_id: PersonId | None = None
    revision: int = 0
    note: str = ""
    changes: tuple[ScoreChange, ...] = ()
    abstained: tuple[bool, bool] = (False, False)
    reason: str = ""


def load_record(
    store: StoreAsOf,
    plan_id: PlanId,
    *,
    since: datetime | None = None,
    application_id: ApplicationId | None = None,
) -> tuple[RecordedEvent, ...]:
    """Everything after ``since`` and up to the moment of the store; of one application, also what concerns all.

    Saves that changed nothing but comments are in it without ``changes``.
    """
    events = [*_plans(store, plan_id), *_reviews(store, plan_id, application_id)]
    events += _with_standing_reasons(store, plan_id, list(_assignments(store, plan_id)))
    events += _imports(store, plan_id)
    for kind in (RoundEventKind.GAP_CASE, RoundEventKind.PHASE):
        events += map(_round_event, store.load_round_events(plan_id, kind))
    events += map(_round_event, store.load_round_events(plan_id, RoundEventKind.SIGNED_LIST))
    wanted = (
        each
        for each in events
        if (since is None or each.moment > since)
        and (application_id is None or each.application_id in (None, application_id))
    )
    # What came before in the same moment stays before: a sort never turns equals round.
    return tuple(sorted(wanted, key=lambda each: each.moment))


def _plans(store: StoreAsOf, plan_id: PlanId) -> Iterator[RecordedEvent]:
    for each in store.load_plan_history(plan_id):
        yield RecordedEvent(
            each.saved_at, RecordKind.PLAN, each.saved_by, revision=each.plan.revision, note=each.plan.title
        )


def _imports(store: StoreAsOf, plan_id: PlanId) -> Iterator[RecordedEvent]:
    """Imports by the name their component had last; a reader does not know its key."""
    names = {
        str(each.component_id): each.name
        for stored in sorted(store.load_plan_history(plan_id), key=lambda stored: stored.plan.revision)
        for each in stored.plan.rules.components
    }
    for event in map(_round_event, store.load_round_events(plan_id, RoundEventKind.COMPONENT_VALUES)):
        yield replace(event, note=names.get(event.note, event.note))


def _reviews(
    store: StoreAsOf, plan_id: PlanId, application_id: ApplicationId | None
) -> Iterator[RecordedEvent]:
    versions = store.load_review_versions(plan_id, application_id=application_id)
    return map(_review, review_steps(versions))


def _review(step: ReviewStep) -> RecordedEvent:
    review = step.review
    return RecordedEvent(
        moment=_moment(review.saved_at),
        kind=RecordKind.REVIEW,
        person_id=review.reviewer_id,
        application_id=review.application_id,
        reviewer_id=review.reviewer_id,
        revision=review.revision,
        changes=step.changes,
        abstained=(step.abstained_before, review.abstained),
    )


def _assignments(store: StoreAsOf, plan_id: PlanId) -> Iterator[RecordedEvent]:
    for event in store.load_round_events(plan_id, RoundEventKind.ASSIGNMENTS):
        for each, kind in sorted(_steps(event), key=lambda step: _pair(step[0])):
            yield RecordedEvent(
                _moment(event.saved_at),
                kind,
                None if kind is RecordKind.STOOD else event.person_id,
                application_id=each.application_id,
                reviewer_id=each.reviewer_id,
                note="recused" if each.recused else "",
                reason=each.recusal_reason,
            )


def _steps(event: RoundEvent) -> Iterator[tuple[Assignment, RecordKind]]:
    """What one save of the list did to each pair; a pair that turned is in both halves of the event."""
    came, went = told_facts(event, CAME), told_facts(event, WENT)
    now = {_pair(each): each for each in came}
    yield from ((each, RecordKind.STOOD) for each in told_facts(event, STOOD))
    for each in went:
        after = now.get(_pair(each))
        if each.recused and (after is None or not after.recused):
            yield replace(each, recusal_reason=""), RecordKind.RECUSAL_ENDED
        elif after is None:
            yield each, RecordKind.UNASSIGNED
    yield from ((each, RecordKind.RECUSED if each.recused else RecordKind.ASSIGNED) for each in came)


def _pair(assignment: Assignment) -> tuple[ApplicationId, PersonId]:
    return assignment.application_id, assignment.reviewer_id


def _with_standing_reasons(
    store: StoreAsOf, plan_id: PlanId, events: Sequence[RecordedEvent]
) -> list[RecordedEvent]:
    """Where an event was saved before reasons were kept, that of the recusal which stands still."""
    standing = store.load_standing_reasons(plan_id)
    newest = {
        (each.application_id, each.reviewer_id): place
        for place, each in enumerate(events)
        if each.kind is RecordKind.RECUSED or (each.kind is RecordKind.STOOD and each.note)
    }
    return [
        replace(each, reason=standing.get((each.application_id, each.reviewer_id), ""))
        if not each.reason and newest.get((each.application_id, each.reviewer_id)) == place
        else each
        for place, each in enumerate(events)
    ]


def _round_event(event: RoundEvent) -> RecordedEvent:
    kinds = {
        RoundEventKind.COMPONENT_VALUES: (RecordKind.COMPONENT, event.subject),
        RoundEventKind.GAP_CASE: (RecordKind.GAP_CASE, str(event.content.get("state", ""))),
        RoundEventKind.PHASE: (RecordKind.PHASE, str(event.content.get("phase", ""))),
        RoundEventKind.SIGNED_LIST: (RecordKind.SIGNED_LIST, event.subject),
    }
    kind, note = kinds[event.kind]
    third = event.content.get("third_reviewer")
    return RecordedEvent(
        moment=_moment(event.saved_at),
        kind=kind,
        person_id=event.person_id,
        application_id=ApplicationId(event.subject) if kind is RecordKind.GAP_CASE else None,
        reviewer_id=PersonId(third) if isinstance(third, str) else None,
        revision=event.revision,
        note=note,
        reason=str(event.content.get("reason", "")),
    )


def _moment(saved_at: datetime | None) -> datetime:
    if saved_at is None:
        raise ValueError("an event of the store has no moment")
    return saved_at
