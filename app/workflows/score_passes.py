"""The passes over many applicants: own reviews beside their lines, and what a page of applicants holds for a dimension."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from app.domain.dimensions import DimensionId
from app.domain.evidence import ApplicationId, CategoryCode, EvidenceLine, ItemModes
from app.domain.plan import ReviewPlan
from app.domain.scores import Review
from app.domain.visibility import Action
from app.evidence.application_questions import SHOWN_IF_PRESENT
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.desk_views import (
    ALL_COURSES,
    COURSE_GROUP,
    PROFILE,
    Absence,
    ApplicantLine,
    Desk,
    absence_in,
)
from app.workflows.evidence_review import require_view

PAGE_SIZE = 25


@dataclass(frozen=True)
class PassRow:
    """One assigned applicant with the own review as it counts; revision 0 before the first save."""

    line: ApplicantLine
    review: Review

    @property
    def application_id(self) -> ApplicationId:
        """The key of the row."""
        return self.line.application_id


@dataclass(frozen=True)
class CategoryLines:
    """What one applicant holds in one category; ``absence`` says why there is nothing."""

    category_code: CategoryCode
    label: str
    lines: tuple[EvidenceLine, ...]
    absence: Absence | None


def load_pass_rows(access: Access, desk: Desk, *, everybody: bool = False) -> tuple[PassRow, ...]:
    """The applicants assigned to the person, in the order of the desk; with ``everybody`` all who may be looked at."""
    access.require(Action.VIEW_PLAN, programme_code=desk.plan.programme_code)
    return tuple(
        PassRow(line, desk.reviews.get(line.application_id) or _blank(access, desk, line))
        for line in desk.lines
        if everybody or line.is_assigned
    )


def load_page_evidence(
    access: Access,
    desk: Desk,
    application_ids: Sequence[ApplicationId],
    *,
    category_codes: Sequence[CategoryCode],
) -> Mapping[ApplicationId, tuple[CategoryLines, ...]]:
    """What these applicants of the desk hold in these categories; one question for all of them together."""
    access.require(Action.VIEW_PLAN, programme_code=desk.plan.programme_code)
    seen = {line.application_id for line in desk.lines}
    page = tuple(each for each in application_ids if each in seen)
    if not page or not category_codes:
        return dict.fromkeys(page, ())
    snapshot = access.workbench.snapshot(desk.plan.snapshot_id)
    found = facts.lines_of_page(
        snapshot, desk.plan.programme_code, application_ids=page, category_codes=tuple(category_codes)
    )
    labels = labels_of(snapshot, page[0])
    return _by_applicant(
        snapshot, desk.plan, found, page=page, labels={c: labels.get(c, "") for c in category_codes}
    )


def read_page_ahead(
    access: Access,
    desk: Desk,
    application_ids: Sequence[ApplicationId],
    *,
    category_codes: Sequence[CategoryCode],
) -> None:
    """Have the next page kept ready aside of the reader; who turns to it then is asked for the right again."""
    access.require(Action.VIEW_PLAN, programme_code=desk.plan.programme_code)
    if application_ids and category_codes:
        access.workbench.aside.read_ahead(
            facts.lines_of_page,
            access.workbench.snapshot(desk.plan.snapshot_id),
            desk.plan.programme_code,
            application_ids=tuple(application_ids),
            category_codes=tuple(category_codes),
        )


def categories_in_order(
    access: Access, desk: Desk, dimension_id: DimensionId
) -> tuple[tuple[CategoryCode, str], ...]:
    """The categories that feed a dimension, with their labels, in the order of the tree."""
    codes = desk.plan.core_data.categories_of(dimension_id) - {PROFILE}
    if not desk.lines:
        return ()
    labels = labels_of(
        require_view(access, desk.plan, desk.lines[0].application_id), desk.lines[0].application_id
    )
    nodes = list(labels)
    placed = sorted(
        codes,
        key=lambda code: (code != ALL_COURSES, nodes.index(code) if code in nodes else len(nodes), code),
    )
    return tuple((code, labels.get(code, "")) for code in placed)


def dimensions_fed_by(plan: ReviewPlan, category_code: CategoryCode) -> tuple[DimensionId, ...]:
    """The dimensions a category feeds; a course group also feeds those that all courses together feed."""
    codes = {category_code}
    if category_code.startswith(COURSE_GROUP):
        codes.add(ALL_COURSES)
    return tuple(
        each.dimension_id
        for each in plan.dimensions
        if codes & plan.core_data.categories_of(each.dimension_id)
    )


def labels_of(snapshot: EvidenceSnapshot, application_id: ApplicationId) -> dict[CategoryCode, str]:
    """Labels in tree order; every applicant of a programme has the same nodes."""
    return {node.category_code: node.label for node in facts.tree_of(snapshot, application_id)}


def _blank(access: Access, desk: Desk, line: ApplicantLine) -> Review:
    return Review(desk.plan.plan_id, desk.plan.revision, line.application_id, access.person.person_id)


def _by_applicant(
    snapshot: EvidenceSnapshot,
    plan: ReviewPlan,
    found: Sequence[EvidenceLine],
    *,
    page: Sequence[ApplicationId],
    labels: Mapping[CategoryCode, str],
) -> dict[ApplicationId, tuple[CategoryLines, ...]]:
    modes = facts.item_modes_of(snapshot, plan.programme_code)
    sorted_lines: dict[tuple[ApplicationId, CategoryCode], list[EvidenceLine]] = defaultdict(list)
    for line in found:
        for code in _asked_as(line.category_code, labels):
            sorted_lines[line.application_id, code].append(line)
    return {
        each: tuple(
            _category(code, label, _by_semester(code, sorted_lines[each, code]), modes=modes.get(each))
            for code, label in labels.items()
            # Documents that stand for items of the database are missing exactly where the items themselves came.
            # One that is asked for by itself says so: a row must not stand there blank.
            if sorted_lines[each, code] or code not in SHOWN_IF_PRESENT or len(labels) == 1
        )
        for each in page
    }


def _by_semester(code: CategoryCode, lines: list[EvidenceLine]) -> tuple[EvidenceLine, ...]:
    """All courses together run through the semesters; a category alone already does."""
    if code != ALL_COURSES:
        return tuple(lines)
    unknown = 999
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                unknown if line.academic_year is None else line.academic_year,
                unknown if line.semester is None else line.semester,
            ),
        )
    )


def _asked_as(code: CategoryCode, labels: Mapping[CategoryCode, str]) -> list[CategoryCode]:
    codes = [code, ALL_COURSES] if code.startswith(COURSE_GROUP) else [code]
    return [each for each in codes if each in labels]


def _category(
    code: CategoryCode, label: str, lines: tuple[EvidenceLine, ...], *, modes: ItemModes | None
) -> CategoryLines:
    return CategoryLines(code, label, lines, None if lines else _absence(modes, code))


def _absence(modes: ItemModes | None, code: CategoryCode) -> Absence:
    """As ``absence_of`` says it of one profile."""
    return absence_in({} if modes is None else asdict(modes), code)
