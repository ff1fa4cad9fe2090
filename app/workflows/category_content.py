"""What one application holds in one category, or why it holds nothing and which document stands in."""

from __future__ import annotations

from dataclasses import replace

from app.domain.evidence import (
    ApplicantProfile,
    ApplicationId,
    CategoryCode,
    Document,
    TreeNode,
)
from app.domain.plan import ReviewPlan
from app.evidence.questions import load_unlinked_files
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.desk_views import (
    ACTIVITY,
    ALL_COURSES,
    COURSE_GROUP,
    COURSE_OUTCOME,
    OVERVIEW,
    PROFILE,
    UNLINKED,
    Absence,
    CategoryContent,
    EvidenceTree,
    TaggedPages,
    absence_in,
    item_of,
    stood_for,
)
from app.workflows.evidence_review import require_view
from app.workflows.page_tags import count_tags, load_tags


def load_tree(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> EvidenceTree:
    """The evidence tree of one application, what the plan calls core first."""
    snapshot = require_view(access, plan, application_id)
    tagged = count_tags(access, plan, application_id)
    nodes = facts.tree_of(snapshot, application_id)
    if tagged:
        nodes = tuple(replace(node, count=node.count + tagged.get(node.category_code, 0)) for node in nodes)
    tree = split_tree(nodes, plan.core_data.categories() | {PROFILE})
    return replace(tree, all_courses_tags=tagged.get(ALL_COURSES, 0))


def split_tree(nodes: tuple[TreeNode, ...], core_codes: frozenset[CategoryCode]) -> EvidenceTree:
    """Core nodes, other nodes, and the whole course tree in which core course groups stand once more."""
    core = tuple(node for node in nodes if node.category_code in core_codes)
    courses = tuple(node for node in nodes if node.category_code.startswith(COURSE_GROUP))
    other = tuple(
        node
        for node in nodes
        if node.category_code not in core_codes and not node.category_code.startswith(COURSE_GROUP)
    )
    return EvidenceTree(core, other, courses, core_codes)


def load_category(
    access: Access, plan: ReviewPlan, application_id: ApplicationId, *, category_code: CategoryCode
) -> CategoryContent:
    """The entries of one category; an unknown category is one without entries."""
    snapshot = require_view(access, plan, application_id)
    profile = facts.profile_of(snapshot, application_id)
    content = CategoryContent(
        summary=profile.summary,
        category_code=category_code,
        label=_label(snapshot, application_id, category_code),
        profile=profile if category_code == PROFILE else None,
    )
    filled = _filled(content, snapshot)
    tags = load_tags(access, plan, application_id, category_code=category_code)
    return _explained(_with_tags(filled, tags), snapshot, profile)


def absence_of(profile: ApplicantProfile, category_code: CategoryCode) -> Absence:
    """Why an empty category of one applicant is empty."""
    modes = {
        "course": profile.course_record_mode,
        "outcome": profile.course_outcome_mode,
        "activity": profile.activity_record_mode,
    }
    return absence_in(modes, category_code)


def _filled(content: CategoryContent, snapshot: EvidenceSnapshot) -> CategoryContent:
    application_id, code = content.summary.application_id, content.category_code
    if code == ALL_COURSES:
        return replace(content, courses=facts.courses_of(snapshot, application_id))
    if code.startswith(COURSE_GROUP):
        group = code.removeprefix(COURSE_GROUP)
        courses = facts.courses_of(snapshot, application_id)
        return replace(content, courses=tuple(each for each in courses if each.course_group_code == group))
    if code == COURSE_OUTCOME:
        return replace(content, outcomes=facts.outcomes_of(snapshot, application_id))
    if code.startswith(ACTIVITY):
        activities = facts.activities_of(snapshot, application_id)
        return replace(content, activities=tuple(each for each in activities if each.category_code == code))
    if code == UNLINKED:
        return replace(content, unlinked=load_unlinked_files(snapshot, application_id))
    documents = facts.documents_of(snapshot, application_id)
    return replace(content, documents=tuple(each for each in documents if each.category_code == code))


def _with_tags(content: CategoryContent, tags: tuple[TaggedPages, ...]) -> CategoryContent:
    """With the tagged pages of the category, which stand for it like documents of its own."""
    shown = tuple(each for each in tags if each.document)
    documents = tuple(each.document for each in shown if each.document)
    return replace(content, documents=(*content.documents, *documents), tagged=shown)


def _explained(
    content: CategoryContent, snapshot: EvidenceSnapshot, profile: ApplicantProfile
) -> CategoryContent:
    if content.category_code == OVERVIEW:
        return replace(content, documents=facts.documents_of(snapshot, content.summary.application_id))
    entries = (content.courses, content.outcomes, content.activities, content.documents, content.unlinked)
    if content.profile is not None or any(entries):
        return content
    stand_ins = _stand_ins(snapshot, content.summary.application_id, content.category_code)
    return replace(content, absence=absence_of(profile, content.category_code), documents=stand_ins)


def _stand_ins(
    snapshot: EvidenceSnapshot, application_id: ApplicationId, category_code: CategoryCode
) -> tuple[Document, ...]:
    """Documents that stand for the item of the category where it was uploaded as PDF."""
    item = item_of(category_code)
    documents = facts.documents_of(snapshot, application_id) if item else ()
    return tuple(each for each in documents if stood_for(each.category_code) == item)


def _label(
    snapshot: EvidenceSnapshot, application_id: ApplicationId, category_code: CategoryCode
) -> str | None:
    nodes = facts.tree_of(snapshot, application_id)
    return next((node.label for node in nodes if node.category_code == category_code), None)
