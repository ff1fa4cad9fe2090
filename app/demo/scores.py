"""Plausible reviews for the demonstration: seeded, so that every demonstration shows the same list.

A score is the level of the application, its profile over the dimensions, the severity of the reviewer and chance,
in the steps in which the reviewer scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from random import Random

from app.demo.accounts import REVIEWER_1, REVIEWER_2
from app.demo.readers import Habit, cross_reader, habits_at
from app.demo.texts import round_texts
from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId, ApplicationSummary
from app.domain.plan import ReviewPlan
from app.domain.scores import Review

SEED = 20260115
LOWEST, HIGHEST = 40, 98
GAP_POINTS = 24
PROFILE = 6
FIRST_GAP, EVERY_GAP = 13, 7
EVERY_TIE, EVERY_ABSTENTION, EVERY_PARTIAL = 9, 11, 15

Results = Mapping[ApplicationId, Decimal | None]


class DemoScores:
    """What the reviewers of the demonstration think of each application of a list."""

    def __init__(
        self, plan: ReviewPlan, applications: Sequence[ApplicationSummary], results: Results
    ) -> None:
        self._plan = plan
        self._applications = applications
        random = Random(SEED)
        self._levels = [_level(application, random) for application in applications]
        self._ties = _ties([results.get(each.application_id) for each in applications])

    def reviews(self) -> Iterator[Review]:
        """Those of the first applications of the list, with gaps, ties, abstentions and unfinished ones."""
        for place in range(len(self._applications)):
            for habit in habits_at(place, len(self._applications)):
                yield self._review(habit, place, is_gap=_is_gap(place) and habit.reviewer_id == REVIEWER_2)

    def third(self, habit: Habit, application_id: ApplicationId) -> Review:
        """What one more reader thinks of an application."""
        return self._review(habit, self.place_of(application_id), is_gap=False)

    def place_of(self, application_id: ApplicationId) -> int:
        """Where the application stands in the list."""
        return [each.application_id for each in self._applications].index(application_id)

    def _scores(self, habit: Habit, place: int) -> dict[DimensionId, int]:
        chance = Random(f"{SEED} {habit.reviewer_id} {place}")
        profile = Random(f"{SEED} profile {place}")
        scores = {}
        for each in self._plan.dimensions:
            score = self._levels[place] + habit.severity + profile.randint(-PROFILE, PROFILE)
            score += chance.randint(-habit.scatter, habit.scatter) + chance.randint(-2, 2)
            scores[each.dimension_id] = _in_range(habit.step * round(score / habit.step))
        return scores

    def _seen(self, habit: Habit, place: int) -> dict[DimensionId, int]:
        """The scores, of the other application where both are to stand equal."""
        other = self._ties.get(place)
        if other is None:
            return self._scores(habit, place)
        is_cross = habit == cross_reader(place)
        return self._scores(cross_reader(other) if is_cross else habit, other)

    def _review(self, habit: Habit, place: int, *, is_gap: bool) -> Review:
        shift = -GAP_POINTS if is_gap else 0
        kept = {key: Decimal(_in_range(score + shift)) for key, score in self._seen(habit, place).items()}
        is_abstained = habit.reviewer_id == REVIEWER_2 and place % EVERY_ABSTENTION == EVERY_ABSTENTION - 1
        if habit.reviewer_id == REVIEWER_1 and place % EVERY_PARTIAL == EVERY_PARTIAL - 1:
            kept.popitem()
        return Review(
            plan_id=self._plan.plan_id,
            plan_revision=self._plan.revision,
            application_id=self._applications[place].application_id,
            reviewer_id=habit.reviewer_id,
            scores={} if is_abstained else kept,
            comment="" if is_abstained else _comment(kept, is_gap=is_gap, place=place),
            abstained=is_abstained,
            abstain_reason=round_texts().abstain_reason if is_abstained else "",
            flagged=is_gap,
        )


def _level(application: ApplicationSummary, random: Random) -> int:
    """Around 90 for the best standing and 60 for the lowest; PDF-only applications have none and are drawn."""
    standing = application.mean_standing
    middle = 90 - int(standing * 30 / 100) if standing is not None else random.randint(66, 86)
    return middle + random.randint(-6, 6)


def _ties(results: Sequence[Decimal | None]) -> dict[int, int]:
    """Places that stand equal with an earlier one, which has the same result beside the review."""
    tied: dict[int, int] = {}
    for place in range(EVERY_TIE - 1, len(results), EVERY_TIE):
        others = [
            other
            for other in range(place)
            if results[other] == results[place] and other not in tied and _is_plain(other)
        ]
        if others and _is_plain(place):
            tied[place] = others[-1]
    return tied


def _is_plain(place: int) -> bool:
    """Whether every review of the place is finished and none apart from the others."""
    return not _is_gap(place) and all(
        place % every != every - 1 for every in (EVERY_ABSTENTION, EVERY_PARTIAL)
    )


def _is_gap(place: int) -> bool:
    return place >= FIRST_GAP and (place - FIRST_GAP) % EVERY_GAP == 0


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
