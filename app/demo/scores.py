"""Plausible reviews for the demonstration: seeded, so that every demonstration shows the same list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from app.demo.accounts import REVIEWER_1, REVIEWER_2
from app.demo.texts import round_texts
from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationSummary
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.scores import Review

SEED = 20260115
LOWEST, HIGHEST = 40, 98
GAP_POINTS = 24
EVERY_GAP, EVERY_TIE, EVERY_ABSTENTION, EVERY_PARTIAL = 13, 9, 11, 15


@dataclass(frozen=True)
class Habit:
    """How a reviewer scores: how far through the list, how severe, how scattered."""

    reviewer_id: PersonId
    done_share: Decimal
    severity: int
    scatter: int


HABITS = (
    Habit(REVIEWER_1, Decimal("0.60"), severity=0, scatter=4),
    Habit(REVIEWER_2, Decimal("0.45"), severity=-3, scatter=5),
)


def demo_reviews(plan: ReviewPlan, applications: Sequence[ApplicationSummary]) -> Iterator[Review]:
    """Reviews of the first applications of the list, with gaps, ties, abstentions and unfinished ones."""
    random = Random(SEED)
    levels = [_level(application, random) for application in applications]
    for habit in HABITS:
        done = int(len(applications) * habit.done_share)
        for place, application in enumerate(applications[:done]):
            # A tie: the same scores as the neighbour, for both reviewers.
            seen = place - 1 if place % EVERY_TIE == EVERY_TIE - 1 else place
            scores = _scores(plan, habit, level=levels[seen], place=seen)
            yield _review(plan, application, habit=habit, place=place, scores=scores)


def _level(application: ApplicationSummary, random: Random) -> int:
    """Around 90 for the best standing and 60 for the lowest; PDF-only applications have none and are drawn."""
    standing = application.mean_standing
    middle = 90 - int(standing * 30 / 100) if standing is not None else random.randint(66, 86)
    return middle + random.randint(-6, 6)


def _scores(plan: ReviewPlan, habit: Habit, *, level: int, place: int) -> dict[DimensionId, int]:
    random = Random(f"{SEED} {habit.reviewer_id} {place}")
    return {
        dimension.dimension_id: _in_range(
            level + habit.severity + random.randint(-habit.scatter, habit.scatter)
        )
        for dimension in plan.dimensions
    }


def _review(
    plan: ReviewPlan,
    application: ApplicationSummary,
    *,
    habit: Habit,
    place: int,
    scores: dict[DimensionId, int],
) -> Review:
    is_gap = habit.reviewer_id == REVIEWER_2 and place % EVERY_GAP == EVERY_GAP - 1
    shift = -GAP_POINTS if is_gap else 0
    kept = {dimension: Decimal(_in_range(score + shift)) for dimension, score in scores.items()}
    is_abstained = habit.reviewer_id == REVIEWER_2 and place % EVERY_ABSTENTION == EVERY_ABSTENTION - 1
    if habit.reviewer_id == REVIEWER_1 and place % EVERY_PARTIAL == EVERY_PARTIAL - 1:
        kept.popitem()
    return Review(
        plan_id=plan.plan_id,
        plan_revision=plan.revision,
        application_id=application.application_id,
        reviewer_id=habit.reviewer_id,
        scores={} if is_abstained else kept,
        comment="" if is_abstained else _comment(kept, is_gap=is_gap, place=place),
        abstained=is_abstained,
        abstain_reason=round_texts().abstain_reason if is_abstained else "",
        flagged=is_gap,
    )


def _comment(scores: dict[DimensionId, Decimal], *, is_gap: bool, place: int) -> str:
    if is_gap:
        return round_texts().gap_comment
    if place % 3:
        return ""
    mean = sum(scores.values()) / len(scores)
    level = "excellent" if mean >= 85 else "good" if mean >= 75 else "fair" if mean >= 65 else "weak"
    choices = round_texts().comments[level]
    return choices[place // 3 % len(choices)]


def _in_range(score: int) -> int:
    return max(LOWEST, min(HIGHEST, score))
