"""What happens to a round beside scores and plans: events that are never changed, each a version of one subject.

One table keeps them all (phases, gap cases, values of other components, calibration, announcements, signed lists),
so that the round as of any moment is one question. The content is plain data; who writes a kind also reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.people import PersonId
from app.domain.plan import PlanId


class RoundEventKind(StrEnum):
    """What an event tells of; each kind has one room that writes and reads its content."""

    ASSIGNMENTS = "assignments"
    """Assignments that came and went; the subject is empty."""
    COMPONENT_VALUES = "component_values"
    """An imported file of values; the subject is the component."""
    PHASE = "phase"
    """The phase the round entered; the subject is empty."""
    GAP_CASE = "gap_case"
    """What was decided about reviewers who differ; the subject is the application."""
    CALIBRATION_ROUND = "calibration_round"
    """A calibration round was set up, opened or closed; the subject is its key."""
    CALIBRATION_REVIEW = "calibration_review"
    """One reviewer's trial scores; the subject is round, application and reviewer."""
    CORE_DATA_NOTICE = "core_data_notice"
    """A stage of the announcement of core data; the subject is the stage."""
    RATER_SEEN = "rater_seen"
    """A reviewer has looked at the own figures; the subject is the reviewer."""
    SIGNED_LIST = "signed_list"
    """A ranked list left the house; the subject is its digest."""
    SCORE_WORKBOOK = "score_workbook"
    """A score workbook was handed out or came back; the subject is its key."""


@dataclass(frozen=True)
class RoundEvent:
    """One version of one subject; ``revision`` counts 1, 2, 3 … within (plan, kind, subject).

    ``content`` is plain data for JSON (text, whole numbers, booleans, null, lists, mappings; decimals as text).
    ``saved_at`` is the store's; None before the event is saved.
    """

    event_id: str
    plan_id: PlanId
    kind: RoundEventKind
    subject: str
    revision: int
    content: Mapping[str, object]
    person_id: PersonId | None
    saved_at: datetime | None = None


def newest_of_each(events: Iterable[RoundEvent]) -> dict[str, RoundEvent]:
    """The newest version of every subject, by subject, in the order in which the subjects first came."""
    newest: dict[str, RoundEvent] = {}
    for event in events:
        standing = newest.get(event.subject)
        if standing is None or event.revision > standing.revision:
            newest[event.subject] = event
    return newest
