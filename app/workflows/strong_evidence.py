"""Per dimension of the plan: what feeds it, the strongest entries first, and why anything is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain.dimensions import Dimension
from app.domain.evidence import ApplicationId, CategoryCode, CourseRecord
from app.domain.plan import ReviewPlan
from app.domain.strongest import (
    StrengthRule,
    rule_of,
    strongest_activities,
    strongest_courses,
    strongest_documents,
    strongest_outcomes,
)
from app.evidence.application_questions import SHOWN_IF_PRESENT
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.category_content import absence_of, load_category
from app.workflows.desk_views import ACTIVITY, ALL_COURSES, COURSE_GROUP, CategoryContent
from app.workflows.overview_views import DimensionBlock, Evidence, StrongEntry, StrongGroup

MOST_COURSES = 5
MOST_ENTRIES = 3


def load_dimension_blocks(
    access: Access, plan: ReviewPlan, application_id: ApplicationId, *, snapshot: EvidenceSnapshot
) -> tuple[DimensionBlock, ...]:
    """Every dimension of the plan in its order."""
    return tuple(
        _block(access, plan, application_id, dimension=dimension, snapshot=snapshot)
        for dimension in plan.dimensions
    )


def _block(
    access: Access,
    plan: ReviewPlan,
    application_id: ApplicationId,
    *,
    dimension: Dimension,
    snapshot: EvidenceSnapshot,
) -> DimensionBlock:
    codes = plan.core_data.categories_of(dimension.dimension_id)
    courses = [code for code in codes if _is_course(code)]
    asked = ([_course_target(courses)] if courses else []) + _in_tree_order(
        snapshot, application_id, codes.difference(courses)
    )
    contents = [load_category(access, plan, application_id, category_code=code) for code in asked]
    groups = (_group(snapshot, content, chosen=frozenset(courses)) for content in contents)
    # Documents that stand for items of the database are missing exactly where the items themselves came.
    shown = (each for each in groups if each.count or each.category_code not in SHOWN_IF_PRESENT)
    return DimensionBlock(dimension, tuple(shown))


def _is_course(code: CategoryCode) -> bool:
    return code == ALL_COURSES or code.startswith(COURSE_GROUP)


def _course_target(codes: list[CategoryCode]) -> CategoryCode:
    return codes[0] if len(codes) == 1 else ALL_COURSES


def _in_tree_order(
    snapshot: EvidenceSnapshot, application_id: ApplicationId, codes: Iterable[CategoryCode]
) -> list[CategoryCode]:
    nodes = [node.category_code for node in facts.tree_of(snapshot, application_id)]
    # A category that nobody of the programme has an entry in has no node: it is shown, with nothing in it.
    return sorted(codes, key=lambda code: (nodes.index(code) if code in nodes else len(nodes), code))


def _group(
    snapshot: EvidenceSnapshot, content: CategoryContent, *, chosen: frozenset[CategoryCode]
) -> StrongGroup:
    if content.absence is not None:
        return _absent(snapshot, content, chosen)
    code = content.category_code
    if content.tagged and not (content.courses or content.outcomes or content.activities):
        # Pages of an upload that somebody tagged are this category's evidence.
        return _of(content, content.documents, rule=StrengthRule.PAGES)
    if _is_course(code):
        return _courses(snapshot, content, chosen)
    if content.outcomes:
        return _outcomes(snapshot, content)
    if code.startswith(ACTIVITY):
        ordered = strongest_activities(content.activities)
        return _of(content, ordered, rule=rule_of(code.removeprefix(ACTIVITY)))
    if content.documents:
        return _of(content, strongest_documents(content.documents), rule=StrengthRule.PAGES)
    return _of(content, [content.profile] if content.profile else content.unlinked)


def _absent(
    snapshot: EvidenceSnapshot, content: CategoryContent, chosen: frozenset[CategoryCode]
) -> StrongGroup:
    profile = facts.profile_of(snapshot, content.summary.application_id)
    return StrongGroup(
        category_code=content.category_code,
        label=content.label,
        count=0,
        course_groups=_course_groups(chosen) if _is_course(content.category_code) else 0,
        absence=absence_of(profile, content.category_code),
        stand_ins=content.documents,
    )


def _courses(
    snapshot: EvidenceSnapshot, content: CategoryContent, chosen: frozenset[CategoryCode]
) -> StrongGroup:
    every = ALL_COURSES in chosen
    own = [each for each in content.courses if every or COURSE_GROUP + each.course_group_code in chosen]
    if not own:
        return _absent(snapshot, content, chosen)
    ordered = strongest_courses(own)
    return StrongGroup(
        category_code=content.category_code,
        label=content.label,
        count=len(own),
        entries=tuple(StrongEntry(each, _category_of(each, every=every)) for each in ordered[:MOST_COURSES]),
        rule=StrengthRule.STANDING,
        unranked=len(own) - len(ordered),
        course_groups=_course_groups(chosen),
    )


def _category_of(record: CourseRecord, *, every: bool) -> CategoryCode:
    return ALL_COURSES if every else CategoryCode(COURSE_GROUP + record.course_group_code)


def _course_groups(chosen: frozenset[CategoryCode]) -> int:
    """How many course groups feed the dimension; 0 when all of them do."""
    return 0 if ALL_COURSES in chosen else len(chosen)


def _outcomes(snapshot: EvidenceSnapshot, content: CategoryContent) -> StrongGroup:
    courses = facts.courses_of(snapshot, content.summary.application_id)
    ordered = strongest_outcomes(content.outcomes, courses)
    group = _of(content, [outcome for outcome, _ in ordered], rule=StrengthRule.COURSE_OF_OUTCOME)
    entries = (StrongEntry(each, content.category_code, course) for each, course in ordered[:MOST_ENTRIES])
    return StrongGroup(group.category_code, group.label, group.count, tuple(entries), group.rule)


def _of(
    content: CategoryContent,
    ordered: Sequence[Evidence],
    *,
    rule: StrengthRule | None = None,
) -> StrongGroup:
    entries = tuple(StrongEntry(each, content.category_code) for each in ordered)
    return StrongGroup(content.category_code, content.label, len(entries), entries[:MOST_ENTRIES], rule)
