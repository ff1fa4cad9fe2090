"""Small plans, entries and reviews for the tests of the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, DimensionId, ScoringScale
from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode, SnapshotId, SubmissionMode
from app.domain.people import PersonId
from app.domain.plan import PlanId, PlanStatus, RankingRules, ReviewPlan
from app.domain.ranked_row import RankingEntry
from app.domain.scores import Review

PLAN_ID = PlanId("plan-1")


def dimension(name: str, weight: str, *, minimum: str | None = None) -> Dimension:
    """A dimension whose weight and points are the same number, so both scales can be tried."""
    return Dimension(
        dimension_id=DimensionId(name),
        name=f"面向 {name}",
        description="",
        weight_percent=Decimal(weight),
        points=Decimal(weight),
        minimum_score=None if minimum is None else Decimal(minimum),
        rubric_levels=(),
    )


def plan_of(
    *dimensions: Dimension, scale: ScoringScale = ScoringScale.PERCENT, rules: RankingRules | None = None
) -> ReviewPlan:
    """A draft over the given dimensions, each fed by one category."""
    pairs = frozenset((item.dimension_id, CategoryCode("profile")) for item in dimensions)
    return ReviewPlan(
        plan_id=PLAN_ID,
        programme_code=ProgrammeCode("001012"),
        snapshot_id=SnapshotId("snapshot-1"),
        revision=1,
        status=PlanStatus.DRAFT,
        title="試算",
        scale=scale,
        dimensions=dimensions,
        core_data=CoreDataSelection(pairs),
        rules=rules or RankingRules(),
    )


def entry(name: str, *, mode: SubmissionMode = "database", status: str | None = "一般生") -> RankingEntry:
    """An application that takes part."""
    return RankingEntry(ApplicationId(name), mode, status)


def review(
    application: str,
    reviewer: str,
    scores: Mapping[str, str] | Sequence[str] = (),
    *,
    abstained: bool = False,
) -> Review:
    """A saved review; a sequence of scores goes to the dimensions a, b, c … in this order."""
    named = scores if isinstance(scores, Mapping) else dict(zip("abcdefgh", scores, strict=False))
    return Review(
        plan_id=PLAN_ID,
        plan_revision=1,
        application_id=ApplicationId(application),
        reviewer_id=PersonId(reviewer),
        revision=1,
        scores={DimensionId(name): Decimal(value) for name, value in named.items()},
        abstained=abstained,
    )
