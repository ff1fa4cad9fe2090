"""核心資料總覽: one screen that answers who this is, from facts alone, and what is missing and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from app.domain.activity_timeline import Timeline, build_timeline
from app.domain.completeness import LedgerLine
from app.domain.course_choice import CourseChoices, class_plans, compare_choices, entry_year_of
from app.domain.evidence import ApplicationId, CategoryCode, EstimatedStanding, SemesterStanding
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
    standings = facts.standings_of(snapshot, application_id)
    asked = asked_categories(access, snapshot, plan.programme_code)
    return CoreOverview(
        profile=facts.profile_of(snapshot, application_id),
        mean_standing=mean_of(standings),
        dimensions=load_dimension_blocks(access, plan, application_id, snapshot=snapshot),
        standings=standings,
        choices=_choices_of(snapshot, application_id),
        area_names=overview_facts.learning_areas_of(snapshot),
        timeline=_timeline_of(snapshot, application_id),
        ledger=_ledger_of(snapshot, application_id, asked),
        documents=facts.documents_of(snapshot, application_id),
        labels=_labels_of(snapshot, application_id),
    )


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


# Made from facts alone and asked again at every key press on the same applicant: kept like the facts themselves.
@lru_cache(maxsize=facts.PER_APPLICATION)
def _choices_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> CourseChoices:
    courses = facts.courses_of(snapshot, application_id)
    plans = class_plans(courses, facts.profile_of(snapshot, application_id).school_code)
    return compare_choices(courses, overview_facts.class_offers_of(snapshot, plans))


@lru_cache(maxsize=facts.PER_APPLICATION)
def _timeline_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> Timeline:
    entry_year = entry_year_of(facts.courses_of(snapshot, application_id))
    return build_timeline(facts.activities_of(snapshot, application_id), entry_year=entry_year)


@lru_cache(maxsize=facts.PER_APPLICATION)
def _ledger_of(
    snapshot: EvidenceSnapshot, application_id: ApplicationId, asked: frozenset[CategoryCode]
) -> tuple[LedgerLine, ...]:
    return build_ledger(snapshot, facts.profile_of(snapshot, application_id), asked=asked)


@lru_cache(maxsize=facts.PER_APPLICATION)
def _labels_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> Mapping[CategoryCode, str]:
    return {each.category_code: each.label for each in facts.tree_of(snapshot, application_id)}
