"""評審計畫: dimensions, core data, rules and the snapshot they were made for; draft, locked, revised by replacement."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, ScoringScale
from app.domain.evidence import ProgrammeCode, SnapshotId

PlanId = NewType("PlanId", str)


class PlanStatus(StrEnum):
    """A draft may change; a locked revision never does."""

    DRAFT = "draft"
    LOCKED = "locked"


class MissingScorePolicy(StrEnum):
    """What a dimension without a score does to a reviewer's total; printed on every list."""

    NO_TOTAL = "no_total"
    """The reviewer's total is unknown until every dimension is scored (the default)."""


class PdfPlacement(StrEnum):
    """Whether PDF-only applications stand in the one list, labelled, or in a list of their own."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True)
class RankingRules:
    """How totals become a list. ``tie_breaks`` holds dimension ids, most important first."""

    tie_breaks: tuple[str, ...] = ()
    missing_score_policy: MissingScorePolicy = MissingScorePolicy.NO_TOTAL
    pdf_placement: PdfPlacement = PdfPlacement.TOGETHER
    minimum_total: Decimal | None = None
    required_reviews: int = 2
    score_step: Decimal = Decimal("1")
    range_gap: Decimal | None = Decimal("20")
    shows_running_total: bool = True


@dataclass(frozen=True)
class ReviewPlan:
    """One revision of the plan of one programme. ``revision`` counts locked revisions; a draft has the next number."""

    plan_id: PlanId
    programme_code: ProgrammeCode
    snapshot_id: SnapshotId
    revision: int
    status: PlanStatus
    title: str
    scale: ScoringScale
    dimensions: tuple[Dimension, ...]
    core_data: CoreDataSelection
    rules: RankingRules
