"""核心資料總覽: one screen that answers who this is, from facts alone, and what is missing and why."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.activity_timeline import build_timeline
from app.domain.course_choice import OfferedCourse, class_plans, compare_choices, entry_year_of
from app.domain.evidence import (
    ApplicantProfile,
    ApplicationId,
    CourseRecord,
    EstimatedStanding,
    ProgrammeCode,
    SemesterStanding,
)
from app.domain.plan import ReviewPlan
from app.domain.rounding import rounded_mean
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import evidence_facts as facts
from app.workflows import overview_facts
from app.workflows.access import Access
from app.workflows.completeness_ledger import asked_categories, build_ledger
from app.workflows.evidence_review import require_view
from app.workflows.overview_views import CoreOverview, MeanStanding
from app.workflows.strong_evidence import load_dimension_blocks


def load_overview(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> CoreOverview:
    """The overview of one application under the dimensions and core data of the plan."""
    snapshot = require_view(access, plan, application_id)
    profile = facts.profile_of(snapshot, application_id)
    courses = facts.courses_of(snapshot, application_id)
    standings = facts.standings_of(snapshot, application_id)
    asked = asked_categories(access, snapshot, plan.programme_code)
    return CoreOverview(
        profile=profile,
        mean_standing=mean_of(standings),
        dimensions=load_dimension_blocks(access, plan, application_id, snapshot=snapshot),
        standings=standings,
        choices=compare_choices(courses, _offers(snapshot, profile, courses)),
        area_names=overview_facts.learning_areas_of(snapshot),
        timeline=build_timeline(
            facts.activities_of(snapshot, application_id), entry_year=entry_year_of(courses)
        ),
        ledger=build_ledger(snapshot, profile, asked=asked),
        documents=facts.documents_of(snapshot, application_id),
        labels={each.category_code: each.label for each in facts.tree_of(snapshot, application_id)},
    )


def read_programme(snapshot: EvidenceSnapshot, programme_code: ProgrammeCode) -> None:
    """Ask what the overviews of a whole programme share, so that the first of them does not wait for it."""
    overview_facts.arrived_files_of(snapshot, programme_code)
    overview_facts.set_aside_of(snapshot, programme_code)


def mean_of(standings: Sequence[SemesterStanding]) -> MeanStanding | None:
    """The mean standing in the own school with the mean of the ranges; None without any."""
    own = [each.standing for each in standings if each.standing_level == "school" and each.standing]
    if not own:
        return None
    mean = EstimatedStanding(
        rounded_mean([each.percent for each in own], 1),
        rounded_mean([each.best for each in own], 1),
        rounded_mean([each.worst for each in own], 1),
    )
    return MeanStanding(mean, len(own))


def _offers(
    snapshot: EvidenceSnapshot, profile: ApplicantProfile, courses: Sequence[CourseRecord]
) -> tuple[OfferedCourse, ...]:
    plans = class_plans(courses, profile.school_code)
    return overview_facts.class_offers_of(snapshot, plans)
