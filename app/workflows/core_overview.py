"""核心資料總覽: per dimension what feeds it, how much of it there is, the first entries, and what is missing and why."""

from __future__ import annotations

from app.domain.dimensions import Dimension
from app.domain.evidence import ActivityRecord, ApplicationId, CategoryCode, CourseRecord
from app.domain.plan import ReviewPlan
from app.evidence.application_questions import SHOWN_IF_PRESENT
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.category_content import absence_of, load_category
from app.workflows.desk_views import (
    ALL_COURSES,
    CategoryContent,
    CategoryDigest,
    CoreOverview,
    DimensionDigest,
)
from app.workflows.evidence_review import require_view

FIRST_ENTRIES = 4


def load_overview(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> CoreOverview:
    """The overview of one application under the dimensions and core data of the plan."""
    snapshot = require_view(access, plan, application_id)
    return CoreOverview(
        profile=facts.profile_of(snapshot, application_id),
        dimensions=tuple(
            DimensionDigest(dimension, _digests(access, plan, application_id, dimension=dimension))
            for dimension in plan.dimensions
        ),
        standings=facts.standings_of(snapshot, application_id),
        documents=facts.documents_of(snapshot, application_id),
    )


def _digests(
    access: Access, plan: ReviewPlan, application_id: ApplicationId, *, dimension: Dimension
) -> tuple[CategoryDigest, ...]:
    snapshot = require_view(access, plan, application_id)
    codes = _in_tree_order(snapshot, application_id, plan.core_data.categories_of(dimension.dimension_id))
    digests = [
        digest_of(snapshot, load_category(access, plan, application_id, category_code=code)) for code in codes
    ]
    # Documents that stand for items of the database are missing exactly where the items themselves came.
    return tuple(each for each in digests if each.count or each.category_code not in SHOWN_IF_PRESENT)


def digest_of(snapshot: EvidenceSnapshot, content: CategoryContent) -> CategoryDigest:
    """A category in a few words."""
    entries = _entries(content) if content.absence is None else ()
    profile = facts.profile_of(snapshot, content.summary.application_id)
    return CategoryDigest(
        category_code=content.category_code,
        label=content.label or "",
        count=len(entries),
        first_entries=entries[:FIRST_ENTRIES],
        absence=None if entries else absence_of(profile, content.category_code),
    )


def _in_tree_order(
    snapshot: EvidenceSnapshot, application_id: ApplicationId, codes: frozenset[CategoryCode]
) -> list[CategoryCode]:
    nodes = [node.category_code for node in facts.tree_of(snapshot, application_id)]
    # A chosen course group that nobody of the programme took has no node: it is shown, with nothing in it.
    return [ALL_COURSES] * (ALL_COURSES in codes) + sorted(
        codes - {ALL_COURSES}, key=lambda code: (nodes.index(code) if code in nodes else len(nodes), code)
    )


def _entries(content: CategoryContent) -> tuple[str, ...]:
    if content.profile is not None:
        return (_joined(content.summary.school_name, content.summary.applicant_status),)
    return (
        *(_course_text(each) for each in content.courses),
        *(_joined(each.subject, each.summary) for each in content.outcomes),
        *(_activity_text(each) for each in content.activities),
        *(each.file.file_name for each in content.documents),
        *(each.file_name for each in content.unlinked),
    )


def _course_text(record: CourseRecord) -> str:
    semester = f"{record.academic_year}-{record.semester}" if record.academic_year is not None else None
    grade = record.grade_remark if record.grade is None else f"{record.grade.normalize():f}"
    return _joined(semester, record.subject, grade)


def _activity_text(record: ActivityRecord) -> str:
    return _joined(record.title, record.role, record.organiser)


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
