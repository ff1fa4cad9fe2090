"""差分個案: what becomes of an application whose reviewers differ; every step with its reason, nothing closes silently.

A case is derived: from the rules that are broken now and from what was recorded. An application is a case as soon as
a rule is broken or anything was recorded, and it stays one until somebody closed it, with a reason, on the very
scores that stand; scores that change afterwards open it again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.round_event import RoundEvent, newest_of_each
from app.domain.score_gap import GapFlag
from app.domain.scores import Review


class CaseState(StrEnum):
    """須再討論, 第三審, 結案."""

    DISCUSS = "discuss"
    THIRD = "third"
    CLOSED = "closed"


Revisions = Mapping[PersonId, int]
"""The revision of each reviewer's review of one application; reviewers without a saved review are not in it."""


@dataclass(frozen=True)
class CaseStep:
    """One recorded step: the whole standing state of the case after it.

    ``by_rule`` marks the step that the round itself took when the gaps were checked; it has the broken rules for a
    reason. ``revisions`` are those of the reviews at that moment, so that before and after can be read in the history.
    """

    application_id: ApplicationId
    state: CaseState
    reason: str
    by_rule: bool = False
    deadline: date | None = None
    third_reviewer: PersonId | None = None
    revisions: Revisions = field(default_factory=dict)
    event: RoundEvent | None = None


@dataclass(frozen=True)
class GapCase:
    """One application in the queue; ``state`` is what it stands at now.

    ``reopened`` says that it was closed on other scores than those that stand. ``steps`` are oldest first; a case
    without one was raised by its flags alone.
    """

    application_id: ApplicationId
    state: CaseState
    flags: tuple[GapFlag, ...]
    steps: tuple[CaseStep, ...] = ()
    reopened: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.state is not CaseState.CLOSED

    @property
    def deadline(self) -> date | None:
        """The day by which it is to be closed."""
        return self.steps[-1].deadline if self.steps and self.is_open else None

    @property
    def third_reviewer(self) -> PersonId | None:
        """Who reads it a third time."""
        return self.steps[-1].third_reviewer if self.steps else None

    @property
    def revision(self) -> int:
        """The number of recorded steps: what a save states to have seen."""
        event = self.steps[-1].event if self.steps else None
        return event.revision if event else 0

    def is_overdue(self, today: date) -> bool:
        """Whether the deadline has passed and the case is open."""
        return self.deadline is not None and self.deadline < today


class StepProblem(StrEnum):
    """Why a step cannot be recorded."""

    NO_REASON = "no_reason"
    REASON_TOO_LONG = "reason_too_long"
    NO_THIRD_REVIEWER = "no_third_reviewer"
    THIRD_IS_RECUSED = "third_is_recused"
    THIRD_ALREADY_REVIEWS = "third_already_reviews"
    THIRD_IS_UNKNOWN = "third_is_unknown"
    DEADLINE_PASSED = "deadline_passed"


REASON_LENGTH = 500


def step_problems(step: CaseStep, *, reviewing: Iterable[PersonId], today: date) -> tuple[StepProblem, ...]:
    """Everything that keeps a step from being recorded, but for recusals and unknown people.

    ``reviewing`` are those who read the application already, without the third reviewer of before.
    """
    problems = []
    if not step.reason.strip():
        problems.append(StepProblem.NO_REASON)
    if len(step.reason) > REASON_LENGTH:
        problems.append(StepProblem.REASON_TOO_LONG)
    if step.state is CaseState.THIRD and step.third_reviewer is None:
        problems.append(StepProblem.NO_THIRD_REVIEWER)
    if step.third_reviewer in set(reviewing):
        problems.append(StepProblem.THIRD_ALREADY_REVIEWS)
    if step.state is not CaseState.CLOSED and step.deadline is not None and step.deadline < today:
        problems.append(StepProblem.DEADLINE_PASSED)
    return tuple(problems)


def content_of(step: CaseStep) -> dict[str, object]:
    """The content of the event that records a step."""
    return {
        "state": step.state.value,
        "reason": step.reason,
        "by_rule": step.by_rule,
        "deadline": step.deadline.isoformat() if step.deadline else None,
        "third_reviewer": step.third_reviewer,
        "revisions": dict(sorted(step.revisions.items())),
    }


def step_of(event: RoundEvent) -> CaseStep:
    """The step an event records; ValueError when its content is none."""
    content = event.content
    deadline, third, revisions = (content.get(key) for key in ("deadline", "third_reviewer", "revisions"))
    if not isinstance(revisions, Mapping):
        raise ValueError(f"round event {event.event_id} names no revisions")
    return CaseStep(
        application_id=ApplicationId(event.subject),
        state=CaseState(str(content["state"])),
        reason=str(content["reason"]),
        by_rule=content.get("by_rule") is True,
        deadline=date.fromisoformat(str(deadline)) if deadline else None,
        third_reviewer=PersonId(str(third)) if third else None,
        revisions={PersonId(str(key)): int(value) for key, value in revisions.items()},
        event=event,
    )


def steps_by_application(events: Iterable[RoundEvent]) -> dict[ApplicationId, tuple[CaseStep, ...]]:
    """The recorded steps of each application, oldest first."""
    steps: defaultdict[ApplicationId, list[CaseStep]] = defaultdict(list)
    for event in sorted(events, key=lambda each: each.revision):
        steps[ApplicationId(event.subject)].append(step_of(event))
    return {key: tuple(each) for key, each in steps.items()}


def third_reviewers(events: Iterable[RoundEvent]) -> dict[ApplicationId, PersonId]:
    """Who reads which application a third time, by the newest step of each; also after the case was closed."""
    newest = (step_of(event) for event in newest_of_each(events).values())
    return {step.application_id: step.third_reviewer for step in newest if step.third_reviewer is not None}


def revisions_of(reviews: Iterable[Review]) -> dict[PersonId, int]:
    """The revisions of the reviews of one application."""
    return {review.reviewer_id: review.revision for review in reviews if review.revision > 0}


def case_of(
    application_id: ApplicationId,
    *,
    flags: Sequence[GapFlag],
    steps: Sequence[CaseStep],
    revisions: Revisions,
) -> GapCase | None:
    """The case of one application; None while no rule is broken and nothing was recorded."""
    if not steps:
        return GapCase(application_id, CaseState.DISCUSS, tuple(flags)) if flags else None
    newest = steps[-1]
    reopened = newest.state is CaseState.CLOSED and dict(newest.revisions) != dict(revisions)
    state = CaseState.DISCUSS if reopened else newest.state
    return GapCase(application_id, state, tuple(flags), tuple(steps), reopened)
