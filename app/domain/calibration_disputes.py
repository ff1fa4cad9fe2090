"""What a calibration shows of the rubric: how reviewers use the levels, and which sentences they read differently."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.calibration import TrialReview
from app.domain.dimensions import Dimension, RubricLevel
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.plan import ReviewPlan
from app.domain.rounding import round_half_up


class DisputeKind(StrEnum):
    """``APART``: two levels or more between two reviewers. ``SPLIT``: reviewers stand on neighbouring levels."""

    APART = "apart"
    SPLIT = "split"


@dataclass(frozen=True)
class LevelVote:
    """One level with who chose it for the applicant."""

    level: RubricLevel
    reviewer_ids: tuple[PersonId, ...]


@dataclass(frozen=True)
class Dispute:
    """A dimension of an applicant on which the reviewers do not stand on one level; ``votes`` best level first.

    ``distance`` counts levels between the best and the worst chosen. Comments are those on this dimension.
    """

    kind: DisputeKind
    dimension: Dimension
    application_id: ApplicationId
    distance: int
    votes: tuple[LevelVote, ...]
    comments: Mapping[PersonId, str]

    @property
    def sentences(self) -> tuple[RubricLevel, RubricLevel]:
        """The two sentences to read side by side: the best and the worst level chosen."""
        return self.votes[0].level, self.votes[-1].level


def level_of(dimension: Dimension, review: TrialReview) -> RubricLevel | None:
    """The level a trial score lies in, after rounding to whole scores; None without a score or a level."""
    value = review.scores.get(dimension.dimension_id)
    if value is None:
        return None
    whole = round_half_up(value, 0)
    return next((level for level in dimension.rubric_levels if level.low <= whole <= level.high), None)


def level_usage(
    dimension: Dimension, reviews: Iterable[TrialReview]
) -> dict[PersonId, tuple[tuple[RubricLevel, int], ...]]:
    """How often each reviewer chose each level of a dimension, best level first, zero included."""
    chosen: defaultdict[PersonId, Counter[str]] = defaultdict(Counter)
    for review in reviews:
        level = level_of(dimension, review)
        chosen[review.reviewer_id][level.name if level else ""] += 1
    ordered = _best_first(dimension)
    return {
        reviewer_id: tuple((level, counts[level.name]) for level in ordered)
        for reviewer_id, counts in sorted(chosen.items())
    }


def disputes(plan: ReviewPlan, reviews: Sequence[TrialReview]) -> tuple[Dispute, ...]:
    """Every dimension of every applicant on which levels differ: those farthest apart first, then in plan order."""
    by_applicant: defaultdict[ApplicationId, list[TrialReview]] = defaultdict(list)
    for review in reviews:
        by_applicant[review.application_id].append(review)
    found = [
        dispute
        for dimension in plan.dimensions
        for key, pile in by_applicant.items()
        if (dispute := _dispute(dimension, key, pile)) is not None
    ]
    return tuple(sorted(found, key=lambda each: -each.distance))


def _dispute(
    dimension: Dimension, application_id: ApplicationId, pile: Iterable[TrialReview]
) -> Dispute | None:
    ordered = _best_first(dimension)
    chosen = [(level_of(dimension, review), review) for review in pile]
    votes = [
        LevelVote(level, tuple(review.reviewer_id for found, review in chosen if found == level))
        for level in ordered
    ]
    taken = [vote for vote in votes if vote.reviewer_ids]
    if len(taken) < 2:
        return None
    distance = ordered.index(taken[-1].level) - ordered.index(taken[0].level)
    return Dispute(
        kind=DisputeKind.APART if distance > 1 else DisputeKind.SPLIT,
        dimension=dimension,
        application_id=application_id,
        distance=distance,
        votes=tuple(taken),
        comments={
            review.reviewer_id: text
            for _, review in chosen
            if (text := review.comments.get(dimension.dimension_id, "")).strip()
        },
    )


def _best_first(dimension: Dimension) -> list[RubricLevel]:
    return sorted(dimension.rubric_levels, key=lambda level: level.low, reverse=True)
