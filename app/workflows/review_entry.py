"""Saving the own review: what the form sent is checked whole, then written once, or every problem is told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.plan import PlanId, ReviewPlan
from app.domain.scores import Review, ScoreProblem, score_problem
from app.domain.visibility import Action
from app.errors import NotFound, PlanLocked
from app.reviews.store import Saved, Stale
from app.workflows.access import Access
from app.workflows.evidence_review import require_application
from app.workflows.queue_order import known_place

COMMENT_LENGTH = 2000
REASON_LENGTH = 500

_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,4})?")


@dataclass(frozen=True)
class ReviewEntry:
    """What a scoring form sends: values as typed, and the revisions of plan and review it was drawn with."""

    plan_id: PlanId
    plan_revision: int
    application_id: ApplicationId
    seen_revision: int
    event_id: str
    scores: Mapping[DimensionId, str] = field(default_factory=dict)
    comments: Mapping[DimensionId, str] = field(default_factory=dict)
    comment: str = ""
    abstained: bool = False
    abstain_reason: str = ""
    flagged: bool = False
    queue_order: str = ""
    queue_position: int | None = None


class EntryProblemKind(StrEnum):
    """What a form cannot be saved for, besides values off the scale."""

    NOT_A_NUMBER = "not_a_number"
    UNKNOWN_DIMENSION = "unknown_dimension"
    TOO_LONG = "too_long"
    NO_REASON = "no_reason"
    BAD_EVENT = "bad_event"
    ABSTAINED = "abstained"
    """A single score of an applicant abstained from: the abstention ends only by an explicit choice."""


@dataclass(frozen=True)
class EntryProblem:
    """A problem of one field; ``dimension_id`` None is the form as a whole. ``limit`` is a length in characters."""

    kind: EntryProblemKind
    dimension_id: DimensionId | None = None
    limit: int = 0


@dataclass(frozen=True)
class Rejected:
    """Nothing was written; every problem at once."""

    problems: tuple[EntryProblem | ScoreProblem, ...]


@dataclass(frozen=True)
class PlanMoved:
    """Nothing was written: the form was drawn with another revision of the plan."""

    drawn_with: int
    newest: int


Outcome = Saved[Review] | Stale[Review] | Rejected | PlanMoved


def save_review(access: Access, entry: ReviewEntry) -> Outcome:
    """Save the own review of the application the entry itself names, whatever is on screen by now."""
    store = access.workbench.store
    stored = store.find_locked(entry.plan_id)
    if stored is None:
        raise NotFound("plan", entry.plan_id)
    plan = stored.plan
    access.require(Action.SCORE, programme_code=plan.programme_code, application_id=entry.application_id)
    require_application(access.workbench.snapshot(plan.snapshot_id), plan, entry.application_id)
    if entry.plan_revision != plan.revision:
        return PlanMoved(entry.plan_revision, plan.revision)
    problems = problems_of(plan, entry)
    if problems:
        return Rejected(problems)
    try:
        return store.save_review(
            _review(access, entry), seen_revision=entry.seen_revision, event_id=entry.event_id
        )
    except PlanLocked as locked:
        # Locked between the question above and the write: the form is as old as if it had come later.
        return PlanMoved(entry.plan_revision, locked.revision)


def problems_of(plan: ReviewPlan, entry: ReviewEntry) -> tuple[EntryProblem | ScoreProblem, ...]:
    """Everything that keeps an entry from being saved, in the order of the dimensions."""
    known = {dimension.dimension_id for dimension in plan.dimensions}
    named = {*entry.scores, *entry.comments}
    unknown = [
        EntryProblem(EntryProblemKind.UNKNOWN_DIMENSION, each) for each in sorted(named) if each not in known
    ]
    return (*_score_problems(plan, entry), *_text_problems(entry), *unknown, *_event_problems(entry))


def number_of(text: str) -> Decimal | None:
    """A number as typed, full-width digits included; None when it is none."""
    narrow = unicodedata.normalize("NFKC", text).strip()
    return Decimal(narrow) if _NUMBER.fullmatch(narrow) else None


def _score_problems(plan: ReviewPlan, entry: ReviewEntry) -> list[EntryProblem | ScoreProblem]:
    problems: list[EntryProblem | ScoreProblem] = []
    for dimension in plan.dimensions:
        text = entry.scores.get(dimension.dimension_id, "")
        value = number_of(text)
        if value is None and text.strip():
            problems.append(EntryProblem(EntryProblemKind.NOT_A_NUMBER, dimension.dimension_id))
        problem = score_problem(plan, dimension, value) if value is not None else None
        problems += [problem] if problem else []
    return problems


def _text_problems(entry: ReviewEntry) -> list[EntryProblem]:
    texts: list[tuple[DimensionId | None, str, int]] = [
        *((key, text, COMMENT_LENGTH) for key, text in entry.comments.items()),
        (None, entry.comment, COMMENT_LENGTH),
        (None, entry.abstain_reason, REASON_LENGTH),
    ]
    problems = [
        EntryProblem(EntryProblemKind.TOO_LONG, key, limit) for key, text, limit in texts if len(text) > limit
    ]
    if entry.abstained and not entry.abstain_reason.strip():
        problems.append(EntryProblem(EntryProblemKind.NO_REASON))
    return problems


def _event_problems(entry: ReviewEntry) -> list[EntryProblem]:
    try:
        UUID(entry.event_id)
    except ValueError:
        return [EntryProblem(EntryProblemKind.BAD_EVENT)]
    return []


def _review(access: Access, entry: ReviewEntry) -> Review:
    values = {key: number_of(text) for key, text in entry.scores.items()}
    queue_order, queue_position = known_place(entry.queue_order, entry.queue_position)
    return Review(
        plan_id=entry.plan_id,
        plan_revision=entry.plan_revision,
        application_id=entry.application_id,
        reviewer_id=access.person.person_id,
        revision=entry.seen_revision,
        scores={key: value for key, value in values.items() if value is not None},
        comments={key: text for key, text in entry.comments.items() if text.strip()},
        comment=entry.comment,
        abstained=entry.abstained,
        abstain_reason=entry.abstain_reason if entry.abstained else "",
        flagged=entry.flagged,
        queue_order=queue_order,
        queue_position=queue_position,
    )
