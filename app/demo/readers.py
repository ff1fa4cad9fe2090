"""Who reads what in the demonstration, and how each of them scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.demo.accounts import REVIEWER_1, REVIEWER_2, REVIEWER_3, REVIEWER_4, REVIEWER_5
from app.demo.texts import round_texts
from app.domain.assignment import Assignment
from app.domain.evidence import ApplicationSummary
from app.domain.people import PersonId


@dataclass(frozen=True)
class Habit:
    """How a reviewer scores: how far through the list, how severe, how scattered, in steps of how many points."""

    reviewer_id: PersonId
    done_share: Decimal
    severity: int
    scatter: int
    step: int = 1


PAIR = (
    Habit(REVIEWER_1, Decimal("0.70"), severity=0, scatter=4),
    Habit(REVIEWER_2, Decimal("0.55"), severity=-3, scatter=5),
)
"""The two who read everybody: what the plan requires."""
# A level is ten points wide: steps of five are half levels.
CROSS = (
    Habit(REVIEWER_3, Decimal("0.55"), severity=3, scatter=4, step=5),
    Habit(REVIEWER_4, Decimal("0.50"), severity=-5, scatter=5, step=5),
    Habit(REVIEWER_5, Decimal("0.45"), severity=1, scatter=6),
)
"""Those who read the front of the list beside them, one of them an application (交叉閱卷), so that all are linked."""
CROSSED_SHARE = Decimal("0.60")
RECUSED_PLACE = 4


def cross_reader(place: int) -> Habit:
    """Who of them reads the application at this place of the list."""
    return CROSS[place % len(CROSS)]


def is_crossed(place: int, applications: int) -> bool:
    """Whether anyone of them does."""
    return place < int(applications * CROSSED_SHARE)


def habits_at(place: int, applications: int) -> Iterator[Habit]:
    """The habits of everyone who reads the application at this place and has come that far."""
    for habit in (*PAIR, *([cross_reader(place)] if is_crossed(place, applications) else [])):
        if place < int(applications * habit.done_share):
            yield habit


def third_reader(place: int) -> Habit:
    """Who takes a third reading of the application at this place: one who does not cross-read it."""
    return CROSS[(place + 1) % len(CROSS)]


def demo_assignments(applications: Sequence[ApplicationSummary]) -> list[Assignment]:
    """The pair judges everything, except one recusal of the second; the others cross-read the front."""
    return [
        _assignment(application, habit.reviewer_id, place)
        for place, application in enumerate(applications)
        for habit in (*PAIR, *([cross_reader(place)] if is_crossed(place, len(applications)) else []))
    ]


def _assignment(application: ApplicationSummary, reviewer_id: PersonId, place: int) -> Assignment:
    is_recused = reviewer_id == REVIEWER_2 and place == RECUSED_PLACE
    reason = round_texts().recusal_reason if is_recused else ""
    return Assignment(application.application_id, reviewer_id, recused=is_recused, recusal_reason=reason)
