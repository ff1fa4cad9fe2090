"""Plans, persons and reviews to save."""

from __future__ import annotations

from decimal import Decimal

from app.domain.core_data import CoreDataSelection
from app.domain.dimensions import Dimension, DimensionId, RubricLevel, ScoringScale
from app.domain.evidence import ApplicationId, CategoryCode, ProgrammeCode, SnapshotId
from app.domain.people import Person, PersonId, Role
from app.domain.plan import PdfPlacement, PlanId, PlanStatus, RankingRules, ReviewPlan
from app.domain.scores import Review
from app.reviews.sql_store import SqlReviewStore
from app.reviews.store import Saved, Stale, StoredPlan

PLAN_ID = PlanId("plan-1")
PROGRAMME = ProgrammeCode("001012")
CHAIR = PersonId("chair")
REVIEWER = PersonId("reviewer-1")
APPLICATION = ApplicationId("application-1")
STUDY = DimensionId("study")
ACTIVITY = DimensionId("activity")


def make_plan(
    title: str = "資訊工程學系", plan_id: PlanId = PLAN_ID, programme: str = PROGRAMME
) -> ReviewPlan:
    """A draft with one of everything a plan may hold."""
    level = RubricLevel("傑出", "成績優異,𠮷", Decimal("90"), Decimal("100"))
    return ReviewPlan(
        plan_id=plan_id,
        programme_code=ProgrammeCode(programme),
        snapshot_id=SnapshotId("evidence-0123"),
        revision=1,
        status=PlanStatus.DRAFT,
        title=title,
        scale=ScoringScale.PERCENT,
        dimensions=(
            Dimension(STUDY, "學業", "", Decimal("62.50"), Decimal("0"), Decimal("60"), (level,)),
            Dimension(ACTIVITY, "多元", "說明", Decimal("37.5"), Decimal("0"), None, ()),
        ),
        core_data=CoreDataSelection(
            frozenset({(STUDY, CategoryCode("course_group")), (ACTIVITY, CategoryCode("profile"))})
        ),
        rules=RankingRules(
            tie_breaks=("study", "activity"),
            pdf_placement=PdfPlacement.APART,
            minimum_total=Decimal("70.0"),
            score_step=Decimal("0.5"),
            range_gap=None,
        ),
    )


def make_person(
    person_id: str = "reviewer-1", sign_in_name: str = "Wang", role: Role = Role.REVIEWER
) -> Person:
    """An active person of one programme."""
    return Person(PersonId(person_id), sign_in_name, "王老師", role, frozenset({PROGRAMME}))


def make_review(
    score: str = "83.5", application: str = APPLICATION, reviewer: str = REVIEWER, comment: str = ""
) -> Review:
    """A review with one score."""
    return Review(
        plan_id=PLAN_ID,
        plan_revision=1,
        application_id=ApplicationId(application),
        reviewer_id=PersonId(reviewer),
        scores={STUDY: Decimal(score)},
        comment=comment,
    )


def lock_plan(store: SqlReviewStore, plan: ReviewPlan | None = None) -> StoredPlan:
    """Save a draft and lock it."""
    draft = require_saved(store.save_draft(plan or make_plan(), seen_revision=0, person_id=CHAIR))
    return require_saved(
        store.lock_draft(draft.plan.plan_id, seen_revision=draft.row_revision, person_id=CHAIR)
    )


def require_saved(outcome: Saved[StoredPlan] | Stale[StoredPlan]) -> StoredPlan:
    """What was saved; a stale save fails the test."""
    assert isinstance(outcome, Saved)
    return outcome.value
