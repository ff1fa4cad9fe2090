"""What one save of a review changed of what counts: scores and abstention, before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId
from app.domain.people import PersonId
from app.domain.scores import Review


@dataclass(frozen=True)
class ScoreChange:
    """One dimension before and after; None is not scored."""

    dimension_id: DimensionId
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True)
class ReviewStep:
    """One saved version and what it changed; ``changes`` is empty where only comments did."""

    review: Review
    changes: tuple[ScoreChange, ...]
    abstained_before: bool

    @property
    def counts(self) -> bool:
        """Whether anything changed that a total depends on."""
        return bool(self.changes) or self.review.abstained != self.abstained_before


def review_steps(versions: Iterable[Review]) -> tuple[ReviewStep, ...]:
    """Every version beside the one before it; ``versions`` in the order of saving, of any number of reviews."""
    before: dict[tuple[ApplicationId, PersonId], Review] = {}
    steps = []
    for review in versions:
        key = (review.application_id, review.reviewer_id)
        steps.append(_step(before.get(key), review))
        before[key] = review
    return tuple(steps)


def _step(before: Review | None, after: Review) -> ReviewStep:
    old = before.scores if before is not None else {}
    keys = sorted({*old, *after.scores})
    changes = tuple(
        ScoreChange(key, old.get(key), after.scores.get(key))
        for key in keys
        if old.get(key) != after.scores.get(key)
    )
    return ReviewStep(after, changes, before is not None and before.abstained)
