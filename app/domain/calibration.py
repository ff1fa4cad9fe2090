"""尺規校準: a trial on chosen applicants before (or beside) the real round; its scores are kept apart and never count.

A calibration round is one subject of round events, every trial review another one. Nothing here is a ``Review``, so
no list, total or export can take a trial score for a real one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.round_event import RoundEvent, newest_of_each

FEWEST, MOST = 3, 15
"""How many applicants a calibration round may have."""


class CalibrationState(StrEnum):
    """Opened, or closed; a round is set up and opened in one act."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class CalibrationRound:
    """Who tries the rubric on whom; ``plan_revision`` is the rubric that is tried."""

    round_id: str
    state: CalibrationState
    plan_revision: int
    application_ids: tuple[ApplicationId, ...]
    reviewer_ids: tuple[PersonId, ...]
    event: RoundEvent | None = None

    @property
    def revision(self) -> int:
        """What a save of this round states to have seen."""
        return self.event.revision if self.event else 0


@dataclass(frozen=True)
class TrialReview:
    """What one reviewer entered for one applicant of a calibration round; revision 0 before the first save."""

    round_id: str
    application_id: ApplicationId
    reviewer_id: PersonId
    scores: Mapping[DimensionId, Decimal] = field(default_factory=dict)
    comments: Mapping[DimensionId, str] = field(default_factory=dict)
    revision: int = 0

    @property
    def subject(self) -> str:
        """The subject of its events."""
        return trial_subject(self.round_id, self.application_id, self.reviewer_id)


def trial_subject(round_id: str, application_id: ApplicationId, reviewer_id: PersonId) -> str:
    """The subject under which the trial review of a pair is kept."""
    return f"{round_id}/{application_id}/{reviewer_id}"


def round_content(calibration: CalibrationRound) -> dict[str, object]:
    """The content of the event that tells of a round."""
    return {
        "state": calibration.state.value,
        "plan_revision": calibration.plan_revision,
        "applications": list(calibration.application_ids),
        "reviewers": list(calibration.reviewer_ids),
    }


def round_of(event: RoundEvent) -> CalibrationRound:
    """The calibration round as an event tells of it."""
    content = event.content
    return CalibrationRound(
        round_id=event.subject,
        state=CalibrationState(str(content["state"])),
        plan_revision=int(str(content["plan_revision"])),
        application_ids=tuple(ApplicationId(each) for each in _texts(content["applications"])),
        reviewer_ids=tuple(PersonId(each) for each in _texts(content["reviewers"])),
        event=event,
    )


def rounds_of(events: Iterable[RoundEvent]) -> tuple[CalibrationRound, ...]:
    """Every calibration round as it stands, in the order in which they were opened."""
    return tuple(round_of(event) for event in newest_of_each(events).values())


def trial_content(review: TrialReview) -> dict[str, object]:
    """The content of the event that keeps a trial review."""
    return {
        "round": review.round_id,
        "application": review.application_id,
        "reviewer": review.reviewer_id,
        "scores": {key: f"{value:f}" for key, value in review.scores.items()},
        "comments": {key: text for key, text in review.comments.items() if text.strip()},
    }


def trial_of(event: RoundEvent) -> TrialReview:
    """The trial review an event keeps."""
    content = event.content
    return TrialReview(
        round_id=str(content["round"]),
        application_id=ApplicationId(str(content["application"])),
        reviewer_id=PersonId(str(content["reviewer"])),
        scores={DimensionId(key): Decimal(text) for key, text in _pairs(content["scores"]).items()},
        comments={DimensionId(key): text for key, text in _pairs(content["comments"]).items()},
        revision=event.revision,
    )


def trials_of(events: Iterable[RoundEvent], round_id: str) -> tuple[TrialReview, ...]:
    """The standing trial reviews of one round."""
    newest = (trial_of(event) for event in newest_of_each(events).values())
    return tuple(each for each in newest if each.round_id == round_id)


def is_finished(plan: ReviewPlan, review: TrialReview) -> bool:
    """Whether every dimension has a score."""
    return all(dimension.dimension_id in review.scores for dimension in plan.dimensions)


def calibrated_by(events: Iterable[RoundEvent], person_id: PersonId) -> frozenset[ApplicationId]:
    """The applications of open calibration rounds in which a person takes part."""
    return frozenset(
        application_id
        for each in rounds_of(events)
        if each.state is CalibrationState.OPEN and person_id in each.reviewer_ids
        for application_id in each.application_ids
    )


def _texts(value: object) -> list[str]:
    if not isinstance(value, list):
        raise ValueError("a calibration round names no list")
    return [str(each) for each in value]


def _pairs(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise ValueError("a trial review holds no mapping")
    return {str(key): str(text) for key, text in value.items()}
