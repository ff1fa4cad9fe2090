"""Step 3, 資料綜整評量: the desk of one person at one programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace

from app.domain.evidence import (
    ApplicationId,
    ApplicationSummary,
    CategoryCode,
    CategoryRow,
    CourseRecord,
    ProgrammeCode,
    Syllabus,
)
from app.domain.people import Role
from app.domain.plan import ReviewPlan
from app.domain.scores import Review, review_state, reviewer_total
from app.domain.visibility import Action
from app.errors import NotFound
from app.evidence.snapshot import EvidenceSnapshot
from app.workflows import evidence_facts as facts
from app.workflows.access import Access
from app.workflows.applicant_pile import load_pile
from app.workflows.carried_reviews import find_carried_review
from app.workflows.desk_views import (
    ALL_COURSES,
    Absence,
    ApplicantLine,
    ApplicantOrder,
    CategoryTableRow,
    Desk,
    OwnReview,
    ScoringRight,
    absence_in,
)
from app.workflows.tagged_ranges import PageRange, load_ranges


def open_desk(
    access: Access,
    programme_code: ProgrammeCode,
    *,
    order: ApplicantOrder = ApplicantOrder.NUMBER,
    is_reversed: bool = False,
) -> Desk | None:
    """The desk on the newest locked plan and its pinned snapshot; None while no plan is locked."""
    access.require(Action.VIEW_PLAN, programme_code=programme_code)
    plan = _find_locked_plan(access, programme_code)
    if plan is None:
        return None
    pile = load_pile(access, plan)
    ordered = pile.in_order(order, access.person.person_id, is_reversed=is_reversed)
    return Desk(plan, ordered, pile.progress_now(), reviews=pile.reviews)


def require_view(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> EvidenceSnapshot:
    """The pinned snapshot, after the right to see this application in it has been checked."""
    access.require(Action.VIEW_APPLICATION, programme_code=plan.programme_code, application_id=application_id)
    snapshot = access.workbench.snapshot(plan.snapshot_id)
    require_application(snapshot, plan, application_id)
    return snapshot


def require_application(
    snapshot: EvidenceSnapshot, plan: ReviewPlan, application_id: ApplicationId
) -> ApplicationSummary:
    """The application in the plan's own snapshot and programme, or ``NotFound``."""
    found = facts.applications_by_id(snapshot, plan.programme_code).get(application_id)
    if found is None:
        raise NotFound("application", application_id)
    return found


def load_own_review(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> OwnReview:
    """The own review as it counts; an empty one of revision 0 when nothing was ever saved.

    Scores of another scale stay out: shown in the form, the next save would make them scores of this one.
    """
    require_view(access, plan, application_id)
    reviewer_id = access.person.person_id
    stored = find_carried_review(
        access.workbench.store, plan, application_id=application_id, reviewer_id=reviewer_id
    )
    review = stored or Review(plan.plan_id, plan.revision, application_id, reviewer_id)
    return OwnReview(
        right=_scoring_right(access, plan, application_id),
        plan=plan,
        application_id=application_id,
        review=review,
        state=review_state(plan, stored),
        total=reviewer_total(plan, stored),
    )


def load_syllabus(
    access: Access, plan: ReviewPlan, application_id: ApplicationId, *, record: CourseRecord
) -> Syllabus | None:
    """The syllabus of a course of this application; None where none was found."""
    snapshot = require_view(access, plan, application_id)
    return facts.syllabus_of(snapshot, record.syllabus_id) if record.syllabus_id else None


def load_category_table(
    access: Access, desk: Desk, *, category_code: CategoryCode
) -> tuple[CategoryTableRow, ...]:
    """One category over the applicants the filter leaves, in the order of the desk.

    All courses together are no category of the snapshot: their rows have neither count nor text.
    """
    access.require(Action.VIEW_PLAN, programme_code=desk.plan.programme_code)
    snapshot = access.workbench.snapshot(desk.plan.snapshot_id)
    modes = facts.item_modes_of(snapshot, desk.plan.programme_code)
    tagged = load_ranges(access, desk.plan, category_code)
    is_counted = category_code != ALL_COURSES
    found = facts.category_rows_of(snapshot, desk.plan.programme_code, category_code) if is_counted else ()
    rows = {row.application_id: row for row in found}
    return tuple(
        _with_ranges(
            _table_row(
                line,
                rows.get(line.application_id),
                absence_in(asdict(modes[line.application_id]), category_code),
            ),
            tagged,
        )
        for line in desk.walked
        if line.application_id in rows or not is_counted
    )


def _table_row(line: ApplicantLine, row: CategoryRow | None, absence: Absence) -> CategoryTableRow:
    """What is not counted may well be there where its item came."""
    if row is None:
        return CategoryTableRow(line, None, "", None if absence is Absence.NO_ENTRIES else absence)
    return CategoryTableRow(line, row.entries, row.text, None if row.entries else absence)


def _with_ranges(
    row: CategoryTableRow, tagged: Mapping[ApplicationId, tuple[PageRange, ...]]
) -> CategoryTableRow:
    """Tagged pages count like entries: what they stand for is no longer missing."""
    ranges = tagged.get(row.line.application_id, ())
    if not ranges:
        return row
    entries = None if row.entries is None else row.entries + len(ranges)
    return replace(row, entries=entries, absence=None, ranges=ranges)


def load_label(access: Access, desk: Desk, *, category_code: CategoryCode) -> str | None:
    """The label of a category in the programme's tree; every applicant has the same nodes."""
    access.require(Action.VIEW_PLAN, programme_code=desk.plan.programme_code)
    snapshot = access.workbench.snapshot(desk.plan.snapshot_id)
    nodes = facts.tree_of(snapshot, desk.lines[0].application_id) if desk.lines else ()
    return next((node.label for node in nodes if node.category_code == category_code), None)


def _find_locked_plan(access: Access, programme_code: ProgrammeCode) -> ReviewPlan | None:
    store = access.workbench.store
    plan_id = store.find_plan_of_programme(programme_code)
    stored = store.find_locked(plan_id) if plan_id is not None else None
    return stored.plan if stored is not None else None


def _scoring_right(access: Access, plan: ReviewPlan, application_id: ApplicationId) -> ScoringRight:
    if access.allows(Action.SCORE, programme_code=plan.programme_code, application_id=application_id):
        return ScoringRight.ALLOWED
    if access.forbids_by_phase(
        Action.SCORE, programme_code=plan.programme_code, application_id=application_id
    ):
        return ScoringRight.PHASE_CLOSED
    return ScoringRight.NOT_ASSIGNED if access.person.role is Role.REVIEWER else ScoringRight.READ_ONLY
